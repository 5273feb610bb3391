using System.Globalization;

namespace Ingestion.Hosting.Health;

/// <summary>
/// The same program called with <c>--health</c> asks the running one whether it is ready: our images hold no shell and no
/// curl that a container's health check could call.
/// </summary>
public static class HealthProbe
{
    /// <summary>Whether the command line asks for the probe.</summary>
    public static bool IsAsked(string[] args) => args is ["--health"];

    /// <summary>0 if http://127.0.0.1:{port}/ready answers 2xx within 5 seconds, else 1.</summary>
    public static async Task<int> RunAsync()
    {
        var ports = Environment.GetEnvironmentVariable("ASPNETCORE_HTTP_PORTS") ?? "8080";
        var port = int.Parse(ports.Split(';')[0], CultureInfo.InvariantCulture);
        using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(5) };
        try
        {
            using var answer = await client.GetAsync(new Uri($"http://127.0.0.1:{port}/ready"));
            return answer.IsSuccessStatusCode ? 0 : 1;
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
        {
            return 1;
        }
    }
}
