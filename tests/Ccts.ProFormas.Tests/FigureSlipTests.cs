using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json.Nodes;
using Ccts.Sdk.Assessments.Certificates;
using Ccts.Sdk.Assessments.Inventory;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.ProFormas;

namespace Ccts.ProFormas.Tests;

/// <summary>Slips of units put into the sample filing: each withholds the certificates until a reason is stated, and is named. An ordinary filing raises none.</summary>
public sealed class FigureSlipTests
{
    private static readonly Dictionary<string, (int[] Rows, Func<decimal, decimal> Slip, string Code, string Said)> Slips = new(StringComparer.Ordinal)
    {
        ["GJ/t for kcal/kg"] = ([419], _ => 34.3m, "unusual-figure", "34.3 GJ/t = 8192.41 kcal/ kg."),
        ["kJ for kcal"] = ([419], v => v * 4.1868m, "unusual-figure", "34289.89 kJ = 8190 kcal/ kg."),
        ["kg for t of the grid"] = ([206], _ => 727m, "unusual-figure", "727 kgCO2/MWh = 0.727 t CO2/MWh."),
        ["carbon for CO2 of the grid"] = ([206], _ => 0.198m, "unusual-figure", "0.198 tC/MWh = 0.726 t CO2/MWh."),
        ["kg/m3 for kg/l"] = ([702], _ => 846m, "unusual-figure", "846 kg/m3 = 0.846 kg/ltr."),
        ["a fraction for per cent"] = ([427], _ => 1m, "unusual-figure", "looks like a fraction for a percentage"),
        ["kt for t of a fuel"] = ([429], v => v / 1000m, "unusual-intensity", "look at its unit"),
        ["kg for t of a fuel"] = ([429], v => v * 1000m, "unusual-intensity", "look at its unit"),
        ["kWh for lakh kWh"] = ([199], v => v * 100_000m, "unusual-intensity", "look at its unit"),
        ["output ten times"] = ([42, 48], v => v * 10m, "unusual-production", "1380.09 %"),
        ["no electricity bought"] = ([199], _ => 0m, "no-electricity", "no electricity (purchased)"),
    };

