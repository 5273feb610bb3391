using Ingestion.Hosting.Pages.Markup;
using Ingestion.Storage;

namespace Ingestion.Ingest.Pages;

/// <summary>The part of a source's page about its feed.</summary>
internal static class FeedSection
{
    public static Html Render(SourcePageContent source) => source.Feed is { } feed
        ? Html.Of($"""
            {Html.If(Error(feed) is not null, () => Html.Of($"""<p class="error">{Error(feed)}</p>"""))}
            <dl class="facts">
            {Fact("Address", SafeLink.To(feed.Settings.Url))}
            {Fact("Next poll", feed.DueAt is { } due ? Html.Of($"{FeedState.Next(due, source.Now)}, {Numbers.Instant(due)}") : Html.Of($"none"))}
            {Fact("Last poll", LastPoll(feed, source.Now))}
            {Html.If(feed.Polls.Arrivals.Count > 0, () => Fact("Last arrival", Numbers.Instant(feed.Polls.Arrivals[^1])))}
            {Html.If(feed.Polls.Failures > 0, () => Fact("Failures in a row", Html.Of($"{feed.Polls.Failures}")))}
            {Html.If(feed.Polls.QuietSince is not null, () => Fact("Quiet since", Numbers.Instant(feed.Polls.QuietSince!.Value)))}
            {Html.If(feed.Polls.Move is not null, () => Fact("Says it moved to", SafeLink.To(feed.Polls.Move!.Url)))}
            {Html.If(feed.Polls.Hub is not null, () => Fact("Hub", Hub(feed.Polls.Hub!)))}
            {Fact("Articles by polls", Html.Of($"{Numbers.Count(feed.Polls.Articles)}"))}
            </dl>
            <div class="buttons">
            {(feed.Settings.IsPaused ? Button(source.Id, "resume", "Resume") : Html.Join([Button(source.Id, "poll", "Poll now"), Button(source.Id, "pause", "Pause")]))}
            </div>
            <details><summary>Change the feed</summary>
            <form method="post" action="{SourcePages.Of(source.Id)}/feed" class="fields">
            {FeedForms.Fields(feed.Settings.Url, feed.Settings.FullText, feed.Settings.MinInterval)}
            <p class="buttons"><button>Save</button></p>
            </form></details>
            """)
        : Html.Of($"<p>It has none: its articles are pushed.</p>{AddFeedForm.Ask(url: null, source.Id)}");

    private static string? Error(PolledFeed feed) => feed.Polls.Stopped ?? feed.Polls.LastError;

    private static Html LastPoll(PolledFeed feed, DateTimeOffset now) => feed.Polls.LastPolledAt is not { } at
        ? Html.Of($"not yet")
        : Html.Of($"{PlainWords.Distance(at, now)}, {Numbers.Instant(at)}: {Numbers.Count(feed.Polls.LastArticles, "article", "articles")}{Status(feed)}");

    private static Html Status(PolledFeed feed) => Html.If(feed.Polls.LastStatus is not null, () => Html.Of($", HTTP {feed.Polls.LastStatus!.Value}"));

    private static Html Hub(HubSubscription hub) => Html.Of(
        $"{SafeLink.To(hub.HubUrl)}, {hub.Error ?? (hub.PushedAt is not null ? "pushes" : hub.EndsAt is not null ? "verified, has not pushed yet" : "asked")}");

    private static Html Fact(string name, Html value) => Html.Of($"<div><dt>{name}</dt><dd>{value}</dd></div>");

    private static Html Button(string id, string action, string text) =>
        Html.Of($"""<form method="post" action="{SourcePages.Of(id)}/{action}"><button>{text}</button></form>""");
}
