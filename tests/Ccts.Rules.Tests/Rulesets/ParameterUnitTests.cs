using System;
using System.Linq;
using System.Text;
using Ccts.Rules.Files;
using Ccts.Rules.Law.Parameters;
using Ccts.Rules.Rules.Vocabulary;
using Ccts.Rules.Rulesets;
using Ccts.Rules.Tests.Rules;
using Ccts.Sdk.Problems;
using Ccts.Sdk.Quantities;

namespace Ccts.Rules.Tests.Rulesets;

/// <summary>What a limit may be measured in, and what no limit can be.</summary>
public sealed class ParameterUnitTests
{
    /// <summary>A limit of a rule can be dated, cited and overridden only as a parameter, so that every unit of a fact is one of a parameter, of the same dimension.</summary>
    [Fact]
    public void Every_unit_of_a_fact_is_one_of_a_parameter()
    {
        var units = new[] { Inr.UnitSymbols, Mass.UnitSymbols, Co2e.UnitSymbols, ElectricalEnergy.UnitSymbols, Energy.UnitSymbols, Volume.UnitSymbols, GasVolume.UnitSymbols, EmissionIntensity.UnitSymbols }.SelectMany(u => u).ToList();

        Assert.Contains("tCO2e", units);
        Assert.All(units, u => Assert.True(FactDimension.Of(u) is not null && ParameterUnit.IsKnown(u), u));
        Assert.True(ParameterUnit.Accepts("1000", "tCO2e", out _));
        Assert.False(ParameterUnit.Accepts("", "tCO2e", out _));
    }

    [Theory]
    [InlineData("-900", "INR")]
    [InlineData("-1", "tCO2e")]
    [InlineData("-0.5", "tCO2/MWh")]
    public void No_limit_is_below_zero(string text, string unit)
    {
        Assert.False(ParameterUnit.Accepts(text, unit, out var reason));
        Assert.Equal("zero or more", reason);
        Assert.True(ParameterUnit.Accepts(text.TrimStart('-'), unit, out _));
    }

    /// <summary>A certificate that expires on the day of its issue is none; how long it lives is not known today.</summary>
    [Fact]
    public void A_certificate_lives_for_a_month_at_least()
    {
        Assert.Contains(Problems("0"), p => p.Code == "bad-parameter" && p.Message.Contains("certificates.validity", StringComparison.Ordinal));
        Assert.DoesNotContain(Problems("1"), p => p.Code == "bad-parameter");
    }

    private static System.Collections.Generic.IReadOnlyList<Problem> Problems(string months)
    {
        var files = TestRuleset.Shipped();
        var text = Encoding.UTF8.GetString(files["parameters.json"]);
        var at = text.IndexOf("\"value\": null", text.IndexOf("\"certificates.validity\"", StringComparison.Ordinal), StringComparison.Ordinal);
        files["parameters.json"] = Encoding.UTF8.GetBytes(text[..at] + $"\"value\": \"{months}\"" + text[(at + "\"value\": null".Length)..]);
        RulesetReader.TryRead(RulesetFiles.FromMemory("changed", files), out _, out var problems);
        return problems;
    }
}
