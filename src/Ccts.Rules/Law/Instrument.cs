using Ccts.Sdk.Law;

namespace Ccts.Rules.Law;

/// <summary>A legal instrument, or another document that values are taken from.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
/// <param name="Id">How values refer to it, e.g. <c>BEE-DPCM</c>.</param>
/// <param name="Title">Its title.</param>
/// <param name="Issuer">Who issued it.</param>
/// <param name="Reference">Number, e.g. <c>G.S.R. 739(E)</c>, or null.</param>
/// <param name="Date">Its date as reported; free text, because some dates are known only to the month or disputed.</param>
/// <param name="Status">Whether it binds; <see cref="Force.None"/> for documents that are not law.</param>
/// <param name="Evidence">How well its text is known.</param>
/// <param name="Note">What a verifier should know, or null.</param>
/// <param name="Location">Where to find the copy that was read, or null.</param>
public sealed record Instrument(
    string Id,
    string Title,
    string Issuer,
    string? Reference,
    string Date,
    Force Status,
    Evidence Evidence,
    string? Note,
    string? Location);
