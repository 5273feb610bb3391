using Ingestion.Hosting.Pages.Markup;
using Ingestion.Storage.Subscriptions;

namespace Ingestion.Publish.Subscriptions.Pages;

/// <summary>The fields that the forms of a new and of a changed subscription share, each with what is wrong with it beside it.</summary>
internal static class SubscriptionFields
{
    private static readonly DeliveryFormat[] Formats =
    [
        DeliveryFormat.Json, DeliveryFormat.Ninjs, DeliveryFormat.CloudEvent, DeliveryFormat.CloudEventBinary, DeliveryFormat.Html, DeliveryFormat.Text,
    ];

    /// <summary>That nothing was saved, and the fields to look at; nothing where nothing is wrong.</summary>
    public static Html Summary(SubscriptionEntry entry) => Html.If(entry.Errors.Count > 0, () => Html.Of($"""
        <div class="error" role="alert"><p><b>Nothing was saved.</b> {(entry.Errors.Count == 1 ? "One field needs another look:" : "Some fields need another look:")}</p>
        <ul>{Html.Join(entry.Errors.Select(error => Html.Of($"""<li><a href="#{Id(error.Key)}">{Label(error.Key)}</a></li>""")))}</ul></div>
        """));

    /// <summary>Where, what and how.</summary>
    public static Html Target(SubscriptionEntry entry) => Html.Of($"""
        {Field(entry, "endpoint", attributes => Html.Of($"""<input name="endpoint" type="url" required maxlength="2000" value="{entry.Body.Endpoint}" placeholder="https://" autocapitalize="none" spellcheck="false"{attributes}>"""))}
        {Field(entry, "name", attributes => Html.Of($"""<input name="name" maxlength="200" value="{entry.Body.Name}"{attributes}>"""))}
        {Field(entry, "format", attributes => Html.Of($"""<select name="format"{attributes}>{Html.Join(Formats.Select(format => Option($"{format}", FilterWords.Of(format), entry.Body.Format == format)))}</select>"""))}
        """);

    /// <summary>How much at a time.</summary>
    public static Html Limits(SubscriptionEntry entry) => Html.Of($"""
        {Field(entry, "limits.concurrency", attributes => Html.Of($"""<input name="concurrency" type="number" min="1" max="{DeliveryLimits.MaxConcurrency}" required value="{entry.Concurrency}"{attributes}>"""))}
        {Field(entry, "limits.perSecond", attributes => Html.Of($"""<input name="perSecond" type="number" min="1" max="10000" value="{entry.PerSecond}" placeholder="no limit"{attributes}>"""))}
        """);

    /// <summary>Which articles and changes.</summary>
    public static Html Filter(SubscriptionEntry entry)
    {
        var filter = entry.Body.Filter;
        var isOpen = FilterWords.Of(filter) != FilterWords.Of(new SubscriptionFilter())
            || entry.Errors.Keys.Any(name => name.StartsWith("filter.", StringComparison.Ordinal));
        return Html.Of($"""
            <details{Html.Trusted(isOpen ? " open" : "")}><summary>Filter: without one, everything is sent</summary>
            <div class="fields">
            <p class="meaning">One value a line; one of them has to match. A field that is empty lets everything through.</p>
            {Lines(entry, "sources", filter.Sources)}
            {Lines(entry, "languages", filter.Languages)}
            {Lines(entry, "topics", filter.Topics)}
            {Lines(entry, "keywords", filter.Keywords)}
            {Lines(entry, "sections", filter.Sections)}
            {Lines(entry, "clusters", filter.Clusters)}
            <fieldset><legend>Changes: none chosen is all of them</legend>
            {Html.Join(SubscriptionEntry.Kinds.Select(kind => Check("changes", kind.ToString(), FilterWords.Of(kind), filter.Changes.Contains(kind))))}
            </fieldset>
            {Check("firstOfCluster", "on", "Only the first of each cluster of near-duplicates", filter.FirstOfCluster)}
            <p class="meaning">Withdrawals go to everyone who was sent the article.</p>
            </div></details>
            """);
    }

    /// <summary>A field with its label, and what is wrong with it.</summary>
    /// <param name="entry">What was entered.</param>
    /// <param name="name">The API's name of the field.</param>
    /// <param name="control">The control, given the attributes that tie it to its error.</param>
    public static Html Field(SubscriptionEntry entry, string name, Func<Html, Html> control)
    {
        var error = entry.Errors.TryGetValue(name, out var texts) ? texts[0] : null;
        var attributes = error is null
            ? Html.Of($""" id="{Id(name)}" """)
            : Html.Of($""" id="{Id(name)}" aria-invalid="true" aria-describedby="{Id(name)}-error" """);
        return Html.Of($"""
            <div class="field"><label for="{Id(name)}">{Label(name)}</label> {control(attributes)}
            {Html.If(error is not null, () => Html.Of($"""<p class="wrong" id="{Id(name)}-error">{error}</p>"""))}</div>
            """);
    }

    /// <summary>A choice.</summary>
    public static Html Option(string value, string text, bool isChosen) =>
        Html.Of($"""<option value="{value}"{Html.Trusted(isChosen ? " selected" : "")}>{text}</option>""");

    private static Html Lines(SubscriptionEntry entry, string name, IReadOnlyList<string> values) => Field(entry, $"filter.{name}", attributes => Html.Of(
        $"""<textarea name="{name}" rows="{Math.Clamp(values.Count, 1, 8)}" autocapitalize="none" spellcheck="false"{attributes}>{string.Join('\n', values)}</textarea>"""));

    private static Html Check(string name, string value, string label, bool isChecked) => Html.Of(
        $"""<label class="check"><input type="checkbox" name="{name}" value="{value}"{Html.Trusted(isChecked ? " checked" : "")}> {label}</label>""");

    private static string Id(string name) => $"field-{name.Replace('.', '-')}";

    private static string Label(string name) => name switch
    {
        "endpoint" => "Endpoint, the URL that is posted to",
        "name" => "Name",
        "format" => "Format",
        "signature" => "Signature",
        "subscriber" => "Subscriber whose it is",
        "start" => "From when on",
        "limits.concurrency" => "Requests at a time",
        "limits.perSecond" => "Requests a second, at most",
        "filter.sources" => "Sources",
        "filter.languages" => "Languages, such as de or en",
        "filter.topics" => "Topics",
        "filter.keywords" => "Keywords",
        "filter.sections" => "Sections",
        "filter.clusters" => "Clusters of near-duplicates",
        _ => name,
    };
}
