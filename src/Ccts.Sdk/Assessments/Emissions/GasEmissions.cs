using Ccts.Sdk.Assessments.Calculations;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.Assessments.Emissions;

/// <summary>Other greenhouse gases as CO2e. Which of them count is data: those whose potential the ruleset has (DPCM s.4.3, Annexure I); any other is a memo item.</summary>
/// <remarks>Pure and thread-safe.</remarks>
public static class GasEmissions
{
    /// <summary>Emissions of one gas; t CO2e, by the ruleset's potential, otherwise the caller's.</summary>
    public static Calculated<Co2e> Calculate(GasStream stream, EmissionRules rules) => StreamEmissions.Tonnes(stream, rules, Tonnes);

    internal static bool Counts(GasStream stream, EmissionRules rules) => rules.GlobalWarmingPotentials.ContainsKey(stream.Gas);

    internal static decimal Tonnes(GasStream stream, EmissionRules rules, Workings workings)
    {
        var source = Activity.Given(stream.Source, workings);
        var potential = stream.GlobalWarmingPotential;
        if (rules.GlobalWarmingPotentials.TryGetValue(stream.Gas, out var listed))
        {
            workings.LeanOn(listed);
            (potential, source) = (listed.Value, listed.Standing.Source);
        }

        if (potential is not { } gwp)
        {
            workings.Problems.Error("missing-gwp", stream.Place, $"The ruleset has no global warming potential for {ShownText.Short(stream.Gas)}.", "\"globalWarmingPotential\" with its source");
            return 0m;
        }

        var factor = new Operand(OperandRole.Times, "global warming potential", gwp, "tCO2e/t", 0, source);
        return Activity.TimesFactor(stream, stream.Gas + " as CO2e", stream.Amounts, factor, second: null, rules, workings);
    }
}
