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

/// <summary>Both gases were measured.</summary>
/// <param name="Cf4">Mass of CF4.</param>
/// <param name="C2F6">Mass of C2F6.</param>
public sealed record MeasuredPfc(Mass Cf4, Mass C2F6) : PfcMeasurement;

/// <summary>Slope method: CF4 = slope x anode-effect minutes per cell-day x aluminium. The law read prints no coefficients.</summary>
/// <param name="Aluminium">Metal produced.</param>
/// <param name="AnodeEffectMinutesPerCellDay">Minutes per cell-day.</param>
/// <param name="Slope">kg CF4 per t aluminium per minute per cell-day.</param>
/// <param name="C2F6PerCf4">Mass ratio of C2F6 to CF4.</param>
/// <param name="Source">Where the coefficients come from.</param>
public sealed record SlopePfc(Mass Aluminium, decimal AnodeEffectMinutesPerCellDay, decimal Slope, decimal C2F6PerCf4, string Source) : PfcMeasurement;

/// <summary>Overvoltage method: CF4 = coefficient x overvoltage / current efficiency x aluminium.</summary>
/// <param name="Aluminium">Metal produced.</param>
/// <param name="OvervoltageMillivolts">Anode effect overvoltage, mV.</param>
/// <param name="CurrentEfficiency">Fraction, above 0 to 1.</param>
/// <param name="Coefficient">kg CF4 per t aluminium per mV.</param>
/// <param name="C2F6PerCf4">Mass ratio of C2F6 to CF4.</param>
/// <param name="Source">Where the coefficients come from.</param>
public sealed record OvervoltagePfc(Mass Aluminium, decimal OvervoltageMillivolts, decimal CurrentEfficiency, decimal Coefficient, decimal C2F6PerCf4, string Source) : PfcMeasurement;
