using System.Security.Cryptography;
using Ingestion.Ingest.Formats;
using Ingestion.Storage;

namespace Ingestion.Ingest.Polling;

/// <summary>
/// What a feed's earlier documents had: tells new and changed entries from those that were taken, so that a page is not fetched and
/// an article not offered again at every poll.
/// </summary>
internal sealed class SeenEntries
{
    /// <summary>Entries that are remembered beyond those of the last document.</summary>
    private const int Remembered = 1000;

    private readonly IReadOnlyList<SeenEntry> _seen;
    private readonly Dictionary<string, SeenEntry> _byId = [];
    private readonly Dictionary<string, SeenEntry> _byUrl = [];
    private readonly Dictionary<string, SeenEntry> _byHash = [];
    private readonly List<SeenEntry> _met = [];
    private readonly HashSet<string> _idsOfDocument;

    /// <param name="seen">The entries that were taken before.</param>
    /// <param name="document">The articles of the document at hand.</param>
    public SeenEntries(IReadOnlyList<SeenEntry> seen, IReadOnlyCollection<IncomingArticle> document)
    {
        _seen = seen;
        foreach (var entry in seen)
        {
            if (entry.Id is { } id) _byId.TryAdd(id, entry);
            if (entry.Url is { } url) _byUrl.TryAdd(url, entry);
            _byHash.TryAdd(entry.Hash, entry);
        }
        _idsOfDocument = [.. document.Select(article => article.Id).OfType<string>()];
    }

    /// <summary>Meets an entry of the document: remembers it, and tells what it is to this feed.</summary>
    public EntryNews Meet(IncomingArticle article)
    {
        var hash = HashOf(article);
        _met.Add(new SeenEntry(article.Id, article.Url, hash));
        var known = article.Id is { } id ? _byId.GetValueOrDefault(id)
            : article.Url is { } url ? _byUrl.GetValueOrDefault(url)
            : _byHash.GetValueOrDefault(hash);
        return known is null ? EntryNews.New : known.Hash == hash ? EntryNews.None : EntryNews.Changed;
    }

    /// <summary>
    /// The article under the id that its page was first taken with. Some feeds make up new ids for old entries: an id that was not
    /// there before, for a page that was there under an id that is gone, is such a one.
    /// </summary>
    public IncomingArticle WithFirstId(IncomingArticle article)
    {
        if (article.Id is null || article.Url is null || _byId.ContainsKey(article.Id)) return article;
        return _byUrl.TryGetValue(article.Url, out var before) && before.Id is { } first && !_idsOfDocument.Contains(first)
            ? article with { Id = first }
            : article;
    }

    /// <summary>What is to be remembered: the document's entries, then those of the documents before.</summary>
    public IReadOnlyList<SeenEntry> ToRemember()
    {
        var met = _met.Select(KeyOf).ToHashSet();
        return [.. _met, .. _seen.Where(entry => !met.Contains(KeyOf(entry))).Take(Remembered)];
    }

    private static string KeyOf(SeenEntry entry) => entry.Id ?? entry.Url ?? entry.Hash;

    private static string HashOf(IncomingArticle article) => Convert.ToHexStringLower(SHA256.HashData(ArticlePage.Write(article)))[..32];
}

/// <summary>What an entry is to a feed that was polled before.</summary>
internal enum EntryNews
{
    /// <summary>Nothing new.</summary>
    None,

    /// <summary>It was not there.</summary>
    New,

    /// <summary>It was there and said something else.</summary>
    Changed,
}
