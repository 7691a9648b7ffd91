using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using Ccts.Sdk.ProFormas;

namespace Ccts.ProFormas.Tests;

/// <summary>
/// Made-up plants recalculated from BEE's workbook itself, and what their reader took as intended: exact, to the last of 20 digits. What
/// the workbook prints comes out to the last of its 15 digits.
/// </summary>
public sealed class VectorTests
{
    /// <summary>This plant's reader took the calcination rate of kiln dust for a fraction; as the instruction says it is a number to 100.</summary>
    private const string DustByFraction = "29-clinkerization-unit-type2";

    private const int DustRate = 111;

    private static readonly ConcurrentDictionary<string, ProFormaAssessment> s_printed = new(StringComparer.Ordinal);

    public static TheoryData<string> Plants => [.. Cement.Files("Vectors")];

    public static TheoryData<string> SecondPlants => [.. Cement.Files("SecondReading")];

    [Theory]
    [MemberData(nameof(Plants))]
    public void Every_intended_figure_comes_out_to_the_last_digit(string name)
    {
        var vector = Cement.Vector(name);
        if (name == DustByFraction)
        {
            ByHundred(Cement.Line(vector, DustRate));
        }

        var figures = Cement.ByKey(Cement.Assess(vector));
        Assert.Empty(Different(vector, "outputs_as_intended", (key, column) => column == "baseline" ? figures[key].Baseline : figures[key].Current));
    }

    [Theory]
    [MemberData(nameof(Plants))]
    public void Every_printed_figure_comes_out_to_the_last_digit(string name)
    {
        var vector = Cement.Vector(name);
        var figures = Cement.ByKey(Printed(name));
        Assert.Empty(Different(vector, "outputs_as_printed_by_the_workbook", (key, column) => column == "baseline" ? figures[key].PrintedBaseline : figures[key].PrintedCurrent));
    }

    [Theory]
    [MemberData(nameof(Plants))]
    public void The_figures_in_which_the_two_differ_are_marked(string name)
    {
        var vector = Cement.Vector(name);
        var figures = Cement.ByKey(Printed(name));
        var expected = vector["differs"]!.AsArray().Select(d => ((string)d!).Split(':')[0]).Where(figures.ContainsKey).ToHashSet(StringComparer.Ordinal);
        var told = vector["outputs_as_intended"]!.AsObject().Select(o => o.Key).Where(k => figures[k].Differs).ToHashSet(StringComparer.Ordinal);

        // The emission form repeats figures; the vectors list the fields it repeats.
        told.RemoveWhere(k => k.StartsWith("E2.", StringComparison.Ordinal));
        Assert.Equal(expected.Order(StringComparer.Ordinal), told.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Plants))]
    public void A_worked_example_that_agrees_is_told_nothing(string name)
    {
        if (name != DustByFraction)
        {
            Assert.DoesNotContain(Printed(name).Findings, f => f.Code == "expected-figure");
        }
    }

    [Fact]
    public void A_worked_example_that_differs_is_told_where()
    {
        var vector = Cement.Vector("01-minimal-type1-grid-ppc");
        vector["outputs_as_intended"]!["Sum.20@128"]!["current"] = "1";
        var finding = Assert.Single(Cement.Assess(vector).Findings, f => f.Code == "expected-figure");
        Assert.Equal("/outputs_as_intended/Sum.20@128/current", finding.Place.Pointer);
    }

    [Theory]
    [MemberData(nameof(SecondPlants))]
    public void A_second_reading_of_the_workbook_agrees(string name)
    {
        var vector = Cement.Second(name);
        var figures = Cement.ByKey(Cement.Assess(vector));
        Assert.Empty(Far(vector, "outputs_as_intended", (key, column) => column == "baseline" ? figures[key].Baseline : figures[key].Current));
    }

    /// <summary>Its workbook was left with the locked formula of the raw-meal ratio, and its grinding units with an empty thermal SEC.</summary>
    [Theory]
    [MemberData(nameof(SecondPlants))]
    public void What_it_prints_agrees_too(string name)
    {
        var vector = Cement.Second(name);
        Cement.Line(vector, 98)["current"] = "";
        if ((string)vector["general"]!["sub_sector"]! == "Grinding")
        {
            vector.With(829, "0");
        }

        var figures = Cement.ByKey(Cement.Printed(vector));
        Assert.Empty(Far(vector, "outputs_as_printed_by_the_workbook", (key, column) => column == "baseline" ? figures[key].PrintedBaseline : figures[key].PrintedCurrent));
    }

    private static ProFormaAssessment Printed(string name) => s_printed.GetOrAdd(name, n => Cement.Printed(Cement.Vector(n)));

    private static List<string> Different(JsonObject vector, string outputs, Func<string, string, string> of) => Compared(vector, outputs, of, (expected, found) => expected == found);

    private static List<string> Far(JsonObject vector, string outputs, Func<string, string, string> of) => Compared(vector, outputs, of, IsNear);

    private static List<string> Compared(JsonObject vector, string outputs, Func<string, string, string> of, Func<string, string, bool> agree)
    {
        var different = new List<string>();
        foreach (var output in vector[outputs]!.AsObject())
        {
            foreach (var column in new[] { "baseline", "current" })
            {
                var expected = (string)output.Value![column]!;
                var found = of(output.Key, column) is { Length: > 0 } text ? text : "0";
                if (expected.Length > 0 && !agree(expected, found))
                {
                    different.Add($"{output.Key} {column}: {found} comes out, {expected} is expected");
                }
            }
        }

        return different;
    }

    private static bool IsNear(string expected, string found) => expected == found
        || (decimal.TryParse(expected, System.Globalization.CultureInfo.InvariantCulture, out var a) && decimal.TryParse(found, System.Globalization.CultureInfo.InvariantCulture, out var b) && Math.Abs(a - b) <= Math.Abs(a) * 0.000000001m);

    private static void ByHundred(JsonObject line)
    {
        static string Times100(JsonNode? text) => (string?)text is { Length: > 0 } number ? (decimal.Parse(number, System.Globalization.CultureInfo.InvariantCulture) * 100m).ToString("0.####", System.Globalization.CultureInfo.InvariantCulture) : "";
        line["baseline_years"] = new JsonArray([.. line["baseline_years"]!.AsArray().Select(t => (JsonNode)Times100(t))]);
        line["current"] = Times100(line["current"]);
    }
}
