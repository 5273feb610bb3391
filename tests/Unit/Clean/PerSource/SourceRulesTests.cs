using Ingestion.Clean;
using Ingestion.Clean.PerSource;
using Ingestion.Contracts;
using Xunit;

namespace Ingestion.Unit.Tests.Clean.PerSource;

public sealed class SourceRulesTests
{
    private const string Opening = "The harbour opened again on Monday after the storm had passed, and the first ferries left on time for the islands.";
    private const string Middle = "Fishermen had waited for a week, the harbour master said, and nobody could remember a longer closure in spring.";
    private const string Ending = "Repairs to the northern pier go on, but they will not stop the traffic, which is back to what it was before.";
    private const string Reprint = "Reprinted with permission of the Harbour Gazette.";
    private const string Note = "A note on the figures: they were counted by hand.";

    private const string Html = $"""
        <html><head><title>Harbour opens | Gazette</title><meta property="og:title" content="Harbour opens"></head><body>
        <div class="teaser"><h2 class="real">The harbour is open again</h2><span class="day" data-when="2021-05-03">yesterday</span></div>
        <article>
        <p id="first">GAZETTE (<b>Harbour</b> Town) – {Opening}</p>
        <div class="extra"><p>{Middle}</p></div>
        <p>{Ending}</p>
        <p class="tail">{Reprint}</p>
        </article>
        <aside class="sidebar related"><p class="note">{Note}</p><p>Something else that nobody asked for, at some length.</p></aside>
        </body></html>
        """;

    [Fact]
    public void Without_rules_nothing_is_different()
    {
        var article = Clean(SourceRules.None);
        Assert.Equal(ArticleCleaner.RuleSetVersion, article.RuleSetVersion);
        Assert.Contains(Middle, article.BodyText, StringComparison.Ordinal);
        Assert.DoesNotContain(Note, article.BodyText, StringComparison.Ordinal);
        Assert.Equal("Harbour opens", article.Title);
    }

    [Fact]
    public void What_a_selector_removes_is_gone_and_on_record()
    {
        var article = Clean(new SourceRules { Remove = [new SourceRule { Name = "extra", Selector = "article > .extra" }] });

        Assert.DoesNotContain(Middle, article.BodyText, StringComparison.Ordinal);
        Assert.Contains(Ending, article.BodyText, StringComparison.Ordinal);
        var removal = Assert.Single(article.Removals, removal => removal.Rule == "source-rule:extra");
        Assert.StartsWith("Fishermen had waited", removal.Excerpt, StringComparison.Ordinal);
        Assert.Equal((RemovalAction.Removed, 1), (removal.Action, removal.Confidence));
        Assert.Equal(ArticleCleaner.RuleSetVersion + "+source.7", article.RuleSetVersion);
    }

    [Fact]
    public void A_pattern_that_takes_a_whole_line_takes_its_block()
    {
        var article = Clean(new SourceRules { Remove = [new SourceRule { Name = "reprint", Pattern = "^Reprinted with .*$" }] });

        Assert.DoesNotContain("Reprinted", article.BodyText, StringComparison.Ordinal);
        Assert.DoesNotContain("<p></p>", article.BodyHtml, StringComparison.Ordinal);
        Assert.Equal(Reprint, Assert.Single(article.Removals, removal => removal.Rule == "source-rule:reprint").Excerpt);
    }

    [Fact]
    public void A_pattern_cuts_a_part_of_a_line_across_its_elements()
    {
        var article = Clean(new SourceRules { Remove = [new SourceRule { Name = "dateline", Pattern = @"^[A-Z]+ \(Harbour Town\) – " }] });

        Assert.StartsWith(Opening, article.BodyText, StringComparison.Ordinal);
        Assert.Equal("GAZETTE (Harbour Town) – ", Assert.Single(article.Removals, removal => removal.Rule == "source-rule:dateline").Excerpt);
    }

    [Fact]
    public void What_is_kept_is_in_the_article_wherever_it_stands_and_what_stands_beside_it_is_not()
    {
        var article = Clean(new SourceRules { Keep = [new SourceRule { Name = "note", Selector = "aside .note" }] });

        Assert.EndsWith(Note, article.BodyText, StringComparison.Ordinal);
        Assert.DoesNotContain("nobody asked", article.BodyText, StringComparison.Ordinal);
        Assert.Contains(article.Removals, removal => removal.Excerpt.Contains("nobody asked", StringComparison.Ordinal));
        Assert.DoesNotContain(article.Removals, removal => removal.Excerpt.Contains("A note on", StringComparison.Ordinal));
    }

