using System.Security.Cryptography;
using System.Text;
using Ingestion.Contracts;
using Ingestion.Hosting;
using Ingestion.Hosting.Bus;
using Ingestion.Publish;
using Ingestion.Storage;
using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Ingestion.Pipeline.Tests.Publish;

/// <summary>Publish over a SQLite store of its own, with nothing that publishes but the test.</summary>
public sealed class ReadHost : IAsyncLifetime
{
    public static readonly DateTimeOffset Start = new(2026, 3, 14, 8, 0, 0, TimeSpan.Zero);

    private readonly DirectoryInfo _own = Directory.CreateTempSubdirectory("ingestion-read-");
    private WebApplication? _app;

    /// <summary>The clock of all in it.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Settings beside the store's.</summary>
    public IReadOnlyDictionary<string, string?> Settings { get; init; } = new Dictionary<string, string?>();

    /// <summary>Where the store is: a folder of its own unless it is given another's.</summary>
    public string StoreDirectory { get => field ?? _own.FullName; init; }

    public HttpClient Client { get; private set; } = null!;

    public IServiceProvider Services => _app!.Services;

    public ISubmissionStore Submissions => Services.GetRequiredService<ISubmissionStore>();

    public IArticleStore Articles => Services.GetRequiredService<IArticleStore>();

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration["Logging:LogLevel:Default"] = "Warning";
        builder.Configuration["Bus:Transport"] = "InMemory";
        builder.Configuration["Store:Provider"] = nameof(StoreProvider.Sqlite);
        builder.Configuration["Store:Directory"] = StoreDirectory;
        builder.Configuration.AddInMemoryCollection(Settings);
        builder.Services.AddSingleton(Clock);
        builder.AddIngestionDefaults("publish");
        builder.AddPublish();
        builder.Services.AddOptions<BusOptions>().BindConfiguration(BusOptions.Section);
        builder.Services.AddMassTransit(bus =>
        {
            bus.DisableUsageTelemetry();
            bus.UsingInMemory();
        });
        _app = builder.Build();
        _app.MapIngestionDefaults();
        _app.MapPublish();
        await _app.StartAsync(TestContext.Current.CancellationToken);
        await _app.Services.GetRequiredService<IStoreLifecycle>().PrepareAsync(TestContext.Current.CancellationToken);
        Client = new HttpClient { BaseAddress = new Uri(_app.Urls.Single()) };
    }

    /// <summary>Stops it as SIGTERM would.</summary>
    public Task StopAsync() => _app!.StopAsync(CancellationToken.None);

    /// <summary>Disposes it without having stopped it.</summary>
    public async Task AbandonAsync()
    {
        await _app!.DisposeAsync();
        _app = null;
    }

    public async ValueTask DisposeAsync()
    {
        Client?.Dispose();
        if (_app is not null)
        {
            await _app.StopAsync(CancellationToken.None);
            await _app.DisposeAsync();
        }
        _own.Delete(recursive: true);
    }

    /// <summary>Accepts a version of an article and answers its id.</summary>
    public async Task<Submission> AcceptAsync(string source, string key, string content, int minute = 0, ArticleHints? hints = null)
    {
        var raw = Encoding.UTF8.GetBytes(content);
        var accepted = await Submissions.AcceptAsync(
            new NewSubmission
            {
                ArticleId = ArticleId.Derive(source, key, null, raw),
                Source = source,
                SourceArticleId = key,
                Hints = hints ?? new ArticleHints(),
                ContentType = "text/html; charset=utf-8",
                ContentHash = Convert.ToHexStringLower(SHA256.HashData(raw)),
                Raw = raw,
                ReceivedAt = Start.AddMinutes(minute),
                DueAt = Start.AddMinutes(minute + 1),
            },
            TestContext.Current.CancellationToken);
        return accepted.Submission;
    }

    /// <summary>Accepts and publishes a version of an article.</summary>
    public async Task<Submission> PublishAsync(
        string source, string key, string content, int minute = 0, CleanedArticle? article = null, Enrichment? enrichment = null)
    {
        var submission = await AcceptAsync(source, key, content, minute);
        await PublishAsync(submission, article ?? Samples.Article(content), enrichment ?? Samples.Enrichment());
        return submission;
    }

    /// <summary>Withdraws an article.</summary>
    public async Task WithdrawAsync(Submission submission, int minute)
    {
        var accepted = await Submissions.AcceptAsync(
            new NewSubmission
            {
                ArticleId = submission.ArticleId,
                Kind = SubmissionKind.Withdrawal,
                Source = submission.Source,
                ReceivedAt = Start.AddMinutes(minute),
                DueAt = Start.AddMinutes(minute + 1),
            },
            TestContext.Current.CancellationToken);
        await PublishAsync(accepted.Submission, null, null);
    }

    /// <summary>Publishes an accepted version, a second after it was received unless it is said when.</summary>
    public async Task PublishAsync(Submission submission, CleanedArticle? article, Enrichment? enrichment, DateTimeOffset? at = null) =>
        await Articles.PublishAsync(
            new Publication
            {
                ArticleId = submission.ArticleId,
                Version = submission.Version,
                Source = submission.Source,
                ReceivedAt = submission.ReceivedAt,
                Article = article,
                Enrichment = enrichment,
                Timeline = Samples.Timeline(submission.ReceivedAt),
                PublishedAt = at ?? submission.ReceivedAt.AddSeconds(1),
            },
            TestContext.Current.CancellationToken);
}
