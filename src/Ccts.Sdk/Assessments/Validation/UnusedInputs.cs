using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Assessments.Calculations;
using Ccts.Sdk.Assessments.Emissions;
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
        catch (System.OverflowException)
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
