using System.Collections.Frozen;

namespace Ingestion.Enrich.Scripts;

/// <summary>
/// Tells simplified from traditional Chinese by characters that exist in only one of the two. Characters that both use
/// (后, 里, 面, 台, 于, 云) say nothing and are left out.
/// </summary>
internal static class HanVariant
{
    // Simplified, then traditional.
    private const string Pairs =
        "国國学學会會发發对對来來时時们們个個为為这這说說过過还還进進经經动動产產业業务務员員长長开開关關点點问問间間门門东東车車" +
        "马馬鸟鳥鱼魚龙龍风風飞飛电電话話语語读讀书書记記论論设設计計订訂认認识識议議让讓请請谢謝谁誰课課调調谈談许許证證评評诉訴" +
        "报報场場块塊声聲处處备備头頭夺奪奖獎妇婦妈媽孙孫宁寧宝寶实實审審宪憲宫宮宽寬将將尔爾层層岁歲岛島帅帥师師帐帳带帶帮幫库庫" +
        "应應庙廟废廢张張弹彈强強归歸当當录錄彻徹忆憶态態怀懷总總恋戀恶惡惊驚愿願战戰户戶执執扩擴扫掃扬揚护護担擔择擇据據拟擬损損换換" +
        "挥揮拥擁摄攝敌敵数數断斷无無旧舊显顯晓曉术術机機杀殺权權条條极極构構标標树樹样樣桥橋检檢楼樓欢歡欧歐残殘毁毀气氣汉漢汤湯沟溝" +
        "没沒泽澤洁潔济濟测測浓濃涛濤润潤涨漲渐漸温溫湾灣湿濕满滿滨濱灭滅灯燈灵靈灾災炉爐热熱烟煙烦煩烧燒爱愛爷爺状狀独獨猎獵环環现現" +
        "玛瑪珑瓏画畫疗療疯瘋监監盖蓋盘盤盐鹽睁睜码碼确確础礎离離种種积積称稱稳穩穷窮窃竊竞競笔筆签簽简簡类類粮糧紧緊纪紀约約红紅级級纯純" +
        "纳納纷紛纸紙线線练練组組细細织織终終绍紹结結给給络絡绝絕统統继繼绩績续續维維综綜绿綠编編缘緣网網罗羅罚罰职職联聯聪聰肃肅肠腸" +
        "胜勝脑腦脚腳脸臉艺藝节節芦蘆苏蘇苹蘋范範荣榮药藥莱萊获獲营營萧蕭蓝藍虑慮虽雖蚀蝕补補装裝观觀规規视視览覽觉覺触觸训訓讨討讯訊" +
        "访訪误誤详詳诗詩试試该該责責败敗账賬货貨质質贩販贫貧购購贯貫贵貴贷貸贸貿费費资資赏賞赔賠赖賴赚賺赛賽赞贊赵趙趋趨轨軌转轉轮輪软軟" +
        "轻輕载載较較辆輛辉輝输輸辑輯边邊达達迁遷运運远遠违違连連迟遲选選遗遺邓鄧郑鄭邮郵释釋针針钟鐘钢鋼钱錢铁鐵银銀铜銅错錯锁鎖锋鋒镇鎮镜鏡" +
        "闭閉闲閑闹鬧闻聞阅閱队隊阳陽阴陰阵陣阶階际際陆陸陈陳险險随隨隐隱难難雾霧韩韓页頁顶頂项項顺順须須顾顧顿頓预預领領频頻题題额額颜顏" +
        "饭飯饮飲饰飾馆館驻駐驾駕验驗骂罵骗騙骤驟鸡雞鸣鳴鸿鴻鹰鷹麦麥黄黃齐齊龄齡龟龜亚亞亿億从從价價众眾优優传傳伤傷伦倫伪偽侨僑侦偵" +
        "债債倾傾偿償儿兒党黨兰蘭兴興养養兽獸军軍农農冲衝决決况況冻凍净淨凉涼减減凤鳳凭憑击擊刘劉则則刚剛创創删刪别別剂劑剑劍剧劇劝勸办辦" +
        "劳勞势勢勋勛区區医醫华華协協单單卖賣卢盧卫衛却卻厂廠厅廳历歷厉厲压壓县縣双雙变變叶葉号號叹嘆吗嗎听聽启啟呜嗚响響哑啞唤喚啸嘯" +
        "团團园園围圍图圖圆圓圣聖坏壞坚堅坛壇垒壘";

    private static readonly FrozenSet<char> Simplified = Pairs.Where((_, i) => i % 2 == 0).ToFrozenSet();
    private static readonly FrozenSet<char> Traditional = Pairs.Where((_, i) => i % 2 == 1).ToFrozenSet();

    /// <summary><c>Hans</c>, <c>Hant</c>, or <c>Hani</c> if the text has no character that tells.</summary>
    public static string Of(string text)
    {
        int simplified = 0, traditional = 0;
        foreach (var c in text)
        {
            if (Simplified.Contains(c)) simplified++;
            else if (Traditional.Contains(c)) traditional++;
        }
        return simplified == traditional ? "Hani" : simplified > traditional ? "Hans" : "Hant";
    }
}
