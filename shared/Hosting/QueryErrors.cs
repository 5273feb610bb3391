using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Ingestion.Hosting;

/// <summary>Reads query parameters, and collects what is wrong with them by name: the value, and what is allowed.</summary>
public sealed class QueryErrors
{
    private readonly Dictionary<string, string[]> _byName = [];

    /// <summary>Whether anything is wrong.</summary>
    public bool Any => _byName.Count > 0;

    /// <summary>All of it in a line, each with its name.</summary>
    public string Detail => string.Join(" ", _byName.Select(error => $"{error.Key}: {error.Value[0]}"));

    /// <summary>Adds an error.</summary>
    public void Add(string name, string? value, string allowed) => _byName[name] = [$"'{value}' is not allowed: {allowed}"];

    /// <summary>A whole number in a range; the default where the parameter is absent.</summary>
    public long Number(string name, string? value, long least, long most, long absent)
    {
        if (string.IsNullOrEmpty(value)) return absent;
        if (long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most) return number;
        Add(name, value, most == long.MaxValue ? $"a whole number, {least} or more." : $"a whole number from {least} to {most}.");
        return absent;
    }

    /// <summary>true or false; the default where the parameter is absent.</summary>
    public bool Flag(string name, string? value, bool absent)
    {
        if (string.IsNullOrEmpty(value)) return absent;
        if (bool.TryParse(value, out var flag)) return flag;
        Add(name, value, "true or false.");
        return absent;
    }

    /// <summary>An ISO 8601 instant, taken for UTC where it has no offset; null where the parameter is absent.</summary>
    public DateTimeOffset? Instant(string name, string? value)
    {
        if (string.IsNullOrEmpty(value)) return null;
        // A "+" that was not escaped arrives as a blank.
        if (IsoInstant.Parse(value.Replace(' ', '+')) is { } instant) return instant;
        Add(name, value, $"{IsoInstant.Allowed} (write + as %2B).");
        return null;
    }

    /// <summary>The answer: 400 with problem details (RFC 9457).</summary>
    public IResult ToResult() => Results.ValidationProblem(
        _byName,
        title: "A query parameter is not valid",
        detail: Detail,
        statusCode: StatusCodes.Status400BadRequest);
}
