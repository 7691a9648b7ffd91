using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Entities;
using NodaTime;

namespace Ccts.Rules.Rulesets.Retention;

/// <summary>Whether a record may be destroyed. The default value does not permit it.</summary>
public enum RetentionVerdict
{
    /// <summary>Every known period is over, but there is a claim without a number, or no claim at all. Keep it.</summary>
    CannotSay,

    /// <summary>It must be kept: somebody's period is not over.</summary>
    Keep,

    /// <summary>It may be destroyed: every claim is known, and every period is over.</summary>
    MayGo,
}

/// <summary>Whether a record may be destroyed, and by which claims.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
/// <param name="Verdict">The answer.</param>
/// <param name="Until">The last day of the longest period that is known, or null.</param>
/// <param name="Claims">Every claim about such a record, the longest first and the unknown ones last.</param>
public sealed record RetentionAnswer(RetentionVerdict Verdict, LocalDate? Until, IReadOnlyList<RetentionClaim> Claims);

/// <summary>What a ruleset says about keeping records.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class RetentionSchedule
{
    internal RetentionSchedule(IReadOnlyList<RetentionClaim> claims) => Claims = claims;

    /// <summary>Every claim in the order of the file; empty if the ruleset has none.</summary>
    public IReadOnlyList<RetentionClaim> Claims { get; }

    internal static RetentionSchedule Empty { get; } = new([]);

    /// <summary>Whether a record may be destroyed on a day.</summary>
    /// <param name="record">What it is.</param>
    /// <param name="year">The compliance year it belongs to. No claim read says when its years begin; they are counted from the
    /// last day of this year, which keeps longest.</param>
    /// <param name="on">The day.</param>
    public RetentionAnswer Ask(RecordKind record, ComplianceYear year, LocalDate on)
    {
        var claims = Claims.Where(c => c.Keeps == record || c.Keeps == RecordKind.All || record == RecordKind.All)
            .OrderByDescending(c => c.Years ?? -1).ToList();
        var longest = claims.Max(c => c.Years);
        LocalDate? until = longest is { } years ? year.LastDay.PlusYears(years) : null;
        var verdict = until >= on ? RetentionVerdict.Keep
            : claims.Count == 0 || claims.Exists(c => c.Years is null) ? RetentionVerdict.CannotSay
            : RetentionVerdict.MayGo;
        return new RetentionAnswer(verdict, until, claims);
    }
}
