using Ingestion.Hosting.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Ingestion.Hosting.Pages;

/// <summary>What a service needs that serves pages.</summary>
public static class PageServices
{
    /// <summary>Adds it, once per process however many services call, and the service's own links.</summary>
    public static IHostApplicationBuilder AddPages(this IHostApplicationBuilder builder, params ReadOnlySpan<NavigationEntry> entries)
    {
        foreach (var entry in entries) builder.Services.AddSingleton(entry);
        // In front of the writer of problem details, which would take what asks for a page as well.
        if (!builder.Services.Any(service => service.ImplementationType == typeof(PageProblemWriter)))
            builder.Services.Insert(0, ServiceDescriptor.Singleton<IProblemDetailsWriter, PageProblemWriter>());
        return builder;
    }

    /// <summary>Maps what all pages share, if any service of the process has pages.</summary>
    internal static void MapSharedPages(this WebApplication app)
    {
        if (!app.Services.GetServices<NavigationEntry>().Any()) return;
        app.MapGet(Stylesheet.Path, Stylesheet.Handle).ExcludeFromDescription().AnswerHead();
        app.MapSignIn();
    }
}
