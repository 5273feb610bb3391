using System.Diagnostics;
using System.Runtime.CompilerServices;
using Xunit;

namespace Ingestion.Tests.Infrastructure.Waiting;

/// <summary>Waits for what comes about in its own time.</summary>
public static class Wait
{
    /// <summary>How long a test waits unless it says otherwise: many times what it takes on a busy machine.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private const int ShownCharacters = 2_000;

    // It looks often at first, and less often the longer it takes, so as not to hold up what it waits for.
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(250);

    /// <summary>Reads again and again until a condition is satisfied, and returns what was read then.</summary>
    /// <exception cref="TimeoutException">It was not in time; the message has the condition and what was read last.</exception>
    public static async Task<T> UntilAsync<T>(
        Func<Task<T>> read, Func<T, bool> isSo, TimeSpan? within = null, [CallerArgumentExpression(nameof(isSo))] string condition = "")
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var patience = within ?? Patience;
        var began = Stopwatch.GetTimestamp();
        using var timer = new PeriodicTimer(FirstPause);
        while (true)
        {
            var value = await read();
            if (isSo(value)) return value;
            var waited = Stopwatch.GetElapsedTime(began);
            if (waited > patience)
                throw new TimeoutException($"After {patience} it is not so that {condition}. What was read last: {Shown(value)}");
            timer.Period = TimeSpan.FromTicks(Math.Clamp(waited.Ticks / 100, FirstPause.Ticks, LongestPause.Ticks));
            await timer.WaitForNextTickAsync(cancellationToken);
        }
    }

    /// <summary>Looks again and again until a condition is satisfied.</summary>
    /// <exception cref="TimeoutException">It was not in time; the message has the condition.</exception>
    public static Task UntilAsync(Func<bool> isSo, TimeSpan? within = null, [CallerArgumentExpression(nameof(isSo))] string condition = "") =>
        UntilAsync(() => Task.FromResult(isSo()), so => so, within, condition);

    /// <summary>Looks again and again until there is something, and returns it.</summary>
    /// <exception cref="TimeoutException">There was nothing in time; the message says for what it was looked.</exception>
    public static async Task<T> ForAsync<T>(
        Func<Task<T?>> find, TimeSpan? within = null, [CallerArgumentExpression(nameof(find))] string what = "") where T : class =>
        (await UntilAsync(find, found => found is not null, within, $"something comes of {what}"))!;

    private static string Shown<T>(T value)
    {
        var text = value switch
        {
            null => "nothing",
            string one => one,
            System.Collections.IEnumerable many and not System.Text.Json.Nodes.JsonNode => string.Join(", ", many.Cast<object?>()),
            _ => $"{value}",
        };
        return text.Length <= ShownCharacters ? text : text[..ShownCharacters] + "…";
    }
}
