using Ingestion.Clean.Ledger;
using Ingestion.Clean.PerSource;
using Ingestion.Clean.Repair;
using Ingestion.Clean.Repair.Pinyin;
using Ingestion.Contracts;

namespace Ingestion.Clean.PlainText;

/// <summary>Reads an article from plain text: hidden markup out, damage repaired, lines sorted, paragraphs put together.</summary>
internal static class PlainTextCleaner
{
    /// <summary>Reads one text.</summary>
    /// <param name="text">The decoded text.</param>
    /// <param name="hints">What the sender said; its title counts for more than a guess.</param>
    /// <param name="ledger">Where removals and repairs are recorded.</param>
    /// <param name="budget">What that may cost.</param>
    /// <param name="rules">The source's rules, of which the patterns count for a text; null for none.</param>
    /// <returns>The article, or <see cref="PlainArticle.Markup"/> if the text is really an HTML page.</returns>
    public static PlainArticle Clean(string text, ArticleHints hints, RemovalLedger ledger, Budget budget, CompiledSourceRules? rules = null)
    {
        if (HtmlInDisguise.IsHtml(text)) return PlainArticle.Markup;
        text = MarkupSoup.Remove(ControlCharacters.Remove(text), ledger);
        var readings = PinyinEvidence.Of(text, PinyinScanner.Find(text));
        budget.CheckTime();
        var lines = new TextLines(Repair(TextLine.Split(text, budget.Options.MaxElements, out var isCut), readings, ledger, budget), ledger);

        if (rules is not null) SourceLineRules.Apply(lines, rules);
        var cited = Citation.TakeFrom(lines);
        KeywordFarm.RemoveFrom(lines);
        var hint = string.IsNullOrWhiteSpace(hints.Title) ? null : hints.Title.Trim();
        var title = Headline.Find(lines, hint);
        BeforeTitle.RemoveFrom(lines, title);
        var info = InfoLine.TakeFrom(lines, title);
        AfterArticle.RemoveFrom(lines, title + 1);
        Boilerplate.RemoveFrom(lines, title + 1);

        var paragraphs = HardWraps.Join([.. lines.KeptBefore(title), .. lines.From(title + 1)]);
        return new PlainArticle
        {
            Title = title >= 0 ? Headline.TextOf(lines[title].Text) : hint ?? (paragraphs.Count > 0 ? Headline.MakeUp(paragraphs[0]) : ""),
            PublishedAt = info.Time ?? hints.PublishedAt,
            Publisher = info.Source,
            Authors = info.Authors,
            CitedUrl = cited,
            Paragraphs = paragraphs,
            IsCut = isCut,
        };
    }

    private static List<TextLine> Repair(List<TextLine> lines, PinyinEvidence readings, RemovalLedger ledger, Budget budget)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            budget.Step();
            if (line.IsBlank) continue;
            var mended = MojibakeRepair.TryApply(line.Text, line.Where, ledger, budget) ?? line.Text;
            lines[i] = line with { Text = TextRepair.Apply(mended, line.Where, ledger, readings).Trim() };
        }
        return lines;
    }
}
