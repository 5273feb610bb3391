using Ingestion.Clean.Sources;
using Ingestion.Contracts;
using Ingestion.Storage;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Ingestion.Unit.Tests.Clean.Sources;

public sealed class SourceRulesCacheTests
{
    private readonly FakeTimeProvider _clock = new();
    private readonly FakeSources _sources = new();

    [Fact]
    public async Task Rules_are_read_once_in_a_few_seconds()
    {
        var cache = new SourceRulesCache(_sources, _clock);
        var first = await FindAsync(cache);
        Assert.Equal((1, 1), (first, _sources.Reads));
        _sources.RulesRevision = 2;
        Assert.Equal((1, 1), (await FindAsync(cache), _sources.Reads));
        _clock.Advance(TimeSpan.FromSeconds(6));
        Assert.Equal((2, 2), (await FindAsync(cache), _sources.Reads));
    }

    [Fact]
    public async Task Rules_that_must_be_fresh_are_read_now()
    {
        var cache = new SourceRulesCache(_sources, _clock);
        await FindAsync(cache);
        _sources.RulesRevision = 5;
        Assert.Equal(5, await FindAsync(cache, fresh: true));
    }

    [Fact]
    public async Task A_source_without_a_record_has_no_rules()
    {
        var cache = new SourceRulesCache(_sources, _clock);
        Assert.True((await cache.FindAsync("unknown", fresh: false, TestContext.Current.CancellationToken)).IsEmpty);
    }

    private static async Task<long> FindAsync(SourceRulesCache cache, bool fresh = false) =>
        (await cache.FindAsync("example", fresh, TestContext.Current.CancellationToken)).Revision;

    private sealed class FakeSources : ISourceStore
    {
        public long RulesRevision { get; set; } = 1;

        public int Reads { get; private set; }

        public Task<Source?> FindAsync(string id, CancellationToken cancellationToken)
        {
            Reads++;
            return Task.FromResult(id != "example" ? null : new Source
            {
                Id = id,
                Name = id,
                Rules = new SourceRules { TitleSelector = "h1" },
                Revision = RulesRevision,
                RulesRevision = RulesRevision,
                CreatedAt = default,
                UpdatedAt = default,
            });
        }

        public Task<IReadOnlyList<Source>> ListAsync(string? afterId, int limit, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<WriteOutcome> SaveAsync(Source source, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<WriteOutcome> DeleteAsync(string id, long revision, CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}
