using System;
using System.Linq;
using System.Threading.Tasks;
using Ccts.Registry.Adapters.Watching;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Ccts.Registry.AspNetCore;

/// <summary>Endpoints that show the ledger's claims compared with the registries' confirmed units.</summary>
public static class CctsRegistryReportEndpoints
{
    /// <summary>
    /// Maps GET at a pattern and a registry's id below it, e.g. <c>/registries/icm</c>, to the last report of its <see cref="RegistryWatch"/> that read the registry
    /// completely; 404 before there is one. The report shows tonnes and unit numbers: restrict access to it.
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
