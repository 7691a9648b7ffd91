using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.Monitoring;

/// <summary>What was measured in one period.</summary>
/// <typeparam name="T">The quantity.</typeparam>
/// <param name="Period">The days.</param>
/// <param name="Amount">The amount.</param>
public readonly record struct PeriodAmount<T>(ReportingPeriod Period, T Amount)
    where T : struct, IQuantity;
