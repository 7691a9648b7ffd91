using Ccts.Credits.Article6;
using Ccts.Credits.Journals;
using Ccts.Rules.Decisions;

namespace Ccts.Tokens;

/// <summary>What the desk answers.</summary>
/// <param name="Record">What was written down; of the first time when it is a repeat. Null when refused.</param>
/// <param name="Refusal">Why not, or null. Nothing has changed then.</param>
/// <param name="IsRepeat">Whether the same was accepted before under this key: one mint asked twice is one mint.</param>
/// <param name="Decision">The ruleset's answer with its reasons, where it was asked.</param>
public sealed record TokenAnswer(JournalRecord? Record, BookRefusal? Refusal, bool IsRepeat, ReasonedDecision? Decision)
{
    /// <summary>Whether it was accepted, now or before.</summary>
    public bool IsAccepted => Refusal is null;

    /// <summary>The first transfer that a transfer abroad is, with its identifiers; null for every other answer.</summary>
    public Article6Action? Export { get; init; }
}
