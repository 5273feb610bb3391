using Ingestion.Hosting.Pages.Markup;
using Microsoft.AspNetCore.Http;

namespace Ingestion.Hosting.Pages;

/// <summary>The page for what went wrong.</summary>
public static class ErrorPage
{
    /// <summary>The page as an answer.</summary>
    /// <param name="statusCode">The status.</param>
    /// <param name="title">What went wrong, in a few words.</param>
    /// <param name="detail">With which value, and what to do.</param>
    /// <param name="next">A link to where it goes on.</param>
    public static IResult Answer(int statusCode, string title, string? detail, Html next = default) =>
        PageLayout.Answer(title, Body(statusCode, title, detail, next), statusCode);

    internal static Html Body(int statusCode, string title, string? detail, Html next = default) => Html.Of($"""
        <div class="notice">
        <p class="status">{statusCode}</p>
        <h1>{title}</h1>
        <p>{detail}</p>
        {Html.If(next.ToString().Length > 0, () => Html.Of($"<p>{next}</p>"))}
        </div>
        """);
}
