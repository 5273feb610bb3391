using FsCheck.Xunit;
using Ingestion.Enrich.Summaries;
using Xunit;

namespace Ingestion.Unit.Tests.Enrich;

public sealed class SummarizerTests
{
    [Theory]
    [InlineData("Dr. Ada B. Clark paid 3.50 for it. She left.", "Dr. Ada B. Clark paid 3.50 for it.|She left.")]
    [InlineData("Am 3. Oktober war Ruhe. Danach nicht.", "Am 3. Oktober war Ruhe.|Danach nicht.")]
    [InlineData("“Why?” she asked. “Because!”", "“Why?” she asked.|“Because!”")]
    [InlineData("他说：“走吧。”我们就走了！真的？是的", "他说：“走吧。”|我们就走了！|真的？|是的")]
    [InlineData("هل تسمع؟ نعم.", "هل تسمع؟|نعم.")]
    [InlineData("One\n\nTwo. Three", "One|Two.|Three")]
    public void Text_is_split_into_sentences(string text, string sentences) =>
        Assert.Equal(sentences.Split('|'), SentenceSplitter.Split(text));

    [Fact]
    public void The_first_whole_sentences_are_taken()
    {
        var sentence = new string('a', 119) + ".";

        Assert.Equal($"{sentence} {sentence}", Summarizer.Summarize("Title", $"{sentence} {sentence}\n\n{sentence}"));
    }

    [Fact]
    public void Chinese_sentences_are_joined_without_a_blank() =>
        Assert.Equal("第一句。第二句。", Summarizer.Summarize("标题", "第一句。\n\n第二句。"));

    [Fact]
    public void A_sentence_that_repeats_the_title_is_left_out() =>
        Assert.Equal("It opens soon.", Summarizer.Summarize("A new library", "A new library\n\nIt opens soon."));

    [Fact]
    public void A_first_sentence_that_is_too_long_is_cut_between_words()
    {
        var summary = Summarizer.Summarize("Title", string.Join(' ', Enumerable.Repeat("word", 100)) + ".");

        Assert.EndsWith("word…", summary, StringComparison.Ordinal);
        Assert.InRange(summary!.Length, 250, Summarizer.MostCharacters);
    }

    [Fact]
    public void Nothing_has_no_summary() => Assert.Null(Summarizer.Summarize("Title", " \n\n "));

    [Property]
    public bool A_summary_is_never_longer_than_it_may_be(string? text) =>
        Summarizer.Summarize("", text ?? "") is not { } summary || summary.Length <= Summarizer.MostCharacters;

    [Property]
    public bool No_letter_is_lost_in_splitting(string? text) =>
        Letters(string.Concat(SentenceSplitter.Split(text ?? ""))) == Letters(text ?? "");

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetter));
}
