namespace Ingestion.Store.Tests.Contract;

/// <summary>Begins every test with an empty store.</summary>
public abstract class StoreContract(StoreFixture fixture) : IAsyncLifetime
{
    private StoreProcess? _store;

    protected StoreProcess Store => _store!;

    protected StoreFixture Fixture => fixture;

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    public virtual async ValueTask InitializeAsync()
    {
        Assert.SkipWhen(fixture.SkipReason is not null, fixture.SkipReason ?? "");
        await fixture.ResetAsync();
        _store = await fixture.OpenAsync();
    }

    public virtual async ValueTask DisposeAsync()
    {
        if (_store is not null) await _store.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
