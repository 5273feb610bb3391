using Xunit;

namespace Ingestion.Unit.Tests.Clean;

/// <summary>Tests that bound how long something takes: they run when the others are done, one at a time.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class TimedTests
{
    public const string Name = "Timed";
}