    [Fact]
    public void A_line_is_kept_by_its_text_too()
    {
        var article = Clean(new SourceRules { Keep = [new SourceRule { Name = "note", Pattern = "counted by hand" }] });
        Assert.EndsWith(Note, article.BodyText, StringComparison.Ordinal);
    }

    [Fact]
    public void To_remove_wins_over_to_keep()
    {
        var article = Clean(new SourceRules
        {
            Keep = [new SourceRule { Name = "note", Selector = "aside" }],
            Remove = [new SourceRule { Name = "not-the-note", Selector = ".note" }],
        });

        Assert.DoesNotContain(Note, article.BodyText, StringComparison.Ordinal);
        Assert.Contains("nobody asked", article.BodyText, StringComparison.Ordinal);
        Assert.Single(article.Removals, removal => removal.Rule == "source-rule:not-the-note");
    }

    [Fact]
    public void A_kept_element_around_the_article_is_the_article()
    {
        var article = Clean(new SourceRules { Keep = [new SourceRule { Name = "all", Selector = "article" }] });
        Assert.EndsWith(Reprint, article.BodyText, StringComparison.Ordinal);
        Assert.Equal(1, article.BodyText.Split(Opening).Length - 1);
    }

    [Fact]
    public void Title_and_date_come_from_where_the_selectors_say()
    {
        var article = Clean(new SourceRules { TitleSelector = ".real", DateSelector = "[data-when]" });
        Assert.Equal("The harbour is open again", article.Title);
        Assert.Contains(article.Warnings, warning => warning.Code == "source-date"); // "yesterday" is no date

        article = CleanHtml(Html.Replace("data-when", "datetime", StringComparison.Ordinal), new SourceRules { DateSelector = ".day" });
        Assert.Equal(new ArticleTime(new DateOnly(2021, 5, 3)), article.PublishedAt);
    }

    [Fact]
    public void A_selector_that_finds_nothing_changes_nothing_and_says_so()
    {
        var article = Clean(new SourceRules { TitleSelector = ".absent" });
        Assert.Equal("Harbour opens", article.Title);
        Assert.Contains(article.Warnings, warning => warning.Code == "source-title");
    }

    [Fact]
    public void Patterns_hold_for_plain_text_as_well()
    {
        var text = $"Menu of the Gazette\n\nThe harbour is open again\n\nGAZETTE - {Opening}\n\n{Middle}\n\nComments\n\nNOTE {Note}\n\n{Reprint}";
        var article = Clean(text, "text/plain", new SourceRules
        {
            Remove = [new SourceRule { Name = "dateline", Pattern = "^GAZETTE - " }, new SourceRule { Name = "reprint", Pattern = "^Reprinted .*" }],
            Keep = [new SourceRule { Name = "note", Pattern = "^NOTE " }],
        });

        Assert.Contains($"\n\n{Middle}", article.BodyText, StringComparison.Ordinal);
        Assert.Contains(Opening, article.BodyText, StringComparison.Ordinal);
        Assert.DoesNotContain("GAZETTE - ", article.BodyText, StringComparison.Ordinal);
        Assert.DoesNotContain("Reprinted", article.BodyText, StringComparison.Ordinal);
        Assert.Contains($"NOTE {Note}", article.BodyText, StringComparison.Ordinal);
        Assert.Equal(["source-rule:dateline", "source-rule:reprint"], article.Removals.Select(r => r.Rule).Where(r => r.StartsWith("source-", StringComparison.Ordinal)));
    }

    private static CleanedArticle Clean(SourceRules rules) => CleanHtml(Html, rules);

    private static CleanedArticle CleanHtml(string html, SourceRules rules) => Clean(html, "text/html; charset=utf-8", rules);

    private static CleanedArticle Clean(string content, string contentType, SourceRules rules)
    {
        var compiled = SourceRulesCompiler.TryCompile(rules, revision: 7, out var errors);
        Assert.Empty(errors);
        return new ArticleCleaner(new CleanOptions()).Clean(
            new RawArticle(System.Text.Encoding.UTF8.GetBytes(content), contentType, new ArticleHints()), compiled);
    }
}
