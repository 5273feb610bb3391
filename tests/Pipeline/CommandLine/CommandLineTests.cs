using System.Diagnostics;
using Ingestion.Pipeline.Tests.Polling;
using Ingestion.Tests.Infrastructure.Network;
using Ingestion.Tests.Infrastructure.Processes;
using Xunit;

namespace Ingestion.Pipeline.Tests.CommandLine;

public sealed class CommandLineTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ingestion-tests-");

    [Fact]
    public async Task Once_pushes_a_folder_shows_the_table_and_exits_with_0()
    {
        await WriteAsync("one.txt", "The library moves\n\nThe library moves into the old station in the spring, and the readers move with it.");
        await WriteAsync("two.html", "<html lang=en><title>Two bridges</title><h1>Two bridges</h1><p>Two bridges were opened on the same day in the same town, which surprised many.</p></html>");
        await WriteAsync("ignored.jpg", "not an article");
        var (exitCode, output) = await RunAsync(Path.Combine(_folder.FullName, "in"), "--once");
        Assert.True(exitCode == 0, output);
        Assert.Contains("one.txt", output, StringComparison.Ordinal);
        Assert.Contains("Two bridges", output, StringComparison.Ordinal);
        Assert.Equal(2, output.Split("published").Length - 1);
        Assert.DoesNotContain("ignored", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Once_exits_with_1_and_the_reason_if_one_was_not_published()
    {
        await WriteAsync("empty.html", "\0\0\0");
        await WriteAsync("good.txt", "A good text\n\nIt is published although its neighbour in the folder is not.");
        var (exitCode, output) = await RunAsync(Path.Combine(_folder.FullName, "in"), "--once");
        Assert.Equal(1, exitCode);
        Assert.Contains("empty.html failed at Clean", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_behind_a_URL_is_pushed_as_the_type_that_its_server_says()
    {
        await using var site = RudeServer.Start(request => request.Path == "/feed"
            ? RudeAnswer.Of(200, FeedDocuments.Rss(
                new FeedItem("1", null, "The first entry", FeedDocuments.LongText("a library")),
                new FeedItem("2", null, "The second entry", FeedDocuments.LongText("a bridge"))), "Content-Type: application/rss+xml")
            : RudeAnswer.Of(200, FeedDocuments.Page("A page of its own", FeedDocuments.LongText("a square")), "Content-Type: text/html; charset=utf-8"));
        var (exitCode, output) = await RunAsync($"{site.Url}feed", $"{site.Url}page", "--once");
        Assert.True(exitCode == 0, output);
        Assert.Contains("The first entry", output, StringComparison.Ordinal);
        Assert.Contains("The second entry", output, StringComparison.Ordinal);
        Assert.Contains("A page of its own", output, StringComparison.Ordinal);
    }

    /// <summary>The README's command: <c>dotnet run</c> must leave the caller's folder as it is, or no relative path would be found.</summary>
    [Fact]
    public async Task The_readmes_command_publishes_every_sample()
    {
        var assembly = BuiltAssembly.PathOf("AllInOne");
        var configuration = Path.GetFileName(Path.GetDirectoryName(assembly))!;
        var (exitCode, output) = await RunInAsync(
            BuiltAssembly.Root, ["run", "--no-build", "--configuration", configuration, "--project", "services/AllInOne", "--", "samples", "--once"]);
        Assert.True(exitCode == 0, output);
        Assert.Contains("spam-clone.html", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no-such-folder", "is no file, no folder")]
    [InlineData("--nonsense", "nonsense")]
    public async Task A_wrong_argument_is_said_and_exits_with_1(string argument, string error)
    {
        var (exitCode, output) = await RunAsync(argument, "--once");
        Assert.Equal(1, exitCode);
        Assert.Contains(error, output, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private Task WriteAsync(string name, string content)
    {
        var folder = _folder.CreateSubdirectory("in");
        return File.WriteAllTextAsync(Path.Combine(folder.FullName, name), content, TestContext.Current.CancellationToken);
    }

    private Task<(int ExitCode, string Output)> RunAsync(params string[] arguments) =>
        RunInAsync(_folder.FullName, [BuiltAssembly.PathOf("AllInOne"), .. arguments]);

    private async Task<(int ExitCode, string Output)> RunInAsync(string folder, string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [.. arguments, "--data", Path.Combine(_folder.FullName, "data"), "--urls", "http://127.0.0.1:0"])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output + await errors);
    }
}
