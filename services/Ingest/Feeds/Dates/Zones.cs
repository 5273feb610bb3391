using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Ingestion.Ingest.Feeds.Dates;

/// <summary>Time zones as feeds write them: RFC 822's, common abbreviations, and offsets.</summary>
internal static partial class Zones
{
    // Minutes east. CST, EST and their like are North America's, as RFC 822 has them; IST is India's, BST Britain's.
    private static readonly FrozenDictionary<string, int> Minutes = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase)
    {
        ["z"] = 0,
        ["ut"] = 0,
        ["utc"] = 0,
        ["gmt"] = 0,
        ["wet"] = 0,
        ["west"] = 60,
        ["bst"] = 60,
        ["met"] = 60,
        ["mez"] = 60,
        ["cet"] = 60,
        ["mest"] = 120,
        ["mesz"] = 120,
        ["cest"] = 120,
        ["sast"] = 120,
        ["eet"] = 120,
        ["eest"] = 180,
        ["msk"] = 180,
        ["trt"] = 180,
        ["gst"] = 240,
        ["pkt"] = 300,
        ["ist"] = 330,
        ["wib"] = 420,
        ["ict"] = 420,
        ["hkt"] = 480,
        ["sgt"] = 480,
        ["awst"] = 480,
        ["jst"] = 540,
        ["kst"] = 540,
        ["acst"] = 570,
        ["acdt"] = 630,
        ["aest"] = 600,
        ["aedt"] = 660,
        ["nzst"] = 720,
        ["nzdt"] = 780,
        ["nst"] = -210,
        ["ndt"] = -150,
        ["brt"] = -180,
        ["adt"] = -180,
        ["ast"] = -240,
        ["at"] = -240,
        ["edt"] = -240,
        ["est"] = -300,
        ["et"] = -300,
        ["cdt"] = -300,
        ["cst"] = -360,
        ["ct"] = -360,
        ["mdt"] = -360,
        ["mst"] = -420,
        ["mt"] = -420,
        ["pdt"] = -420,
        ["pst"] = -480,
        ["pt"] = -480,
        ["akdt"] = -480,
        ["akst"] = -540,
        ["hst"] = -600,
        // The military zones that RFC 822 names; it has their signs, for better or worse.
        ["a"] = -60,
        ["m"] = -720,
        ["n"] = 60,
        ["y"] = 720,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The offset from UTC, or null if the zone is not known.</summary>
    public static TimeSpan? Offset(string zone)
    {
        if (zone.Length == 0) return null;
        if (Minutes.TryGetValue(zone, out var minutes)) return TimeSpan.FromMinutes(minutes);
        var match = Form().Match(zone);
        if (!match.Success) return null;
        var hours = int.Parse(match.Groups[2].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
        minutes = match.Groups[3].Success ? int.Parse(match.Groups[3].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : 0;
        if (minutes > 59) return null;
        var offset = new TimeSpan(hours, minutes, 0);
        return match.Groups[1].ValueSpan is "-" ? -offset : offset;
    }

    [GeneratedRegex("^(?:etc/)?(?:gmt|utc)?([+-])([0-9]{1,2})(?::?([0-9]{2}))?(?::?00)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
