using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;

namespace Ingestion.Pipeline.Tests.Publish;

/// <summary>Counts the requests that a host has begun and not ended, by ASP.NET Core's metric of them.</summary>
internal sealed class OpenRequests : IDisposable
{
    private readonly MeterListener _listener = new();
    private long _count;

    public OpenRequests(ReadHost host)
    {
        // Other hosts of this process have the same metric under factories of their own.
        var factory = host.Services.GetRequiredService<IMeterFactory>();
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Name == "http.server.active_requests" && ReferenceEquals(instrument.Meter.Scope, factory))
                listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<long>((_, change, _, _) => Interlocked.Add(ref _count, change));
        _listener.Start();
    }

    public long Count => Interlocked.Read(ref _count);

    public void Dispose() => _listener.Dispose();
}
