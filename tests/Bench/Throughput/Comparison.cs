using System.Reflection;

namespace Ingestion.Bench.Throughput;

/// <summary>The pipeline's figures beside the relay's: the line that is printed.</summary>
/// <param name="Count">Articles measured.</param>
/// <param name="Setting">On what both ran.</param>
/// <param name="Versions">Of what they ran on.</param>
/// <param name="PageBytes">Size of the page, once written to the store.</param>
/// <param name="MessageBytes">Size of the relay's messages, hop by hop.</param>
/// <param name="ArticleBytes">Size of the article, once written to the store.</param>
/// <param name="Pipeline">The pipeline's figures.</param>
/// <param name="Relay">The bare relay's.</param>
internal sealed record Comparison(
    int Count,
    string Setting,
    IReadOnlyDictionary<string, string> Versions,
    int PageBytes,
    IReadOnlyList<int> MessageBytes,
    int ArticleBytes,
    Figures Pipeline,
    Figures Relay)
{
    /// <summary>The pipeline's articles per second, in parts of the relay's: 1 is as fast.</summary>
    public double ThroughputToRelay => Math.Round(Pipeline.ArticlesPerSecond / Relay.ArticlesPerSecond, 3);

    /// <summary>The pipeline's processor time per article, as a multiple of the relay's.</summary>
    public double CpuToRelay => Math.Round(Pipeline.CpuMillisecondsPerArticle / Relay.CpuMillisecondsPerArticle, 2);

    /// <summary>The version of the assembly that a type is in.</summary>
    public static string VersionOf(Type type) =>
        type.Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "unknown";
}
