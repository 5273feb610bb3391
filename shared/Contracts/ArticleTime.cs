using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ingestion.Contracts;

/// <summary>
/// When an article says it was published or modified, exactly as precise as the page was: a day, a local time
/// without an offset, or an instant. Written as ISO 8601 ("2023-03-14", "2023-03-14T08:30:00",
/// "2023-03-14T08:30:00+08:00"), in JSON too. Nothing is made up: a page that gives a day gets a day.
/// </summary>
[JsonConverter(typeof(ArticleTimeJsonConverter))]
public readonly record struct ArticleTime
{
    /// <summary>The calendar day, as the page wrote it.</summary>
    public DateOnly Date { get; }

    /// <summary>The time of day, if the page gave one; whole seconds.</summary>
    public TimeOnly? Time { get; }

    /// <summary>The offset from UTC, if the page gave one.</summary>
    public TimeSpan? Offset { get; }

    /// <summary>A day, with a time of day and an offset where they are known.</summary>
    /// <exception cref="ArgumentException">An offset without a time, or an offset beyond 14 hours or with seconds.</exception>
    public ArticleTime(DateOnly date, TimeOnly? time = null, TimeSpan? offset = null)
    {
        if (offset is { } o)
        {
            if (time is null) throw new ArgumentException("An offset needs a time of day.", nameof(offset));
            if (o.Duration() > TimeSpan.FromHours(14) || o.Ticks % TimeSpan.TicksPerMinute != 0)
                throw new ArgumentException($"{o} is not an offset from UTC: whole minutes up to 14 hours.", nameof(offset));
        }
        Date = date;
        Time = time is { } t ? new TimeOnly(t.Hour, t.Minute, t.Second) : null;
        Offset = offset;
    }

    /// <summary>An instant, with its offset kept.</summary>
    public static ArticleTime From(DateTimeOffset instant) =>
        new(DateOnly.FromDateTime(instant.DateTime), TimeOnly.FromDateTime(instant.DateTime), instant.Offset);

    /// <summary>The instant in UTC, for sorting: midnight where there is no time, UTC where there is no offset.</summary>
    public DateTimeOffset ToInstant()
    {
        var local = Date.ToDateTime(Time ?? TimeOnly.MinValue);
        var ticks = Math.Clamp(local.Ticks - (Offset ?? TimeSpan.Zero).Ticks, DateTime.MinValue.Ticks, DateTime.MaxValue.Ticks);
        return new DateTimeOffset(ticks, TimeSpan.Zero);
    }

    /// <summary>Reads what <see cref="ToString"/> writes, and the ISO 8601 forms with fractions, "Z" or a blank for the "T".</summary>
    public static bool TryParse(string? text, out ArticleTime time)
    {
        time = default;
        if (text is null) return false;
        text = text.Trim();
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            time = new ArticleTime(day);
            return true;
        }
        if (DateTime.TryParseExact(text, LocalForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
        {
            time = new ArticleTime(DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local));
            return true;
        }
        if (DateTimeOffset.TryParseExact(text, OffsetForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant))
        {
            time = From(instant);
            return true;
        }
        return false;
    }

    /// <summary>ISO 8601, as precise as the value is.</summary>
    public override string ToString()
    {
        var date = Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        if (Time is not { } t) return date;
        var time = t.ToString("HH:mm:ss", CultureInfo.InvariantCulture);
        if (Offset is not { } o) return $"{date}T{time}";
        if (o == TimeSpan.Zero) return $"{date}T{time}Z";
        return string.Create(CultureInfo.InvariantCulture, $"{date}T{time}{(o < TimeSpan.Zero ? '-' : '+')}{o.Duration():hh\\:mm}");
    }

    private static readonly string[] LocalForms =
        ["yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm"];

    private static readonly string[] OffsetForms =
        ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd HH:mm:ssK", "yyyy-MM-dd HH:mmK"];
}

internal sealed class ArticleTimeJsonConverter : JsonConverter<ArticleTime>
{
    public override ArticleTime Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var text = reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
        return ArticleTime.TryParse(text, out var time)
            ? time
            : throw new JsonException($"'{text}' is not a date or time: write ISO 8601, such as 2023-03-14 or 2023-03-14T08:30:00+08:00.");
    }

    public override void Write(Utf8JsonWriter writer, ArticleTime value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
