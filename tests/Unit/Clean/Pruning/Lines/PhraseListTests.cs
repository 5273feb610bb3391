using Ingestion.Clean.Pruning.Lines;
using Xunit;

namespace Ingestion.Unit.Tests.Clean.Pruning.Lines;

public class PhraseListTests
{
    private static readonly PhraseList Phrases = new(["read more:", "photo by", "相关阅读"]);

    [Theory]
    [InlineData("photo by", true)]
    [InlineData("» photo by …", true)]
    [InlineData("photo by ada", false)]
    [InlineData("…", false)]
    public void A_whole_line_is_compared_without_the_marks_around_it(string line, bool is_) => Assert.Equal(is_, Phrases.Is(line));

    [Theory]
    [InlineData("read more: the bridge", true)]
    [InlineData("(photo by ada)", true)]
    [InlineData("photo bye", false)]
    [InlineData("相关阅读桥梁", true)]
    [InlineData("we read more: books", false)]
    [InlineData("", false)]
    public void A_beginning_ends_with_a_word(string line, bool begins) => Assert.Equal(begins, Phrases.Begins(line));

    [Theory]
    [InlineData("the bridge, photo by ada", true)]
    [InlineData("the bridge", false)]
    public void A_phrase_is_found_anywhere(string line, bool found) => Assert.Equal(found, Phrases.IsIn(line));

    [Theory]
    [InlineData("whole-line")]
    [InlineData("section")]
    [InlineData("line-start")]
    [InlineData("line-start-short")]
    [InlineData("in-line")]
    public void The_files_hold_each_phrase_once_in_lower_case_and_say_what_they_are_for(string name)
    {
        var lines = File.ReadAllLines(Path.Combine(RepositoryFiles.Root, "services/Clean/Pruning/Lines/Phrases", $"{name}.txt"));
        var phrases = lines.Where(line => line.Length > 0 && line[0] != '#').ToList();

        Assert.StartsWith("# A line", lines[0], StringComparison.Ordinal);
        Assert.All(phrases, phrase => Assert.Equal(phrase.Trim().ToLowerInvariant(), phrase));
        Assert.Equal(phrases.Distinct(StringComparer.Ordinal), phrases);
    }

    [Fact]
    public void A_list_that_is_not_there_is_named() =>
        Assert.Contains("no-such-list", Assert.Throws<InvalidOperationException>(() => PhraseList.Load("no-such-list")).Message, StringComparison.Ordinal);
}
