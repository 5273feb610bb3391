using System.Globalization;
using System.Text;

namespace Ingestion.Publish.Deliveries.Bodies;

/// <summary>Text in a header of a binary CloudEvent (CloudEvents HTTP binding 1.0, 3.1.3.2): all but printable ASCII is percent-encoded.</summary>
internal static class HeaderText
{
    public static string Encode(string text)
    {
        var encoded = new StringBuilder(text.Length);
        foreach (var b in Encoding.UTF8.GetBytes(text))
        {
            if (b is > 0x20 and < 0x7F and not (byte)'"' and not (byte)'%') encoded.Append((char)b);
            else encoded.Append('%').Append(b.ToString("X2", CultureInfo.InvariantCulture));
        }
        return encoded.ToString();
    }
}
