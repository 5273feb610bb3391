namespace Ingestion.Tests.Infrastructure.Telemetry;

/// <summary>One span as a service exported it.</summary>
/// <param name="TraceId">32 lower-case hexadecimal digits.</param>
/// <param name="SpanId">16 lower-case hexadecimal digits.</param>
/// <param name="ParentId">The parent's span id; null for a trace's root.</param>
/// <param name="Name">The span's name.</param>
/// <param name="Service">The resource's <c>service.name</c>.</param>
/// <param name="Source">The instrumentation scope, in .NET the activity source's name.</param>
/// <param name="Start">When it began.</param>
/// <param name="End">When it ended.</param>
/// <param name="Failed">Whether its status is an error.</param>
/// <param name="Attributes">Its attributes, each value as text.</param>
/// <param name="LinkedTraceIds">The traces that it links to.</param>
public sealed record ExportedSpan(
    string TraceId,
    string SpanId,
    string? ParentId,
    string Name,
    string Service,
    string Source,
    DateTimeOffset Start,
    DateTimeOffset End,
    bool Failed,
    IReadOnlyDictionary<string, string> Attributes,
    IReadOnlyList<string> LinkedTraceIds);
