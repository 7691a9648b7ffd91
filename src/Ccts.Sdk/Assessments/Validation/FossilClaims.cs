using System;
using System.Linq;
using Ccts.Sdk.Assessments.Emissions;
using Ccts.Sdk.Monitoring;

namespace Ccts.Sdk.Assessments.Validation;

/// <summary>
/// Finds what is left out as biomass or as an alternate fuel (DPCM s.4.4(3)) although the ruleset has it as fossil: coal holds no biomass and replaces
/// no other fuel, and limestone is not the lime of a kraft mill. Blended biomass belongs in its own stream.
/// </summary>
internal static class FossilClaims
{
    internal static void Check(ReportCheck check, FuelStream stream, PlausibilityRules rules)
    {
        var law = check.Rules.Emissions;
        var isKnown = rules.BiogenicShares.TryGetValue(stream.Fuel, out var most);
        var listed = law.Fuels.TryGetValue(stream.Fuel, out var found) ? found : null;
        if (rules.BiogenicShares.Count == 0 || (listed is null && !isKnown) || listed?.Biogenic == true)
        {
            return;
        }

        if (stream.BiogenicShare is { } share && share > most)
        {
            Tell(check, "biogenicShare", $"has {Slip.Shown(share * 100m)} % of {stream.Fuel} as biomass{AtMost(most)}");
        }

        if (most < 1m && CoProcessingRules.Excludes(stream, law))
        {
            Tell(check, "coProcessing", $"leaves {stream.Fuel} out as an alternate fuel, and it is what alternate fuels take the place of");
        }
    }

    internal static void Check(ReportCheck check, ProcessMaterialStream stream, PlausibilityRules rules)
    {
        var carbonates = check.Rules.Emissions.Materials;
        var isCarbonate = stream.CarbonContent is null && (carbonates.ContainsKey(stream.Material) || carbonates.Values.Any(m => m.AlsoCalled.Contains(stream.Material, StringComparer.OrdinalIgnoreCase)) || stream.Composition.Count > 0);
        if (rules.BiogenicCarbonates.Count == 0 || !isCarbonate || stream.BiogenicShare is not { } share)
        {
            return;
        }

        var sector = check.Report.Entity.Sector;
        var most = rules.BiogenicCarbonates.TryGetValue(sector, out var known) ? known : 0m;
        if (share > most)
        {
            Tell(check, "biogenicShare", $"has {Slip.Shown(share * 100m)} % of the CO2 of {ShownText.Short(stream.Material)} as biomass{AtMost(most)} in the sector {ShownText.Short(sector)}");
        }
    }

    private static string AtMost(decimal most) => most > 0m ? $", of which {Slip.Shown(most * 100m)} % may be" : ", of which none is";

    private static void Tell(ReportCheck check, string field, string what) =>
        Suspicion.Tell(check.Problems, "fossil-left-out", check.At(field), $"\"{check.Stream.Id}\" {what}. Biomass or waste that was burnt with it belongs in a stream of its own.", check.Stream.WhyUnusual, needsReason: true, check.Rules.Monitoring.Plausibility!);
}
