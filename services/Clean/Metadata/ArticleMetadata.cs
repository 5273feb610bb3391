using Ingestion.Clean.Sanitising;
using Ingestion.Contracts;

namespace Ingestion.Clean.Metadata;

/// <summary>What a page says about its article.</summary>
internal sealed record ArticleMetadata
{
    /// <summary>The headline, without the site's name.</summary>
    public required string Title { get; init; }

    /// <summary>The lead as the page's metadata has it.</summary>
    public string? Description { get; init; }

    /// <summary>The authors.</summary>
    public IReadOnlyList<string> Authors { get; init; } = [];

    /// <summary>When it was published.</summary>
    public ArticleTime? PublishedAt { get; init; }

    /// <summary>When it was last modified.</summary>
    public ArticleTime? ModifiedAt { get; init; }

    /// <summary>Who published it.</summary>
    public string? Publisher { get; init; }

    /// <summary>The section.</summary>
    public string? Section { get; init; }

    /// <summary>The tags.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>The canonical URL.</summary>
    public string? CanonicalUrl { get; init; }

    /// <summary>The declared language.</summary>
    public string? Language { get; init; }

    /// <summary>The lead image.</summary>
    public ArticleImage? LeadImage { get; init; }

    /// <summary>Reads everything.</summary>
    public static ArticleMetadata Read(PageFacts facts, LinkResolver links)
    {
        var (published, modified) = DateReader.Read(facts);
        return new ArticleMetadata
        {
            Title = TitleReader.Read(facts),
            Description = OtherFacts.Description(facts),
            Authors = AuthorReader.Read(facts),
            PublishedAt = published,
            ModifiedAt = modified,
            Publisher = OtherFacts.Publisher(facts),
            Section = OtherFacts.Section(facts),
            Tags = OtherFacts.Tags(facts),
            CanonicalUrl = OtherFacts.CanonicalUrl(facts, links),
            Language = facts.Language,
            LeadImage = OtherFacts.LeadImage(facts, links),
        };
    }
}
