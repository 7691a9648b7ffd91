namespace Ccts.Sdk.Law;

/// <summary>Force and evidence of a value: does its source bind, and how well is it known?</summary>
/// <param name="Source">Where the value comes from.</param>
/// <param name="Force">Whether the source binds.</param>
/// <param name="Evidence">How well the value is known.</param>
/// <param name="Note">What a verifier should know about it, or null.</param>
public sealed record Standing(LegalSource Source, Force Force, Evidence Evidence, string? Note = null)
{
    /// <summary>True if the value is in force and read word for word, so that results need not flag it.</summary>
    public bool IsSettled => Force == Force.InForce && Evidence == Evidence.Verbatim;
}
