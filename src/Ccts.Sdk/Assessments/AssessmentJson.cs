using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using Ccts.Sdk.Assessments.Calculations;
using Ccts.Sdk.Assessments.Certificates;
using Ccts.Sdk.Assessments.Inventory;
using Ccts.Sdk.Law;
using Ccts.Sdk.Monitoring.Writing;
using Ccts.Sdk.Problems;
using Ccts.Sdk.Quantities;
using NodaTime.Text;

namespace Ccts.Sdk.Assessments;

/// <summary>An assessment as JSON: the stable contract of <c>ccts assess --json</c> and the outputs of a receipt.</summary>
/// <remarks>Quantities are <c>"value unit"</c> text in plain decimals. Members may be added, never renamed or removed.</remarks>
public static class AssessmentJson
{
    /// <summary>The whole assessment; with steps if the assessment kept them.</summary>
    public static JsonObject Write(Assessment assessment)
    {
        Require.NotNull(assessment);
        var json = Outputs(assessment, Edition.Second);
        if (assessment.Findings.Any(f => f.Code == Assessor.DeemedBaseline))
        {
            // What was not submitted is unknown, not 0 t; a receipt keeps what was computed from the report.
            json["emissions"]!["total"] = assessment.Emissions.Total.Tonnes == 0m ? null : assessment.Emissions.Total.ToString();
            json["intensity"]!["deemed"] = true;
        }

        json["findings"] = Array(assessment.Findings, problem => ProblemJson.Write(problem, withPosition: true));
        if (assessment.Steps.Count > 0)
        {
            json["steps"] = Array(assessment.Steps, Step);
        }

        return json;
    }

    /// <summary>
    /// What a receipt keeps. Findings are located by pointer, because a replay has no file with lines, and without their texts,
    /// which later versions may word better; receipts of the first format have them.
    /// </summary>
    internal static JsonObject WriteForReceipt(Assessment assessment, bool withTexts, Edition edition)
    {
        var json = Outputs(assessment, edition);
        json["findings"] = Array(assessment.Findings, problem => ProblemJson.WriteForReceipt(problem, withTexts));
        return json;
    }

    private static JsonObject Outputs(Assessment assessment, Edition edition)
    {
        var json = WithoutOwnTarget(assessment, edition);
        if (edition != Edition.First)
        {
            json["outcome"] = assessment.Outcome == AssessmentOutcome.Implausible ? "implausible" : "assessed";
        }

        if (assessment.Withheld is { } withheld)
        {
            json["withheld"] = Certificates(withheld, edition);
        }

        if (assessment.OwnTarget is { } own)
        {
            // Only if there is one: receipts of earlier engines do not have this member.
            json["ownTarget"] = OwnTargetWriting.ToJson(own);
        }

        return json;
    }

    private static JsonObject WithoutOwnTarget(Assessment assessment, Edition edition) => new()
    {
        ["ruleset"] = Ruleset(assessment.Ruleset),
        ["entity"] = assessment.Entity.Registration?.Text ?? assessment.Entity.Name,
        ["entityName"] = assessment.Entity.Name,
        ["sector"] = assessment.Entity.Sector,
        ["complianceYear"] = assessment.Year.ToString(),
        ["illustrative"] = assessment.Illustrative,
        ["emissions"] = new JsonObject
        {
            ["total"] = assessment.Emissions.Total.ToString(),
            ["combustion"] = assessment.Emissions.Combustion.ToString(),
            ["process"] = assessment.Emissions.Process.ToString(),
            ["electricity"] = assessment.Emissions.Electricity.ToString(),
            ["heat"] = assessment.Emissions.Heat.ToString(),
            ["adjustments"] = assessment.Emissions.Adjustments.ToString(),
            ["memo"] = assessment.Emissions.Memo.ToString(),
        },
        ["output"] = assessment.Output.ToString(),
        ["intensity"] = Intensity(assessment.Intensity),
        ["certificates"] = Certificates(assessment, edition),
        ["deadlines"] = Array(assessment.Deadlines, Deadline),
        ["assumptions"] = Array(assessment.Assumptions, value => Assumption(value, assessment.OtherReadings, edition)),
    };

    /// <summary>How accounts and receipts name a ruleset: id, revision and digest.</summary>
    public static JsonObject Ruleset(RulesetIdentity ruleset) => new()
    {
        ["id"] = Require.NotNull(ruleset).Id,
        ["revision"] = ruleset.Revision,
        ["digest"] = ruleset.Digest,
    };

