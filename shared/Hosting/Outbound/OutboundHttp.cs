using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Microsoft.Security.AntiSSRF;

namespace Ingestion.Hosting.Outbound;

/// <summary>
/// The client for addresses that others name. The address that is really dialled is checked, after the name was resolved: private,
/// loopback, link-local, shared, benchmarking, reserved, transition (6to4, NAT64, Teredo) and metadata addresses are refused, so
/// neither a redirect nor a name that changes its address reaches the inside of the network.
/// </summary>
public static class OutboundHttp
{
    /// <summary>The client's name in <see cref="IHttpClientFactory"/>.</summary>
    public const string Client = "outbound";

    /// <summary>IPv4 addresses written as IPv6 in the deprecated way (RFC 4291, 2.5.5.1).</summary>
    private const string Ipv4CompatibleAddresses = "::/96";

    /// <summary>
    /// Adds the client; services in one process share it. It follows no redirects, keeps no cookies and has no timeout of its own: callers bound their requests.
    /// A refused address throws <see cref="AntiSSRFException"/>.
    /// </summary>
    public static IHostApplicationBuilder AddOutboundHttp(this IHostApplicationBuilder builder)
    {
        if (builder.Services.Any(service => service.ServiceType == typeof(OutboundMarker))) return builder;
        builder.Services.AddSingleton<OutboundMarker>();
        builder.Services.AddOptions<OutboundOptions>().BindConfiguration(OutboundOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddHttpClient(Client)
            .ConfigureHttpClient((services, client) =>
            {
                client.Timeout = Timeout.InfiniteTimeSpan;
                client.DefaultRequestHeaders.UserAgent.ParseAdd(services.GetRequiredService<IOptions<OutboundOptions>>().Value.UserAgent);
            })
            .ConfigurePrimaryHttpMessageHandler(services => CreateHandler(services.GetRequiredService<IOptions<OutboundOptions>>().Value));
        return builder;
    }

    /// <summary>The handler that refuses.</summary>
    public static HttpMessageHandler CreateHandler(OutboundOptions options)
    {
        var policy = new AntiSSRFPolicy(PolicyConfigOptions.ExternalOnlyLatest) { AllowPlainTextHttp = true, AddXFFHeader = false };
        policy.AddDeniedAddresses([Ipv4CompatibleAddresses]);
        if (options.AllowedNetworks.Length > 0) policy.AddAllowedAddresses(options.AllowedNetworks);
        var handler = policy.GetHandler();
        handler.AllowAutoRedirect = false;
        handler.UseCookies = false;
        handler.ConnectTimeout = options.ConnectTimeout;
        handler.PooledConnectionLifetime = TimeSpan.FromMinutes(2);
        handler.MaxResponseHeadersLength = 64;
        return handler;
    }

    private sealed class OutboundMarker;
}
