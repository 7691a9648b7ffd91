using System;

namespace Ccts.Sdk.ProFormas;

/// <summary>What a field's figure can be compared with, by its unit and its label.</summary>
internal enum FigureKind
{
    None,
    CalorificValue,
    SpecificHeat,

    /// <summary>The factor of the grid, and that of any other power.</summary>
    GridFactor,
    PowerFactor,
    SpecificPower,
    Density,

    /// <summary>A share that is oxidised, as a percentage and as a fraction.</summary>
    OxidationPercentage,
    OxidationFraction,
    Share,
    Tonnes,
    Electricity,
    Kilolitres,
    GasVolume,
}

/// <summary>Determines the kind of a field, once for a form and not for each filing.</summary>
internal static class FigureKinds
{
    internal static FigureKind Of(ProFormaField field) => field.Kind is not (ProFormaFieldKind.Input or ProFormaFieldKind.Default) ? FigureKind.None
        : field.Unit.Replace(" ", "").ToLowerInvariant() switch
        {
            "kcal/kg" when Says(field, "calorific") => FigureKind.CalorificValue,
            "kcal/kwh" or "kcal/kgclinker" or "kcal/kgofcli" or "kcal/kgggbs" => FigureKind.SpecificHeat,
            "tco2/mwh" or "tco2eq/mwh" => Says(field, "grid") ? FigureKind.GridFactor : FigureKind.PowerFactor,
            "kwh/tonneclinker" or "kwh/tonnecement" or "kwh/tonneggbs" => FigureKind.SpecificPower,
            "kg/ltr" or "kg/l" => FigureKind.Density,
            "%" or "[%]" => Says(field, "oxidation") ? FigureKind.OxidationPercentage : FigureKind.Share,
            "fraction" => Says(field, "oxidation") ? FigureKind.OxidationFraction : FigureKind.Share,
            "tonne" or "tonnes" or "millionkg" => FigureKind.Tonnes,
            "lakhkwh" => FigureKind.Electricity,
            "kilolitre" => FigureKind.Kilolitres,
            "millionscm" => FigureKind.GasVolume,
            _ => FigureKind.None,
        };

    internal static bool Says(ProFormaField field, string word) => field.Label.Contains(word, StringComparison.OrdinalIgnoreCase);
}
