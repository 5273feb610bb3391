using System.Text;
using FsCheck.Xunit;
using Ingestion.Clean.Decoding;
using Xunit;

namespace Ingestion.Unit.Tests.Clean.Decoding;

public class PageDecoderTests
{
    private static readonly Dictionary<string, string> Texts = new()
    {
        ["zh-Hans"] = "今天早上，市政府宣布将在河边修建一座新的公园。居民们表示欢迎，他们说孩子们终于有地方可以玩耍了。",
        ["zh-Hant"] = "今天早上，市政府宣布將在河邊修建一座新的公園。居民們表示歡迎，他們說孩子們終於有地方可以玩耍了。",
        ["ja"] = "今日の朝、市役所は川のそばに新しい公園を作ると発表しました。住民は喜んでいます。カタカナも使います。",
        ["ko"] = "오늘 아침 시청은 강가에 새로운 공원을 만들겠다고 발표했습니다. 주민들은 기뻐하고 있습니다.",
        ["ru"] = "Сегодня утром городская администрация объявила, что построит новый парк у реки. Жители рады.",
        ["de"] = "Heute früh kündigte die Stadtverwaltung an, einen neuen Park für Bürger zu eröffnen. Über die Größe ließ sie nichts verlauten.",
        ["pl"] = "Dziś rano urząd miasta ogłosił, że zbuduje nowy park nad rzeką. Mieszkańcy są bardzo zadowoleni, zwłaszcza młodzież.",
        ["el"] = "Σήμερα το πρωί ο δήμος ανακοίνωσε ότι θα χτίσει ένα νέο πάρκο δίπλα στο ποτάμι.",
        ["he"] = "הבוקר הודיעה העירייה כי תקים פארק חדש ליד הנהר. התושבים שמחים מאוד, והילדים כבר מחכים לימים הארוכים של הקיץ בגן.",
        ["tr"] = "Bu sabah belediye, nehrin kıyısında yeni bir park açacağını duyurdu. Şehrin sakinleri çok mutlu; çocuklar için oyun alanı da yapılacakmış.",
        ["is"] = "Í morgun tilkynnti bærinn að það ætti að gera nýjan garð við ána. Íbúarnir eru glaðir, því að þar verður leikvöllur fyrir börnin, og þeir þakka fyrir.",
        ["bg"] = "тази сутрин общината обяви, че ще построи нов парк край реката. жителите са доволни, защото децата ще имат къде да играят.",
        ["sr"] = "Општина је јутрос објавила да ће поред реке саградити нови парк. Становници су задовољни, јер ће деца коначно имати где да се играју.",
        ["cs"] = "Dnes ráno město oznámilo, že u řeky postaví nový park. Obyvatelé jsou velmi spokojení, protože děti budou mít kde si hrát.",
        ["ar"] = "أعلنت البلدية هذا الصباح أنها ستبني حديقة جديدة بجانب النهر.",
    };

    [Theory]
    [InlineData("zh-Hans", "gb18030"), InlineData("zh-Hant", "gb18030"), InlineData("zh-Hant", "big5"), InlineData("ja", "shift_jis"), InlineData("ja", "euc-jp")]
    [InlineData("ja", "iso-2022-jp"), InlineData("ko", "euc-kr"), InlineData("ru", "windows-1251"), InlineData("ru", "koi8-r"), InlineData("de", "windows-1252")]
    [InlineData("pl", "windows-1250"), InlineData("pl", "iso-8859-2"), InlineData("el", "windows-1253"), InlineData("ar", "windows-1256")]
    [InlineData("de", "utf-16le"), InlineData("zh-Hans", "utf-16be")]
    public void A_page_is_read_whatever_it_says_of_itself(string language, string charset)
    {
        var page = $"<html><head><title>x</title></head><p>{Texts[language]}</p>";
        var bytes = CharsetLabel.Encoding(charset).GetBytes(page);
        foreach (var declared in (string[])["text/html", $"text/html; charset={charset}", "text/html; charset=iso-8859-1", "text/html; charset=utf-8"])
            Assert.Equal((declared, page), (declared, PageDecoder.Decode(bytes, declared).Text));
    }

    [Theory]
    [InlineData("gb2312", "zh-Hant", "big5"), InlineData("big5", "zh-Hans", "gb18030"), InlineData("gb2312", "ko", "euc-kr"), InlineData("windows-1251", "ru", "koi8-r")]
    [InlineData("gb2312", "ja", "euc-jp"), InlineData("windows-1251", "he", "windows-1255"), InlineData("iso-8859-1", "tr", "windows-1254")]
    public void A_wrong_label_is_overruled_and_reported(string declared, string language, string charset)
    {
        var bytes = CharsetLabel.Encoding(charset).GetBytes($"<meta charset={declared}><p>{Texts[language]}");
        var decoded = PageDecoder.Decode(bytes, "text/html");
        Assert.Equal(charset, decoded.Charset);
        Assert.Equal("charset-mislabelled", Assert.Single(decoded.Warnings).Code);
    }

