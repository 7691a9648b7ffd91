using Ccts.Sdk.Assessments.Calculations;
using Ccts.Sdk.Assessments.Emissions;
using Ccts.Sdk.Assessments.Inventory;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Problems;
using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.Assessments.Validation;

/// <summary>
/// Liquid and gaseous fuels may keep a Type I factor only while each stays below a tenth of the total (DPCM s.5(10)): the
/// one check that needs the emissions, so it comes after them.
/// </summary>
internal static class SmallSources
{
    internal static void Check(MonitoringReport report, AssessmentRules rules, Co2e total, ProblemList problems)
    {
        if (total.Tonnes <= 0m || !rules.Monitoring.SmallSourceShare.TryGet(out var share))
        {
            return;
        }

        for (var i = 0; i < report.Fuels.Count; i++)
        {
            var stream = report.Fuels[i];
            if (stream.State == FuelState.Solid || stream.Factor.Tier == FactorTier.TypeII || stream.CarbonContent is not null || (rules.Emissions.Fuels.TryGetValue(stream.Fuel, out var listed) && listed.Biogenic))
            {
                continue;
            }

            var tonnes = Combustion.Tonnes(stream, rules.Emissions, new Workings(keepSteps: false));
            if (tonnes >= share * total.Tonnes)
            {
                var check = new ReportCheck(report, rules, problems);
                check.TurnTo(stream, "fuels", i);
                FactorCheck.TypeIIRequired(check, stream.Factor.WhyTypeI, $"with {Co2e.FromTonnes(tonnes)} CO2 it is not below {QuantityText.Format(100 * share)} % of the total");
            }
        }
    }
}
