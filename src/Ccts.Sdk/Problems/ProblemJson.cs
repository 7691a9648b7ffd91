using System.Text.Json.Nodes;

namespace Ccts.Sdk.Problems;

/// <summary>A problem as JSON.</summary>
public static class ProblemJson
{
    /// <param name="problem">The problem.</param>
    /// <param name="withPosition">Whether file, line and column are written; the pointer always is.</param>
    public static JsonObject Write(Problem problem, bool withPosition)
    {
        Require.NotNull(problem);
        var json = new JsonObject
        {
            ["code"] = problem.Code,
            ["severity"] = problem.Severity switch { Severity.Error => "error", Severity.Warning => "warning", _ => "info" },
            ["message"] = problem.Message,
        };
        if (withPosition)
        {
            json["file"] = problem.Place.File;
            json["line"] = problem.Place.Line;
            json["column"] = problem.Place.Column;
        }

        json["pointer"] = problem.Place.Pointer ?? "";
        json["expected"] = problem.Expected;
        json["hint"] = problem.Hint;
        json["clause"] = problem.Clause;
        if (problem.NeedsReason)
        {
            json["needsReason"] = true;
        }

        return json;
    }

    /// <summary>A problem as a receipt keeps it: with its texts, or only with what later versions do not change.</summary>
    internal static JsonObject WriteForReceipt(Problem problem, bool withTexts)
    {
        var json = Write(problem, withPosition: false);
        foreach (var text in withTexts ? [] : new[] { "message", "expected", "hint" })
        {
            json.Remove(text);
        }

        return json;
    }
}
