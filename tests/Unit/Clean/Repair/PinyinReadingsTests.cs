using Ingestion.Clean.Ledger;
using Ingestion.Clean.Repair;
using Ingestion.Clean.Repair.Pinyin;
using Xunit;

namespace Ingestion.Unit.Tests.Clean.Repair;

public class PinyinReadingsTests
{
    private const string Polluted = "這(zhè)個(gè)時(shí)候開(kāi)會(huì )的人還沒來。";

    [Theory]
    [InlineData("漁船靠岸的時(shí)候，碼頭上來了很多買魚的人。", "漁船靠岸的時候，碼頭上來了很多買魚的人。")]
    [InlineData("網(wǎng)絡(luò )上的個(gè)人與開(kāi)發者", "網絡上的個人與開發者")]
    [InlineData("網（wǎng）絡（luò ）上的個（gè）人與開（kāi）發者", "網絡上的個人與開發者")]
    [InlineData("用于A(yíng)I的機器已經(jīng)到了對于A(yíng)I有興趣的人手裡。", "用于AI的機器已經到了對于AI有興趣的人手裡。")]
    [InlineData(Polluted + "他們(men)說(shuō)好(hǎo)了。", "這個時候開會的人還沒來。他們說好了。")]
    public void A_reading_of_the_character_before_it_goes(string polluted, string clean) =>
        Assert.Equal(clean, TextRepair.Apply(polluted, "line 1", new RemovalLedger()));

    [Theory]
    [InlineData("生成式(AIGC)的工具")]
    [InlineData("林小山(Scott Lin)說")]
    [InlineData("他問我去不去(ma)")]
    [InlineData("這個字(zhuì)寫錯了")]
    [InlineData("(yíng)在開頭")]
    [InlineData("山上有一種叫鼩鼱(jīng)的小動物，白天很少出來。")]
    [InlineData("人(rén)、口(kǒu)、手(shǒu)、足(zú)、日(rì)、月(yuè)")]
    [InlineData("這裡的長(cháng)是長短的長，不是長大的長，請大家注意。")]
    public void Everything_else_stays(string text) => Assert.Same(text, TextRepair.Apply(text, "line 1", new RemovalLedger()));

    [Theory]
    [InlineData("他(ma)說")]
    [InlineData("微軟(Microsoft)說")]
    [InlineData("很好(hé)的人")]
    public void On_a_polluted_page_too_only_real_readings_go(string text) =>
        Assert.EndsWith(text, TextRepair.Apply(Polluted + text, "line 1", new RemovalLedger()), StringComparison.Ordinal);

    [Fact]
    public void A_page_that_gives_the_machine_away_is_cleaned_before_it_is_parsed()
    {
        var ledger = new RemovalLedger();
        var source = SourceRepair.Apply($"<html><title>開(kāi)幕</title><p>{Polluted}</p></html>".AsMemory(), ledger).Text.ToString();
        Assert.Equal("<html><title>開幕</title><p>這個時候開會的人還沒來。</p></html>", source);
        var entry = Assert.Single(ledger.Entries);
        Assert.Equal((PinyinReadings.Rule, 6), (entry.Rule, entry.Count));
    }

    [Fact]
    public void A_primer_that_glosses_every_character_keeps_its_readings()
    {
        const string Primer = "<p>小(xiǎo)鳥(niǎo)在(zài)天(tiān)上(shàng)飛(fēi)。</p>";
        Assert.Equal(Primer.AsMemory(), SourceRepair.Apply(Primer.AsMemory(), new RemovalLedger()).Text);
    }

    [Theory]
    [InlineData('開', "kāi"), InlineData('开', "kāi"), InlineData('們', "men"), InlineData('長', "cháng"), InlineData('長', "zhǎng"), InlineData('女', "nǚ")]
    public void Readings_of_both_scripts_are_known(char han, string syllable) => Assert.True(PinyinTable.IsReading(han, syllable));
}
