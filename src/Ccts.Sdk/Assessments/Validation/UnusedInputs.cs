using System;
using System.Collections.Generic;
using Ccts.Sdk.Assessments.Calculations;
using Ccts.Sdk.Assessments.Emissions;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.Assessments.Validation;

/// <summary>Reports stated values that no figure uses, because whoever states them believes that they count.</summary>
internal static class UnusedInputs
{
    internal static void Check(ReportCheck check, ElectricityStream stream)
    {
        var first = check.Edition == Edition.First;
        if (stream.Factor is not null && stream.Supply is not (ElectricitySupply.Grid or ElectricitySupply.PowerPurchaseAgreement) && !(first && ElectricityEmissions.LacksUndertaking(stream)))
        {
            var counts = ElectricityEmissions.LacksUndertaking(stream) ? "without the undertaking this supply counts as grid supply" : "this supply counts as zero";
            check.Warn("factor-not-used", "factor", $"\"{check.Stream.Id}\" has a factor, but {counts}.", hint: "Delete the factor, or correct the supply.");
        }

        if (stream.NoDoubleCountUndertaking && !ElectricityEmissions.IsRenewable(stream.Supply))
        {
            Warn(check, "noDoubleCountUndertaking", "an undertaking against double counting", "it is for renewable supply, and this supply is another", "Correct the supply, or delete the undertaking.");
        }

        Source(check, stream.Factor is not null, stream.FactorSource, "factorSource");
    }

    internal static void Check(ReportCheck check, FuelStream stream)
    {
        if (stream.CarbonContent is { } carbon && stream.Measured is WeighedFuel weighed)
        {
            if (weighed.Net is not null || weighed.Gross is not null || stream.Factor.Value is not null)
            {
                var unused = stream.Factor.Value is null ? "calorific value" : weighed.Net is null && weighed.Gross is null ? "factor" : "calorific value and factor";
                Warn(check, "carbonContent", $"a carbon content beside a {unused}", $"the carbon content is used alone{Instead(check, stream)}", $"Delete the {unused}, or the carbon content.");
            }

            return;
        }

        Source(check, stream.Factor.Value is not null, stream.Factor.Source, "factor/source");
    }

    /// <summary>Values of a fuel whose amounts are all covered by analyses that state the same.</summary>
    internal static void Check(ReportCheck check, FuelStream stream, List<FuelLot> lots)
    {
        var (net, gross) = stream.Measured switch
        {
            WeighedFuel weighed => (weighed.Net is not null, weighed.Gross is not null),
            MeteredLiquid liquid => (liquid.Net is not null, liquid.Gross is not null),
            MeteredGas gas => (gas.Net is not null, gas.Gross is not null),
            _ => (false, false),
        };
        Replaced(net, "ncv", "a net calorific value", a => a.Net is not null || a.Gross is not null || a.CarbonContent is not null);
        Replaced(gross, "gcv", "a gross calorific value", a => a.Net is not null || a.Gross is not null || a.CarbonContent is not null);
        Replaced(stream.CarbonContent is not null, "carbonContent", "a carbon content", a => a.CarbonContent is not null || a.Factor is not null);
        Replaced(stream.Factor.Value is not null, "factor/value", "a factor", a => a.CarbonContent is not null || a.Factor is not null);
        Replaced(stream.Moisture is not null, "moisture", "a moisture", a => a.Moisture is not null);

        void Replaced(bool isStated, string field, string what, Predicate<FuelAnalysis> states)
        {
            if (isStated && lots.TrueForAll(l => l.Result is { } result && states(result)))
            {
                BesideAnalyses(check, field, what);
            }
        }
    }

    /// <summary>The same of a process material.</summary>
    internal static void Check(ReportCheck check, ProcessMaterialStream stream, List<MaterialLot> lots)
    {
        if (stream.Factor.Value is not null && lots.TrueForAll(l => l.Result?.Factor is not null))
        {
            BesideAnalyses(check, "factor/value", "a factor");
        }

        if (stream.ConversionFactor is not null && lots.TrueForAll(l => l.Result?.ConversionFactor is not null))
        {
            BesideAnalyses(check, "conversionFactor", "a conversion factor");
        }
    }

    /// <summary>A reason why there is no analysis, of a stream that was analysed.</summary>
    internal static void Reason(ReportCheck check, bool isAnalysed, string? whyTypeI)
    {
        if (isAnalysed && !string.IsNullOrWhiteSpace(whyTypeI))
        {
            Warn(check, "factor/whyTypeI", "why it has no analysis", "it has one, so that its factor is of Type II", "Delete the reason, or the analysis.");
        }
    }

    private static void BesideAnalyses(ReportCheck check, string field, string what) =>
        Warn(check, field, what, "each of its amounts has an analysis with another, which counts", "Delete it, or leave it to the amounts without an analysis.");

    /// <summary>The source of a value that is not there.</summary>
    internal static void Source(ReportCheck check, bool used, string? source, string field)
    {
        if (!used && !string.IsNullOrWhiteSpace(source))
        {
            Warn(check, field, $"\"{field.Replace('/', '.')}\"", "there is no value that it is the source of", "Give the value, or delete the source.");
        }
    }

    /// <summary>The two figures, where both can be computed.</summary>
    private static string Instead(ReportCheck check, FuelStream stream)
    {
        var workings = new Workings(keepSteps: false, check.Edition);
        try
        {
            var byCarbon = Combustion.Tonnes(stream, check.Rules.Emissions, workings);
            var byEnergy = Combustion.Tonnes(stream with { CarbonContent = null }, check.Rules.Emissions, workings);
            return workings.Problems.HasErrors ? "" : $": it counts {Co2e.FromTonnes(byCarbon)} where the others say {Co2e.FromTonnes(byEnergy)}";
        }
        catch (OverflowException)
        {
            return "";
        }
    }

    internal static void Warn(ReportCheck check, string field, string what, string because, string hint)
    {
        if (check.Edition != Edition.First)
        {
            check.Warn("input-not-used", field, $"\"{check.Stream.Id}\" states {what}, but {because}.", hint: hint);
        }
    }
}
