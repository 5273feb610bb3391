namespace Ingestion.Clean.Decoding;

/// <summary>
/// Finds the character set of bytes that are not UTF-8. The East Asian sets are judged by the characters they give, as
/// one page fits several of them byte by byte; for the others a statistical detector is asked.
/// </summary>
internal static class CharsetDetector
{
    private const int Sampled = 200_000;
    private const double Sure = 0.75;

    private static readonly string[] EastAsian = ["gb18030", "big5", "euc-jp", "shift_jis", "euc-kr"];

    /// <summary>The declared character set if the bytes make sense in it, else the one they make most sense in.</summary>
    /// <param name="content">The bytes.</param>
    /// <param name="declared">The name of the declared character set, if any.</param>
    public static string Detect(ReadOnlySpan<byte> content, string? declared)
    {
        if (declared is "utf-8") declared = null;
        var declaredFits = declared is null ? double.NegativeInfinity : Fit(content, declared);
        if (declaredFits >= Sure) return declared!;

        var (best, bestFits) = (declared ?? "windows-1252", declared is null ? Fit(content, "windows-1252") : declaredFits);
        // A declaration counts for something: what overrules it has to be clearly better.
        var handicap = declared is null ? 0 : 0.15;
        foreach (var name in EastAsian) Try(name, content, handicap);
        if (bestFits >= Sure && best != "windows-1252") return best;
        foreach (var (name, confidence) in Guesses(content[..Math.Min(content.Length, Sampled)].ToArray()))
        {
            // Western text fits its neighbours (Turkish, Baltic) as well; there the detector knows more than the characters say.
            Try(name, content, declared is null && best == "windows-1252" && confidence > 0.6 ? -0.05 : handicap);
        }
        return best;

        void Try(string name, ReadOnlySpan<byte> bytes, double handicap)
        {
            var fits = Fit(bytes, name) - handicap;
            if (fits > bestFits) (best, bestFits) = (name, fits);
        }
    }

    private static double Fit(ReadOnlySpan<byte> content, string name) => Plausibility.Of(content, CharsetLabel.Encoding(name));

    private static IEnumerable<(string Name, float Confidence)> Guesses(byte[] sample)
    {
        foreach (var guess in UtfUnknown.CharsetDetector.DetectFromBytes(sample).Details)
            if (CharsetLabel.Resolve(guess.EncodingName) is { } name && !name.StartsWith("utf-", StringComparison.Ordinal))
                yield return (name, guess.Confidence);
    }
}
