namespace Ccts.Rules.Engines.Fused;

/// <summary>The rules of a purpose as one method: from the columns of a frame to the words of its masks.</summary>
internal delegate void FusedRules(long[] codes, long[] known, decimal[] amounts, string?[] texts, string[]?[] sets, ulong[] fires, ulong[] open);
