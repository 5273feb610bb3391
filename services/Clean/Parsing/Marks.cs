namespace Ingestion.Clean.Parsing;

/// <summary>What the class names and the id of an element say about its purpose.</summary>
[Flags]
internal enum Marks : long
{
    /// <summary>Nothing known.</summary>
    None = 0,

    /// <summary>The text of an article: "article-body", "entry-content".</summary>
    Body = 1L << 0,

    /// <summary>An article with what belongs to it: "post", "story".</summary>
    Article = 1L << 1,

    /// <summary>Readers' comments.</summary>
    Comment = 1L << 2,

    /// <summary>Links to other articles: "related", "read-more", "recommended".</summary>
    Related = 1L << 3,

    /// <summary>Share and follow buttons.</summary>
    Share = 1L << 4,

    /// <summary>Menus, breadcrumbs, paging.</summary>
    Navigation = 1L << 5,

    /// <summary>Page footers.</summary>
    Footer = 1L << 6,

    /// <summary>Page headers, mastheads.</summary>
    Header = 1L << 7,

    /// <summary>Sidebars, asides.</summary>
    Sidebar = 1L << 8,

    /// <summary>Advertisements and sponsored blocks.</summary>
    Advertisement = 1L << 9,

    /// <summary>Captions and credits of images.</summary>
    Caption = 1L << 10,

    /// <summary>The line that names the authors.</summary>
    Byline = 1L << 11,

    /// <summary>What the authors are like: "author-bio".</summary>
    Bio = 1L << 12,

    /// <summary>Newsletters, registration, donations.</summary>
    SignUp = 1L << 13,

    /// <summary>Cookie and consent notices.</summary>
    Consent = 1L << 14,

    /// <summary>The site praising itself or others: "promo", "teaser".</summary>
    Promo = 1L << 15,

    /// <summary>Dates and times.</summary>
    Date = 1L << 16,

    /// <summary>Tags, categories, topics.</summary>
    Topics = 1L << 17,

    /// <summary>Dialogs and layers over the page.</summary>
    Popup = 1L << 18,

    /// <summary>Not to be seen, or only by some.</summary>
    Hidden = 1L << 19,

    /// <summary>A paywall's notice.</summary>
    Paywall = 1L << 20,

    /// <summary>A table of contents.</summary>
    Contents = 1L << 21,

    /// <summary>The lead under the headline.</summary>
    Standfirst = 1L << 22,

    /// <summary>The headline.</summary>
    Headline = 1L << 23,

    /// <summary>Facts about the article: "post-meta".</summary>
    Meta = 1L << 24,

    /// <summary>Ratings, reactions, polls.</summary>
    Reaction = 1L << 25,

    /// <summary>Tools: print, text size, listen, translate.</summary>
    Tools = 1L << 26,

    /// <summary>Copyright and legal lines.</summary>
    Legal = 1L << 27,

    /// <summary>Image galleries, slideshows, video players.</summary>
    Media = 1L << 28,

    /// <summary>A post of a social network that the article quotes.</summary>
    Embed = 1L << 29,

    /// <summary>Social networks; alone it says little.</summary>
    Social = 1L << 30,

    /// <summary>Content of any kind, weakly: "content", "main".</summary>
    Content = 1L << 31,

    /// <summary>A picture with what belongs to it.</summary>
    Picture = 1L << 32,

    /// <summary>A quotation set apart.</summary>
    Quote = 1L << 33,
}
