using Ccts.Credits.Article6;
using Ccts.Credits.Journals;
using Ccts.Rules.Decisions;

namespace Ccts.Tokens;

/// <summary>The answer of the desk.</summary>
/// <param name="Record">The record; for a repeat, the first one. Null when refused.</param>
/// <param name="Refusal">The reason for a refusal, or null. A refusal changes nothing.</param>
/// <param name="IsRepeat">Whether the same request was accepted before under this key: one mint asked twice is one mint.</param>
/// <param name="Decision">The ruleset's answer with its reasons, where the desk asked it.</param>
public sealed record TokenAnswer(JournalRecord? Record, BookRefusal? Refusal, bool IsRepeat, ReasonedDecision? Decision)
{
    /// <summary>Whether it was accepted, now or before.</summary>
    public bool IsAccepted => Refusal is null;

    /// <summary>For a transfer abroad, its first transfer with its identifiers; otherwise null.</summary>
    public Article6Action? Export { get; init; }
}
