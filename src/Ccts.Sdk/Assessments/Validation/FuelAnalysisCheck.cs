using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Assessments.Calculations;
using Ccts.Sdk.Assessments.Emissions;
using Ccts.Sdk.Monitoring;

namespace Ccts.Sdk.Assessments.Validation;

/// <summary>Checks the laboratory results of a fuel, and each lot like a stream.</summary>
internal static class FuelAnalysisCheck
{
    internal static void Check(ReportCheck check, FuelStream stream)
    {
        for (var i = 0; i < stream.Analyses.Count; i++)
        {
            check.TurnToPart("analyses", i);
            One(check, stream, stream.Analyses[i]);
        }

        check.TurnBack();
        LotPeriods.Check(check, stream.Analyses.Select(a => a.Period).ToList(), Periods(stream.Measured));
        var lots = FuelLots.Of(stream, check.Rules.Emissions, new Workings(keepSteps: false, check.Edition));
        UnusedInputs.Check(check, stream, lots);
        foreach (var lot in lots)
        {
            if (lot.Analysis >= 0)
            {
                check.TurnToPart("analyses", lot.Analysis);
            }
            else
            {
                check.TurnBack();
            }

            FuelCheck.Lot(check, lot.Stream);
        }

        check.TurnBack();
        var counts = !(check.Rules.Emissions.Fuels.TryGetValue(stream.Fuel, out var listed) && listed.Biogenic);
        var unit = "GJ/" + MonitoredUnits.Of(stream.Measured);
        LeastAnalysis.Check(check, stream.Analyses, "ncv", "a net calorific value", unit, a => a.Net, counts);
        LeastAnalysis.Check(check, stream.Analyses, "gcv", "a gross calorific value", unit, a => a.Gross, counts);
        LeastAnalysis.Check(check, stream.Analyses, "carbonContent", "a carbon content", "t/t", a => a.CarbonContent, counts);
        LeastAnalysis.Check(check, stream.Analyses, "factor", "an emission factor", "tCO2/TJ", a => a.Factor?.TonnesPerTerajoule, counts);
    }

    private static void One(ReportCheck check, FuelStream stream, FuelAnalysis analysis)
    {
        var rules = check.Rules.Emissions;
        if (analysis is { Net: null, Gross: null, CarbonContent: null, Factor: null, Moisture: null })
        {
            check.Error("empty-analysis", "period", $"An analysis of \"{stream.Id}\" states nothing that counts.", "a calorific value, a carbon content, a factor or the moisture", "Give the own laboratory's value; the external one's stands beside it.");
        }

        FactorCheck.Fraction(check, "externalCarbonContent", analysis.ExternalCarbonContent, zeroAllowed: true);
        LaboratoryCheck.Sources(check, analysis.CarbonContent is not null || analysis.Factor is not null, analysis.Source, analysis.ExternalNet is not null || analysis.ExternalGross is not null || analysis.ExternalCarbonContent is not null, analysis.ExternalSource, analysis.Samples);
        var coal = stream.State == FuelState.Solid ? rules.CoalDeviation : null;
        var unit = " GJ/" + MonitoredUnits.Of(stream.Measured);
        LaboratoryCheck.Compare(check, "Ncv", "net calorific value", analysis.Net, analysis.ExternalNet, coal?.Value.GigajoulesPerTonne, coal?.Standing, unit);
        LaboratoryCheck.Compare(check, "Gcv", "gross calorific value", analysis.Gross, analysis.ExternalGross, coal?.Value.GigajoulesPerTonne, coal?.Standing, unit);
        LaboratoryCheck.Compare(check, "CarbonContent", "carbon content", analysis.CarbonContent, analysis.ExternalCarbonContent, rules.MaterialDeviation?.Value * analysis.CarbonContent, rules.MaterialDeviation?.Standing, " t/t");
    }

    private static List<ReportingPeriod> Periods(FuelMeasurement measured) => measured switch
    {
        WeighedFuel weighed => weighed.Amounts.Select(a => a.Period).ToList(),
        MeteredLiquid liquid => liquid.Amounts.Select(a => a.Period).ToList(),
        MeteredGas gas => gas.Amounts.Select(a => a.Period).ToList(),
        BilledEnergy billed => billed.Amounts.Select(a => a.Period).ToList(),
        _ => [],
    };
}
