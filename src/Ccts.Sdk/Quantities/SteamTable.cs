namespace Ccts.Sdk.Quantities;

/// <summary>
/// The enthalpy of superheated steam by the industrial formulation of 1997 (IAPWS-IF97, region 2), in decimals. Physics, not law. The terms of pressure above the tenth power are left
/// out: up to 10 MPa they come to less than 1.5 kJ/kg.
/// </summary>
internal static class SteamTable
{
    private const decimal ZeroCelsius = 273.15m;
    private const decimal GasConstant = 0.461526m;
    private const decimal ReferenceKelvin = 540m;
    private const decimal MostMegapascals = 10m;
    private const decimal MostCelsius = 800m;

    private static readonly (int J, decimal N)[] Ideal =
    [
        (0, -9.6927686500217m), (1, 10.086655968018m), (-5, -0.005608791128302m), (-4, 0.071452738081455m), (-3, -0.40710498223928m), (-2, 1.4240819171444m), (-1, -4.383951131945m), (2, -0.28408632460772m), (3, 0.021268463753307m),
    ];

    private static readonly (int I, int J, decimal N)[] Residual =
    [
        (1, 1, -0.017834862292358m), (1, 2, -0.045996013696365m), (1, 3, -0.057581259083432m), (1, 6, -0.05032527872793m),
        (2, 1, -0.000033032641670203m), (2, 2, -0.00018948987516315m), (2, 4, -0.0039392777243355m), (2, 7, -0.043797295650573m),
        (2, 36, -0.000026674547914087m), (3, 1, 0.00000043870667284435m), (3, 3, -0.00003227767723857m), (3, 6, -0.0015033924542148m),
        (3, 35, -0.040668253562649m), (4, 1, -0.00000000078847309559367m), (4, 2, 0.000000012790717852285m), (4, 3, 0.00000048225372718507m),
        (5, 7, 0.0000022922076337661m), (6, 3, -0.000000000016714766451061m), (6, 16, -0.0021171472321355m), (6, 35, -23.895741934104m),
        (7, 11, -0.0000012621808899101m), (7, 25, -0.038946842435739m), (8, 8, 0.000000000011256211360459m), (8, 36, -8.2311340897998m),
        (9, 13, 0.000000019809712802088m), (10, 4, 0.00000000000000000010406965210174m), (10, 10, -0.00000000000010234747095929m), (10, 14, -0.0000000010018179379511m),
    ];

    /// <summary>GJ for each tonne; null where it is no steam, or beyond the formulation.</summary>
    /// <param name="celsius">The temperature.</param>
    /// <param name="megapascals">The absolute pressure.</param>
    internal static decimal? Enthalpy(decimal celsius, decimal megapascals)
    {
        if (celsius is < 100m or > MostCelsius || megapascals is <= 0m or > MostMegapascals || megapascals > Saturation(celsius))
        {
            return null;
        }

        var kelvin = celsius + ZeroCelsius;
        var tau = ReferenceKelvin / kelvin;
        var sum = 0m;
        foreach (var (j, n) in Ideal)
        {
            sum += n * j * Power(tau, j - 1);
        }

        foreach (var (i, j, n) in Residual)
        {
            sum += n * Power(megapascals, i) * j * Power(tau - 0.5m, j - 1);
        }

        return GasConstant * kelvin * tau * sum / 1000m;
    }

    /// <summary>The pressure at which water boils, MPa, within some five per cent up to 10 MPa: it goes with the fourth power of the temperature in degrees Celsius.</summary>
    private static decimal Saturation(decimal celsius) => 0.101325m * 1.05m * Power(celsius / 100m, 4);

    private static decimal Power(decimal value, int exponent)
    {
        if (exponent < 0)
        {
            return 1m / Power(value, -exponent);
        }

        var power = 1m;
        for (var i = 0; i < exponent; i++)
        {
            power *= value;
        }

        return power;
    }
}
