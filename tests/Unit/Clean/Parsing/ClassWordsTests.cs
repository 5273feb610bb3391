using Ingestion.Clean.Parsing;
using Xunit;

namespace Ingestion.Unit.Tests.Clean.Parsing;

public class ClassWordsTests
{
    [Theory]
    [InlineData("related-posts")]
    [InlineData("relatedPosts")]
    [InlineData("box related_posts_2")]
    public void A_name_is_cut_into_words(string name) => Assert.True(ClassWords.Read(name).HasFlag(Marks.Related));

    [Theory]
    [InlineData("element-ad3e790")]
    [InlineData("block-0243ad1")]
    public void A_number_that_a_tool_made_up_has_no_words(string name) => Assert.False(ClassWords.Read(name).HasFlag(Marks.Advertisement));

    [Theory]
    [InlineData("ad")]
    [InlineData("ad1")]
    [InlineData("top-ad-300x250")]
    public void A_number_beside_a_word_takes_nothing_from_it(string name) => Assert.True(ClassWords.Read(name).HasFlag(Marks.Advertisement));

    [Theory]
    [InlineData("overflow-hidden")]
    [InlineData("field--label-hidden")]
    public void A_box_that_cuts_off_and_a_field_without_a_label_are_to_be_seen(string name) => Assert.False(ClassWords.Read(name).HasFlag(Marks.Hidden));
}
