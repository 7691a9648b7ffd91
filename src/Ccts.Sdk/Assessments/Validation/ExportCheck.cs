using Ccts.Sdk.Monitoring;
using System.Linq;
using Ccts.Sdk.Assessments.Inventory;
using Ccts.Sdk.Problems;

namespace Ccts.Sdk.Assessments.Validation;

/// <summary>
/// Power without emissions (renewable, zero-rated or from biomass) has nothing to deduct when it is sold. The average of the
/// grid is for a plant whose own factor from heat rate and fuel is not available (DPCM s.5(16)).
/// </summary>
internal static class ExportCheck
{
    internal static void Check(MonitoringReport report, AssessmentRules rules, ProblemList problems)
    {
        if (report.ExportedPower.Count == 0 || ZeroRated(report, rules) is not { } source)
        {
            return;
        }

        var burnsFossil = report.Fuels.Any(f => !IsBiogenic(f, rules));
        for (var i = 0; i < report.ExportedPower.Count; i++)
        {
            var stream = report.ExportedPower[i];

            // Stating the grid's average as a factor is the same as using the fallback.
            var average = rules.Emissions.ExportFallbackFactor;
            var credited = (stream.Generation.Count == 0 && (stream.Factor is null || (average.IsKnown && stream.Factor == average.Value))) || (!burnsFossil && stream.Factor is { TonnesPerMegawattHour: > 0m });
            if (credited && stream.Amounts.Any(a => a.Amount.MegawattHours > 0m))
            {
                var by = stream.Factor is { } own ? $"{own}" : $"the average of the grid, {rules.Emissions.ExportFallbackFactor.Text}";
                var place = stream.Place.Line > 0 ? stream.Place : SourcePlace.At($"/exportedPower/{i}");
                problems.Warn("export-of-zero-rated-power", place, $"\"{stream.Id}\" is deducted by {by}, and {source}: power that gave off nothing has nothing to deduct.", "the plant's own factor of the power sold", "Give \"factor\" from the net heat rate and the fuels, \"0 tCO2/MWh\" for renewable power, in a stream of its own.", rules.Emissions.ExportFallbackFactor.Standing.Source.ToString());
            }
        }
    }

    /// <summary>What in the plant makes power without emissions, in words; null if nothing does.</summary>
    private static string? ZeroRated(MonitoringReport report, AssessmentRules rules)
    {
        if (report.Electricity.FirstOrDefault(e => e.Supply is ElectricitySupply.RenewableOnSite or ElectricitySupply.RenewableOpenAccess or ElectricitySupply.GreenTariff) is { } renewable)
        {
            return $"\"{renewable.Id}\" is renewable";
        }

        if (report.Fuels.FirstOrDefault(f => IsBiogenic(f, rules)) is { } biomass)
        {
            return $"\"{biomass.Id}\" is biomass";
        }

        return report.Fuels.Count == 0 ? "the plant burns no fuel" : null;
    }

    private static bool IsBiogenic(FuelStream fuel, AssessmentRules rules) => rules.Emissions.Fuels.TryGetValue(fuel.Fuel, out var listed) && listed.Biogenic;
}
