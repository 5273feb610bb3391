using Ingestion.Contracts;
using Ingestion.Storage;

namespace Ingestion.Publish.Pages;

/// <summary>What an article is called on the pages: there is always something to click.</summary>
internal static class ArticleTitle
{
    /// <summary>The title of an article in a list.</summary>
    public static string Of(Submission submission) =>
        submission.Kind == SubmissionKind.Withdrawal
            ? $"Withdrawn article {submission.ArticleId}"
            : submission.IsHeldBack() ? $"Article {submission.ArticleId}, under embargo"
            : FirstOf(submission.Summary?.Title, submission.Hints.Title, submission.Hints.Url, $"Article {submission.ArticleId}");

    /// <summary>The title of an article on its page.</summary>
    public static string Of(CleanedArticle article) => FirstOf(article.Title, "Untitled");

    private static string FirstOf(params ReadOnlySpan<string?> names)
    {
        foreach (var name in names)
        {
            if (!string.IsNullOrWhiteSpace(name)) return name;
        }
        return "";
    }
}
