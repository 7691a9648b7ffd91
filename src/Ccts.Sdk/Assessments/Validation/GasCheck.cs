using Ccts.Sdk.Assessments.Emissions;
using Ccts.Sdk.Monitoring;

namespace Ccts.Sdk.Assessments.Validation;

/// <summary>Checks another greenhouse gas.</summary>
internal static class GasCheck
{
    internal static void Check(ReportCheck check, GasStream stream)
    {
        AmountCheck.Total(check, "amounts", stream.Amounts);
        var gas = ShownText.Short(stream.Gas);
        if (GasEmissions.Counts(stream, check.Rules.Emissions))
        {
            if (stream.GlobalWarmingPotential is not null)
            {
                UnusedInputs.Warn(check, "globalWarmingPotential", "a global warming potential", $"the ruleset has one of {gas}", "Delete it.");
            }
        }
        else if (GasNames.Meant(stream.Gas, check.Rules.Emissions.GlobalWarmingPotentials.Keys) is { } meant)
        {
            check.Error("unknown-gas", "gas", $"{gas} is another name of {meant}, and a gas counts under its name in the ruleset.", $"\"{meant}\"");
        }
        else if (GasNames.IsFamily(stream.Gas))
        {
            check.Error("unknown-gas", "gas", $"{gas} is a family of gases, each with a potential of its own.", "one stream for each gas by its formula, such as \"CF4\"");
        }
        else if (stream.GlobalWarmingPotential is not { } own)
        {
            check.Error("missing-gwp", "globalWarmingPotential", $"The ruleset has no global warming potential of {gas}.", $"one of {string.Join(", ", check.Rules.Emissions.GlobalWarmingPotentials.Keys)}, or \"globalWarmingPotential\" of your own");
        }
        else
        {
            FactorCheck.Sourced(check, "globalWarmingPotential", own, stream.Source, "source", law: null, most: AmountCheck.LargestPotential);
            check.Info("gas-not-counted", "gas", $"{gas} of \"{stream.Id}\" is a memo item: the ruleset does not count it.", "A gas counts where the ruleset has its potential (DPCM s.4.3).");
        }
    }
}