    private static JsonObject Intensity(IntensityResult intensity) => new()
    {
        ["achieved"] = intensity.Achieved.ToString(),
        ["unrounded"] = intensity.Unrounded.ToString(),
        ["target"] = intensity.Target?.ToString(),
        ["baseline"] = intensity.Baseline?.ToString(),
        ["improvement"] = Improvement.Of(intensity.Baseline, intensity.Unrounded) is { } cut ? QuantityText.Format(cut) : null,
    };

    // Without a target: the finding that says whether the schedule prints none or the row is missing here.
    private static JsonObject Certificates(Assessment assessment, Edition edition)
    {
        var json = Certificates(assessment.Certificates, edition);
        json["reason"] = assessment.Certificates.Kind == CertificateKind.Withheld ? "implausible" : assessment.Certificates.Kind == CertificateKind.NoTarget ? assessment.Findings.FirstOrDefault(f => f.Code is ReportedTarget.NonePrinted or ReportedTarget.NotInRuleset)?.Code : null;
        return json;
    }

    private static JsonObject Certificates(CertificateResult result, Edition edition) => new()
    {
        ["kind"] = Word(result.Kind),
        ["quantity"] = result.Quantity,
        // The first edition had no sign for a nil result.
        ["unrounded"] = result.Unrounded is { } exact ? QuantityText.Format(edition == Edition.First ? System.Math.Abs(exact.Tonnes) : exact.Tonnes) : null,
    };

    internal static string Word(CertificateKind kind) => kind switch
    {
        CertificateKind.Issue => "issue",
        CertificateKind.Surrender => "surrender",
        CertificateKind.Nil => "nil",
        CertificateKind.Withheld => "withheld",
        _ => "no-target",
    };

    private static JsonObject Deadline(Deadline deadline) => new()
    {
        ["event"] = deadline.Event,
        ["due"] = deadline.Due is { } due ? LocalDatePattern.Iso.Format(due) : null,
        ["rule"] = deadline.Rule,
        ["form"] = deadline.Form,
        ["source"] = deadline.Standing.Source.ToString(),
        ["force"] = LawWords.Of(deadline.Standing.Force),
        ["evidence"] = LawWords.Of(deadline.Standing.Evidence),
    };

    private static JsonObject Assumption(ILegalValue value, IReadOnlyList<OtherReading> readings, Edition edition) => new()
    {
        ["path"] = value.Path,
        ["value"] = value.Text,
        ["source"] = value.Standing.Source.ToString(),
        ["force"] = LawWords.Of(value.Standing.Force),
        ["evidence"] = LawWords.Of(value.Standing.Evidence),
        ["note"] = value.Standing.Note,
        ["reason"] = value.Reason,
        ["settledBy"] = value.SettledBy,
        ["otherReadings"] = Array(readings.Where(r => r.Path == value.Path), reading => Reading(reading, edition)),
    };

    private static JsonObject Reading(OtherReading reading, Edition edition) => new()
    {
        ["used"] = reading.Used,
        ["reading"] = reading.Reading,
        ["certificates"] = Certificates(reading.Certificates, edition),
    };

    private static JsonObject Step(Step step) => new()
    {
        ["number"] = step.Number,
        ["subject"] = step.Subject,
        ["title"] = step.Title,
        ["operands"] = Array(step.Operands, Operand),
        ["decimals"] = step.Decimals,
        ["result"] = QuantityText.Format(step.Result),
        ["unit"] = step.Unit,
        ["clause"] = step.Clause?.ToString(),
    };

    private static JsonObject Operand(Operand operand)
    {
        var json = Number(operand);
        if (operand.Evidence is { Count: > 0 } behind)
        {
            json["evidence"] = StreamWriting.Evidence(behind);
        }

        return json;
    }

    private static JsonObject Number(Operand operand) => new()
    {
        ["role"] = operand.Role switch
        {
            OperandRole.Times => "times",
            OperandRole.DividedBy => "divided-by",
            OperandRole.Plus => "plus",
            _ => "minus",
        },
        ["name"] = operand.Name,
        ["value"] = QuantityText.Format(operand.Value),
        ["unit"] = operand.Unit,
        ["fromStep"] = operand.FromStep > 0 ? operand.FromStep : null,
        ["source"] = operand.Source?.ToString(),
    };

    private static JsonArray Array<T>(IEnumerable<T> items, System.Func<T, JsonObject> write) => new([.. items.Select(item => (JsonNode)write(item))]);
}
