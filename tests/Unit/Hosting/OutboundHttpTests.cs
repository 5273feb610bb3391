using System.Net.Sockets;
using Ingestion.Hosting.Outbound;
using Microsoft.Security.AntiSSRF;
using Xunit;

namespace Ingestion.Unit.Tests.Hosting;

public class OutboundHttpTests
{
    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("localhost")]
    [InlineData("2130706433")]
    [InlineData("10.1.2.3")]
    [InlineData("172.16.0.1")]
    [InlineData("192.168.1.1")]
    [InlineData("169.254.169.254")]
    [InlineData("100.64.0.1")]
    [InlineData("100.100.100.200")]
    [InlineData("168.63.129.16")]
    [InlineData("198.18.0.1")]
    [InlineData("198.19.255.255")]
    [InlineData("192.0.2.1")]
    [InlineData("224.0.0.1")]
    [InlineData("240.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("[::1]")]
    [InlineData("[::ffff:127.0.0.1]")]
    [InlineData("[::ffff:10.0.0.1]")]
    [InlineData("[::127.0.0.1]")]
    [InlineData("[fe80::1]")]
    [InlineData("[fc00::1]")]
    [InlineData("[fd00:ec2::254]")]
    [InlineData("[2002:7f00:1::]")]
    [InlineData("[64:ff9b::7f00:1]")]
    [InlineData("[64:ff9b:1::7f00:1]")]
    [InlineData("[2001:0:7f00:1::]")]
    [InlineData("[ff02::1]")]
    public async Task An_address_that_is_not_public_is_refused_before_it_is_dialled(string host)
    {
        using var client = new HttpClient(OutboundHttp.CreateHandler(new OutboundOptions { ConnectTimeout = TimeSpan.FromSeconds(2) }));

        var error = await Record.ExceptionAsync(() => client.GetAsync($"http://{host}:9/", TestContext.Current.CancellationToken));

        Assert.Contains(Causes(error!), cause => cause is AntiSSRFException);
    }

    [Fact]
    public async Task A_network_that_is_allowed_is_dialled()
    {
        using var client = new HttpClient(OutboundHttp.CreateHandler(new OutboundOptions { AllowedNetworks = ["127.0.0.0/8"] }));

        var error = await Record.ExceptionAsync(() => client.GetAsync("http://127.0.0.1:9/", TestContext.Current.CancellationToken));

        Assert.Contains(Causes(error!), cause => cause is SocketException { SocketErrorCode: SocketError.ConnectionRefused });
    }

    [Theory]
    [InlineData("ftp://192.88.99.1/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("http://0.0.0.0/")]
    [InlineData("http://[::]/")]
    public async Task Other_schemes_and_the_unspecified_address_are_refused(string url)
    {
        using var client = new HttpClient(OutboundHttp.CreateHandler(new OutboundOptions()));

        var error = await Record.ExceptionAsync(() => client.GetAsync(new Uri(url), TestContext.Current.CancellationToken));

        Assert.NotNull(error);
        Assert.DoesNotContain(Causes(error), cause => cause is SocketException);
    }

    [Fact]
    public void A_network_that_is_none_is_named()
    {
        var options = new OutboundOptions { AllowedNetworks = ["10.0.0.0/8", "localhost"] };

        var problem = Assert.Single(options.Validate(new(options)));

        Assert.Contains("'localhost'", problem.ErrorMessage, StringComparison.Ordinal);
    }

    private static IEnumerable<Exception> Causes(Exception error)
    {
        for (var cause = error; cause is not null; cause = cause.InnerException!) yield return cause;
    }
}
