using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using Ccts.Sdk.Assessments;
using Ccts.Sdk.Assessments.Certificates;
using Ccts.Sdk.Law;
using Ccts.Sdk.Monitoring.Writing;
using Ccts.Sdk.ProFormas.Formulas;
using Ccts.Sdk.Problems;
using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.ProFormas;

/// <summary>An assessed filing as JSON: the stable contract of <c>ccts proforma assess --json</c> and the outputs of a receipt.</summary>
/// <remarks>Figures are plain decimals under the keys of their fields. Members may be added, never renamed or removed.</remarks>
public static class ProFormaJson
{
    /// <summary>The format's name and version.</summary>
    public const string Format = "ccts-proforma-result/1";

    /// <summary>The whole assessment, with the steps if it kept them.</summary>
    /// <param name="assessment">The assessment.</param>
    /// <param name="asPrinted">Whether the results are the printed figures, with the figures that count beside them where they differ; otherwise the other way round.</param>
    public static JsonObject Write(ProFormaAssessment assessment, bool asPrinted = false)
    {
        Require.NotNull(assessment);
        var json = Outputs(assessment, asPrinted);
        json["otherReadings"] = Array(assessment.OtherReadings, reading => new JsonObject
        {
            ["path"] = reading.Path,
            ["used"] = reading.Used,
            ["reading"] = reading.Reading,
            ["certificates"] = Certificates(reading.Certificates),
        });
        json["findings"] = Array(assessment.Findings, problem => ProblemJson.Write(problem, withPosition: true));
        if (assessment.Steps.Count > 0)
        {
            json["steps"] = Array(assessment.Steps, Step);
        }

        return json;
    }

    /// <summary>The outputs for a receipt. Findings have pointers but no texts, because later versions may reword them.</summary>
    internal static JsonObject WriteForReceipt(ProFormaAssessment assessment)
    {
        var json = Outputs(assessment, asPrinted: false);
        json["findings"] = Array(assessment.Findings, problem => ProblemJson.WriteForReceipt(problem, withTexts: false));
        return json;
    }

    private static JsonObject Outputs(ProFormaAssessment assessment, bool asPrinted)
    {
        var json = Figures(assessment, asPrinted);
        if (assessment.Filing.OwnTarget is { } own)
        {
            json["ownTarget"] = OwnTargetWriting.ToJson(own);
        }

        if (assessment.Withheld is { } withheld)
        {
            json["outcome"] = "implausible";
            json["withheld"] = Certificates(withheld);
        }

        return json;
    }

    private static JsonObject Figures(ProFormaAssessment assessment, bool asPrinted) => new()
    {
        ["format"] = Format,
        ["proForma"] = new JsonObject { ["id"] = assessment.Form.Id, ["form"] = assessment.Form.Form, ["sector"] = assessment.Form.Sector },
        ["ruleset"] = AssessmentJson.Ruleset(assessment.Ruleset),
        ["complianceYear"] = assessment.Year.ToString(),
        ["name"] = assessment.Filing.Name,
        ["entity"] = assessment.Filing.Entity?.Registration?.Text ?? assessment.Filing.Entity?.Name,
        ["illustrative"] = assessment.Filing.Illustrative,
        ["asPrinted"] = asPrinted,
        ["results"] = Results(assessment.Figures, asPrinted),
        ["baseline"] = Totals(assessment.Baseline),
        ["current"] = Totals(assessment.Current),
        ["intensity"] = new JsonObject
        {
            ["achieved"] = assessment.Intensity?.Achieved.ToString(),
            ["unrounded"] = assessment.Intensity?.Unrounded.ToString(),
            ["target"] = assessment.Intensity?.Target?.ToString(),
            ["baseline"] = assessment.Intensity?.Baseline?.ToString(),
        },
        ["certificates"] = Certificates(assessment.Certificates),
        ["slips"] = Array(assessment.Slips, Slip),
        ["openPoints"] = Array(assessment.Points, Point),
        ["assumptions"] = Array(assessment.Assumptions, Assumption),
    };

