using System.Collections.Frozen;

namespace Ingestion.Clean.Metadata;

/// <summary>Recognises Chinese personal names: a surname from the common ones, and one or two more characters.</summary>
internal static class ChineseNames
{
    private const int MostNames = 8;

    // The commonest surnames, simplified and traditional.
    private const string Surnames =
        "王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何高林罗羅郑鄭梁谢謝宋唐许許韩韓冯馮邓鄧曹彭曾肖蕭田董袁潘于蒋蔣蔡余杜叶葉程苏蘇魏吕呂丁任沈姚卢盧姜崔钟鐘鍾谭譚陆陸汪范石廖贾賈夏韦韋付方白邹鄒孟熊秦邱江尹薛闫阎閻段雷侯龙龍史陶黎贺賀顾顧毛郝龚龔邵万萬钱錢严嚴覃武戴莫孔向汤湯温溫康施文牛樊葛邢安齐齊易乔喬伍庞龐颜顏倪庄莊聂聶章鲁魯岳翟殷詹申欧歐耿关關兰蘭焦俞左柳甘祝包宁寧尚符舒阮柯纪紀梅童凌毕畢单單季裴霍涂成苗谷盛曲翁冉骆駱蓝藍路游辛靳管柴蒙鲍鮑华華喻祁蒲房滕屈饶饒解牟艾尤阳陽时時穆农農司卓古吉缪繆简簡车車项項连連芦蘆麦麥褚娄婁窦竇戚岑景党黨宫宮费費卜冷晏席卫衛米柏宗瞿桂全佟应應臧闵閔苟邬鄔边邊卞姬师師和仇栾欒隋商刁沙荣榮巫寇桑郎甄丛叢仲虞敖巩鞏明佘池查麻苑迟遲邝鄺伊诸諸葛欧阳司马风";

    private static readonly HashSet<char> SurnameCharacters = [.. Surnames];

    // Words of menus and headings that begin like a surname.
    private static readonly FrozenSet<string> CommonWords = """
        時間 時事 時政 時尚 時代 時評 金屬 黃金 馬上 華人 華語 單位 單身 溫度 陽光 師生 黨員 經濟 農業 農村 農民 衛生 應用 應該 關於 關注 關鍵 關閉 項目 項鏈 車市
        文章 文化 文学 文艺 文明 文件 方案 方法 方式 方向 方面 高考 高级 高清 高校 高端 时间 时事 时政 时尚 时代 时评 金融 金属 白银 白领 黄金 黄山 马上 马拉松 安全 安徽 安卓 成功 成都 成果 成员 成人 成绩 华人 华语 华东 华北
        华南 石油 车市 车型 车友 房产 房价 房地产 何时 万元 常识 常见 路线 路况 游戏 游记 游客 项目 包括 应用 应该 单位 单身 谷歌 和平 和谐 温度 温馨 焦点 阳光 师生 师资 古代 古典 吉林 宁夏 宁波 江苏 江西 江南 贵州 荣誉 党员 党建
        施工 武汉 武术 史记 易经 齐鲁 牛市 汽车 全国 全部 全球 全文 查看 查询 商业 商城 商务 商品 向上 后退 经济 景点 景区 农业 农村 农民 卫生 卫视 支持 容易 郎 应急 应聘 花园 温州 温泉 关于 关注 关键 关闭 解读 解决 别墅 项链
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> CommonLookup = CommonWords.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The names that a text begins with, as long as it is nothing but names; at most eight.</summary>
    public static List<string> Leading(ReadOnlySpan<char> text)
    {
        var names = new List<string>();
        var at = 0;
        while (at < text.Length && names.Count < MostNames)
        {
            while (at < text.Length && IsBetween(text[at])) at++;
            var start = at;
            while (at < text.Length && Parsing.TextMeasure.IsWide(text[at])) at++;
            var word = text[start..at];
            if (!IsName(word)) break;
            names.Add(word.ToString());
            if (at < text.Length && !IsBetween(text[at])) break;
        }
        return names;
    }

    /// <summary>Whether a word is a name.</summary>
    public static bool IsName(ReadOnlySpan<char> word) => word.Length is 2 or 3 && SurnameCharacters.Contains(word[0])
        && !CommonLookup.Contains(word);

    private static bool IsBetween(char c) => char.IsWhiteSpace(c) || c is '、' or '，' or ',' or '/' or '：' or ':';
}
