using FsCheck.Xunit;
using Ingestion.Clean.Ledger;
using Ingestion.Clean.Repair.GbkSlip;
using Xunit;

namespace Ingestion.Unit.Tests.Clean.Repair;

public class GbkSlipsTests
{
    [Theory]
    [InlineData("“山路很陡?！?/p>", "“山路很陡。”</p>")]
    [InlineData("“山路很陡?!?/p>", "“山路很陡。”</p>")]
    [InlineData("‘山路很陡?！?/p>", "‘山路很陡。’</p>")]
    [InlineData("「山路很陡?！?/span>", "「山路很陡。」</span>")]
    [InlineData("“山路真陡?　?/p>", "“山路真陡！”</p>")]
    [InlineData("“山路真陡? ?/p>", "“山路真陡！”</p>")]
    [InlineData("山路很陡??/p>", "山路很陡。</p>")]
    public void A_swallowed_end_tag_comes_back(string damaged, string whole) =>
        Assert.Equal(whole, GbkSlips.Repair(damaged, isMarkup: true, "source", new RemovalLedger()));

    [Theory]
    [InlineData("到站的??梢暂p裝上路", "到站的。可以輕裝上路")]
    [InlineData("他說?！斑@條路", "他說。“這條路")]
    [InlineData("他說?!斑@條路", "他說。“這條路")]
    [InlineData("全文完?＃ň庉?", "全文完。（編輯")]
    [InlineData("“山路很陡?！?/p>", "“山路很陡。”")]
    [InlineData("“山路很陡?！?", "“山路很陡。”")]
    public void In_text_the_marks_come_back_and_the_rest_of_the_tag_goes(string damaged, string whole) =>
        Assert.Equal(whole, GbkSlips.Repair(damaged, isMarkup: false, "line 1", new RemovalLedger()));

    [Theory]
    [InlineData("這是真的?！他不信。")]
    [InlineData("這是什麼?!")]
    [InlineData("你說什麼??我們不去。")]
    [InlineData("好嗎?A股今天漲了")]
    [InlineData("Really?! No way?")]
    [InlineData("https://example.com/a?b=c&d=?")]
    [InlineData("是嗎?表示同意。")]
    public void A_question_stays_a_question(string text)
    {
        var ledger = new RemovalLedger();
        Assert.Same(text, GbkSlips.Repair(text, isMarkup: true, "source", ledger));
        Assert.Empty(ledger.Entries);
    }

    [Fact]
    public void All_slips_of_a_place_are_one_entry()
    {
        var ledger = new RemovalLedger();
        GbkSlips.Repair("<p>“山?！?/p><p>“水?！?/p>", isMarkup: true, "source", ledger);
        var entry = Assert.Single(ledger.Entries);
        Assert.Equal((GbkSlips.Rule, 2, "source"), (entry.Rule, entry.Count, entry.Where));
    }

    // Characters that stand in front keep the machine out of step (second byte from 0x80 on); one of the last brings it back.
    private const string Keepers = "我的一是在有人中上不地大時年他對可天也能";
    private const string Finishers = "這裡輕說讀過";

    [Property]
    public bool Whatever_the_machine_did_is_undone(uint seed)
    {
        var random = new Random((int)seed);
        var inner = string.Concat(Enumerable.Range(0, random.Next(4)).Select(_ => Keepers[random.Next(Keepers.Length)]));
        var whole = "老人走過了山" + "。" + inner + Finishers[random.Next(Finishers.Length)] + "後來的人都記得";
        var damaged = "老人走過了山" + GbkMachine.Slip(whole[6..]);
        // Where two bytes out of step are no character, a second "?" tells that something is lost for good.
        return damaged.Count(c => c == '?') > 1 || GbkSlips.Repair(damaged, isMarkup: false, "line 1", new RemovalLedger()) == whole;
    }

    [Property]
    public bool An_end_of_a_quotation_is_undone(uint seed)
    {
        var random = new Random((int)seed);
        var (open, close) = random.GetItems([('“', '”'), ('‘', '’'), ('「', '」'), ('『', '』'), ('《', '》')], 1)[0];
        var mark = random.GetItems("。！".ToCharArray(), 1)[0];
        var whole = $"<p>他說：{open}路上要小心{mark}{close}</p>";
        var start = whole.IndexOf(mark, StringComparison.Ordinal);
        return GbkSlips.Repair(whole[..start] + GbkMachine.Slip(whole[start..]), isMarkup: true, "source", new RemovalLedger()) == whole;
    }
}
