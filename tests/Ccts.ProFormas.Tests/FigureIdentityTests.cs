using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json.Nodes;
using Ccts.Sdk.Assessments.Certificates;
using Ccts.Sdk.Problems;
using Ccts.Sdk.ProFormas;

namespace Ccts.ProFormas.Tests;

/// <summary>Figures of a filing that its other figures contradict: clinker, heat and power each have to come from somewhere. Single slips in the sample filing, each found by the check that is meant for it.</summary>
public sealed class FigureIdentityTests
{
    /// <summary>Row, what is done to its figure (<c>=</c> is set to, <c>*</c> times, <c>/</c> divided by), the check that finds it, and whether the certificates wait.</summary>
    public static TheoryData<string, string, bool> Slips => new()
    {
        { "81= 80=389495", "clinker-balance", true }, // bought, entered as sold
        { "81=", "clinker-balance", true },
        { "81/10", "clinker-balance", true },
        { "48=3509551", "clinker-balance", true }, // a digit mistyped
        { "49/10", "clinker-balance", true },
        { "43/10", "clinker-balance", true },
        { "44/10", "clinker-balance", true },
        { "50/10", "clinker-balance", true },
        { "35/10", "clinker-balance", true },
        { "36*10", "clinker-balance", true },
        { "52/10", "clinker-balance", false },
        { "51/10", "clinker-balance", false },
        { "35=69670 36=74881", "clinker-balance", false }, // stocks swapped
        { "122/10", "kiln-balance", true },
        { "122*10", "kiln-balance", true },
        { "31/10", "production-above-capacity", true },
        { "32/10", "production-above-capacity", true },
        { "451=", "stated-heat", true },
        { "451/10", "stated-heat", true },
        { "829/10", "stated-heat", true },
        { "829*10", "stated-heat", true },
        { "123/10", "stated-heat", true },
        { "123*10", "stated-heat", true },
        { "451/10 829= 123=", "kiln-heat-fell", true },
        { "429*0.87 451*0.87 829*0.87 123*0.87", "kiln-heat-low", true },
        { "method=2 101=0.5348", "calcination-far-from-chemistry", true },
        { "method=2 103*10", "calcination-far-from-chemistry", true },
        { "method=2 101=0.6843", "calcination-changed", true },
        { "method=2 106*10", "calcination-changed", true },
        { "450/10", "too-little-fuel-for-power", true },
        { "428/10", "heat-rate-far-from-design", true },
        { "450*10", "heat-rate-far-from-design", true },
        { "242*10", "generation-above-capacity", true },
        { "242*1000", "generation-above-capacity", true },
        { "258*10", "generation-above-capacity", true },
        { "199/10", "power-contradicts-consumption", true },
        { "199=400", "power-contradicts-consumption", true },
        { "199=1 242= 258= 428= 450= 830= 831=", "too-little-power", true }, // I.2 and I.3 are not asked of every plant
        { "381*100", "much-power-to-colony", true },
        { "200=5330000", "too-much-power", true },
        { "205=50 207=0.009", "wheeled-factor-low", true },
        { "method=2 98=0.159", "raw-meal-far", true },
        { "method=2 102/10", "little-magnesia", true },
        { "method=2 102=", "little-magnesia", true },
        { "method=2 112=", "organic-carbon-fell", true },
        { "method=2 98/10", "organic-carbon-fell", true },
        { "830/10", "unusual-consumption", true },
        { "830*10", "unusual-consumption", true },
        { "831/10", "unusual-consumption", true },
        { "831*10", "unusual-consumption", true },
        { "837=450", "unusual-consumption", true },
        { "381*10", "unusual-figure", false },
        { "707*10", "unusual-figure", false },
        { "112*10", "unusual-figure", false },
    };

    [Theory]
    [MemberData(nameof(Slips))]
    public void A_slip_of_the_year_is_found(string changes, string code, bool withholds)
    {
        var filing = Changed(changes);
        var slipped = Cement.Assess(filing);
        Assert.Contains(slipped.Findings, f => f.Code == code && f.NeedsReason == withholds && IsOfPlausibility(f));
        Assert.Equal(withholds, slipped.Certificates.Kind == CertificateKind.Withheld);
        Cement.Explain(filing, "seen by the verifier");
        var explained = Cement.Assess(filing);
        Assert.NotEqual(CertificateKind.Withheld, explained.Certificates.Kind);
        Assert.Equal(withholds || code == "unusual-figure", explained.Findings.Any(f => f.Code == code && f.Message.Contains("seen by the verifier", StringComparison.Ordinal)));
    }

