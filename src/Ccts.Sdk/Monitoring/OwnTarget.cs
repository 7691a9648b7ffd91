using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.Monitoring;

/// <summary>
/// A target or a baseline that the caller states for a plant, because the ruleset has no row or to try another. It is not law;
/// a result that uses it says so, and a receipt keeps it with the report.
/// </summary>
/// <remarks>Immutable and thread-safe.</remarks>
/// <param name="Target">The target, above zero, or null for the one of the ruleset's row.</param>
/// <param name="Baseline">The intensity of the baseline year, above zero, or null for the one of the ruleset's row.</param>
/// <param name="Source">The caller's source, such as the row of the gazette, or null.</param>
public sealed record OwnTarget(EmissionIntensity? Target, EmissionIntensity? Baseline, string? Source = null);
