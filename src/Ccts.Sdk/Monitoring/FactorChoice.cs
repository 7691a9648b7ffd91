namespace Ccts.Sdk.Monitoring;

/// <summary>Whether a factor was measured for this stream or taken from a published list (DPCM s.5(10)).</summary>
public enum FactorTier
{
    /// <summary>Type I: Annexure IV, IPCC, BUR or a statutory body; only where Type II is not available.</summary>
    TypeI,

    /// <summary>Type II: analysed in a laboratory for this site.</summary>
    TypeII,
}

/// <summary>The factor a stream uses.</summary>
/// <typeparam name="T">The emission factor type that fits the stream.</typeparam>
/// <param name="Tier">Type I or Type II.</param>
/// <param name="Value">The factor, or null for Type I: then the ruleset's own is taken.</param>
/// <param name="Source">Laboratory report, supplier statement or publication; required with a value.</param>
/// <param name="WhyTypeI">Why Type II is not available; a verifier asks where the law requires Type II.</param>
public sealed record FactorChoice<T>(FactorTier Tier, T? Value, string? Source, string? WhyTypeI)
    where T : struct
{
    /// <summary>The ruleset's own Type I factor.</summary>
    public static FactorChoice<T> RulesetDefault { get; } = new(FactorTier.TypeI, null, null, null);
}
