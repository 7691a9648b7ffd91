using System.Collections.Generic;
using Ccts.Sdk.Assessments;
using Ccts.Sdk.Assessments.Certificates;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Law;
using Ccts.Sdk.Problems;
using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.ProFormas;

/// <summary>The result of a filing: every figure of the form, then emissions, intensity and certificates as for a monitoring report.</summary>
/// <remarks>Immutable and thread-safe. Two are equal only when they hold the very same lists.</remarks>
public sealed record ProFormaAssessment
{
    /// <summary>The form.</summary>
    public required ProForma Form { get; init; }

    /// <summary>The filing.</summary>
    public required ProFormaFiling Filing { get; init; }

    /// <summary>The ruleset the form and the target come from.</summary>
    public required RulesetIdentity Ruleset { get; init; }

    /// <summary>The compliance year of the ruleset.</summary>
    public required ComplianceYear Year { get; init; }

    /// <summary>Every field that holds a figure, in the order of the form.</summary>
    public required IReadOnlyList<ProFormaFigure> Figures { get; init; }

    /// <summary>Emissions, product and intensity of the current year.</summary>
    public required ProFormaTotals Current { get; init; }

    /// <summary>Emissions, product and intensity of the baseline.</summary>
    public required ProFormaTotals Baseline { get; init; }

    /// <summary>The intensity of the current year as compared with the target, with the schedule's target and baseline; null without production.</summary>
    public IntensityResult? Intensity { get; init; }

    /// <summary>Certificates earned or owed; <see cref="CertificateKind.NoTarget"/> where no target is known.</summary>
    public required CertificateResult Certificates { get; init; }

    /// <summary>What the certificates would be; null unless <see cref="Certificates"/> are withheld because something looks like a slip.</summary>
    public CertificateResult? Withheld { get; init; }

    /// <summary>The workbook errors that change a figure of this filing.</summary>
    public required IReadOnlyList<SlipAccount> Slips { get; init; }

    /// <summary>The points that the form leaves open, with the result of this filing under each other reading.</summary>
    public required IReadOnlyList<PointAccount> Points { get; init; }

    /// <summary>The certificates under the other readings of points that the law leaves open (months of output, rounding); empty without a target and where the certificates are withheld.</summary>
    public IReadOnlyList<OtherReading> OtherReadings { get; init; } = [];

    /// <summary>The deadlines of the year.</summary>
    public required IReadOnlyList<Deadline> Deadlines { get; init; }

    /// <summary>Everything the certificates rely on that is not both in force and verbatim.</summary>
    public required IReadOnlyList<ILegalValue> Assumptions { get; init; }

    /// <summary>Warnings and remarks.</summary>
    public required IReadOnlyList<Problem> Findings { get; init; }

    /// <summary>The arithmetic: a step for every computed figure of the current year that is not zero; empty unless asked for.</summary>
    public required IReadOnlyList<FormStep> Steps { get; init; }
}

/// <summary>Emissions, product and intensity of one column, rounded to the 28 digits of a decimal.</summary>
/// <param name="Direct">Scope 1.</param>
/// <param name="Process">The part of it from the process.</param>
/// <param name="Indirect">Scope 2.</param>
/// <param name="Total">Both.</param>
/// <param name="Product">Equivalent product.</param>
/// <param name="Intensity">Total over product, or null without production.</param>
public sealed record ProFormaTotals(Co2e Direct, Co2e Process, Co2e Indirect, Co2e Total, Output Product, EmissionIntensity? Intensity);
