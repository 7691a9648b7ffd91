using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.ProFormas;

/// <summary>The fields that an assessment takes its figures from.</summary>
/// <param name="Direct">Direct emissions (Scope 1), t CO2e.</param>
/// <param name="Process">The part of them that comes from the process, t CO2e.</param>
/// <param name="Indirect">Indirect emissions (Scope 2), t CO2e.</param>
/// <param name="Total">All emissions, t CO2e.</param>
/// <param name="Product">Equivalent product.</param>
/// <param name="ProductScale">How many output units make one unit of that field, e.g. 100000 t in a lakh tonne.</param>
/// <param name="Basis">The output unit.</param>
/// <param name="Intensity">The emission intensity, t CO2e per output unit.</param>
internal sealed record ProFormaHeadline(int Direct, int Process, int Indirect, int Total, int Product, Exact ProductScale, OutputBasis Basis, int Intensity);
