using Ccts.Sdk.Law;
using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.Entities;

/// <summary>A unit of output that a ruleset or an overlay adds (<c>units.csv</c>): a unit by which intensities are divided, or a multiple of one.</summary>
/// <param name="Title">What it counts, e.g. <c>metres of cloth</c>.</param>
/// <param name="Basis">The unit by which intensities are divided; the unit itself unless it is a multiple.</param>
/// <param name="Each">How many basis units one of it is, above 0; 1 unless it is a multiple.</param>
/// <param name="Standing">Instrument, force and evidence.</param>
public sealed record OutputUnit(string Title, OutputBasis Basis, decimal Each, Standing Standing);
