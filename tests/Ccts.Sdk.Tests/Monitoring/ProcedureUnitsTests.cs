using System.Linq;
using System.Text;
using Ccts.Sdk.Assessments;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Monitoring.Reading;
using Ccts.Sdk.Monitoring.Writing;
using Ccts.Sdk.Tests.Assessments;

namespace Ccts.Sdk.Tests.Monitoring;

/// <summary>Units that the procedure itself prints, and what is said when an amount cannot be read.</summary>
public sealed class ProcedureUnitsTests
{
    // 1,000,000 m3 x 9,000 kcal x 4.1868 kJ = 37,681.2 GJ; x 56.1 t/TJ = 2,113.91532 t.
    [Theory]
    [InlineData("1000000 Nm3", "9000 kcal/Nm3")]
    [InlineData("1000000 Nm3", "37.6812 MJ/Nm3")]
    [InlineData("1000000 SCM", "9000 kcal/SCM")]
    [InlineData("1000000 SCM", "9000 kcal/Sm3")]
    [InlineData("1 MMSCM", "0.0376812 GJ/SCM")]
    public void Gas_is_read_as_it_is_billed(string amount, string ncv) =>
        Assert.Equal("2113.91532 t", Assess(Fuel("natural-gas", "gas", amount, ncv, "56.1 tCO2/TJ")).Emissions.Total.ToString());

    [Theory]
    [InlineData("1000000 Nm3", "9000 kcal/Sm3", "does not fit amounts in Nm3")]
    [InlineData("1000000 Sm3", "9000 kcal/Nm3", "does not fit amounts in Sm3")]
    public void Normal_and_standard_conditions_do_not_mix(string amount, string ncv, string said)
    {
        Assert.False(TryRead(Fuel("natural-gas", "gas", amount, ncv, "56.1 tCO2/TJ"), out _, out var problems));
        Assert.Contains(said, Assert.Single(problems).Message, System.StringComparison.Ordinal);
    }

    [Fact]
    public void One_stream_keeps_to_one_of_the_conditions()
    {
        var fuel = Fuel("natural-gas", "gas", "1 Nm3", "9000 kcal/Nm3", "56.1 tCO2/TJ").Replace("\"amount\": \"1 Nm3\"", "\"amounts\": { \"2025-04\": \"1 Nm3\", \"2025-05\": \"1 Sm3\" }", System.StringComparison.Ordinal);
        Assert.False(TryRead(fuel, out _, out var problems));
        Assert.Contains("only the temperatures and pressures of \"conditions\" convert", Assert.Single(problems).Expected, System.StringComparison.Ordinal);
    }

    [Fact]
    public void Gas_at_normal_conditions_is_written_as_it_was_read()
    {
        Assert.True(TryRead(Fuel("natural-gas", "gas", "1000 Nm3", "9000 kcal/Nm3", "56.1 tCO2/TJ"), out var report, out _));
        var written = MonitoringReportWriter.ToJson(report!)["fuels"]![0]!;
        Assert.Equal(("1000 Nm3", "0.0376812 GJ/Nm3"), ((string)written["amounts"]!["2025-26"]!, (string)written["ncv"]!));
        Assert.Contains(Assessor.Assess(report!, TestRules.Of("2025-26"), new AssessmentOptions { Steps = true }).Steps.SelectMany(s => s.Operands), o => o.Unit == "GJ/Nm3");
    }

    // 1,000 t x 4,000 kcal/kg = 4 x 10^9 kcal; x 0.4 g = 1,600 t. 4 x 10^9 kcal are 400 toe; x 4 t = 1,600 t.
    [Theory]
    [InlineData("0.4 gCO2/kcal")]
    [InlineData("4 tCO2/toe")]
    [InlineData("0.4 tCO2/Gcal")]
    [InlineData("400 kgCO2/Gcal")]
    public void Factors_are_read_as_the_procedure_prints_them(string factor) =>
        Assert.Equal("1600 t", Assess(Fuel("petroleum-coke", "solid", "1000 t", "4000 kcal/kg", factor)).Emissions.Total.ToString());

    /// <summary>2,000 MWh at 0.35 t/MWh are 700 t beside 1,000 t of cement; zeros at the end change nothing.</summary>
    [Theory]
    [InlineData("0.35 t/MWh")]
    [InlineData("0.3500 t/MWh")]
    public void An_equivalence_may_end_in_zeros(string equivalence)
    {
        var power = $$""", { "id": "p", "product": "power", "amount": "2000 MWh", "equivalence": "{{equivalence}}", "equivalenceSource": "norm" }""";
        Assert.Equal("1700 t", Assess(Fuel("petroleum-coke", "solid", "1000 t", "4000 kcal/kg", "4 tCO2/toe"), power).Output.ToString());
    }

    [Theory]
    [InlineData("\"period\": \"April\", \"amount\": \"1000 Sm3\"", "bad-period")]
    [InlineData("\"amounts\": { \"04/2025\": \"1000 Sm3\" }", "bad-period")]
    [InlineData("\"amount\": \"1000Sm3\"", "bad-value")]
    [InlineData("\"amount\": \"1,000 Sm3\"", "calorific-value-unit", false)]
    public void An_amount_that_cannot_be_read_is_the_only_complaint(string amount, string code, bool alone = true)
    {
        var fuel = Fuel("natural-gas", "gas", "1 Sm3", "9000 kcal/Sm3", "56.1 tCO2/TJ").Replace("\"amount\": \"1 Sm3\"", amount, System.StringComparison.Ordinal);
        Assert.False(TryRead(fuel, out _, out var problems));
        if (alone)
        {
            Assert.Equal(code, Assert.Single(problems).Code);
        }
        else
        {
            Assert.DoesNotContain(problems, p => p.Code == code);
        }
    }

    private static Assessment Assess(string fuel, string product = "")
    {
        Assert.True(TryRead(fuel, out var report, out var problems, product), string.Join(System.Environment.NewLine, problems));
        return Assessor.Assess(report!, TestRules.Of("2025-26"));
    }

    private static bool TryRead(string fuel, out MonitoringReport? report, out System.Collections.Generic.IReadOnlyList<Ccts.Sdk.Problems.Problem> problems, string product = "") =>
        MonitoringReportReader.TryRead(Encoding.UTF8.GetBytes($$"""{ "format": "ccts-monitoring-report/1", "entity": { "name": "K", "sector": "Cement" }, "complianceYear": "2025-26", "fuels": [{{fuel}}], "products": [{ "id": "c", "product": "cement", "amount": "1000 t" }{{product}}] }"""), null, out report, out problems);

    private static string Fuel(string fuel, string state, string amount, string ncv, string factor) =>
        $$"""{ "id": "f", "fuel": "{{fuel}}", "state": "{{state}}", "amount": "{{amount}}", "ncv": "{{ncv}}", "factor": { "tier": "type-ii", "value": "{{factor}}", "source": "lab" }, "samples": 52 }""";
}
