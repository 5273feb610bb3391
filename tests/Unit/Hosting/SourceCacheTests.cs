using Ingestion.Hosting.Sources;
using Ingestion.Storage;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Ingestion.Unit.Tests.Hosting;

public sealed class SourceCacheTests
{
    private readonly FakeTimeProvider _clock = new();
    private readonly FakeSources _sources = new();
    private readonly SourceCache _cache;

    public SourceCacheTests() => _cache = new SourceCache(_sources, _clock);

    [Fact]
    public async Task A_record_is_read_once_in_a_few_seconds()
    {
        Assert.Equal((1, 1), (await RevisionAsync(), _sources.Reads));
        _sources.Revision = 2;
        Assert.Equal((1, 1), (await RevisionAsync(), _sources.Reads));
        _clock.Advance(TimeSpan.FromSeconds(6));
        Assert.Equal((2, 2), (await RevisionAsync(), _sources.Reads));
    }

    [Fact]
    public async Task A_record_that_must_be_fresh_is_read_now()
    {
        await RevisionAsync();
        _sources.Revision = 5;
        Assert.Equal(5, await RevisionAsync(fresh: true));
        Assert.Equal(5, await RevisionAsync());
    }

    [Fact]
    public async Task What_has_not_changed_stays_the_same_instance_so_that_what_is_made_of_it_can_be_kept()
    {
        var first = await FindAsync("example");
        Assert.Same(first, await FindAsync("example", fresh: true));
        _sources.CreatedAt = _sources.CreatedAt.AddSeconds(1); // deleted and made again, at revision 1 too
        Assert.NotSame(first, await FindAsync("example", fresh: true));
    }

    [Fact]
    public async Task That_there_is_no_record_is_remembered_too()
    {
        Assert.Null(await FindAsync("unknown"));
        Assert.Null(await FindAsync("unknown"));
        Assert.Equal(1, _sources.Reads);
    }

    private async Task<long> RevisionAsync(bool fresh = false) => (await FindAsync("example", fresh))!.Revision;

    private async Task<Source?> FindAsync(string id, bool fresh = false) => await _cache.FindAsync(id, fresh, TestContext.Current.CancellationToken);

    private sealed class FakeSources : ISourceStore
    {
        public long Revision { get; set; } = 1;

        public DateTimeOffset CreatedAt { get; set; }

        public int Reads { get; private set; }

        public Task<Source?> FindAsync(string id, CancellationToken cancellationToken)
        {
            Reads++;
            return Task.FromResult(id != "example" ? null : new Source
            {
                Id = id,
                Name = id,
                Revision = Revision,
                RulesRevision = Revision,
                CreatedAt = CreatedAt,
                UpdatedAt = CreatedAt,
            });
        }

        public Task<IReadOnlyList<Source>> ListAsync(string? afterId, int limit, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<WriteOutcome> SaveAsync(Source source, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<WriteOutcome> DeleteAsync(string id, long revision, CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}
