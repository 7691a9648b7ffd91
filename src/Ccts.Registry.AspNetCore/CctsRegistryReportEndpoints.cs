using System;
using System.Linq;
using System.Threading.Tasks;
using Ccts.Registry.Adapters.Watching;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Ccts.Registry.AspNetCore;

/// <summary>Endpoints that show what is claimed against what registries have confirmed.</summary>
public static class CctsRegistryReportEndpoints
{
    /// <summary>
    /// Maps GET at a pattern and a registry's id below it, e.g. <c>/registries/icm</c>, to the last report of its <see cref="RegistryWatch"/> that read the registry
    /// whole; 404 before there is one. It shows tonnes and numbers of units: restrict who may ask.
    /// </summary>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static IEndpointConventionBuilder MapCctsRegistryReport(this IEndpointRouteBuilder endpoints, string pattern) =>
        Require.NotNull(endpoints).MapGet(Require.NotNull(pattern).TrimEnd('/') + "/{registry}", (RequestDelegate)ShowAsync);

    private static Task ShowAsync(HttpContext context)
    {
        var registry = (string?)context.Request.RouteValues["registry"];
        if (context.RequestServices.GetServices<RegistryWatch>().FirstOrDefault(w => w.Registry == registry)?.LatestComplete is not { } report)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        context.Response.ContentType = "application/json; charset=utf-8";
        return context.Response.WriteAsync(report.ToJson(), context.RequestAborted);
    }
}