    public static TheoryData<string> Names => [.. Slips.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_slip_withholds_and_is_named(string name)
    {
        var assessment = Cement.Assess(Slipped(name));

        Assert.Equal(CertificateKind.Withheld, assessment.Certificates.Kind);
        Assert.NotNull(assessment.Withheld);
        Assert.Contains(assessment.Findings, f => f.Code == Slips[name].Code && f.NeedsReason && f.Message.Contains(Slips[name].Said, StringComparison.Ordinal));
        Assert.Equal("implausible", (string)ProFormaJson.Write(assessment)["outcome"]!);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void With_a_reason_it_is_assessed_and_the_reason_is_told(string name)
    {
        var filing = Slipped(name);
        Cement.Explain(filing, "seen by the verifier");

        var assessment = Cement.Assess(filing);

        Assert.NotEqual(CertificateKind.Withheld, assessment.Certificates.Kind);
        Assert.Null(assessment.Withheld);
        Assert.Contains(assessment.Findings, f => f.Code == Slips[name].Code && !f.NeedsReason && f.Message.Contains("seen by the verifier", StringComparison.Ordinal));
        Assert.Equal((string)filing["whyUnusual"]!, (string)ProFormaFilingWriter.ToJson(Cement.Read(filing), Cement.Form)["whyUnusual"]!);
    }

    /// <summary>An empty cell counts as zero, as the workbook has it; where something is burnt or bought that gives off nothing for it, no certificates come of that.</summary>
    [Theory]
    [InlineData(427, "oxidation-factor-missing")]
    [InlineData(419, "calorific-value-missing")]
    [InlineData(206, "grid-factor-missing")]
    [InlineData(702, "density-missing")]
    [InlineData(33, "clinker-missing")]
    public void What_counts_as_zero_for_an_empty_cell_withholds(int row, string code)
    {
        var filing = Cement.Sample();
        Cement.Line(filing, row)["current"] = "";
        var assessment = Cement.Assess(filing);
        Assert.Equal(CertificateKind.Withheld, assessment.Certificates.Kind);
        Assert.Contains(assessment.Findings, f => f.Code == code && f.NeedsReason && f.Place.Pointer.Length > 0);
        Cement.Explain(filing, "seen by the verifier");
        Assert.NotEqual(CertificateKind.Withheld, Cement.Assess(filing).Certificates.Kind);
    }

    /// <summary>What is unusual and no slip of a unit may be true: it is reported, and the certificates come out.</summary>
    [Theory]
    [InlineData(206, "0.3635", "unusual-figure", "the ruleset knows 0.727")]
    [InlineData(206, "1.454", "unusual-figure", "the ruleset knows 0.727")]
    [InlineData(427, "85", "unusual-figure", "the ruleset knows 100 %")]
    [InlineData(707, "29375", "unusual-figure", "two digits too many")]
    [InlineData(421, "8190", "net-for-gross", "as good as the gross one, 8190")]
    public void What_is_unusual_is_reported(int row, string value, string code, string said)
    {
        Assert.DoesNotContain(Cement.Assess(Cement.Sample()).Findings, f => f.Code == code);
        var assessment = Cement.Assess(Cement.Sample().WithCurrent(row, value));
        Assert.Contains(assessment.Findings, f => f.Code == code && !f.NeedsReason && f.Message.Contains(said, StringComparison.Ordinal));
        Assert.NotEqual(CertificateKind.Withheld, assessment.Certificates.Kind);
    }

    /// <summary>8 % of a set's generation typed as 0.08 in every year: no other year shows it.</summary>
    [Fact]
    public void A_share_of_own_use_as_a_fraction_withholds()
    {
        var assessment = Cement.Assess(Cement.Sample().With(243, "0.08"));
        Assert.Equal(CertificateKind.Withheld, assessment.Certificates.Kind);
        Assert.Contains(assessment.Findings, f => f.Code == "fraction-for-percentage" && f.NeedsReason && f.Message.Contains("0.08 %", StringComparison.Ordinal));
    }

    /// <summary>The mean of the baseline takes an empty year for 0, as the workbook does.</summary>
    [Fact]
    public void A_year_of_the_baseline_that_stays_empty_is_told()
    {
        var filing = Cement.Vector("37-three-baseline-years");
        Assert.DoesNotContain(Cement.Assess(Cement.Sample()).Findings, f => f.Code == "empty-year");
        Cement.Line(filing, 33)["baseline_years"]![1] = "";
        Assert.Contains("A3@33", Assert.Single(Cement.Assess(filing).Findings, f => f.Code == "empty-year").Message, StringComparison.Ordinal);
    }

    /// <summary>What cannot be is refused in every column, with its place and how to mend it.</summary>
    [Theory]
    [InlineData(423, "120", "percentage-out-of-range")]
    [InlineData(425, "101", "percentage-out-of-range")]
    [InlineData(421, "9999", "net-above-gross")]
    public void A_figure_that_cannot_be_is_refused(int row, string value, string code)
    {
        foreach (var isCurrent in new[] { true, false })
        {
            var filing = isCurrent ? Cement.Sample().WithCurrent(row, value) : Cement.Sample();
            if (!isCurrent)
            {
                Cement.Line(filing, row)["baseline_years"] = new JsonArray(value);
            }

            Assert.False(ProFormaAssessor.TryAssess(Cement.Read(filing), Cement.Form, Cement.Ruleset.Assessment, null, out _, out var problems));
            Assert.Contains(problems, p => p.Code == code && p.Place.Pointer.Length > 0 && p.Hint is not null);
        }
    }

    /// <summary>40 % of carbon with 7780 kcal/kg make 45 t CO2/TJ, less than methane has; 95 % with 3000 kcal/kg make 278.</summary>
    [Theory]
    [InlineData("40", "8190")]
    [InlineData("95", "3000")]
    public void Carbon_that_contradicts_the_calorific_value_withholds(string carbon, string gross)
    {
        var filing = Cement.Sample().WithCurrent(425, carbon).WithCurrent(419, gross);
        var assessment = Cement.Assess(filing);
        Assert.Equal(CertificateKind.Withheld, assessment.Certificates.Kind);
        Assert.Contains(assessment.Findings, f => f.Code == "carbon-contradicts-calorific-value" && f.NeedsReason && f.Place.Pointer.Length > 0 && f.Hint is not null);
        Cement.Explain(filing, "seen by the verifier");
        Assert.DoesNotContain(Cement.Assess(filing).Findings, f => f.NeedsReason);
        Assert.DoesNotContain(Cement.Assess(Cement.Sample().WithCurrent(425, "85")).Findings, f => f.Code == "carbon-contradicts-calorific-value");
    }

    [Fact]
    public void An_ordinary_filing_raises_none()
    {
        Assert.DoesNotContain(Cement.Assess(Cement.Sample()).Findings, IsOfPlausibility);
        Assert.All(Cement.Files("Vectors"), v => Assert.DoesNotContain(Cement.Assess(Cement.Vector(v)).Findings, IsOfPlausibility));
    }

    /// <summary>What was typed wrong in every year moves both years alike: a baseline far from the schedule's is reported, and one farther still withholds.</summary>
    [Theory]
    [InlineData("CMTOE019MP", "RCCPL Maihar Integrated Unit", "MP", null, false)] // gazetted baseline 0.5923: the form's is 98.7 % of it
    [InlineData("CMTOE085RJ", "Kotputli Cement Works", "RJ", "72.3 % of the gazetted baseline", false)] // 0.8086
    [InlineData("CGUOE005UP", "Kundanganj Grinding Unit", "UP", "% of the gazetted baseline", true)] // a grinding unit
    public void A_baseline_far_from_the_schedules_is_told(string registration, string name, string state, string? said, bool withheld)
    {
        var filing = Cement.Sample();
        filing["entity"] = new JsonObject { ["registration"] = registration, ["name"] = name, ["state"] = state };
        var assessment = Cement.Assess(filing);
        var told = assessment.Findings.Where(f => f.Code == "unusual-baseline").ToList();
        Assert.Equal(said is null ? 0 : 1, told.Count);
        Assert.All(told, f => Assert.Contains(said!, f.Message, StringComparison.Ordinal));
        Assert.Equal(withheld, assessment.Certificates.Kind == CertificateKind.Withheld);
    }

    /// <summary>How far a figure may lie, how near a slip must bring it and how much an amount must have changed are the ruleset's.</summary>
    [Theory]
    [InlineData("GJ/t for kcal/kg", "form-figure", 300)]
    [InlineData("kg for t of a fuel", "form-slip", 2000)]
    public void The_thresholds_are_data(string name, string kind, int times)
    {
        var (filing, law) = (Cement.Read(Slipped(name)), Cement.Ruleset.Assessment);
        var plausible = law.Monitoring.Plausibility!;

        // What the ruleset knows of such figures would find it as well.
        string[] known = kind == "form-figure" ? [kind, "known-span", "calorific-value"] : [kind];
        var ranges = plausible.Ranges.ToDictionary(r => r.Key, r => known.Contains(r.Key) ? new PlausibleRange(null, times, null, times) : r.Value, StringComparer.Ordinal);
        var wide = law with { Monitoring = law.Monitoring with { Plausibility = plausible with { Ranges = ranges } } };

        bool IsSaid(AssessmentRules rules) => ProFormaAssessor.Assess(filing, Cement.Form, rules).Findings.Any(f => f.Message.Contains(Slips[name].Said, StringComparison.Ordinal));

        Assert.True(IsSaid(law));
        Assert.False(IsSaid(wide));
    }

    private static bool IsOfPlausibility(Ccts.Sdk.Problems.Problem finding) => finding.Clause?.Contains("plausibility", StringComparison.Ordinal) == true;

    private static JsonObject Slipped(string name)
    {
        var filing = Cement.Sample();
        foreach (var row in Slips[name].Rows)
        {
            var line = filing["inputs"]!.AsArray().Single(i => ((string)i!["field"]!).EndsWith("@" + row.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal))!;
            line["current"] = Slips[name].Slip(decimal.Parse((string)line["current"]!, CultureInfo.InvariantCulture)).ToString(CultureInfo.InvariantCulture);
        }

        return filing;
    }
}
