using Ingestion.Contracts;
using Ingestion.Ingest.Submissions;
using Xunit;

namespace Ingestion.Unit.Tests.Ingest;

public sealed class SubmissionFactoryTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    private static readonly SubmissionDraft Draft = new()
    {
        Source = "example",
        SourceArticleId = "1",
        ContentType = "text/html",
        Content = "<p>Hello</p>"u8.ToArray(),
    };

    [Fact]
    public void The_hash_covers_the_content_and_everything_said_about_it()
    {
        var hashes = new[]
        {
            Draft,
            Draft with { Content = "<p>Hello!</p>"u8.ToArray() },
            Draft with { ContentType = "text/html; charset=gbk" },
            Draft with { Hints = new ArticleHints { Title = "T" } },
            Draft with { Hints = new ArticleHints { Url = "T" } },
            Draft with { Hints = new ArticleHints { PublishedAt = new ArticleTime(new DateOnly(2026, 1, 1)) } },
        }.Select(draft => SubmissionFactory.Create(draft, null, Now, TimeSpan.FromMinutes(1), null).ContentHash).ToList();
        Assert.Equal(hashes.Count, hashes.Distinct().Count());
    }

    [Fact]
    public void The_same_draft_gives_the_same_submission_at_any_time()
    {
        var first = SubmissionFactory.Create(Draft, null, Now, TimeSpan.FromMinutes(1), null);
        var second = SubmissionFactory.Create(Draft with { Content = Draft.Content.ToArray() }, null, Now.AddDays(1), TimeSpan.FromMinutes(1), "00-1");
        Assert.Equal((first.ArticleId, first.ContentHash), (second.ArticleId, second.ContentHash));
        Assert.Equal(Now.AddMinutes(1), first.DueAt);
    }

    [Theory]
    [InlineData("HTTP://News.Example:80/a?utm_source=x&id=2&fbclid=3#top", "http://news.example/a?id=2")]
    [InlineData("https://news.example/a?utm_medium=x", "https://news.example/a")]
    [InlineData("https://news.example/A/b", "https://news.example/A/b")]
    [InlineData("no url", "no url")]
    [InlineData(null, null)]
    public void A_page_has_one_canonical_URL(string? url, string? expected) => Assert.Equal(expected, CanonicalUrl.Normalize(url));
}
