using Ingestion.Enrich.Scripts;
using Xunit;

namespace Ingestion.Unit.Tests.Enrich;

public sealed class ScriptDetectorTests
{
    [Theory]
    [InlineData("Hans", "图书馆将于三年后对公众开放。")]
    [InlineData("Hant", "圖書館將於三年後對公眾開放。")]
    [InlineData("Hani", "山中有水，水中有月。")]
    [InlineData("Jpan", "図書館は三年後に開館する。")]
    [InlineData("Kore", "도서관은 3년 뒤에 문을 연다. (圖書館)")]
    [InlineData("Latn", "The library opens in three years.")]
    [InlineData("Cyrl", "Библиотека откроется через три года.")]
    [InlineData("Arab", "ستفتح المكتبة بعد ثلاث سنوات.")]
    [InlineData("Hebr", "הספרייה תיפתח בעוד שלוש שנים.")]
    [InlineData("Deva", "पुस्तकालय तीन साल में खुलेगा।")]
    [InlineData("Thai", "ห้องสมุดจะเปิดในอีกสามปี")]
    [InlineData("Grek", "Η βιβλιοθήκη θα ανοίξει σε τρία χρόνια.")]
    [InlineData("Zyyy", "2023-03-14 12:00 …")]
    public void The_script_is_an_iso_15924_code(string code, string text) =>
        Assert.Equal(code, ScriptDetector.Detect(text, ScriptCounts.Of(text)));

    [Fact]
    public void A_few_slips_do_not_change_the_variant()
    {
        const string Text = "微軟負責雲端業務的執行副總裁說，云計算服務的對話已經開始，這種设計將會發展。";

        Assert.Equal("Hant", ScriptDetector.Detect(Text, ScriptCounts.Of(Text)));
    }

    [Fact]
    public void Every_character_of_the_cjk_extensions_is_Han() =>
        Assert.Equal(WritingSystem.Han, WritingSystems.Of(new System.Text.Rune(0x20BB7)));
}
