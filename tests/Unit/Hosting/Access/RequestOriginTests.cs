using Ingestion.Hosting.Access;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace Ingestion.Unit.Tests.Hosting.Access;

public sealed class RequestOriginTests
{
    [Theory]
    [InlineData("same-origin", null, true, false)]
    [InlineData("none", null, false, false)]
    [InlineData("same-site", null, false, true)]
    [InlineData("cross-site", null, false, true)]
    [InlineData("cross-site", "http://here.example:8080", false, true)] // the browser's word counts for more
    [InlineData(null, "http://here.example:8080", true, false)]
    [InlineData(null, "https://here.example:8080", true, false)] // behind a proxy that ends TLS
    [InlineData(null, "http://here.example", false, true)]
    [InlineData(null, "http://elsewhere.example:8080", false, true)]
    [InlineData(null, "null", false, true)]
    [InlineData(null, null, false, false)]
    public void The_browser_says_where_a_request_comes_from(string? site, string? origin, bool isOwn, bool isForeign)
    {
        var request = Request("here.example:8080", site, origin);

        Assert.Equal((isOwn, isForeign), (RequestOrigin.IsOwn(request), RequestOrigin.IsForeign(request)));
    }

    [Theory]
    [InlineData("localhost:8080", true)]
    [InlineData("ingest.localhost", true)]
    [InlineData("127.0.0.1:8080", true)]
    [InlineData("[::1]:8080", true)]
    [InlineData("rebound.example:8080", false)]
    [InlineData("localhost.example", false)]
    public void A_strangers_name_for_this_machine_is_not_this_machine(string host, bool isThis) =>
        Assert.Equal(isThis, RequestOrigin.NamesThisMachine(Request(host, null, null)));

    private static HttpRequest Request(string host, string? site, string? origin)
    {
        var request = new DefaultHttpContext().Request;
        request.Host = new HostString(host);
        if (site is not null) request.Headers["Sec-Fetch-Site"] = site;
        if (origin is not null) request.Headers.Origin = origin;
        return request;
    }
}
