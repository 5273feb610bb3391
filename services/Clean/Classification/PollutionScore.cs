using Ingestion.Contracts;

namespace Ingestion.Clean.Classification;

/// <summary>
/// How polluted a page was: the characters that spam and damage added, as a share of them and the body. What honest
/// pages hide too (menus, dialogs) does not count.
/// </summary>
internal static class PollutionScore
{
    private static readonly HashSet<string> Spam = new(StringComparer.Ordinal)
    {
        "off-screen", "zero-size", "colour-on-colour", "random-name", "link-farm", "markup-soup", "keyword-farm",
    };

    /// <summary>The score, 0 to 1, three digits.</summary>
    public static double Of(IReadOnlyList<Removal> removals, int bodyCharacters)
    {
        var polluted = 0L;
        foreach (var removal in removals)
        {
            if (removal.Action == RemovalAction.Repaired || Spam.Contains(removal.Rule)) polluted += removal.Characters;
        }
        return polluted == 0 ? 0 : Math.Round((double)polluted / (polluted + bodyCharacters), 3);
    }
}
