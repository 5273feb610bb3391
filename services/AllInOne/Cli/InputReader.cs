namespace Ingestion.AllInOne.Cli;

/// <summary>Finds what the arguments name: files, all files of folders, and pages behind URLs.</summary>
internal static class InputReader
{
    private const int MaxPageBytes = 15 * 1024 * 1024;

    private static readonly Dictionary<string, string> ContentTypes = new(StringComparer.OrdinalIgnoreCase)
    {
        [".html"] = "text/html",
        [".htm"] = "text/html",
        [".xhtml"] = "application/xhtml+xml",
        [".txt"] = "text/plain",
        [".xml"] = "application/xml",
        [".rss"] = "application/rss+xml",
        [".atom"] = "application/atom+xml",
    };

    /// <summary>The items, in the order of the arguments, files of a folder by name. What a folder holds of other types is left out.</summary>
    /// <exception cref="InputException">An argument names nothing that can be pushed.</exception>
    public static IReadOnlyList<InputItem> Find(IEnumerable<string> arguments, HttpClient http) => [.. arguments.SelectMany(argument => Find(argument, http))];

    private static List<InputItem> Find(string argument, HttpClient http)
    {
        if (Uri.TryCreate(argument, UriKind.Absolute, out var url) && url.Scheme is "http" or "https")
            return [new InputItem(argument, argument, cancellationToken => FetchAsync(http, url!, cancellationToken))];
        if (File.Exists(argument))
            return [ReadFile(argument) ?? throw new InputException($"'{argument}' has none of the endings that are known: {string.Join(", ", ContentTypes.Keys)}.")];
        if (!Directory.Exists(argument)) throw new InputException($"'{argument}' is no file, no folder and no http(s) URL.");
        var items = Directory.EnumerateFiles(argument).Order(StringComparer.Ordinal).Select(ReadFile).OfType<InputItem>().ToList();
        return items.Count > 0 ? items : throw new InputException($"The folder '{argument}' holds no file that can be pushed.");
    }

    private static InputItem? ReadFile(string path) =>
        ContentTypes.TryGetValue(Path.GetExtension(path), out var contentType)
            ? new InputItem(
                Path.GetFileName(path), null,
                async cancellationToken => new InputContent(await File.ReadAllBytesAsync(path, cancellationToken), contentType))
            : null;

    /// <summary>What is behind a URL, as the type that its server says: a feed is a feed. Without one it is taken for a page.</summary>
    private static async Task<InputContent> FetchAsync(HttpClient http, Uri url, CancellationToken cancellationToken)
    {
        using var answer = await http.GetAsync(url, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        if (!answer.IsSuccessStatusCode) throw new InputException($"{url} answered {(int)answer.StatusCode} {answer.ReasonPhrase}.");
        await answer.Content.LoadIntoBufferAsync(MaxPageBytes, cancellationToken);
        return new InputContent(
            await answer.Content.ReadAsByteArrayAsync(cancellationToken), answer.Content.Headers.ContentType?.ToString() ?? "text/html");
    }
}

/// <summary>Thrown for an input that cannot be pushed.</summary>
internal sealed class InputException(string message) : Exception(message);
