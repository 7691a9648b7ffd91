namespace Ccts.Sdk.Ledger;

/// <summary>What the ledger has done with a command.</summary>
/// <param name="Entry">What was written, now or when the command was first asked; null for a refusal that is not remembered.</param>
/// <param name="Refusal">Why not; null when accepted.</param>
/// <param name="IsRepeat">True when the same command was answered before under the same key: nothing changed now.</param>
public sealed record LedgerAnswer(JournalEntry? Entry, Refusal? Refusal, bool IsRepeat)
{
    /// <summary>Whether the command took effect, now or before.</summary>
    public bool IsAccepted => Refusal is null;
}
