namespace Ccts.Sdk.Assessments.Emissions;

/// <summary>The mass ratio from carbon to CO2, kept as a fraction so that nothing is divided before the end.</summary>
/// <param name="Numerator">e.g. 44, or 3.664.</param>
/// <param name="Denominator">e.g. 12, or 1.</param>
public readonly record struct CarbonToCo2(decimal Numerator, decimal Denominator)
{
    /// <summary><c>44/12</c> or <c>3.664</c>.</summary>
    public override string ToString() => Denominator == 1m
        ? Numerator.ToString(System.Globalization.CultureInfo.InvariantCulture)
        : string.Format(System.Globalization.CultureInfo.InvariantCulture, "{0}/{1}", Numerator, Denominator);
}
