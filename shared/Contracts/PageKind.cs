namespace Ingestion.Contracts;

/// <summary>What kind of page was pushed.</summary>
public enum PageKind
{
    /// <summary>An article.</summary>
    Article,

    /// <summary>A list of articles: a front page, a section, a search result.</summary>
    List,

    /// <summary>A page that says that there is nothing here.</summary>
    NotFound,

    /// <summary>An article cut off by a paywall.</summary>
    Paywall,

    /// <summary>A page that asks for consent first.</summary>
    Consent,

    /// <summary>A page that wants to know whether a human reads it.</summary>
    BotChallenge,
}
