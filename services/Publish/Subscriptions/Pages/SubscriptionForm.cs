using Ingestion.Hosting.Pages.Markup;
using Ingestion.Publish.Subscriptions.Api;
using Ingestion.Storage;
using Ingestion.Storage.Subscriptions;

namespace Ingestion.Publish.Subscriptions.Pages;

/// <summary>The form that makes a subscription.</summary>
internal static class SubscriptionForm
{
    private static readonly DeliveryFormat[] Formats =
    [
        DeliveryFormat.Json, DeliveryFormat.Ninjs, DeliveryFormat.CloudEvent, DeliveryFormat.CloudEventBinary, DeliveryFormat.Html, DeliveryFormat.Text,
    ];

    private static readonly ChangeKind[] Kinds = [ChangeKind.New, ChangeKind.Correction, ChangeKind.Metadata];

    /// <summary>A subscription as it was entered.</summary>
    public static SubscriptionBody Read(IFormCollection form) => new()
    {
        Name = Text(form, "name"),
        Endpoint = form["endpoint"].ToString().Trim(),
        Format = Enum.TryParse<DeliveryFormat>(form["format"], ignoreCase: true, out var format) ? format : DeliveryFormat.Json,
        Signature = Text(form, "signature"),
        Start = Text(form, "startAt") ?? Text(form, "start"),
        Subscriber = Text(form, "subscriber"),
        Filter = new SubscriptionFilter
        {
            Sources = List(form, "sources"),
            Languages = List(form, "languages"),
            Topics = List(form, "topics"),
            Keywords = List(form, "keywords"),
            Sections = List(form, "sections"),
            FirstOfCluster = form["firstOfCluster"] == "on",
            Changes = [.. Kinds.Where(kind => form["changes"].Contains(kind.ToString()))],
        },
    };

    /// <summary>The form, with what was entered before.</summary>
    public static Html Render(SubscriptionBody? entered, IReadOnlyList<Subscriber> subscribers) => Html.Of($"""
        <form method="post" action="{SubscriptionPages.Path}" class="fields">
        <label>Endpoint, the URL that is posted to <input name="endpoint" type="url" required value="{entered?.Endpoint}" placeholder="https://" autocapitalize="none"></label>
        <label>Name <input name="name" maxlength="200" value="{entered?.Name}"></label>
        <label>Format <select name="format">{Html.Join(Formats.Select(format => Option($"{format}", FilterWords.Of(format), entered?.Format == format)))}</select></label>
        <label>Signature <select name="signature">{Option("v1", "v1, a shared secret", entered?.Signature != "v1a")}{Option("v1a", "v1a, a public key", entered?.Signature == "v1a")}</select></label>
        {Html.If(subscribers.Count > 0, () => Html.Of($"""
            <label>Subscriber whose it is <select name="subscriber">{Option("", "none: the operator's own", entered?.Subscriber is null)}{Html.Join(
                subscribers.Select(subscriber => Option(subscriber.Id, subscriber.Name, entered?.Subscriber == subscriber.Id)))}</select></label>
            """))}
        <label>From when on <select name="start">{Option("now", "from now on", entered?.Start != "beginning")}{Option("beginning", "from the beginning: all that is there", entered?.Start == "beginning")}</select></label>
        <details><summary>Filter: without one, everything is sent</summary>
        <div class="fields">
        <p class="meaning">Several values in a field are separated by commas; one of them has to match.</p>
        {Field("sources", "Sources", entered?.Filter.Sources)}
        {Field("languages", "Languages, such as de, en", entered?.Filter.Languages)}
        {Field("topics", "Topics", entered?.Filter.Topics)}
        {Field("keywords", "Keywords", entered?.Filter.Keywords)}
        {Field("sections", "Sections", entered?.Filter.Sections)}
        {Html.Join(Kinds.Select(kind => Check("changes", kind.ToString(), $"Only: {FilterWords.Of(kind)}", entered?.Filter.Changes.Contains(kind) == true)))}
        {Check("firstOfCluster", "on", "Only the first of each cluster of near-duplicates", entered?.Filter.FirstOfCluster == true)}
        <p class="meaning">Withdrawals go to everyone who was sent the article.</p>
        </div></details>
        <p class="buttons"><button>Subscribe</button></p>
        </form>
        """);

    private static Html Field(string name, string label, IReadOnlyList<string>? values) => Html.Of(
        $"""<label>{label} <input name="{name}" value="{string.Join(", ", values ?? [])}" autocapitalize="none"></label>""");

    private static Html Check(string name, string value, string label, bool isChecked) => Html.Of(
        $"""<label class="check"><input type="checkbox" name="{name}" value="{value}"{Html.Trusted(isChecked ? " checked" : "")}> {label}</label>""");

    private static Html Option(string value, string text, bool isChosen) =>
        Html.Of($"""<option value="{value}"{Html.Trusted(isChosen ? " selected" : "")}>{text}</option>""");

    private static string? Text(IFormCollection form, string name) => form[name].ToString().Trim() is { Length: > 0 } text ? text : null;

    private static string[] List(IFormCollection form, string name) =>
        form[name].ToString().Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
