using Ingestion.Clean.Parsing;
using Xunit;

namespace Ingestion.Unit.Tests.Clean.Parsing;

public class ParsingTests
{
    [Theory]
    [InlineData("related-posts", nameof(Marks.Related))]
    [InlineData("relatedPosts", nameof(Marks.Related))]
    [InlineData("block__related_posts--wide", nameof(Marks.Related))]
    [InlineData("entry-content", nameof(Marks.Body))]
    [InlineData("ArticleBody", nameof(Marks.Body))]
    [InlineData("cookie-banner", nameof(Marks.Consent))]
    public void Class_names_are_read_however_they_are_written(string name, string mark) =>
        Assert.True(ClassWords.Read(name).HasFlag(Enum.Parse<Marks>(mark)));

    [Theory]
    [InlineData("headerless")]
    [InlineData("shadow")]
    [InlineData("elementor-widget")]
    [InlineData("adjacent")]
    public void Words_that_only_look_alike_say_nothing(string name) => Assert.Equal(Marks.None, ClassWords.Read(name));

    [Fact]
    public void The_trimmer_keeps_json_ld_and_styles_apart_and_drops_the_rest()
    {
        using var trimmed = SourceTrimmer.Trim(
            "<p>a</p><script>if (a < b) '</p>'</script><!-- <script type=\"application/ld+json\">{}</script> --><script type='application/ld+json'>{\"a\":1}</script><style>.x{}</style><svg><path d='M'/></svg>b".AsMemory());

        Assert.Equal("<p>a</p><svg></svg>b", trimmed.Html.ToString());
        Assert.Equal(["{\"a\":1}"], trimmed.JsonLd.Select(static text => text.ToString()));
        Assert.Equal([".x{}"], trimmed.Styles.Select(static text => text.ToString()));
    }

    [Fact]
    public void Overlong_attributes_go_and_the_others_stay()
    {
        using var trimmed = SourceTrimmer.Trim($"<img alt=\"x\" src=\"data:{new string('A', 10_000)}\" class='y'>".AsMemory());

        Assert.Equal("<img alt=\"x\" class='y'>", trimmed.Html.ToString());
    }

    [Theory]
    [InlineData("one two-three don't", 3)]
    [InlineData("湖畔 bridge", 3)]
    [InlineData("", 0)]
    public void Words_are_counted_in_every_script(string text, int words) => Assert.Equal(words, TextMeasure.Words(text));
}
