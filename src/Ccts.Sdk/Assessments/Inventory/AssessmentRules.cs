using System.Collections.Generic;
using Ccts.Sdk.Assessments.Certificates;
using Ccts.Sdk.Assessments.Emissions;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Law;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.Assessments.Inventory;

/// <summary>Everything that an assessment needs from a ruleset, as plain values. <c>Ccts.Rules</c> fills it from data.</summary>
/// <remarks>Immutable and thread-safe once built.</remarks>
public sealed record AssessmentRules
{
    /// <summary>Which ruleset this is.</summary>
    public required RulesetIdentity Ruleset { get; init; }

    /// <summary>The compliance year the rules are for.</summary>
    public required ComplianceYear Year { get; init; }

    /// <summary>Default emission factors, GWPs and what the law says about choosing factors.</summary>
    public required EmissionRules Emissions { get; init; }

    /// <summary>Limits for checking a monitoring report.</summary>
    public required MonitoringRules Monitoring { get; init; }

    /// <summary>Rounding, the pro-rata reading and environmental compensation.</summary>
    public required CertificateRules Certificates { get; init; }

    /// <summary>Sectors with the output basis of their intensity, by name as the schedules print it.</summary>
    public required IReadOnlyDictionary<string, Sector> Sectors { get; init; }

    /// <summary>The units of output that the ruleset adds, by their spelling; t, MWh and MBBLS/NRGF need no entry.</summary>
    public IReadOnlyDictionary<OutputBasis, OutputUnit> Units { get; init; } = new Dictionary<OutputBasis, OutputUnit>();

    /// <summary>Target rows in force for <see cref="Year"/>, by registration number.</summary>
    public required IReadOnlyDictionary<string, EntityTarget> Targets { get; init; }

    /// <summary>Draft and superseded rows, by key; used only if a report names them.</summary>
    public required IReadOnlyDictionary<string, EntityTarget> TargetsOnRequest { get; init; }

    /// <summary>The calendar of the year.</summary>
    public required IReadOnlyList<Deadline> Deadlines { get; init; }

    /// <summary>The unit by which intensities are divided, and how many of it the given unit is.</summary>
    internal (OutputBasis Basis, decimal Each) CountedIn(OutputBasis unit) =>
        Units.TryGetValue(unit, out var known) ? (known.Basis, known.Each) : (unit, 1m);

    /// <summary>Whether intensities may be per the unit.</summary>
    internal bool Has(OutputBasis unit) => unit.IsBuiltIn || Units.ContainsKey(unit);
}
