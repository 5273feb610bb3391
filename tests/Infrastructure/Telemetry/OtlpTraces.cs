using System.Globalization;

namespace Ingestion.Tests.Infrastructure.Telemetry;

/// <summary>Decodes the body of an OTLP/HTTP trace export. The field numbers are those of opentelemetry-proto 1.x.</summary>
/// <remarks>https://github.com/open-telemetry/opentelemetry-proto, trace/v1/trace.proto and common/v1/common.proto</remarks>
internal static class OtlpTraces
{
    private const ulong StatusError = 2;

    /// <summary>Reads an ExportTraceServiceRequest.</summary>
    /// <exception cref="InvalidDataException">The bytes are no such message.</exception>
    public static List<ExportedSpan> Decode(ReadOnlySpan<byte> request)
    {
        var spans = new List<ExportedSpan>();
        var reader = new ProtobufReader(request);
        while (reader.Next(field: 1))
        {
            ReadResourceSpans(reader.ReadMessage(), spans);
        }

        return spans;
    }

    // Fields may come in any order, so the resource is looked for before the spans that belong to it are read.
    private static void ReadResourceSpans(ProtobufReader resourceSpans, List<ExportedSpan> spans)
    {
        var service = ReadServiceName(resourceSpans);
        while (resourceSpans.Next(field: 2))
        {
            ReadScopeSpans(resourceSpans.ReadMessage(), service, spans);
        }
    }

    private static string ReadServiceName(ProtobufReader resourceSpans)
    {
        var attributes = new Dictionary<string, string>();
        if (resourceSpans.Next(field: 1))
        {
            var resource = resourceSpans.ReadMessage();
            while (resource.Next(field: 1))
            {
                ReadAttribute(resource.ReadMessage(), attributes);
            }
        }

        return attributes.GetValueOrDefault("service.name", "");
    }

    private static void ReadScopeSpans(ProtobufReader scopeSpans, string service, List<ExportedSpan> spans)
    {
        var source = ReadScopeName(scopeSpans);
        while (scopeSpans.Next(field: 2))
        {
            spans.Add(ReadSpan(scopeSpans.ReadMessage(), service, source));
        }
    }

    private static string ReadScopeName(ProtobufReader scopeSpans)
    {
        if (!scopeSpans.Next(field: 1))
        {
            return "";
        }

        var scope = scopeSpans.ReadMessage();
        return scope.Next(field: 1) ? scope.ReadString() : "";
    }

    private static ExportedSpan ReadSpan(ProtobufReader span, string service, string source)
    {
        string traceId = "", spanId = "", name = "";
        string? parentId = null;
        ulong start = 0, end = 0;
        var failed = false;
        var attributes = new Dictionary<string, string>();
        var links = new List<string>();
        while (span.Next())
        {
            switch (span.Field)
            {
                case 1: traceId = Convert.ToHexStringLower(span.ReadBytes()); break;
                case 2: spanId = Convert.ToHexStringLower(span.ReadBytes()); break;
                case 4: parentId = span.ReadBytes() is { IsEmpty: false } id ? Convert.ToHexStringLower(id) : null; break;
                case 5: name = span.ReadString(); break;
                case 7: start = span.ReadFixed64(); break;
                case 8: end = span.ReadFixed64(); break;
                case 9: ReadAttribute(span.ReadMessage(), attributes); break;
                case 13: links.Add(ReadTraceId(span.ReadMessage())); break;
                case 15: failed = ReadStatusCode(span.ReadMessage()) == StatusError; break;
                default: span.Skip(); break;
            }
        }

        return new(traceId, spanId, parentId, name, service, source, FromNanoseconds(start), FromNanoseconds(end), failed, attributes, links);
    }

    private static void ReadAttribute(ProtobufReader pair, Dictionary<string, string> attributes)
    {
        string key = "", value = "";
        while (pair.Next())
        {
            switch (pair.Field)
            {
                case 1: key = pair.ReadString(); break;
                case 2: value = ReadValue(pair.ReadMessage()); break;
                default: pair.Skip(); break;
            }
        }

        attributes[key] = value;
    }

    private static string ReadValue(ProtobufReader value)
    {
        var text = "";
        while (value.Next())
        {
            switch (value.Field)
            {
                case 1: text = value.ReadString(); break;
                case 2: text = value.ReadVarint() == 0 ? "false" : "true"; break;
                case 3: text = ((long)value.ReadVarint()).ToString(CultureInfo.InvariantCulture); break;
                case 4:
                    text = BitConverter.UInt64BitsToDouble(value.ReadFixed64()).ToString(CultureInfo.InvariantCulture);
                    break;
                case 5: text = ReadArray(value.ReadMessage()); break;
                default: value.Skip(); break;
            }
        }

        return text;
    }

    private static string ReadArray(ProtobufReader array)
    {
        var values = new List<string>();
        while (array.Next(field: 1))
        {
            values.Add(ReadValue(array.ReadMessage()));
        }

        return string.Join(",", values);
    }

    private static string ReadTraceId(ProtobufReader link) => link.Next(field: 1) ? Convert.ToHexStringLower(link.ReadBytes()) : "";

    private static ulong ReadStatusCode(ProtobufReader status) => status.Next(field: 3) ? status.ReadVarint() : 0;

    private static DateTimeOffset FromNanoseconds(ulong sinceEpoch) =>
        DateTimeOffset.UnixEpoch.AddTicks((long)(sinceEpoch / TimeSpan.NanosecondsPerTick));
}
