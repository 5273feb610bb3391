using System.Buffers;
using Ingestion.Contracts;

namespace Ingestion.Clean.Decoding;

/// <summary>
/// Bytes read as text. A page is too long to make a string of it for nothing: it lies in pooled memory, which is given back
/// when this is disposed.
/// </summary>
internal sealed class DecodedText : IDisposable
{
    private int _length;
    private char[]? _pooled;
    private string? _text;

    private DecodedText(char[] pooled, int length, string charset)
    {
        (_pooled, _length) = (pooled, length);
        Charset = charset;
    }

    /// <summary>The text, without a byte order mark.</summary>
    public ReadOnlyMemory<char> Memory => _pooled.AsMemory(0, _length);

    /// <summary>The text as a string.</summary>
    public string Text => _text ??= Memory.ToString();

    /// <summary>The character set it was read in, as its IANA name in lower case.</summary>
    public string Charset { get; }

    /// <summary>Doubts about that.</summary>
    public IReadOnlyList<Warning> Warnings { get; set; } = [];

    /// <summary>Reads bytes.</summary>
    public static DecodedText Read(ReadOnlySpan<byte> content, string charset)
    {
        var encoding = CharsetLabel.Encoding(charset);
        var pooled = ArrayPool<char>.Shared.Rent(encoding.GetMaxCharCount(content.Length));
        var length = encoding.GetChars(content, pooled);
        return new DecodedText(pooled, length, charset);
    }

    /// <summary>Cuts off what is beyond a number of characters.</summary>
    /// <returns>Whether there was any.</returns>
    public bool Truncate(int length)
    {
        if (_length <= length) return false;
        _length = length;
        return true;
    }

    /// <summary>Gives the memory back.</summary>
    public void Dispose()
    {
        if (_pooled is not null) ArrayPool<char>.Shared.Return(_pooled);
        _pooled = null;
    }
}
