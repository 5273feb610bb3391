using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Ingestion.Hosting;

/// <summary>HEAD, which a server that answers GET must answer too (RFC 9110, 9.1). The server leaves the body out by itself.</summary>
public static class HeadRequests
{
    /// <summary>Lets endpoints that answer GET answer HEAD as well.</summary>
    public static TBuilder AnswerHead<TBuilder>(this TBuilder endpoints)
        where TBuilder : IEndpointConventionBuilder
    {
        endpoints.Finally(endpoint =>
        {
            if (endpoint.Metadata.OfType<HttpMethodMetadata>().LastOrDefault() is not { HttpMethods: [var method] } || method != HttpMethods.Get) return;
            endpoint.Metadata.Add(new HttpMethodMetadata([HttpMethods.Get, HttpMethods.Head]));
        });
        return endpoints;
    }
}
