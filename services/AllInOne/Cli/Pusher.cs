using System.Net.Http.Headers;
using System.Text.Json;

namespace Ingestion.AllInOne.Cli;

/// <summary>Pushes inputs through the process's own HTTP door, as any sender would.</summary>
internal sealed class Pusher(HttpClient http, Uri baseAddress, string? token)
{
    private const string Source = "command-line";

    /// <summary>Pushes one input; a feed gives an article for each of its entries.</summary>
    /// <exception cref="InputException">It was refused.</exception>
    public async Task<IReadOnlyList<PushedArticle>> PushAsync(InputItem input, CancellationToken cancellationToken)
    {
        var (bytes, contentType) = await input.ReadAsync(cancellationToken);
        using var content = new ByteArrayContent(bytes);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        var query = $"?source={Source}&id={Uri.EscapeDataString(input.Name)}";
        if (input.Url is not null) query += $"&url={Uri.EscapeDataString(input.Url)}";
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(baseAddress, "/v1/articles" + query)) { Content = content };
        if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var response = await http.SendAsync(request, cancellationToken);
        var body = await response.Content.ReadAsStringAsync(cancellationToken);
        if (!response.IsSuccessStatusCode) throw new InputException(ReadProblem(body) ?? $"{(int)response.StatusCode} {response.ReasonPhrase}");
        using var json = JsonDocument.Parse(body);
        if (!json.RootElement.TryGetProperty("items", out var items)) return [ReadAnswer(input.Name, json.RootElement)];
        return [.. items.EnumerateArray().Select((item, i) => ReadAnswer($"{input.Name} #{i + 1}", item))];
    }

    private static PushedArticle ReadAnswer(string name, JsonElement answer) =>
        new(name, answer.GetProperty("id").GetString()!, answer.GetProperty("version").GetInt32());

    private static string? ReadProblem(string body)
    {
        try
        {
            using var problem = JsonDocument.Parse(body);
            return problem.RootElement.TryGetProperty("detail", out var detail) ? detail.GetString() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>An article that was accepted.</summary>
/// <param name="Name">What to call it on the screen.</param>
/// <param name="ArticleId">Its id.</param>
/// <param name="Version">The version.</param>
internal sealed record PushedArticle(string Name, string ArticleId, int Version);
