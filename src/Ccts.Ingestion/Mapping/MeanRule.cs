namespace Ccts.Ingestion.Mapping;

/// <summary>How several results of a month become its one.</summary>
internal enum MeanMethod
{
    /// <summary>The sum over how many there are.</summary>
    Arithmetic,

    /// <summary>Each by what its lot weighs.</summary>
    Weighted,
}

/// <summary>The plant's own rule for a month or year with several results; no law read states one.</summary>
/// <param name="Method">The method.</param>
/// <param name="WeightColumn">The column with the weight of the lot; null for the arithmetic mean.</param>
/// <param name="Decimals">Decimals that the mean is rounded to, halves away from zero.</param>
/// <param name="Source">Where the plant has it from.</param>
internal sealed record MeanRule(MeanMethod Method, int? WeightColumn, int Decimals, string? Source);