    [Theory]
    [InlineData("gb18030", "zh-Hans"), InlineData("gb18030", "zh-Hant"), InlineData("windows-1251", "ru"), InlineData("windows-1251", "bg")]
    [InlineData("windows-1251", "sr"), InlineData("windows-1252", "de"), InlineData("windows-1252", "is"), InlineData("windows-1250", "cs")]
    [InlineData("windows-1254", "tr"), InlineData("windows-1255", "he"), InlineData("euc-jp", "ja")]
    public void A_right_label_is_believed(string charset, string language)
    {
        var decoded = PageDecoder.Decode(CharsetLabel.Encoding(charset).GetBytes($"<meta charset={charset}><p>{Texts[language]}"), "text/html");
        Assert.Equal((charset, 0), (decoded.Charset, decoded.Warnings.Count));
    }

    [Theory]
    [InlineData("<meta charset=\"gb2312\">", "gb18030"), InlineData("<META http-equiv=Content-Type content='text/html; charset=GBK'>", "gb18030")]
    [InlineData("<!-- <meta charset=big5> --><meta charset=gbk>", "gb18030"), InlineData("<?xml version=\"1.0\" encoding=\"GB2312\"?>", "gb18030")]
    public void A_page_may_declare_its_character_set_itself(string declaration, string charset) =>
        Assert.Equal(charset, DeclaredCharset.Find(Encoding.ASCII.GetBytes(declaration), "text/html"));

    [Theory]
    [InlineData("iso-8859-1", "windows-1252"), InlineData(" GB2312 ", "gb18030"), InlineData("x-sjis", "shift_jis"), InlineData("ks_c_5601-1987", "euc-kr")]
    [InlineData("nonsense", null), InlineData("utf-7", null), InlineData(null, null)]
    public void Labels_mean_what_pages_mean_by_them(string? label, string? name) => Assert.Equal(name, CharsetLabel.Resolve(label));

    [Fact]
    public void A_byte_order_mark_wins_and_goes()
    {
        foreach (var encoding in (Encoding[])[new UTF8Encoding(true), new UnicodeEncoding(false, true), new UnicodeEncoding(true, true)])
            Assert.Equal("Grüße", PageDecoder.Decode([.. encoding.GetPreamble(), .. encoding.GetBytes("Grüße")], "text/html; charset=big5").Text);
    }

    [Property]
    public bool Valid_utf8_is_read_as_nothing_else(string? text, bool labelledGbk)
    {
        // "ß" makes it more than ASCII, "x" keeps it from beginning with a byte order mark; a lone surrogate is no valid UTF-8.
        var valid = "xß" + Encoding.UTF8.GetString(Encoding.UTF8.GetBytes((text ?? "").Replace("\0", "", StringComparison.Ordinal)));
        var decoded = PageDecoder.Decode(Encoding.UTF8.GetBytes(valid), labelledGbk ? "text/html; charset=gbk" : "text/plain");
        return decoded.Text == valid && decoded.Charset == "utf-8";
    }

    [Property]
    public bool Nothing_throws(byte[] bytes, bool labelled) => PageDecoder.Decode(bytes, labelled ? "text/html; charset=shift_jis" : "").Text.Length <= bytes.Length;

    [Fact]
    public void A_character_cut_off_at_the_end_changes_nothing_before_it()
    {
        foreach (var charset in (string[])["utf-8", "gb18030", "big5"])
        {
            var bytes = CharsetLabel.Encoding(charset).GetBytes(Texts["zh-Hant"]);
            var decoded = PageDecoder.Decode(bytes.AsSpan(0, bytes.Length - 1), "text/plain");
            Assert.Equal(charset, decoded.Charset);
            Assert.StartsWith(Texts["zh-Hant"][..^1], decoded.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_few_broken_bytes_leave_utf8_what_it_is()
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(Texts["ru"], 3))), 0xFF, .. "ende"u8];
        var decoded = PageDecoder.Decode(bytes, "text/html");
        Assert.Equal(("utf-8", "charset-undecodable"), (decoded.Charset, Assert.Single(decoded.Warnings).Code));
    }

    [Fact]
    public void Real_Chinese_pages_are_read_without_a_doubt()
    {
        var folder = Path.GetDirectoryName(SharedFiles.Require("bench/chinese-69/ground-truth.json"))!;
        foreach (var file in Directory.EnumerateFiles(Path.Combine(folder, "html"), "*.gz"))
        {
            using var page = new MemoryStream();
            using (var gzip = new System.IO.Compression.GZipStream(File.OpenRead(file), System.IO.Compression.CompressionMode.Decompress)) gzip.CopyTo(page);
            var decoded = PageDecoder.Decode(page.ToArray(), "text/html");
            Assert.True(decoded.Charset is "gb18030" or "utf-8" && !decoded.Text.Contains('\uFFFD'), $"{Path.GetFileName(file)}: {decoded.Charset}");
        }
    }
}
