using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Ingestion.Tests.Infrastructure.Processes;
using Ingestion.Tests.Infrastructure.Waiting;
using Xunit;

namespace Ingestion.Pipeline.Tests.Deliveries;

/// <summary>The sample receiver, which checks signatures with the public package "standardwebhooks", against AllInOne.</summary>
public sealed class NodeReceiverTests(DeliveringServer server) : IClassFixture<DeliveringServer>
{
    private const string Secret = "whsec_c2FtcGxlIHNlY3JldCBmb3IgYSB0ZXN0IG9mIHJlY2VpdmVycw==";
    private const string OtherSecret = "whsec_YW5vdGhlciBzZWNyZXQgZm9yIGEgdGVzdCBvZiByZWNlaXZlcnM=";

    private static readonly object OfNode = new { sources = new[] { "node" } };
    private static readonly string Folder = Path.Combine(BuiltAssembly.Root, "samples", "receivers", "node");

    [Fact]
    public async Task A_public_client_verifies_what_is_sent_and_refuses_what_another_secret_signed()
    {
        Assert.SkipUnless(
            Directory.Exists(Path.Combine(Folder, "node_modules", "standardwebhooks")),
            "The package standardwebhooks is not installed: run npm ci in samples/receivers/node.");
        using var node = Start(out var lines);
        try
        {
            var endpoint = $"http://127.0.0.1:{await PortAsync(lines)}/";
            await server.SubscribeAsync(new { endpoint, secret = Secret, filter = OfNode });
            var wrong = await server.SubscribeAsync(new { endpoint, secret = OtherSecret, filter = OfNode });

            var article = await server.PublishAsync("node", "1", 1, "The ferry begins its summer timetable on Friday, with one more crossing in the evening than last year.");
            await UntilAsync(lines, line => Regex.IsMatch(line, $"^taken sub_\\S+ article\\.new {article} 1$"));
            await UntilAsync(lines, line => line.StartsWith($"refused {wrong["id"]}_", StringComparison.Ordinal));
            // Only now: a withdrawal skips what was not sent yet.
            await server.WithdrawAsync(article, 2);

            await UntilAsync(lines, line => Regex.IsMatch(line, $"^taken sub_\\S+ article\\.withdrawal {article} 2$"));
            Assert.DoesNotContain(lines, line => line.StartsWith($"taken {wrong["id"]}_", StringComparison.Ordinal));
        }
        finally
        {
            node.Kill();
            await node.WaitForExitAsync(CancellationToken.None);
        }
    }

    private static Process Start(out ConcurrentQueue<string> lines)
    {
        var start = new ProcessStartInfo("node", ["index.js"]) { WorkingDirectory = Folder, RedirectStandardOutput = true };
        start.Environment["WEBHOOK_SECRET"] = Secret;
        start.Environment["PORT"] = "0";
        var read = lines = new ConcurrentQueue<string>();
        var process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => read.Enqueue(line.Data ?? "");
        try
        {
            process.Start();
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            process.Dispose();
            Assert.Skip($"node cannot be started: {e.Message}");
        }
        process.BeginOutputReadLine();
        return process;
    }

    private static async Task<int> PortAsync(ConcurrentQueue<string> lines)
    {
        const string Listening = "listening on ";
        await UntilAsync(lines, line => line.StartsWith(Listening, StringComparison.Ordinal));
        return int.Parse(lines.First(line => line.StartsWith(Listening, StringComparison.Ordinal))[Listening.Length..], CultureInfo.InvariantCulture);
    }

    private static async Task UntilAsync(ConcurrentQueue<string> lines, Func<string, bool> isSo, [CallerArgumentExpression(nameof(isSo))] string line = "") =>
        await Wait.UntilAsync(() => Task.FromResult(lines), all => all.Any(isSo), condition: $"there is a line with {line}");
}
