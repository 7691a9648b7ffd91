using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.Monitoring;

/// <summary>Perfluorocarbons of primary aluminium, weighted with the AR5 potentials of DPCM Annexure I.</summary>
public sealed record PfcStream : MonitoredStream
{
    /// <summary>How the gas masses are known.</summary>
    public required PfcMeasurement Measured { get; init; }
}

/// <summary>How CF4 and C2F6 are known.</summary>
public abstract record PfcMeasurement
{
    private protected PfcMeasurement()
    {
    }
}

/// <summary>The gases were measured.</summary>
/// <param name="Cf4">Mass of CF4.</param>
/// <param name="C2F6">Mass of C2F6.</param>
public sealed record MeasuredPfc(Mass Cf4, Mass C2F6) : PfcMeasurement
{
    /// <summary>Mass of C4F10, which also has a potential in DPCM Annexure I; zero if none is emitted.</summary>
    public Mass C4F10 { get; init; }

    /// <summary>Mass of C6F14, the same.</summary>
    public Mass C6F14 { get; init; }
}

/// <summary>Slope method: CF4 = slope x anode-effect minutes per cell-day x aluminium. No text read prints coefficients.</summary>
/// <param name="Aluminium">Metal produced.</param>
/// <param name="AnodeEffectMinutesPerCellDay">Minutes per cell-day.</param>
/// <param name="Slope">kg CF4 per t aluminium per minute per cell-day.</param>
/// <param name="C2F6PerCf4">Mass ratio of C2F6 to CF4.</param>
/// <param name="Source">Where the coefficients come from.</param>
public sealed record SlopePfc(Mass Aluminium, decimal AnodeEffectMinutesPerCellDay, decimal Slope, decimal C2F6PerCf4, string Source) : PfcMeasurement;

/// <summary>The form of the current efficiency with which an overvoltage coefficient was determined.</summary>
public enum CoefficientBasis
{
    /// <summary>In per cent, e.g. 96: as for published coefficients such as 1.16 kg/t per mV.</summary>
    PerCent,

    /// <summary>As a fraction, e.g. 0.96: the coefficient is then a hundredth of the published one.</summary>
    Fraction,
}

/// <summary>Overvoltage method: CF4 = coefficient x overvoltage / current efficiency x aluminium.</summary>
/// <param name="Aluminium">Metal produced.</param>
/// <param name="OvervoltageMillivolts">Anode effect overvoltage, mV.</param>
/// <param name="CurrentEfficiency">Fraction, above 0 to 1.</param>
/// <param name="Coefficient">kg CF4 per t aluminium per mV, on the basis that <c>Basis</c> says.</param>
/// <param name="C2F6PerCf4">Mass ratio of C2F6 to CF4.</param>
/// <param name="Source">Where the coefficients come from.</param>
public sealed record OvervoltagePfc(Mass Aluminium, decimal OvervoltageMillivolts, decimal CurrentEfficiency, decimal Coefficient, decimal C2F6PerCf4, string Source) : PfcMeasurement
{
    /// <summary>The form of the current efficiency for <see cref="Coefficient"/>; null (not stated) counts as <see cref="CoefficientBasis.PerCent"/>, with a finding.</summary>
    public CoefficientBasis? Basis { get; init; }
}
