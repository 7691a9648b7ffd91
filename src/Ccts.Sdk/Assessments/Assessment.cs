using System.Collections.Generic;
using Ccts.Sdk.Assessments.Calculations;
using Ccts.Sdk.Assessments.Certificates;
using Ccts.Sdk.Assessments.Inventory;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Law;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Problems;
using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.Assessments;

/// <summary>The result of a monitoring report under a ruleset.</summary>
/// <remarks>
/// <para>Immutable and thread-safe.</para>
/// <para>Two assessments are equal only when they hold the same list objects, so two assessments of one report are not equal. To compare their content, compare
/// what <see cref="AssessmentJson"/> writes, or their receipts.</para>
/// </remarks>
public sealed record Assessment
{
    /// <summary>The ruleset it rests on.</summary>
    public required RulesetIdentity Ruleset { get; init; }

    /// <summary>Who was assessed.</summary>
    public required ObligatedEntity Entity { get; init; }

    /// <summary>For which year.</summary>
    public required ComplianceYear Year { get; init; }

    /// <summary>A note that the activity data are invented; null for a real report.</summary>
    public string? Illustrative { get; init; }

    /// <summary>The caller's own target or baseline that was used; null if the ruleset's was used.</summary>
    public OwnTarget? OwnTarget { get; init; }

    /// <summary>GHG emissions, t CO2e.</summary>
    public required EmissionTotals Emissions { get; init; }

    /// <summary>Equivalent product.</summary>
    public required Output Output { get; init; }

    /// <summary>Achieved intensity, target and baseline.</summary>
    public required IntensityResult Intensity { get; init; }

    /// <summary>Certificates earned or owed.</summary>
    public required CertificateResult Certificates { get; init; }

    /// <summary>Whether certificates are given, or withheld because an input or a result looks like a slip.</summary>
    public AssessmentOutcome Outcome { get; init; }

    /// <summary>The certificates without withholding them: to help find the slip, never to be booked; null if nothing is withheld.</summary>
    public CertificateResult? Withheld { get; init; }

    /// <summary>What is due when.</summary>
    public required IReadOnlyList<Deadline> Deadlines { get; init; }

    /// <summary>Every value that the result uses and that is not both in force and verbatim.</summary>
    public required IReadOnlyList<ILegalValue> Assumptions { get; init; }

    /// <summary>The figure under other readings of the law, if it would differ; empty unless asked for.</summary>
    public required IReadOnlyList<OtherReading> OtherReadings { get; init; }

    /// <summary>The worst and the best figure when all those readings are taken together; null without a target, or unless asked for.</summary>
    public CertificateRange? Range { get; init; }

    /// <summary>Warnings and remarks of validation and calculation, in reading order.</summary>
    public required IReadOnlyList<Problem> Findings { get; init; }

    /// <summary>The arithmetic, in order; empty unless asked for.</summary>
    public required IReadOnlyList<Step> Steps { get; init; }

    /// <summary>The answer in a line, for logs and debuggers.</summary>
    public override string ToString() => $"{Entity.Name}, {Year}: {Certificates}; {Intensity.Achieved} by {Ruleset.Id} revision {Ruleset.Revision}";
}

/// <summary>How an assessment ended.</summary>
public enum AssessmentOutcome
{
    /// <summary>Certificates come out.</summary>
    Assessed,

    /// <summary>
    /// A finding with <see cref="Problem.NeedsReason"/> was neither corrected nor explained, so no certificates are given:
    /// <see cref="Assessment.Certificates"/> is <see cref="CertificateKind.Withheld"/>.
    /// </summary>
    Implausible,
}

/// <summary>Emission intensities of an assessment.</summary>
/// <param name="Achieved">Rounded by policy, as it is compared.</param>
/// <param name="Unrounded">GHG over product, to 28 digits.</param>
/// <param name="Target">The target, or null: no target for this year.</param>
/// <param name="Baseline">The baseline, or null if the schedule does not give it.</param>
public sealed record IntensityResult(EmissionIntensity Achieved, EmissionIntensity Unrounded, EmissionIntensity? Target, EmissionIntensity? Baseline);

/// <summary>The certificates under another reading of one point of law.</summary>
/// <param name="Path">The parameter whose reading it is.</param>
/// <param name="Used">The reading that the result uses.</param>
/// <param name="Reading">The other reading.</param>
/// <param name="Certificates">The certificates under it.</param>
public sealed record OtherReading(string Path, string Used, string Reading, CertificateResult Certificates);
