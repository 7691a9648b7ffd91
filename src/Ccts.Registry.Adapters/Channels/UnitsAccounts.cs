using Ccts.Registry.Adapters.Exports;
using Ccts.Sdk.Problems;

namespace Ccts.Registry.Adapters.Channels;

/// <summary>The accounts whose holdings a channel reads.</summary>
internal static class UnitsAccounts
{
    /// <summary>No account was stated. That is not an empty registry: with an empty list everything would look like ghost credits.</summary>
    internal static ExportRow None(string registry) =>
        new(null, new Problem("no-account", Severity.Error, "The channel was given no account at the registry, so it reads no holdings.", new SourcePlace(registry, 0, 0, "")) { Expected = "the accounts whose holdings are to be read" });
}
