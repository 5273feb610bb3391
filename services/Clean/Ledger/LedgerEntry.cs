using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using Ingestion.Contracts;

namespace Ingestion.Clean.Ledger;

/// <summary>One rule's work at one place, as it adds up.</summary>
internal sealed class LedgerEntry(string rule, RemovalAction action, string where)
{
    private const int ExcerptCharacters = 120;
    private readonly StringBuilder _excerpt = new();
    private byte[] _hash = [];
    private int _characters;
    private int _count;
    private double _confidence = 1;

    /// <summary>More of the same: the confidence of the entry is that of its least sure part.</summary>
    public void Add(string before, double confidence, int count)
    {
        // The first part is hashed alone, so that an entry made at once carries the plain hash of what was there.
        var hash = Hash(before);
        _hash = _count == 0 ? hash : SHA256.HashData([.. _hash, .. hash]);
        _characters += before.Length;
        _count += count;
        _confidence = Math.Min(_confidence, confidence);
        if (_excerpt.Length < ExcerptCharacters)
        {
            if (_excerpt.Length > 0) _excerpt.Append(' ');
            _excerpt.Append(before.AsSpan(0, Math.Min(before.Length, ExcerptCharacters)));
        }
    }

    /// <summary>The entry as it stands.</summary>
    public Removal ToRemoval() => new()
    {
        Rule = rule,
        Action = action,
        Where = where,
        Characters = _characters,
        Count = _count,
        Hash = Convert.ToHexStringLower(_hash)[..16],
        Excerpt = Excerpt(),
        Confidence = _confidence,
    };

    private static byte[] Hash(string text)
    {
        var bytes = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(text.Length));
        var hash = SHA256.HashData(bytes.AsSpan(0, Encoding.UTF8.GetBytes(text, bytes)));
        ArrayPool<byte>.Shared.Return(bytes);
        return hash;
    }

    private string Excerpt()
    {
        var end = Math.Min(_excerpt.Length, ExcerptCharacters);
        if (end > 0 && char.IsHighSurrogate(_excerpt[end - 1])) end--;
        return _excerpt.ToString(0, end);
    }
}
