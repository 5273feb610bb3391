using System.Text;
using Ingestion.Clean.Decoding;

namespace Ingestion.Unit.Tests.Clean.Repair;

/// <summary>The machine that does the damage, written from its description: it walks GBK bytes and has lost step by one.</summary>
internal static class GbkMachine
{
    private static readonly Encoding Gbk = CodePages.Get(936);

    /// <summary>The text as it puts it out when it loses step at its first byte.</summary>
    public static string Slip(string text)
    {
        var bytes = Gbk.GetBytes(text);
        var damaged = new StringBuilder("?");
        var at = 1;
        while (at < bytes.Length && bytes[at] >= 0x80)
        {
            if (at + 1 == bytes.Length) return damaged.Append('?').ToString();
            var pair = Gbk.GetString(bytes, at, 2);
            damaged.Append(pair.Length != 1 || pair[0] is '\uFFFD' or >= '\uE000' and <= '\uF8FF' ? "?" : pair);
            at += 2;
        }
        // A second byte below 0x80 stands for itself, and what follows is in step again.
        return damaged.Append(Gbk.GetString(bytes, at, bytes.Length - at)).ToString();
    }
}
