using System.Buffers;
using System.IO.Pipelines;

namespace Ingestion.Ingest.Push.Batch;

/// <summary>A line of a batch.</summary>
/// <param name="Number">Its number, from 1; blank lines count.</param>
/// <param name="Content">The line; null if it is longer than a line may be.</param>
internal sealed record BatchLine(int Number, byte[]? Content);

/// <summary>Reads lines from a body as it comes, one in memory at a time. Blank lines are passed over.</summary>
/// <param name="body">The body.</param>
/// <param name="maxBytes">Longest line.</param>
internal sealed class LineReader(PipeReader body, int maxBytes)
{
    private int _number;

    /// <summary>The next line, or null at the end.</summary>
    public async ValueTask<BatchLine?> ReadAsync(CancellationToken cancellationToken)
    {
        var isTooLong = false;
        while (true)
        {
            var read = await body.ReadAsync(cancellationToken);
            var buffer = read.Buffer;
            if (buffer.PositionOf((byte)'\n') is { } end)
            {
                var line = Take(buffer.Slice(0, end), isTooLong);
                body.AdvanceTo(buffer.GetPosition(1, end));
                if (line is not null) return line;
                isTooLong = false;
            }
            else if (read.IsCompleted)
            {
                var line = buffer.IsEmpty && !isTooLong ? null : Take(buffer, isTooLong);
                body.AdvanceTo(buffer.End);
                return line;
            }
            else if (buffer.Length > maxBytes)
            {
                isTooLong = true; // the rest of the line is dropped as it comes
                body.AdvanceTo(buffer.End);
            }
            else
            {
                body.AdvanceTo(buffer.Start, buffer.End);
            }
        }
    }

    private BatchLine? Take(ReadOnlySequence<byte> line, bool isTooLong)
    {
        _number++;
        if (isTooLong || line.Length > maxBytes) return new BatchLine(_number, null);
        var content = line.ToArray();
        return content.AsSpan().Trim(" \t\r"u8).IsEmpty ? null : new BatchLine(_number, content);
    }
}
