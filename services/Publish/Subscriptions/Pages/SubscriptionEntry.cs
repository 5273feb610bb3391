using System.Globalization;
using Ingestion.Publish.Subscriptions.Api;
using Ingestion.Storage;
using Ingestion.Storage.Subscriptions;

namespace Ingestion.Publish.Subscriptions.Pages;

/// <summary>A subscription as it was entered into a form, and what is wrong with it, by the API's names of the fields.</summary>
internal sealed record SubscriptionEntry
{
    /// <summary>The kinds of changes that can be chosen; withdrawals are not left to choice.</summary>
    public static IReadOnlyList<ChangeKind> Kinds { get; } = [ChangeKind.New, ChangeKind.Correction, ChangeKind.Metadata];

    /// <summary>What was entered.</summary>
    public required SubscriptionBody Body { get; init; }

    /// <summary>How many requests at a time, as it was entered.</summary>
    public string Concurrency { get; init; } = Text(new DeliveryLimits().Concurrency);

    /// <summary>How many requests a second, as it was entered; empty for no limit.</summary>
    public string PerSecond { get; init; } = "";

    /// <summary>When it starts, if it is at a point in time, as it was entered.</summary>
    public string? StartAt { get; init; }

    /// <summary>The revision that was changed, for a change.</summary>
    public long Revision { get; init; }

    /// <summary>What is wrong.</summary>
    public IReadOnlyDictionary<string, string[]> Errors { get; init; } = new Dictionary<string, string[]>();

    /// <summary>The form of a new one, before anything is entered.</summary>
    public static SubscriptionEntry New { get; } = new() { Body = new SubscriptionBody { Endpoint = "" } };

    /// <summary>What a subscription has.</summary>
    public static SubscriptionEntry Of(Subscription subscription) => new()
    {
        Body = new SubscriptionBody
        {
            Name = subscription.Name,
            Endpoint = subscription.Endpoint,
            Format = subscription.Format,
            Filter = subscription.Filter,
        },
        Concurrency = Text(subscription.Limits.Concurrency),
        PerSecond = subscription.Limits.PerSecond is { } perSecond ? Text(perSecond) : "",
        Revision = subscription.Revision,
    };

    /// <summary>What was entered; the errors are those of reading it.</summary>
    public static SubscriptionEntry Read(IFormCollection form)
    {
        var errors = new Dictionary<string, string[]>();
        var concurrency = form["concurrency"].ToString().Trim();
        var perSecond = form["perSecond"].ToString().Trim();
        var startAt = TextOrNull(form, "startAt");
        return new SubscriptionEntry
        {
            Body = new SubscriptionBody
            {
                Name = TextOrNull(form, "name"),
                Endpoint = form["endpoint"].ToString().Trim(),
                Format = ReadFormat(form["format"].ToString(), errors),
                Signature = TextOrNull(form, "signature"),
                // An input of that type writes no offset; the page says that it is UTC.
                Start = startAt ?? TextOrNull(form, "start"),
                Subscriber = TextOrNull(form, "subscriber"),
                Filter = ReadFilter(form),
                Limits = new DeliveryLimits
                {
                    Concurrency = ReadNumber("limits.concurrency", concurrency, errors) ?? new DeliveryLimits().Concurrency,
                    PerSecond = ReadNumber("limits.perSecond", perSecond, errors),
                },
            },
            Concurrency = concurrency.Length > 0 ? concurrency : Text(new DeliveryLimits().Concurrency),
            PerSecond = perSecond,
            StartAt = startAt,
            Revision = long.TryParse(form["revision"], NumberStyles.None, CultureInfo.InvariantCulture, out var revision) ? revision : 0,
            Errors = errors,
        };
    }

    /// <summary>The same with what the checks found; what could not even be read keeps its own error.</summary>
    public SubscriptionEntry With(IReadOnlyDictionary<string, string[]> found)
    {
        var errors = new Dictionary<string, string[]>(Errors);
        foreach (var (name, texts) in found) errors.TryAdd(name, texts);
        return this with { Errors = errors };
    }

    private static SubscriptionFilter ReadFilter(IFormCollection form) => new()
    {
        Sources = Lines(form, "sources"),
        Languages = Lines(form, "languages"),
        Topics = Lines(form, "topics"),
        Keywords = Lines(form, "keywords"),
        Sections = Lines(form, "sections"),
        Clusters = Lines(form, "clusters"),
        FirstOfCluster = form["firstOfCluster"] == "on",
        Changes = [.. Kinds.Where(kind => form["changes"].Contains(kind.ToString()))],
    };

    private static DeliveryFormat ReadFormat(string text, Dictionary<string, string[]> errors)
    {
        if (text.Length == 0) return DeliveryFormat.Json;
        if (Enum.TryParse<DeliveryFormat>(text, ignoreCase: true, out var format) && Enum.IsDefined(format)) return format;
        errors["format"] = [$"'{text}' is not a format."];
        return DeliveryFormat.Json;
    }

    private static int? ReadNumber(string name, string text, Dictionary<string, string[]> errors)
    {
        if (text.Length == 0) return null;
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)) return number;
        errors[name] = [$"'{text}' is not a whole number."];
        return null;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string? TextOrNull(IFormCollection form, string name) => form[name].ToString().Trim() is { Length: > 0 } text ? text : null;

    /// <summary>One entry a line: a topic may have a comma in it.</summary>
    private static string[] Lines(IFormCollection form, string name) =>
        form[name].ToString().Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
