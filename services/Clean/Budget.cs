using System.Diagnostics;
using Ingestion.Contracts;

namespace Ingestion.Clean;

/// <summary>
/// What one page may cost, in elements and in time. Elements end a page deterministically: the article comes out of what
/// was read. Time ends the work wherever it is: an article that depends on how busy the machine was would be worse than none.
/// </summary>
/// <param name="options">The limits.</param>
/// <param name="cancellationToken">Ends the work as well.</param>
internal sealed class Budget(CleanOptions options, CancellationToken cancellationToken)
{
    private const int StepsPerLookAtTheClock = 64;
    private readonly long _start = Stopwatch.GetTimestamp();
    private int _elements;
    private int _steps;

    /// <summary>The limits.</summary>
    public CleanOptions Options { get; } = options;

    /// <summary>Whether there were more elements than are read.</summary>
    public bool IsOutOfElements => _elements > Options.MaxElements;

    /// <summary>Counts one element.</summary>
    /// <returns>Whether it may still be read.</returns>
    public bool SpendElement() => ++_elements <= Options.MaxElements;

    /// <summary>Counts one step of work that a page can ask for many times: a token, a node, a line.</summary>
    /// <exception cref="ArticleRejectedException">The time is up.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public void Step()
    {
        if (++_steps % StepsPerLookAtTheClock == 0) CheckTime();
    }

    /// <summary>Looks at the clock.</summary>
    /// <exception cref="ArticleRejectedException">The time is up.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public void CheckTime()
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (Stopwatch.GetElapsedTime(_start) > Options.MaxTime)
            throw new ArticleRejectedException("budget-time", $"Cleaning took longer than {Options.MaxTime.TotalSeconds:0.#} s. Is the page made to be slow, or the machine too busy?");
    }
}
