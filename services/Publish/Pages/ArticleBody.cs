using Ingestion.Contracts;
using Ingestion.Hosting.Pages.Markup;

namespace Ingestion.Publish.Pages;

/// <summary>The cleaned article itself, in its own language and direction.</summary>
internal static class ArticleBody
{
    public static Html Render(CleanedArticle article, Enrichment? enrichment)
    {
        var script = enrichment?.Script ?? "Zyyy";
        var language = TextDirection.Language(enrichment?.Language ?? "und", script);
        return Html.Of($"""
            <article lang="{language}" dir="{TextDirection.Of(script)}">
            <h1>{ArticleTitle.Of(article)}</h1>
            {Html.If(article.Standfirst is not null, () => Html.Of($"""<p class="standfirst">{article.Standfirst}</p>"""))}
            <p class="byline">{Byline(article, enrichment)}</p>
            <div class="body">
            {Html.Trusted(article.BodyHtml)}
            </div>
            </article>
            """);
    }

    private static Html Byline(CleanedArticle article, Enrichment? enrichment)
    {
        var parts = new List<Html>();
        if (article.Authors.Count > 0) parts.Add(Html.Of($"""<bdi class="authors">{string.Join(", ", article.Authors)}</bdi>"""));
        if (article.Publisher is { } publisher) parts.Add(Html.Of($"<bdi>{publisher}</bdi>"));
        if (article.PublishedAt is { } published) parts.Add(Html.Of($"""<time datetime="{published.ToString()}" dir="ltr">{Readable(published)}</time>"""));
        if (enrichment is { ReadingSeconds: > 0 }) parts.Add(Html.Of($"""<span lang="en" dir="ltr">{Minutes(enrichment.ReadingSeconds)}</span>"""));
        return Html.Join(parts);
    }

    private static string Readable(ArticleTime time) => time.ToString().Replace("T", " ", StringComparison.Ordinal);

    private static string Minutes(int seconds) => seconds < 60 ? "under a minute" : $"{(seconds + 30) / 60} min";
}
