using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Ingestion.AllInOne;
using Ingestion.Storage;
using Ingestion.Tests.Infrastructure.Waiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Ingestion.Pipeline.Tests;

/// <summary>AllInOne in the test's own process, on real HTTP and SQLite in a folder of its own.</summary>
public class AllInOneServer : IAsyncLifetime
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("ingestion-tests-");
    private WebApplication? _app;

    /// <summary>A client of it.</summary>
    public HttpClient Http { get; } = new();

    /// <summary>Its services.</summary>
    public IServiceProvider Services => _app!.Services;

    /// <summary>Settings beside the folder and the address.</summary>
    protected virtual IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>();

    public async ValueTask InitializeAsync()
    {
        _app = AllInOneHost.Build(new Dictionary<string, string?>(Settings)
        {
            ["urls"] = "http://127.0.0.1:0",
            ["Store:Directory"] = _data.FullName,
            ["Ingest:Lease"] = "00:00:05",
            ["Logging:LogLevel:Default"] = "None",
        });
        await _app.StartAsync(TestContext.Current.CancellationToken);
        Http.BaseAddress = new Uri(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
    }

    /// <summary>Pushes JSON.</summary>
    public Task<HttpResponseMessage> PushAsync(object push) =>
        Http.PostAsJsonAsync("v1/articles", push, TestContext.Current.CancellationToken);

    /// <summary>Pushes the page as the body.</summary>
    public async Task<HttpResponseMessage> PushBodyAsync(string query, byte[] body, string contentType)
    {
        using var content = new ByteArrayContent(body);
        content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        return await Http.PostAsync(new Uri($"v1/articles{query}", UriKind.Relative), content, TestContext.Current.CancellationToken);
    }

    /// <summary>Pushes an article that is sure to be accepted; its id.</summary>
    public async Task<string> PushTextAsync(string source, string id, string text)
    {
        using var answer = await PushAsync(new { source, id, text });
        answer.EnsureSuccessStatusCode();
        return (await ReadAsync(answer))["id"]!.GetValue<string>();
    }

    /// <summary>A JSON answer.</summary>
    public static async Task<JsonNode> ReadAsync(HttpResponseMessage answer) =>
        JsonNode.Parse(Encoding.UTF8.GetString(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)))!;

    /// <summary>Reads an article.</summary>
    public async Task<JsonNode> ReadArticleAsync(string id) =>
        (await Http.GetFromJsonAsync<JsonNode>($"v1/articles/{id}", TestContext.Current.CancellationToken))!;

    /// <summary>Waits until a version is finished, and returns it.</summary>
    public async Task<Submission> FinishedAsync(string id, int version)
    {
        var submissions = Services.GetRequiredService<ISubmissionStore>();
        var submission = await Wait.UntilAsync(
            () => submissions.FindAsync(id, version, TestContext.Current.CancellationToken),
            found => found is { State: not SubmissionState.Accepted });
        return submission!;
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        if (_app is not null)
        {
            await _app.StopAsync(CancellationToken.None);
            await _app.DisposeAsync();
        }
        _data.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }
}