    /// <summary>A slip that stands in the baseline as well: no other year shows it.</summary>
    [Theory]
    [InlineData("199/10", "power-contradicts-consumption")]
    [InlineData("450/10", "too-little-fuel-for-power")]
    [InlineData("451/10", "stated-heat")]
    [InlineData("81/10", "clinker-balance")]
    [InlineData("242*10", "generation-above-capacity")]
    [InlineData("830/10", "unusual-consumption")]
    [InlineData("199/100000 242= 258= 428= 450= 830= 831=", "too-little-power")]
    [InlineData("199/10 242= 258= 428= 450= 830= 831=", "too-little-power")]
    [InlineData("199= 242= 258= 428= 450= 830= 831=", "too-little-power")]
    [InlineData("381*100", "much-power-to-colony")]
    [InlineData("method=2 102/10", "little-magnesia")]
    [InlineData("200=5330000", "too-much-power")]
    [InlineData("205=50 207=0.009", "wheeled-factor-low")]
    [InlineData("method=2 98=0.159", "raw-meal-far")]
    public void A_slip_of_every_year_is_found(string changes, string code)
    {
        var assessment = Cement.Assess(Changed(changes, ofBaseline: true));
        Assert.Equal(CertificateKind.Withheld, assessment.Certificates.Kind);
        Assert.Contains(assessment.Findings, f => f.Code == code && f.NeedsReason);
    }

    /// <summary>The clinker factor of the major product is the baseline's: what is wrong there makes certificates of the year.</summary>
    [Theory]
    [InlineData("49/10", "clinker-balance", true)]
    [InlineData("122/10", "kiln-balance", true)]
    [InlineData("257/10", "generation-above-capacity", false)]
    public void A_slip_of_the_baseline_alone_withholds_where_certificates_rest_on_it(string changes, string code, bool withholds)
    {
        var assessment = Cement.Assess(Changed(changes, ofBaseline: true, ofYear: false));
        Assert.Contains(assessment.Findings, f => f.Code == code && f.NeedsReason == withholds && f.Message.Contains(withholds ? "year1" : "baseline", StringComparison.Ordinal));
        Assert.Equal(withholds, assessment.Certificates.Kind == CertificateKind.Withheld);
    }

    /// <summary>Each unit that makes power, with ten times what it can make in its hours.</summary>
    [Theory]
    [InlineData(232, 233, 236)]
    [InlineData(241, 242, 245)]
    [InlineData(257, 258, 261)]
    [InlineData(273, 274, 277)]
    [InlineData(289, 290, 293)]
    [InlineData(305, 306, 309)]
    [InlineData(335, 336, 340)]
    [InlineData(343, 344, 345)]
    [InlineData(361, 362, 365)]
    [InlineData(368, 369, null)]
    public void No_unit_makes_more_than_its_capacity(int capacity, int generation, int? hours)
    {
        bool IsTold(string made, string? ran)
        {
            var filing = Cement.Sample().WithCurrent(capacity, "10").WithCurrent(generation, made);
            return Cement.Assess(hours is { } row ? filing.WithCurrent(row, ran ?? "") : filing).Findings.Any(f => f.Code == "generation-above-capacity" && f.NeedsReason && f.Message.StartsWith(Cement.KeyOf(generation), StringComparison.Ordinal));
        }

        Assert.False(IsTold("80", "800")); // 10 MW make 8 GWh in 800 hours, and 88 in a leap year
        Assert.False(IsTold("800", null));
        Assert.True(IsTold("8000", null));
        Assert.Equal(hours is not null, IsTold("800", "800"));
    }

    [Fact]
    public void Sets_and_gas_turbines_burn_what_they_need()
    {
        var diesel = Cement.Sample().WithCurrent(233, "100").WithCurrent(234, "2100").WithCurrent(704, "2350");
        Assert.DoesNotContain(Cement.Assess(diesel).Findings, f => f.NeedsReason);
        Assert.Contains(Cement.Assess(diesel.WithCurrent(704, "235")).Findings, f => f.Code == "too-little-fuel-for-power" && f.NeedsReason);
        Assert.Contains(Cement.Assess(diesel.WithCurrent(704, "1800")).Findings, f => f.Code == "heat-rate-far-from-design" && f.NeedsReason);

        var gas = Cement.Sample().WithCurrent(336, "100").WithCurrent(338, "2400").WithCurrent(778, "9000").WithCurrent(780, "100").WithCurrent(783, "2.6");
        Assert.DoesNotContain(Cement.Assess(gas).Findings, f => f.NeedsReason);
        Assert.Contains(Cement.Assess(gas.WithCurrent(783, "2")).Findings, f => f.Code == "heat-rate-far-from-design" && f.NeedsReason);
    }

