using Ingestion.Clean.Hidden;
using Ingestion.Clean.PlainText;
using Ingestion.Clean.Repair;
using Ingestion.Clean.Repair.GbkSlip;
using Ingestion.Clean.Repair.Pinyin;
using Ingestion.Contracts;

namespace Ingestion.Clean.Ledger;

/// <summary>
/// How polluted a page was: the share of spam and damage in what was spam, damage or article. What any page has around its
/// article, such as navigation and sign-up lines, is not pollution.
/// </summary>
internal static class Pollution
{
    private static readonly HashSet<string> Rules =
        [.. HiddenRules.All.Select(rule => rule.Id), MarkupSoup.Rule, KeywordFarm.Rule, PinyinReadings.Rule, GbkSlips.Rule, MojibakeRepair.Rule];

    /// <summary>The score, 0 (clean) to 1 (nothing but spam), in steps of a thousandth.</summary>
    /// <param name="removals">The ledger.</param>
    /// <param name="keptCharacters">Characters of the article's body.</param>
    public static double Score(IEnumerable<Removal> removals, int keptCharacters)
    {
        var polluted = removals.Where(removal => Rules.Contains(removal.Rule)).Sum(removal => (long)removal.Characters);
        return polluted == 0 ? 0 : Math.Round((double)polluted / (polluted + keptCharacters), 3);
    }
}
