using System.IO.Pipelines;
using System.Text;
using Ingestion.Ingest.Push.Batch;
using Xunit;

namespace Ingestion.Unit.Tests.Ingest;

public sealed class LineReaderTests
{
    [Theory]
    [InlineData("a\nb\n", "1:a 2:b")]
    [InlineData("a\r\n\r\n\n b", "1:a 4: b")]
    [InlineData("", "")]
    [InlineData("\n\n", "")]
    [InlineData("0123456789\n0123456789x\nc", "1:0123456789 2:- 3:c")]
    [InlineData("0123456789x", "1:-")]
    public async Task Lines_come_with_their_numbers_and_what_is_too_long_without_its_content(string body, string expected)
    {
        foreach (var chunk in new[] { 1, 3, 100 })
        {
            var pipe = new Pipe();
            var writing = WriteAsync(pipe.Writer, Encoding.UTF8.GetBytes(body), chunk);
            var lines = new LineReader(pipe.Reader, maxBytes: 10);
            var found = new List<string>();
            while (await lines.ReadAsync(TestContext.Current.CancellationToken) is { } line)
                found.Add($"{line.Number}:{(line.Content is null ? "-" : Encoding.UTF8.GetString(line.Content).TrimEnd('\r'))}");
            await writing;
            Assert.Equal(expected, string.Join(' ', found));
        }
    }

    private static async Task WriteAsync(PipeWriter writer, byte[] bytes, int chunk)
    {
        for (var at = 0; at < bytes.Length; at += chunk) await writer.WriteAsync(bytes.AsMemory(at, Math.Min(chunk, bytes.Length - at)));
        await writer.CompleteAsync();
    }
}
