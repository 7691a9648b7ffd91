using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.Assessments.Validation;

/// <summary>Checks heat by mass and enthalpy, and heat of a plant that also makes power.</summary>
internal static class SteamCheck
{
    /// <summary>Physics, not law: the steam of every plant has less.</summary>
    private const decimal MostEnthalpy = 6.5m;

    /// <summary>Physics, not law: no water below 100 bar holds more before it is steam.</summary>
    private const decimal MostOfWater = 1.41m;

    private static readonly Slip[] Calories = [new("kcal/kg written as kJ/kg", 4.1868m, IsUnit: false)];

    internal static void Check(ReportCheck check, MeteredSteam? steam, Amounts<Energy> heat)
    {
        if (steam is null)
        {
            return;
        }

        if (steam.Amounts.HasNegative)
        {
            check.Error("negative-amount", "amounts", $"\"{check.Stream.Id}\" has steam below zero.", "zero or more");
        }

        foreach (var (field, value) in new[] { ("enthalpy", steam.GigajoulesPerTonne), ("returnEnthalpy", steam.ReturnGigajoulesPerTonne) })
        {
            if (value is < 0m or > MostEnthalpy)
            {
                check.Error("implausible-factor", field, $"\"{check.Stream.Id}\" has an enthalpy of {QuantityText.Format(value)} GJ/t.", $"zero to {QuantityText.Format(MostEnthalpy)} GJ/t", "Check the unit: kJ/kg, MJ/kg, kcal/kg or GJ/t.");
            }
        }

        if (steam.GigajoulesPerTonne <= steam.ReturnGigajoulesPerTonne)
        {
            check.Error("negative-factor", "enthalpy", $"\"{check.Stream.Id}\" carries no more heat than comes back.", "an enthalpy above that of the return");
        }
        else if (steam.GigajoulesPerTonne <= MostEnthalpy && !steam.Amounts.HasNegative && steam.Amounts.TryTotal(out var mass) && mass <= AmountCheck.Largest && !steam.Heat.Equals(heat))
        {
            check.Error("steam-and-heat", "amounts", $"\"{check.Stream.Id}\" states another heat than its steam has.", "amounts that are the steam's heat");
        }

        else
        {
            State(check, steam);
        }

        if (string.IsNullOrWhiteSpace(steam.Source))
        {
            check.Error("factor-without-source", "enthalpySource", $"\"{check.Stream.Id}\" does not say where its enthalpies come from.", "the steam table or the meter");
        }
    }

    /// <summary>The enthalpy against that of steam at the pressure and the temperature that are stated beside it.</summary>
    private static void State(ReportCheck check, MeteredSteam steam)
    {
        if (check.Plausible is not { } rules || rules.Of(PlausibilityRules.Enthalpy) is not { } range)
        {
            return;
        }

        if (steam.ReturnGigajoulesPerTonne is > MostOfWater and <= MostEnthalpy and var comesBack && steam.GigajoulesPerTonne > comesBack)
        {
            Suspicion.Tell(check.Problems, "unusual-enthalpy", check.At("returnEnthalpy"), $"\"{check.Stream.Id}\" comes back with {QuantityText.Format(comesBack)} GJ/t, which is steam; condensate holds {QuantityText.Format(MostOfWater)} GJ/t at most.", check.Stream.WhyUnusual, needsReason: false, rules);
        }

        if (SteamState.Enthalpies(steam.State) is { } known)
        {
            Suspicion.Look(check, "unusual-enthalpy", "enthalpy", "an enthalpy", steam.GigajoulesPerTonne, "GJ/t", Reference.Of(known.Least, known.Most, range), $"steam at {ShownText.Short(steam.State)}", Calories);
        }
        else
        {
            check.Info("steam-state-not-read", "steamState", $"\"{check.Stream.Id}\" has steam of \"{ShownText.Short(steam.State)}\", which is not compared with its enthalpy.", "a pressure and a temperature of superheated steam, such as \"10 bar(a), 250 C\"");
        }
    }

    internal static void Check(ReportCheck check, ExportedHeatStream stream, HeatApportionment both)
    {
        var law = check.Rules.Emissions.ExportFallbackFactor.Standing;
        if (stream.Factor != default)
        {
            check.Error("factor-twice", "factor", $"\"{stream.Id}\" has a factor and is apportioned.", "one of the two", law: law);
        }

        if (string.IsNullOrWhiteSpace(stream.Source))
        {
            check.Error("factor-without-source", "source", $"\"{stream.Id}\" does not say where the share of the heat comes from.", "the method and its figures", law: law);
        }

        FactorCheck.Fraction(check, "apportioned/heatShare", both.HeatShare);
        if (both.Emissions.Tonnes is < 0m or > AmountCheck.Largest)
        {
            check.Error("negative-amount", "apportioned/emissions", $"\"{stream.Id}\" apportions {both.Emissions}.", "zero or more, at most 10^12 t");
        }

        var made = both.HeatMade.Gigajoules;
        if (made is < AmountCheck.LeastProduction or > AmountCheck.Largest)
        {
            check.Error("negative-amount", "apportioned/heatMade", $"\"{stream.Id}\" is of {both.HeatMade} made.", "above zero, at most 10^12 GJ");
        }
        else if (stream.Amounts.TryTotal(out var sold) && sold > made)
        {
            check.Error("sold-above-made", "apportioned/heatMade", $"\"{stream.Id}\" sells {QuantityText.Format(sold)} GJ of {both.HeatMade} made.", "at most what was made", law: law);
        }
        else if (check.Plausible is { } plausible && both.Emissions.Tonnes is >= 0m and <= AmountCheck.Largest && both.HeatShare is > 0m and <= 1m)
        {
            EnergyPlausibility.Heat(check, both.Emissions.Tonnes * both.HeatShare / made * 1000m, plausible);
        }
    }
}
