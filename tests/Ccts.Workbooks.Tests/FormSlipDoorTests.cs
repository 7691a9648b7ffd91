using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json.Nodes;
using Ccts.Sdk.ProFormas;
using Ccts.Workbooks.ProFormas;

namespace Ccts.Workbooks.Tests;

/// <summary>
/// Slips in a pro-forma through each of its doors: a filing in JSON, the template that was filled in, and the workbook that the scheme publishes. Each
/// withholds and is told in the same words whichever it takes; so it does where the same slip stands in the baseline years too.
/// </summary>
public sealed class FormSlipDoorTests
{
    private static readonly Dictionary<string, (int[] Rows, Func<decimal, decimal> Slip)> Slips = new(StringComparer.Ordinal)
    {
        ["GJ/t for kcal/kg"] = ([419], _ => 34.3m),
        ["kJ for kcal"] = ([419], v => v * 4.1868m),
        ["kcal for kJ"] = ([419], v => Math.Round(v / 4.1868m, 4)),
        ["kg for t of the grid"] = ([206], _ => 727m),
        ["carbon for CO2 of the grid"] = ([206], _ => 0.198m),
        ["kg/m3 for kg/l"] = ([702], _ => 846m),
        ["a fraction for per cent"] = ([427], _ => 0.98m),
        ["kg for t of a fuel"] = ([429], v => v * 1000m),
        ["kt for t of a fuel"] = ([429], v => v / 1000m),
        ["kWh for lakh kWh"] = ([199], v => v * 100_000m),
        ["kWh for lakh kWh sold"] = ([381], v => v * 100_000m),
        ["output ten times"] = ([42, 48], v => v * 10m),
    };

    /// <summary>In every year alike: what has a size of its own shows by that, and an amount by the gazetted baseline.</summary>
    public static TheoryData<string, bool> Cases => new(from slip in Slips.Keys from always in new[] { false, true } select (slip, always));

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_slip_withholds_through_every_door(string slip, bool always)
    {
        var filing = Slipped(slip, always);
        var told = Told(filing);

        Assert.Equal("Withheld", told[0]);
        Assert.Equal(told, Told(ThroughTemplate(filing)));
        Assert.Equal(told, Told(ThroughWorkbook(filing)));
    }

    /// <summary>The calorific value, oxidation, factor and density are named with the slip in the baseline years as in the year.</summary>
    [Theory]
    [InlineData("a fraction for per cent", "0.98 % in the baseline years; the ruleset knows 100 %. 0.98 looks like a fraction for a percentage: without that it is 98 %.")]
    [InlineData("GJ/t for kcal/kg", "34.3 GJ/t = 8192.41 kcal/ kg.")]
    [InlineData("kg for t of the grid", "727 kgCO2/MWh = 0.727 t CO2/MWh.")]
    [InlineData("kg/m3 for kg/l", "846 kg/m3 = 0.846 kg/ltr.")]
    [InlineData("kcal for kJ", "petroleum-coke in the ruleset")]
    [InlineData("kg for t of a fuel", "of the gazetted baseline of 0.5923")]
    public void The_same_slip_in_every_year_is_named(string slip, string said) =>
        Assert.Contains(Told(Slipped(slip, always: true)), t => t.Contains(said, StringComparison.Ordinal));

    /// <summary>Against the plant's own baseline: a stream at the side, an amount that weighs nothing for the intensity, lime that was burnt for clinker that is not there.</summary>
    [Theory]
    [InlineData(450, 1000, "unusual-figure", "kt = 72779.62 Tonne")]
    [InlineData(81, 1000, "unusual-figure", "looks like kt")]
    [InlineData(33, 10, "unusual-intensity", "look at the clinker and the product")]
    public void A_fall_by_a_unit_withholds(int row, int times, string code, string said)
    {
        var filing = Sample();
        var line = filing["inputs"]!.AsArray().Single(i => ((string)i!["field"]!).EndsWith(FormattableString.Invariant($"@{row}"), StringComparison.Ordinal))!;
        line["current"] = (decimal.Parse((string)line["current"]!, CultureInfo.InvariantCulture) / times).ToString(CultureInfo.InvariantCulture);
        var told = Told(Read(filing));
        Assert.Equal("Withheld", told[0]);
        Assert.Contains(told, t => t.StartsWith(code, StringComparison.Ordinal) && t.Contains(said, StringComparison.Ordinal));
        Assert.Equal(told, Told(ThroughTemplate(Read(filing))));
    }

    /// <summary>A spreadsheet makes 0.98 of "98 %" that somebody types: the 98 that is shown counts, and the cell is told, because BEE's workbook reckons with 0.98.</summary>
    [Fact]
    public void Per_cent_typed_with_its_sign_is_told_with_its_cell()
    {
        Assert.True(ProFormaWorkbook.TryRead(FiledSheets.Of(Read(Sample())).Set("Form-Sb", "I427", "%0.98").ToWorkbook(), Cement.Form, out var filing, out var problems));
        var told = Assert.Single(problems, p => p.Code == "percentage-for-figure");
        Assert.Contains("shows 98 % and holds 0.98", told.Message, StringComparison.Ordinal);
        Assert.Contains("I427", told.Place.ToString(), StringComparison.Ordinal);
        Assert.Single(Told(filing));
    }

    [Fact]
    public void The_sample_raises_none() => Assert.Single(Told(Read(Sample())));

    private static List<string> Told(ProFormaFiling filing)
    {
        var assessment = ProFormaAssessor.Assess(filing, Cement.Form, Cement.Ruleset.Assessment);
        return [assessment.Certificates.Kind.ToString(), .. assessment.Findings.Where(f => f.NeedsReason).Select(f => f.Code + " " + f.Message).Order(StringComparer.Ordinal)];
    }

    private static ProFormaFiling Slipped(string slip, bool always)
    {
        var (rows, change) = Slips[slip];
        var filing = Sample();
        foreach (var line in rows.Select(row => filing["inputs"]!.AsArray().Single(i => ((string)i!["field"]!).EndsWith("@" + row.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal))!))
        {
            line["current"] = Changed(line["current"]!);
            if (always)
            {
                line["baseline_years"] = new JsonArray([.. line["baseline_years"]!.AsArray().Select(y => (JsonNode)Changed(y!))]);
            }
        }

        return Read(filing);

        string Changed(JsonNode figure) => change(decimal.Parse((string)figure!, CultureInfo.InvariantCulture)).ToString(CultureInfo.InvariantCulture);
    }

    private static JsonObject Sample() => JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "samples", "maihar-form-sb-2025-26.json")))!.AsObject();

    private static ProFormaFiling Read(JsonObject filing) => ProFormaFilingReader.Read(Encoding.UTF8.GetBytes(filing.ToJsonString()), "plant", Cement.Form);

    private static ProFormaFiling ThroughTemplate(ProFormaFiling filing)
    {
        using var stream = new MemoryStream();
        ProFormaTemplate.Write(stream, Cement.Form, filing: filing);
        return Filed(Sheets.Read(stream.ToArray()));
    }

    private static ProFormaFiling ThroughWorkbook(ProFormaFiling filing) => Filed(FiledSheets.Of(filing).ToWorkbook());

    private static ProFormaFiling Filed(Workbook workbook)
    {
        Assert.True(ProFormaWorkbook.TryRead(workbook, Cement.Form, out var filing, out var problems), string.Join("\n", problems));
        return filing!;
    }
}
