namespace Ccts.Sdk.Assessments.Validation;

/// <summary>The slips of amounts, by the unit they are kept in.</summary>
internal static class AmountSlips
{
    private const decimal Thousandth = 1m / 1000m;
    private const decimal Millionth = Thousandth / 1000m;
    private static readonly Slip[] Mass = [new("kg", Thousandth), new("t written as Mt", Millionth, IsUnit: false), new("kt", 1000m), new("Mt", 1_000_000m), new("lakh t", 100_000m), new("a digit too many", 1m / 10m, IsUnit: false), new("a digit too few", 10m, IsUnit: false)];
    private static readonly Slip[] Electricity = [new("kWh", Thousandth), new("kWh converted the wrong way", Millionth, IsUnit: false), new("GWh or MU", 1000m), new("lakh kWh", 100m), new("a digit too many", 1m / 10m, IsUnit: false), new("a digit too few", 10m, IsUnit: false)];
    private static readonly Slip[] Liquid = [new("l", Thousandth), new("thousand kl", 1000m), new("a digit too many", 1m / 10m, IsUnit: false), new("a digit too few", 10m, IsUnit: false)];
    private static readonly Slip[] Gas = [new("thousands multiplied twice", Thousandth, IsUnit: false), new("thousand Sm3", 1000m), new("millions multiplied twice", Millionth, IsUnit: false), new("MMSCM", 1_000_000m), new("lakh Sm3", 100_000m), new("a digit too many", 1m / 10m, IsUnit: false), new("a digit too few", 10m, IsUnit: false)];
    private static readonly Slip[] Heat = [new("MJ", Thousandth), new("Gcal", 4.1868m), new("kcal", 4.1868m * Millionth), new("TJ", 1000m), new("toe", 41.868m), new("a digit too many", 1m / 10m, IsUnit: false), new("a digit too few", 10m, IsUnit: false)];
    private static readonly Slip[] Any = [new("a unit a thousand times too large", Thousandth, IsUnit: false), new("a unit a thousand times too small", 1000m, IsUnit: false), new("a digit too many", 1m / 10m, IsUnit: false), new("a digit too few", 10m, IsUnit: false)];

    internal static Slip[] Of(string unit) => unit switch
    {
        "t" => Mass,
        "MWh" => Electricity,
        "kl" => Liquid,
        "Sm3" => Gas,
        "GJ" => Heat,
        _ => Any,
    };
}
