using System.Globalization;
using Ingestion.Hosting.Pages.Markup;
using Ingestion.Storage;

namespace Ingestion.Ingest.Pages;

/// <summary>
/// How polluted a source's pages were, and how many words were taken away, day by day. The words around the charts are HTML, so that they
/// keep their size on a phone; the table says the same to who cannot see them.
/// </summary>
internal static class PollutionChart
{
    /// <summary>Days in the chart.</summary>
    public const int Days = 30;

    private const double Slot = 10;
    private const double BarWidth = 7;
    private const double Height = 100;

    /// <summary>A bar of anything at all is at least this high, so that it can be seen.</summary>
    private const double LeastHeight = 1.5;

    /// <summary>When the chart begins.</summary>
    public static DateTimeOffset FirstDay(DateTimeOffset now) => new(now.UtcDateTime.Date.AddDays(1 - Days), TimeSpan.Zero);

    public static Html Render(IReadOnlyList<DayOfSource> days, DateTimeOffset now)
    {
        if (days.Count == 0) return Html.Of($"<p>Nothing was published in the last {Days} days.</p>");
        var first = DateOnly.FromDateTime(FirstDay(now).UtcDateTime);
        var mostWords = days.Max(day => day.WordsKept + day.WordsRemoved);
        var pollution = days.Sum(day => day.MeanPollution * day.Articles) / days.Sum(day => day.Articles);
        return Html.Of($"""
            <figure class="chart-of">
            <figcaption>How polluted its pages were: <span class="removed">mean</span> and worst of each day, {Percent(pollution)} over all. <span class="scale">top: 100 %</span></figcaption>
            {Chart("Pollution by day", days.Select(day => PollutionBar(day, first)))}
            </figure>
            <figure class="chart-of">
            <figcaption>Words <span class="kept">kept</span> and <span class="removed">removed</span>. <span class="scale">top: {Numbers.Count(mostWords)}</span></figcaption>
            {Chart("Words by day", days.Select(day => WordsBar(day, first, mostWords)))}
            <p class="axis"><span>{Day(first)}</span><span>{Day(first.AddDays(Days - 1))}</span></p>
            </figure>
            <details><summary>As a table</summary>
            <div class="scroll" tabindex="0" role="group" aria-label="Pollution by day"><table class="figures">
            <thead><tr><th scope="col">Day</th><th scope="col">Articles</th><th scope="col">Mean</th><th scope="col">Worst</th><th scope="col">Kept</th><th scope="col">Removed</th></tr></thead>
            <tbody>{Html.Join(days.Reverse().Select(Row))}</tbody>
            </table></div></details>
            """);
    }

    /// <summary>How high a bar is, of the chart's height of 100.</summary>
    public static double HeightOf(double value, double most) => value <= 0 || most <= 0 ? 0 : Math.Clamp(Height * value / most, LeastHeight, Height);

    private static Html Chart(string name, IEnumerable<Html> bars) => Html.Of($"""
        <svg class="days" viewBox="0 0 {Numbers.Attribute(Slot * Days)} {Numbers.Attribute(Height)}" preserveAspectRatio="none" role="img" aria-label="{name}">{Html.Join(bars)}</svg>
        """);

    private static Html PollutionBar(DayOfSource day, DateOnly first)
    {
        var (x, mean, max) = (Left(day.Day, first), HeightOf(day.MeanPollution, 1), HeightOf(day.MaxPollution, 1));
        return Html.Of($"""<g><title>{Title(day)}</title>{Bar("worst", x, Height - max, max)}{Bar("part", x, Height - mean, mean)}</g>""");
    }

    private static Html WordsBar(DayOfSource day, DateOnly first, long most)
    {
        var (x, kept, removed) = (Left(day.Day, first), HeightOf(day.WordsKept, most), HeightOf(day.WordsRemoved, most));
        kept = Math.Min(kept, Height - removed);
        return Html.Of(
            $"""<g><title>{Title(day)}</title>{Bar("kept", x, Height - kept, kept)}{Bar("part", x, Height - kept - removed, removed)}</g>""");
    }

    private static double Left(DateOnly day, DateOnly first) => Slot * (day.DayNumber - first.DayNumber) + (Slot - BarWidth) / 2;

    private static Html Bar(string name, double x, double y, double height) => Html.Of(
        $"""<rect class="{name}" x="{Numbers.Attribute(x)}" y="{Numbers.Attribute(y)}" width="{Numbers.Attribute(BarWidth)}" height="{Numbers.Attribute(height)}"/>""");

    private static string Title(DayOfSource day) =>
        $"{Day(day.Day)}: {Numbers.Count(day.Articles, "article", "articles")}, pollution {Percent(day.MeanPollution)} (worst {Percent(day.MaxPollution)}), "
        + $"{Numbers.Count(day.WordsKept)} words kept, {Numbers.Count(day.WordsRemoved)} removed";

    private static Html Row(DayOfSource day) => Html.Of($"""
        <tr><th scope="row">{Day(day.Day)}</th><td>{Numbers.Count(day.Articles)}</td><td>{Percent(day.MeanPollution)}</td><td>{Percent(day.MaxPollution)}</td><td>{Numbers.Count(day.WordsKept)}</td><td>{Numbers.Count(day.WordsRemoved)}</td></tr>
        """);

    private static string Percent(double share) => (100 * share).ToString("0", CultureInfo.InvariantCulture) + " %";

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
