using Ingestion.Hosting.Access;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Ingestion.Unit.Tests.Hosting.Access;

public sealed class OperatorSessionTests
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 3, 14, 8, 0, 0, TimeSpan.Zero));

    [Fact]
    public void A_session_holds_for_twelve_hours_in_every_process_with_the_token()
    {
        var cookie = Begin(Session("one", "two"), "two");

        Assert.True(Session("two").IsSignedIn(With(cookie)));
        _clock.Advance(TimeSpan.FromHours(12) - TimeSpan.FromSeconds(1));
        Assert.True(Session("two").IsSignedIn(With(cookie)));
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.False(Session("two").IsSignedIn(With(cookie)));
    }

    [Fact]
    public void A_token_that_is_taken_away_ends_its_sessions() =>
        Assert.False(Session("one").IsSignedIn(With(Begin(Session("one", "two"), "two"))));

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("9999999999.")]
    [InlineData("9999999999.00")]
    [InlineData("-1.x")]
    [InlineData("a.b.c")]
    public void A_made_up_session_is_none(string cookie) => Assert.False(Session("one").IsSignedIn(With(cookie)));

    [Fact]
    public void A_session_cannot_be_made_longer()
    {
        var signature = Begin(Session("one"), "one").Split('.')[1];

        Assert.False(Session("one").IsSignedIn(With($"9999999999.{signature}")));
    }

    [Fact]
    public void A_script_cannot_read_the_cookie_and_another_site_cannot_send_it()
    {
        var http = new DefaultHttpContext { Request = { Scheme = "https" } };
        Session("one").Begin(http, "one");

        var attributes = http.Response.Headers.SetCookie.ToString();
        Assert.Contains("; secure; samesite=strict; httponly", attributes, StringComparison.Ordinal);
        Assert.DoesNotContain("one", attributes.Replace(OperatorSession.CookieName, "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    private OperatorSession Session(params string[] tokens) => new(Options.Create(new AccessOptions { Tokens = tokens }), _clock);

    private static string Begin(OperatorSession session, string token)
    {
        var http = new DefaultHttpContext();
        session.Begin(http, token);
        return http.Response.Headers.SetCookie.ToString().Split(';')[0][(OperatorSession.CookieName.Length + 1)..];
    }

    private static HttpRequest With(string cookie)
    {
        var request = new DefaultHttpContext().Request;
        request.Headers.Cookie = $"{OperatorSession.CookieName}={cookie}";
        return request;
    }
}
