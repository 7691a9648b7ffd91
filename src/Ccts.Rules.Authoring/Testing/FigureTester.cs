using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json.Nodes;
using Ccts.Rules.Rulesets;
using Ccts.Sdk.Assessments;

namespace Ccts.Rules.Authoring.Testing;

/// <summary>Assesses the report of a case and compares its figures.</summary>
internal static class FigureTester
{
    internal static FigureResult Run(FigureCase test, Ruleset ruleset)
    {
        if (!Assessor.TryAssess(test.Report, ruleset.Assessment, null, out var assessment, out var problems))
        {
            return new FigureResult(test, [.. problems.Select(p => "the report is refused: " + p)]);
        }

        var json = AssessmentJson.Write(assessment!);
        var differences = test.Figures.Select(f => Compare(f, json)).OfType<string>().ToList();
        if (test.Findings is { } wanted)
        {
            var found = assessment!.Findings.Select(f => f.Code).Distinct(StringComparer.Ordinal).ToList();
            differences.AddRange(wanted.Except(found, StringComparer.Ordinal).Select(c => "expected but not found: " + c));
            differences.AddRange(found.Except(wanted, StringComparer.Ordinal).Select(c => "not expected but found: " + c));
        }

        return new FigureResult(test, differences);
    }

    private static string? Compare(ExpectedFigure expected, JsonObject json)
    {
        JsonNode? node = json;
        foreach (var step in expected.Path.Split('.'))
        {
            node = node is JsonObject members && members.TryGetPropertyValue(step, out var member) ? member : null;
        }

        if (node is not JsonValue value)
        {
            return $"{expected.Path}: expected {expected.Value}, is not there";
        }

        var actual = value.ToString();
        return actual == expected.Value || Within(expected, actual) ? null
            : $"{expected.Path}: expected {expected.Value}{(expected.Tolerance == 0m ? "" : " within " + expected.Tolerance.ToString(CultureInfo.InvariantCulture))}, is {actual}";
    }

    private static bool Within(ExpectedFigure expected, string actual) =>
        TrySplit(expected.Value, out var wanted, out var wantedUnit) && TrySplit(actual, out var found, out var unit)
        && unit == wantedUnit && Math.Abs(found - wanted) <= expected.Tolerance;

    private static bool TrySplit(string text, out decimal number, out string unit)
    {
        var space = text.IndexOf(' ');
        unit = space < 0 ? "" : text.Substring(space + 1);
        return decimal.TryParse(space < 0 ? text : text.Substring(0, space), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number);
    }
}
