namespace Ccts.Ingestion.Series;

/// <summary>One value as its row states it, in the canonical unit.</summary>
/// <param name="At">Seconds of the plant's clock since 1970-01-01; of an interval its beginning.</param>
/// <param name="Value">The value.</param>
/// <param name="File">Which of the files.</param>
/// <param name="Row">Its row there.</param>
internal readonly record struct Reading(long At, decimal Value, int File, int Row);
