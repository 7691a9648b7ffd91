using System.Collections.Generic;

namespace Ccts.Compliance.Extracts;

/// <summary>What the template asks about a good beyond its emissions, by the good's category, with the column of the sheet Summary_Products that it goes into.</summary>
internal static class CbamParameters
{
    private static readonly (string Key, string Label, string Column)[] Alloys =
    [
        ("mn", "% Mn", "R"), ("cr", "% Cr", "S"), ("ni", "% Ni", "T"),
    ];

    private static readonly (string Key, string Label, string Column) Reducing = ("reducing-agent", "Main reducing agent", "P");
    private static readonly (string Key, string Label, string Column) OtherAlloys = ("other-alloys", "% other alloys", "U");
    private static readonly (string Key, string Label, string Column) PreConsumer = ("pre-consumer-scrap", "% pre-consumer scrap", "Y");
    private static readonly (string Key, string Label, string Column)[] Aluminium = [("scrap", "t scrap/t Al", "Z"), PreConsumer, ("non-al", "% non-Al", "AA")];

    private static readonly (string Key, string Label, string Column)[] Nitrogen =
    [
        ("n", "% N contained", "AG"), ("n-ammonium", "% N as NH4+", "AH"), ("n-nitrate", "% N as NO3-", "AI"), ("n-urea", "% N as urea", "AJ"), ("n-other", "% N other", "AK"),
    ];

    /// <summary>In the order of the columns; none for a category of which the template asks nothing.</summary>
    internal static IReadOnlyList<(string Key, string Label, string Column)> Of(string category) => category switch
    {
        "Cement" => [("clinker-factor", "Clinker factor", "AB")],
        "Calcined clays" => [("calcined", "Calcined or not", "AC")],
        "Iron or steel products" => [Reducing, ("mill", "Steel mill number", "Q"), .. Alloys, OtherAlloys, ("other-materials", "% other materials", "X")],
        "Crude steel" => [Reducing, .. Alloys, OtherAlloys, ("scrap", "t scrap/t steel", "W"), PreConsumer],
        "Direct reduced iron" or "Pig iron" => [Reducing, .. Alloys, OtherAlloys],
        "Alloys (FeMn, FeCr, FeNi)" => [.. Alloys, ("carbon", "% carbon", "V")],
        "Unwrought aluminium" or "Aluminium products" => Aluminium,
        "Ammonia" => [("concentration", "Concentration", "AD")],
        "Nitric acid" => [("nitric-acid", "% nitric acid", "AE")],
        "Urea" => [("urea", "% urea", "AF"), .. Nitrogen],
        "Mixed fertilisers" => [("nitric-acid", "% nitric acid", "AE"), ("urea", "% urea", "AF"), .. Nitrogen],
        _ => [],
    };
}
