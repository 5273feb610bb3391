using System.Reflection;
using Ingestion.Clean;
using Ingestion.Contracts;
using Ingestion.Enrich;
using Ingestion.Hosting;
using Ingestion.Ingest;
using Ingestion.Publish;
using NetArchTest.Rules;
using Xunit;

namespace Ingestion.Unit.Tests.Architecture;

/// <summary>What may know what.</summary>
public sealed class DependencyTests
{
    private static readonly Dictionary<string, Assembly> Services = new()
    {
        ["Ingestion.Ingest"] = typeof(IngestService).Assembly,
        ["Ingestion.Clean"] = typeof(CleanService).Assembly,
        ["Ingestion.Enrich"] = typeof(EnrichService).Assembly,
        ["Ingestion.Publish"] = typeof(PublishService).Assembly,
    };

    public static TheoryData<string> ServiceNames => [.. Services.Keys];

    [Theory]
    [MemberData(nameof(ServiceNames))]
    public void A_service_never_references_another(string service)
    {
        var references = Services[service].GetReferencedAssemblies().Select(assembly => assembly.Name!).ToList();
        Assert.Contains("Ingestion.Contracts", references);
        Assert.Empty(references.Intersect(Services.Keys));
    }

    [Fact]
    public void Contracts_need_nothing_but_the_framework() =>
        Assert.All(
            typeof(ArticleIngested).Assembly.GetReferencedAssemblies(),
            reference => Assert.StartsWith("System.", reference.Name, StringComparison.Ordinal));

    [Fact]
    public void Only_hosting_and_consumers_know_the_bus()
    {
        var knowing = Services.Values.Append(typeof(IngestionDefaults).Assembly)
            .SelectMany(assembly => Types.InAssembly(assembly).That().HaveDependencyOn("MassTransit").GetTypes())
            .Where(type => type.Namespace?.StartsWith("Ingestion.Hosting", StringComparison.Ordinal) != true)
            .Select(type => type.FullName!)
            .Where(name => !name.Contains("Consumer", StringComparison.Ordinal) && !IsComposition(name) && !name.Contains("SubmissionDispatcher", StringComparison.Ordinal));
        Assert.Empty(knowing);
    }

    [Theory]
    [InlineData("Ingestion.Clean")]
    [InlineData("Ingestion.Enrich")]
    public void A_pure_core_knows_neither_bus_nor_store_nor_framework(string service)
    {
        var core = Types.InAssembly(Services[service]).That().ResideInNamespaceStartingWith(service)
            .GetTypes().Where(type => !type.Name.Contains("Consumer", StringComparison.Ordinal) && !IsComposition(type.FullName!) && !IsOutside(type.Namespace!)).ToList();
        Assert.Contains(core, type => type.Name is "ArticleCleaner" or "ArticleEnricher");
        var impure = Types.InAssembly(Services[service]).That()
            .HaveDependencyOnAny("MassTransit", "Ingestion.Storage", "Ingestion.Hosting", "Microsoft.AspNetCore", "Microsoft.Extensions.Hosting", "MongoDB", "Microsoft.Data")
            .GetTypes().Select(type => type.FullName!).ToHashSet();
        Assert.NotEmpty(impure); // the consumer is: so the rule sees what it looks for
        Assert.DoesNotContain(core, type => impure.Contains(type.FullName!));
    }

    /// <summary>What stands around Clean's core, beside the consumer: the sources' rules from the store, and the API about them.</summary>
    private static bool IsOutside(string @namespace) => @namespace is "Ingestion.Clean.Sources" or "Ingestion.Clean.Recleaning";

    private static bool IsComposition(string fullName) =>
        fullName.Split('.', '/', '+').Any(part => part.EndsWith("Service", StringComparison.Ordinal) || part == "Program");
}
