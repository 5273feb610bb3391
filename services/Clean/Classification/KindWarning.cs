using Ingestion.Contracts;

namespace Ingestion.Clean.Classification;

/// <summary>What a reader is told of a page that is no article.</summary>
internal static class KindWarning
{
    /// <summary>The warning; none for an article.</summary>
    public static Warning[] For(PageKind kind) => kind switch
    {
        PageKind.List => [new Warning("page-list", "The page is a list of articles, not an article.")],
        PageKind.NotFound => [new Warning("page-not-found", "The page says that there is nothing at this address.")],
        PageKind.Paywall => [new Warning("page-paywall", "The article ends where its paywall begins.")],
        PageKind.Consent => [new Warning("page-consent", "The page asks for consent before it shows the article.")],
        PageKind.BotChallenge => [new Warning("page-bot-challenge", "The page asks whether a human reads it, and shows no article.")],
        _ => [],
    };
}
