using System.Linq;
using Ccts.Sdk.Assessments.Calculations;
using Ccts.Sdk.Assessments.Emissions;
using Ccts.Sdk.Assessments.Inventory;
using Ccts.Sdk.Monitoring;

namespace Ccts.Sdk.Assessments.Validation;

/// <summary>Checks which part of a fuel counts: without moisture, carbon in ash, biomass and co-processed fuel.</summary>
internal static class FuelShareCheck
{
    internal static void Check(ReportCheck check, FuelStream stream)
    {
        Moisture(check, stream);
        Unburnt(check, stream);
        CompositionCheck.Check(check, stream);
        Biogenic(check, stream);
        CoProcessing(check, stream);
    }

    /// <summary>The share that is of biomass.</summary>
    internal static void Share(ReportCheck check, decimal? share, string? source)
    {
        FactorCheck.Fraction(check, "biogenicShare", share, zeroAllowed: true);
        if (share is not null && string.IsNullOrWhiteSpace(source))
        {
            check.Error("factor-without-source", "biogenicShareSource", $"\"{check.Stream.Id}\" has a biogenic share and does not say where it comes from.", "the analysis or the supplier's statement");
        }

        UnusedInputs.Source(check, share is not null, source, "biogenicShareSource");
    }

    private static void Moisture(ReportCheck check, FuelStream stream)
    {
        FactorCheck.Fraction(check, "moisture", stream.Moisture, zeroAllowed: true);
        var stated = stream.Moisture is not null || stream.Analyses.Any(a => a.Moisture is not null);
        for (var i = 0; i < stream.Analyses.Count; i++)
        {
            check.TurnToPart("analyses", i);
            FactorCheck.Fraction(check, "moisture", stream.Analyses[i].Moisture, zeroAllowed: true);
        }

        check.TurnBack();
        if (stated && stream.Measured is not WeighedFuel)
        {
            check.Error("moisture-unit", "moisture", $"\"{stream.Id}\" has a moisture, but it is not weighed.", "no moisture, or amounts in t");
        }
        else if (stated && stream.Basis is null)
        {
            check.Error("analysis-basis", "basis", $"\"{stream.Id}\" has a moisture and does not say what its calorific values, carbon contents and factors are of.", "\"moisture-free\": amounts count without the moisture; or \"as-fired\": they count as weighed");
        }
        else if (stated && stream.Basis == AnalysisBasis.AsFired)
        {
            UnusedInputs.Warn(check, "moisture", "a moisture", "its analyses are of fuel as fired, so amounts count as weighed", "Delete the moisture, or correct \"basis\".");
        }
        else if (stream.Basis == AnalysisBasis.MoistureFree && stream.Moisture is null && (stream.Analyses.Count == 0 || FuelLots.Of(stream, check.Rules.Emissions, new Workings(keepSteps: false, check.Edition)).Exists(l => l.Stream.Moisture is null)))
        {
            check.Error("analysis-basis", "moisture", $"\"{stream.Id}\" is analysed without moisture and does not say how moist it was as weighed.", "\"moisture\", of the stream or of each analysis; \"0 %\" where the amounts are without it already");
        }
    }

    private static void Unburnt(ReportCheck check, FuelStream stream)
    {
        if (stream.Unburnt.Count == 0)
        {
            return;
        }

        if (stream.OxidationFactor is not null)
        {
            check.Error("oxidation-twice", "oxidationFactor", $"\"{stream.Id}\" has an oxidation factor and the carbon that was left unburnt, which gives another.", "one of the two", law: check.Rules.Emissions.DefaultOxidationFactor.Standing);
        }

        for (var i = 0; i < stream.Unburnt.Count; i++)
        {
            check.TurnToPart("unburnt", i);
            AmountCheck.Total(check, "amounts", stream.Unburnt[i].Amounts);
            FactorCheck.Fraction(check, "carbonContent", stream.Unburnt[i].CarbonContent, zeroAllowed: true);
        }

        check.TurnBack();
        try
        {
            var workings = new Workings(keepSteps: false, check.Edition);
            if (!check.Problems.HasErrors && Combustion.Tonnes(stream, check.Rules.Emissions, workings) < 0m)
            {
                check.Error("carbon-out-above-in", "unburnt", $"\"{stream.Id}\" leaves more carbon unburnt than it has.", "less carbon in ash than in the fuel", "Check the carbon contents and units.");
            }
        }
        catch (System.OverflowException)
        {
            // Reported where the stream is computed.
        }
    }

    private static void Biogenic(ReportCheck check, FuelStream stream)
    {
        Share(check, stream.BiogenicShare, stream.BiogenicShareSource);
        if (stream.BiogenicShare is not null && check.Rules.Emissions.Fuels.TryGetValue(stream.Fuel, out var listed) && listed.Biogenic)
        {
            UnusedInputs.Warn(check, "biogenicShare", "a biogenic share", "the ruleset has the fuel as biomass altogether", "Delete the share, or name the mixture otherwise.");
        }
    }

    private static void CoProcessing(ReportCheck check, FuelStream stream)
    {
        if (string.IsNullOrWhiteSpace(stream.CoProcessing))
        {
            return;
        }

        var rules = check.Rules.Emissions;
        if (CoProcessingRules.Excludes(stream, rules))
        {
            check.Info("co-processed", "coProcessing", $"\"{stream.Id}\" is left out of the total as a co-processed alternate fuel: \"{ShownText.Short(stream.CoProcessing!)}\". Its CO2 is a memo item.", "A verifier will ask for the recommendation.", rules.CoProcessing!.Standing);
        }
        else if (rules.CoProcessing?.Refused(stream.Fuel, rules) is { } refused)
        {
            check.Warn("co-processing-refused", "coProcessing", $"\"{stream.Id}\" is never an exclusion: {refused} counts, co-processed or not.", hint: "Delete \"coProcessing\".", law: rules.CoProcessing.Standing);
        }
        else
        {
            check.Warn("co-processing-refused", "coProcessing", $"The ruleset does not say which co-processed fuels are left out, so \"{stream.Id}\" counts.", hint: "Use a ruleset that has \"coprocessing.never-excluded\".");
        }
    }
}
