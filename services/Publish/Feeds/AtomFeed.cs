using Ingestion.Hosting;
using System.ComponentModel;
using Ingestion.Publish.Api;
using Ingestion.Storage;

namespace Ingestion.Publish.Feeds;

/// <summary>GET /v1/feed.atom.</summary>
internal static class AtomFeed
{
    public const string ContentType = "application/atom+xml";

    private const int Entries = 50;

    public static async Task<IResult> HandleAsync(
        [Description("Only from this source.")] string? source,
        [Description("Only in this language, a BCP 47 primary tag such as zh.")] string? language,
        HttpRequest request, IArticleStore articles, CancellationToken cancellationToken)
    {
        var errors = new QueryErrors();
        var query = new ListArticlesParameters { Source = source, Language = language }.ToQuery(errors);
        if (errors.Any) return errors.ToResult();

        var published = await articles.ListAsync(
            new ArticleQuery { Source = query.Source, Language = query.Language, Limit = Entries }, cancellationToken);
        var root = new Uri($"{request.Scheme}://{request.Host}{request.PathBase}/");
        return TaggedAnswer.Bytes(AtomWriter.Write(published, root, query.Source, query.Language), ContentType + "; charset=utf-8");
    }
}
