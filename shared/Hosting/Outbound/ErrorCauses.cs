namespace Ingestion.Hosting.Outbound;

/// <summary>What lies behind an error of a request.</summary>
public static class ErrorCauses
{
    /// <summary>The error and its causes, the innermost last.</summary>
    public static IEnumerable<Exception> Of(Exception error)
    {
        for (var cause = error; cause is not null; cause = cause.InnerException) yield return cause;
    }
}