    /// <summary>What is per something has no size of its own: a digit too many or too few is a slip, whatever the plant made.</summary>
    [Theory]
    [InlineData(207, "1.02", "0.11", "a digit too few")]
    [InlineData(836, "1.2", "10.8", "a digit too many")]
    [InlineData(838, "90", "9.5", "a digit too few")]
    public void A_digit_of_a_specific_figure_withholds(int row, string baseline, string current, string said)
    {
        Assert.DoesNotContain(Cement.Assess(Cement.Sample().With(row, baseline)).Findings, f => f.NeedsReason);
        Assert.Contains(Cement.Assess(Cement.Sample().With(row, baseline).WithCurrent(row, current)).Findings, f => f.Code == "unusual-figure" && f.NeedsReason && f.Message.Contains(said, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Grinding", "grinding-with-clinker")]
    [InlineData("Clinkerization", "clinkerization-with-cement")]
    public void A_sub_sector_that_the_production_contradicts_withholds(string subSector, string code)
    {
        var filing = Cement.Sample();
        filing["general"]!["sub_sector"] = subSector;
        var assessment = Cement.Assess(filing);
        Assert.Equal(CertificateKind.Withheld, assessment.Certificates.Kind);
        Assert.Contains(assessment.Findings, f => f.Code == code && f.NeedsReason);
    }

    /// <summary>By the balance of CaO and MgO in both years the sample is asked nothing; by another method than the baseline's, that is told.</summary>
    [Fact]
    public void The_method_of_calcination_is_compared_with_the_baseline()
    {
        static bool IsOfCalcination(Problem finding) => finding.Code.StartsWith("calcination", StringComparison.Ordinal);

        Assert.DoesNotContain(Cement.Assess(Changed("method=2")).Findings, f => f.NeedsReason || IsOfCalcination(f));
        var mixed = Changed("method=2");
        mixed["general"]!["calcination_method_baseline"] = 1;
        Assert.Equal("calcination-method-changed", Assert.Single(Cement.Assess(mixed).Findings, IsOfCalcination).Code);
        Assert.DoesNotContain(Cement.Assess(mixed).Findings, f => f.NeedsReason);
    }

    [Fact]
    public void A_contradiction_shows_both_figures()
    {
        var finding = Cement.Assess(Changed("50/10")).Findings.Single(f => f.Code == "clinker-balance");
        Assert.Contains("3228246 t of clinker", finding.Message, StringComparison.Ordinal);
        Assert.Contains("4018010 t", finding.Message, StringComparison.Ordinal);
        Assert.NotNull(finding.Hint);
    }

    /// <summary>The thirty plants of the second reading, and made-up ones whose figures belong together, are accused of nothing.</summary>
    [Fact]
    public void A_sound_plant_is_not_accused()
    {
        Assert.All(Cement.Files("SecondReading"), name => Assert.DoesNotContain(Cement.Assess(Cement.Second(name)).Findings, IsContradiction));
        Assert.All(Enumerable.Range(0, 400), seed => Assert.DoesNotContain(Cement.Assess(new SoundPlant(seed).Filing()).Findings, f => f.NeedsReason || IsContradiction(f)));
    }

    private static readonly HashSet<string> s_contradictions = [.. Slips.Select(s => s.Data.Item2).Where(c => c != "unusual-figure"), "clinkerization-with-cement"];

    private static bool IsContradiction(Problem finding) => s_contradictions.Contains(finding.Code);

    private static bool IsOfPlausibility(Problem finding) => finding.Clause?.Contains("plausibility", StringComparison.Ordinal) == true;

    private static JsonObject Changed(string changes, bool ofBaseline = false, bool ofYear = true)
    {
        var filing = Cement.Sample();
        foreach (var change in changes.Split(' '))
        {
            var at = change.IndexOfAny(['=', '*', '/']);
            if (change[..at] == "method")
            {
                filing["general"]!["calcination_method_baseline"] = 2;
                filing["general"]!["calcination_method_current"] = 2;
                continue;
            }

            var line = Cement.Line(filing, int.Parse(change[..at], CultureInfo.InvariantCulture));
            string Done(JsonNode? stated) => change[at] == '=' ? change[(at + 1)..] : (string)stated! is not { Length: > 0 } text ? "" : Times(decimal.Parse(text, CultureInfo.InvariantCulture), change[at], decimal.Parse(change[(at + 1)..], CultureInfo.InvariantCulture));
            line["current"] = ofYear ? Done(line["current"]) : (string)line["current"]!;
            line["baseline_years"] = new JsonArray([.. line["baseline_years"]!.AsArray().Select(y => (JsonNode)(ofBaseline ? Done(y) : (string)y!))]);
        }

        return filing;
    }

    private static string Times(decimal value, char how, decimal by) => (how == '*' ? value * by : value / by).ToString(CultureInfo.InvariantCulture);
}
