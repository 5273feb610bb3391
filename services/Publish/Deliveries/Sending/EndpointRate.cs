namespace Ingestion.Publish.Deliveries.Sending;

/// <summary>Spaces the requests to an endpoint evenly. For one caller at a time.</summary>
internal sealed class EndpointRate(TimeProvider clock)
{
    private DateTimeOffset _next = DateTimeOffset.MinValue;

    /// <summary>How long to wait until the next request may begin; zero if it may now.</summary>
    public TimeSpan Wait(int? perSecond)
    {
        var now = clock.GetUtcNow();
        return perSecond is null || _next <= now ? TimeSpan.Zero : _next - now;
    }

    /// <summary>A request begins.</summary>
    public void Take(int? perSecond)
    {
        if (perSecond is not { } rate) return;
        var now = clock.GetUtcNow();
        _next = (_next > now ? _next : now) + TimeSpan.FromSeconds(1.0 / rate);
    }
}
