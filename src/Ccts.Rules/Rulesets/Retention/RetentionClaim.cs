using Ccts.Sdk.Law;

namespace Ccts.Rules.Rulesets.Retention;

/// <summary>What is kept.</summary>
public enum RecordKind
{
    /// <summary>Every record.</summary>
    All,

    /// <summary>Receipts of assessments and decisions.</summary>
    Receipts,

    /// <summary>Measured data: meter readings, invoices, laboratory results, raw logs.</summary>
    ActivityData,
}

/// <summary>Somebody's demand that records be kept, or a demand that the law could make but does not.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
/// <param name="Id">Its id in the ruleset.</param>
/// <param name="Keeps">What is to be kept.</param>
/// <param name="Title">The same in words.</param>
/// <param name="Years">For how many years after the last day of the compliance year; null if unknown.</param>
/// <param name="AskedBy">Who asks for it.</param>
/// <param name="Standing">Source, force, evidence and note: most demands are not law.</param>
/// <param name="Reason">For an unknown: why.</param>
/// <param name="SettledBy">For an unknown: who could settle it.</param>
public sealed record RetentionClaim(string Id, RecordKind Keeps, string Title, int? Years, string AskedBy, Standing Standing, string? Reason = null, string? SettledBy = null);
