using System.Collections.Frozen;
using System.Text;
using Ingestion.Clean.Decoding;

namespace Ingestion.Clean.PlainText;

/// <summary>Rule <c>boilerplate</c>: lines that portals put around an article, in Chinese (both scripts) and English.</summary>
internal static class Boilerplate
{
    /// <summary>The rule's id.</summary>
    public const string Rule = "boilerplate";

    private const int LongestLine = 60;

    /// <summary>Lines that say nothing but this, wherever they stand. Compared without blanks, marks, digits and case.</summary>
    private static readonly FrozenSet<string> Phrases = Set(
        "首頁 首页 主頁 主页 新聞中心 新闻中心 新聞資訊 新闻资讯 資訊中心 资讯中心 新聞動態 新闻动态 關於我們 关于我们 關于我們 聯繫我們 联系我们 聯系我們",
        "登錄 登录 登入 註冊 注册 免費註冊 免费注册 搜索 搜尋 收藏 收藏本站 加入收藏 設為首頁 设为首页 分享 分享到 打印 列印 打印本頁 打印本页 關閉 关闭 關閉窗口 关闭窗口",
        "返回 返回首頁 返回首页 返回頂部 返回顶部 返回列表 回到頂部 回到顶部 點讚 点赞 舉報 举报 投稿 字號 字号 複製鏈接 复制链接 掃一掃 扫一扫 手機版 手机版 網站地圖 网站地图",
        "閱讀全文 阅读全文 展開全文 展开全文 查看更多 更多 點擊進入下一頁 点击进入下一页 上一頁 上一页 下一頁 下一页 技術專區 技术专区 廣告 广告 正文 相關下載 相关下载",
        "home menu search share print close login sign-in sign-up register subscribe back-to-top skip-to-content skip-to-main-content advertisement",
        "advertisement-continue-reading-below read-more share-this share-this-article share-on-facebook share-on-twitter email-this tweet about-us contact-us",
        "privacy-policy terms-of-use terms-of-service cookie-policy all-rights-reserved sign-up-for-our-newsletter subscribe-to-our-newsletter follow-us");

    /// <summary>Headings of what follows an article. What comes after them is no longer part of it.</summary>
    private static readonly FrozenSet<string> TailHeadings = Set(
        "評論 评论 網友評論 网友评论 最新評論 最新评论 熱門評論 热门评论 發表評論 发表评论 我要評論 我要评论 評論區 评论区 全部評論 全部评论 條評論 条评论",
        "相關推薦 相关推荐 相關閱讀 相关阅读 相關新聞 相关新闻 相關文章 相关文章 相關資訊 相关资讯 相關鏈接 相关链接 相關報道 相关报道 相關標籤 相关标签 相關產品 相关产品",
        "推薦閱讀 推荐阅读 延伸閱讀 延伸阅读 熱門推薦 热门推荐 熱門文章 热门文章 熱門新聞 热门新闻 精彩推薦 精彩推荐 為您推薦 为您推荐 猜你喜歡 猜你喜欢 最新文章 最新資訊 最新资讯",
        "comments leave-a-comment post-a-comment leave-a-reply join-the-conversation related related-articles related-stories related-posts related-news",
        "related-topics more-from more-stories more-on-this-story read-next you-may-also-like you-might-also-like recommended recommended-for-you most-read most-popular");

    /// <summary>Beginnings of short lines that go on with a name, a title or a number.</summary>
    private static readonly string[] Openings =
    [
        "上一篇", "下一篇", "上一條", "下一條", "上一条", "下一条", "責任編輯", "责任编辑", "責編", "责编", "編輯：", "编辑：", "編輯:", "编辑:", "（編輯", "（编辑", "(編輯", "(编辑",
        "（責任編輯", "（责任编辑", "(責任編輯", "(责任编辑", "版權聲明", "版权声明", "免責聲明", "免责声明", "版權所有", "版权所有", "關鍵詞", "关键词", "關鍵字", "关键字", "標籤：", "标签：",
        "標簽：", "掃描二維碼", "扫描二维码", "關注我們", "关注我们", "歡迎關注", "欢迎关注", "文章來源：", "文章来源：", "copyright ©", "copyright (c)", "© ", "all rights reserved",
        "filed under", "tags:", "share this", "follow us", "click here to",
    ];

    /// <summary>Whether the line is nothing but boilerplate.</summary>
    public static bool Matches(string line) =>
        line.Length <= LongestLine && (Phrases.Contains(Key(line)) || IsTailHeading(line) || OpensAsBoilerplate(line));

    /// <summary>Whether the line is a heading of what follows an article: comments, related articles.</summary>
    public static bool IsTailHeading(string line) => line.Length <= LongestLine && TailHeadings.Contains(Key(line));

    /// <summary>Takes such lines out of the body.</summary>
    public static void RemoveFrom(TextLines lines, int start)
    {
        foreach (var i in lines.Filled(start))
        {
            var line = lines[i].Text;
            if ((lines.StandsAlone(i) || Prose.IsWide(line[0])) && !Prose.EndsSentence(line) && Matches(line)) lines.Remove(i, Rule, 0.9);
            else if (Underline.Matches(line)) lines.Remove(i, Underline.Rule, 0.95);
        }
    }

    private static bool OpensAsBoilerplate(string line) =>
        Array.Exists(Openings, opening => line.StartsWith(opening, StringComparison.OrdinalIgnoreCase));

    private static string Key(string line)
    {
        var key = new StringBuilder(line.Length);
        foreach (var c in line)
            if (char.IsLetter(c) || Han.IsHan(c)) key.Append(char.ToLowerInvariant(c));
        return key.ToString();
    }

    private static FrozenSet<string> Set(params string[] words) =>
        words.SelectMany(list => list.Split(' ')).Select(Key).ToFrozenSet();
}
