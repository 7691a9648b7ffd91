namespace Ccts.Sdk.Quantities;

/// <summary>A quantity by which an emission intensity may be divided: <see cref="Mass"/>,
/// <see cref="ElectricalEnergy"/> or <see cref="RefineryThroughput"/>, and no other.</summary>
public interface IOutput : IQuantity
{
    /// <summary>Which of the three this is; the same for every value of a type.</summary>
    OutputBasis Basis { get; }
}
