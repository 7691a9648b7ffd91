using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.Monitoring;

/// <summary>
/// A target or a baseline that the caller states of a plant: where the ruleset has no row of it, or to try another. It is no law;
/// a result that rests on it says so, and a receipt keeps it with the report.
/// </summary>
/// <remarks>Immutable and thread-safe.</remarks>
/// <param name="Target">The target, above zero, or null for the one of the ruleset's row.</param>
/// <param name="Baseline">The intensity of the baseline year, above zero, or null for the one of the ruleset's row.</param>
/// <param name="Source">Where the caller has it from, such as the row of the gazette, or null.</param>
public sealed record OwnTarget(EmissionIntensity? Target, EmissionIntensity? Baseline, string? Source = null);
