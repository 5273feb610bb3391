namespace Ingestion.Clean.Repair.GbkSlip;

/// <summary>What a slip is being turned back into. Most "?" begin none, so trying one allocates nothing.</summary>
internal ref struct RestoredRun(Span<char> buffer)
{
    private readonly Span<char> _buffer = buffer;

    /// <summary>How many characters it has.</summary>
    public int Length { get; private set; }

    /// <summary>The last of them; U+FFFD if there is none.</summary>
    public readonly char Last => Length == 0 ? '\uFFFD' : _buffer[Length - 1];

    /// <summary>Adds one.</summary>
    public void Append(char c) => _buffer[Length++] = c;

    /// <summary>The text.</summary>
    public override readonly string ToString() => _buffer[..Length].ToString();
}
