using Ccts.Sdk.Law;
using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.Entities;

/// <summary>A sector with targets.</summary>
/// <param name="Name">As the schedules print it.</param>
/// <param name="Basis">What the intensity is divided by.</param>
/// <param name="EntityCount">Number of obligated entities named in the instrument, or null where none is notified.</param>
/// <param name="Standing">Instrument, force and evidence.</param>
public sealed record Sector(string Name, OutputBasis Basis, int? EntityCount, Standing Standing);
