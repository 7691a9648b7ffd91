using System.Collections.Generic;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Problems;

namespace Ccts.Sdk.Monitoring;

/// <summary>What a plant reports for a compliance year: everything its GHG total and emission intensity are computed from.</summary>
/// <remarks>
/// <para>Immutable and thread-safe. Built in memory, read from JSON (<c>MonitoringReportReader</c>) or put together by name (<c>MonitoringReportBuilder</c>).</para>
/// <para>Two reports are equal only when they hold the same list objects, so two reports read from one text are not equal. To compare the
/// content of two reports, compare what <c>MonitoringReportWriter</c> writes.</para>
/// </remarks>
public sealed record MonitoringReport
{
    /// <summary>Who reports.</summary>
    public required ObligatedEntity Entity { get; init; }

    /// <summary>For which year.</summary>
    public required ComplianceYear Year { get; init; }

    /// <summary>Where the report begins in its input; default when built in memory.</summary>
    public SourcePlace Place { get; init; }

    /// <summary>A note that the activity data are invented, and why; null for a real report.</summary>
    public string? Illustrative { get; init; }

    /// <summary>Key of a draft or superseded target row to use instead of one in force; such rows are never used otherwise.</summary>
    public string? TargetRow { get; init; }

    /// <summary>The caller's own target or baseline, used instead of the ruleset's; null for the ruleset's.</summary>
    public OwnTarget? OwnTarget { get; init; }

    /// <summary>False when the documents were not submitted: the baseline intensity is then deemed achieved (GEI Rules r.4(5)).</summary>
    public bool DocumentsSubmitted { get; init; } = true;

    /// <summary>Why a result far from the plant's own baseline is right, or null; without a reason the gravest withhold an assessment. A reason that releases a finding names it: <c>no-electricity: the shafts are driven by steam</c>; several are separated by semicolons.</summary>
    public string? WhyUnusual { get; init; }

    /// <summary>Fuels burnt.</summary>
    public IReadOnlyList<FuelStream> Fuels { get; init; } = [];

    /// <summary>Process materials.</summary>
    public IReadOnlyList<ProcessMaterialStream> ProcessMaterials { get; init; } = [];

    /// <summary>Mass balances.</summary>
    public IReadOnlyList<MassBalanceStream> MassBalances { get; init; } = [];

    /// <summary>Perfluorocarbons.</summary>
    public IReadOnlyList<PfcStream> Pfcs { get; init; } = [];

    /// <summary>Other greenhouse gases.</summary>
    public IReadOnlyList<GasStream> Gases { get; init; } = [];

    /// <summary>Imported intermediates.</summary>
    public IReadOnlyList<ImportedIntermediateStream> ImportedIntermediates { get; init; } = [];

    /// <summary>Electricity consumed.</summary>
    public IReadOnlyList<ElectricityStream> Electricity { get; init; } = [];

    /// <summary>Heat bought in.</summary>
    public IReadOnlyList<ImportedHeatStream> ImportedHeat { get; init; } = [];

    /// <summary>Electricity sold.</summary>
    public IReadOnlyList<ExportedPowerStream> ExportedPower { get; init; } = [];

    /// <summary>Heat sold.</summary>
    public IReadOnlyList<ExportedHeatStream> ExportedHeat { get; init; } = [];

    /// <summary>CO2 captured and transferred or utilised.</summary>
    public IReadOnlyList<CapturedCo2Stream> CapturedCo2 { get; init; } = [];

    /// <summary>Exclusions, reported as memo items.</summary>
    public IReadOnlyList<MemoStream> Memo { get; init; } = [];

    /// <summary>Renewable energy certificates offered; always refused.</summary>
    public IReadOnlyList<OfferedCertificates> RenewableCertificates { get; init; } = [];

    /// <summary>Products.</summary>
    public IReadOnlyList<ProductStream> Products { get; init; } = [];

    /// <summary>Who reports, for which year, and how many streams; for logs and debuggers.</summary>
    public override string ToString()
    {
        var streams = Fuels.Count + ProcessMaterials.Count + MassBalances.Count + Pfcs.Count + Gases.Count + ImportedIntermediates.Count + Electricity.Count + ImportedHeat.Count
            + ExportedPower.Count + ExportedHeat.Count + CapturedCo2.Count + Memo.Count + RenewableCertificates.Count;
        return $"{Entity.Name}, {Entity.Sector}, {Year}: {streams} streams, {Products.Count} products";
    }
}
