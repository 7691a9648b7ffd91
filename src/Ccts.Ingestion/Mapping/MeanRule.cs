namespace Ccts.Ingestion.Mapping;

/// <summary>How several results of a month become its one.</summary>
internal enum MeanMethod
{
    /// <summary>The arithmetic mean.</summary>
    Arithmetic,

    /// <summary>The mean weighted by lot.</summary>
    Weighted,
}

/// <summary>The plant's own rule for a month or year with several results; no law read states one.</summary>
/// <param name="Method">The method.</param>
/// <param name="WeightColumn">The column with the weight of the lot; null for the arithmetic mean.</param>
/// <param name="Decimals">Decimals that the mean is rounded to, halves away from zero.</param>
/// <param name="Source">The plant's source for the rule.</param>
internal sealed record MeanRule(MeanMethod Method, int? WeightColumn, int Decimals, string? Source);
