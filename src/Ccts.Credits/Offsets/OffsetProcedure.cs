using System.Collections.Generic;

namespace Ccts.Credits.Offsets;

/// <summary>Something that the texts read leave open.</summary>
/// <param name="What">What is not known.</param>
/// <param name="SettledBy">Who could settle it.</param>
public sealed record OpenQuestion(string What, string SettledBy);

/// <summary>What the texts read leave open of the offset mechanism. The machine asks the host for each, and assumes none.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public static class OffsetProcedure
{
    /// <summary>The open questions.</summary>
    public static IReadOnlyList<OpenQuestion> Unknowns { get; } =
    [
        new("Length and renewal of a crediting period: the text of the detailed procedure for the offset mechanism was not read. A registration states its own.", "BEE"),
        new("The share of an issuance that is kept as a buffer against reversals. An issuance states its own.", "BEE"),
        new("The time within which a monitoring report is due, and fees.", "BEE"),
        new("Whether a certificate of the offset mechanism may be surrendered for compliance.", "Ministry of Power and BEE"),
        new("What follows a reversal beyond the buffer.", "BEE"),
    ];
}
