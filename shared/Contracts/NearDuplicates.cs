using System.Buffers;
using System.Buffers.Binary;
using System.Buffers.Text;

namespace Ingestion.Contracts;

/// <summary>
/// Tells from two fingerprints whether their texts are the same story: the same text, edited, cut short or with lines added.
/// </summary>
/// <remarks>
/// A fingerprint is a bottom-k sketch: the 64 smallest hashes of the text's shingles (Broder, "On the Resemblance and Containment
/// of Documents", 1997; Bar-Yossef et al., "Counting Distinct Elements in a Data Stream", 2002), ascending, big-endian, 4 bytes
/// each, in base64url: at most 342 characters. Below the smaller of two sketches' ends both show all their hashes, so what they
/// share there estimates how much of the shorter text is in the longer one, which resemblance (Jaccard) would not see. A text of
/// fewer than 32 different shingles (about 36 words, or 41 Chinese characters) has an empty fingerprint and is alike to nothing.
/// </remarks>
public static class NearDuplicates
{
    private const int SketchSize = 64;
    private const int LeastShingles = 32;
    private const int LeastShared = 8;
    private const double LeastSimilarity = 0.6;
    private const int BandCount = 24;

    /// <summary>The fingerprint of a text.</summary>
    /// <param name="shingles">The hash of each of its shingles, spread evenly over all numbers, in any order.</param>
    public static string Fingerprint(IEnumerable<uint> shingles)
    {
        var sketch = new SortedSet<uint>();
        foreach (var hash in shingles)
        {
            if (sketch.Count < SketchSize) sketch.Add(hash);
            else if (hash < sketch.Max && sketch.Add(hash)) sketch.Remove(sketch.Max);
        }
        if (sketch.Count < LeastShingles) return "";

        var bytes = new byte[sketch.Count * sizeof(uint)];
        var at = 0;
        foreach (var hash in sketch) BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(sizeof(uint) * at++), hash);
        return Base64Url.EncodeToString(bytes);
    }

    /// <summary>
    /// The keys to find it by in an index, at most 24: fingerprints that are alike share a key with high probability. A text whose
    /// copy is cut to a half is missed once in ten million times, to a quarter once in a thousand, to an eighth, where likeness
    /// ends, once in 25. Of texts that are not alike about one in a thousand shares a key.
    /// </summary>
    /// <returns>8 hex digits each; none for an empty fingerprint or text that is no fingerprint.</returns>
    public static IReadOnlyList<string> Bands(string fingerprint) =>
        [.. Read(fingerprint).Take(BandCount).Select(hash => hash.ToString("x8", null))];

    /// <summary>
    /// How much of the shorter text is in the longer one, 0 to 1: 0 where either fingerprint is empty or none, and where too
    /// little can be compared, because one text is many times as long as the other or they share almost nothing.
    /// </summary>
    public static double Similarity(string a, string b)
    {
        uint[] one = Read(a), other = Read(b);
        if (one.Length == 0 || other.Length == 0) return 0;
        var end = Math.Min(End(one), End(other));
        var left = one.TakeWhile(hash => hash <= end).ToHashSet();
        var right = other.TakeWhile(hash => hash <= end).ToHashSet();
        var shared = left.Count(right.Contains);
        return shared < LeastShared ? 0 : (double)shared / Math.Min(left.Count, right.Count);
    }

    /// <summary>Whether two texts are the same story. Made so that different stories are kept apart rather than every copy found.</summary>
    public static bool AreAlike(string a, string b) => Similarity(a, b) >= LeastSimilarity;

    // A full sketch ends at its last hash; one of a short text holds all hashes there are.
    private static uint End(uint[] sketch) => sketch.Length == SketchSize ? sketch[^1] : uint.MaxValue;

    private static uint[] Read(string fingerprint)
    {
        Span<byte> bytes = stackalloc byte[SketchSize * sizeof(uint)];
        if (Base64Url.DecodeFromChars(fingerprint, bytes, out _, out var length) != OperationStatus.Done) return [];
        if (length % sizeof(uint) != 0 || length < LeastShingles * sizeof(uint)) return [];
        var sketch = new uint[length / sizeof(uint)];
        for (var i = 0; i < sketch.Length; i++) sketch[i] = BinaryPrimitives.ReadUInt32BigEndian(bytes[(sizeof(uint) * i)..]);
        return sketch;
    }
}
