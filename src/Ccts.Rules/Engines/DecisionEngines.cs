using System;
using System.Runtime.CompilerServices;
using Ccts.Rules.Decisions;
using Ccts.Rules.Decisions.Requests;
using Ccts.Rules.Rulesets;
using Ccts.Rules.Rulesets.Catalogs;
using Ccts.Sdk;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Problems;
using NodaTime;

namespace Ccts.Rules.Engines;

/// <summary>The engines of a running host: one for each requested ruleset revision.</summary>
/// <remarks>
/// Thread-safe. An engine is kept as long as somebody holds its ruleset: when the catalog accepts a new
/// revision, that one is compiled at its first use, and the old one is collected after its last use.
/// </remarks>
public sealed class DecisionEngines : IDecider
{
    private readonly ConditionalWeakTable<Ruleset, DecisionEngine> _engines = new();
    private readonly LiveCatalog _catalog;

    /// <summary>Serves the rulesets of a catalog.</summary>
    /// <param name="catalog">The catalog.</param>
    /// <param name="kind">The kind of every engine; by default the fastest that runs here.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such kind.</exception>
    /// <exception cref="PlatformNotSupportedException">The kind does not run here: see <see cref="DecisionEngine.IsSupported"/>.</exception>
    public DecisionEngines(LiveCatalog catalog, EngineKind kind = EngineKind.Automatic)
    {
        _catalog = Require.NotNull(catalog);
        Kind = DecisionEngine.Supported(kind);
    }

    /// <summary>The kind that was asked for.</summary>
    public EngineKind Kind { get; }

    /// <summary>The engine of a ruleset, the same each time. A ruleset with overlays is a separate ruleset.</summary>
    public DecisionEngine For(Ruleset ruleset) => _engines.GetValue(Require.NotNull(ruleset), r => DecisionEngine.Of(r, Kind));

    /// <inheritdoc/>
    public ReasonedDecision Decide(Ruleset ruleset, DecisionRequest request) => For(ruleset).Decide(request).Explain();

    /// <summary>The engine of a compliance year's rules as they were known on a day, from the catalog in use now.</summary>
    /// <exception cref="CctsDataException">There are none; the one problem says why.</exception>
    public DecisionEngine Resolve(ComplianceYear year, LocalDate asOf) => For(_catalog.Current.Resolve(year, asOf));
}