    private static JsonObject Results(IReadOnlyList<ProFormaFigure> figures, bool asPrinted)
    {
        var results = new JsonObject();
        foreach (var figure in figures.Where(f => f.IsThere(asPrinted)))
        {
            var result = new JsonObject
            {
                ["label"] = figure.Field.Label,
                ["unit"] = figure.Field.Unit,
                ["baseline"] = Text(asPrinted ? figure.PrintedBaseline : figure.Baseline),
                ["current"] = Text(asPrinted ? figure.PrintedCurrent : figure.Current),
            };
            if (figure.Differs)
            {
                result[asPrinted ? "intended" : "printed"] = new JsonObject
                {
                    ["baseline"] = Text(asPrinted ? figure.Baseline : figure.PrintedBaseline),
                    ["current"] = Text(asPrinted ? figure.Current : figure.PrintedCurrent),
                };
            }

            results[figure.Field.Key] = result;
        }

        return results;
    }

    private static JsonObject Totals(ProFormaTotals totals) => new()
    {
        ["direct"] = totals.Direct.ToString(),
        ["process"] = totals.Process.ToString(),
        ["indirect"] = totals.Indirect.ToString(),
        ["total"] = totals.Total.ToString(),
        ["output"] = totals.Product.ToString(),
        ["intensity"] = totals.Intensity?.ToString(),
    };

    private static JsonObject Slip(SlipAccount account) => new()
    {
        ["id"] = account.Slip.Id,
        ["cells"] = account.Slip.Cells,
        ["reason"] = account.Slip.Reason,
        ["taken"] = account.Slip.Taken,
        ["baselineIntensity"] = Text(account.BaselineIntensity),
        ["currentIntensity"] = Text(account.CurrentIntensity),
        ["figures"] = Array(account.Cells, cell => new JsonObject
        {
            ["field"] = cell.Field.Key,
            ["column"] = ColumnWords.Of(cell.Column),
            ["intended"] = cell.Intended,
            ["printed"] = cell.Printed,
        }),
    };

    private static JsonObject Point(PointAccount account) => new()
    {
        ["id"] = account.Point.Id,
        ["question"] = account.Point.Question,
        ["taken"] = account.Point.Taken.Value,
        ["force"] = LawWords.Of(account.Point.Taken.Standing.Force),
        ["evidence"] = LawWords.Of(account.Point.Taken.Standing.Evidence),
        ["otherReadings"] = Array(account.Others, other => new JsonObject
        {
            ["reading"] = other.Reading.Id,
            ["title"] = other.Reading.Title,
            ["differs"] = other.Differs,
            ["tonnes"] = other.Tonnes.ToString(),
            ["baselineTonnes"] = other.BaselineTonnes.ToString(),
            ["intensity"] = other.Intensity?.ToString(),
            ["baselineIntensity"] = other.BaselineIntensity?.ToString(),
            ["certificates"] = Certificates(other.Certificates),
        }),
    };

    private static JsonObject Certificates(CertificateResult result) => new()
    {
        ["kind"] = AssessmentJson.Word(result.Kind),
        ["quantity"] = result.Quantity,
        ["unrounded"] = result.Unrounded is { } exact ? QuantityText.Format(exact.Tonnes) : null,
    };

    private static JsonObject Assumption(ILegalValue value) => new()
    {
        ["path"] = value.Path,
        ["value"] = value.Text,
        ["source"] = value.Standing.Source.ToString(),
        ["force"] = LawWords.Of(value.Standing.Force),
        ["evidence"] = LawWords.Of(value.Standing.Evidence),
        ["note"] = value.Standing.Note,
    };

    private static JsonObject Step(FormStep step) => new()
    {
        ["field"] = step.Field.Key,
        ["formula"] = step.Formula,
        ["operands"] = Array(step.Operands, operand => new JsonObject { ["field"] = operand.Field.Key, ["column"] = ColumnWords.Of(operand.Column), ["value"] = Text(operand.Value) }),
        ["result"] = step.Result,
        ["unit"] = step.Field.Unit,
    };

    private static JsonValue? Text(string figure) => figure.Length == 0 ? null : JsonValue.Create(figure);

    private static JsonArray Array<T>(IEnumerable<T> items, Func<T, JsonObject> write) => new([.. items.Select(item => (JsonNode)write(item))]);
}
