using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using Ccts.Rules.Clearing;
using Ccts.Rules.Rulesets;
using Ccts.Rules.Rulesets.Retention;
using Ccts.Sdk;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.Law;
using Ccts.Sdk.Problems;
using Ccts.Sdk.Trust.Receipts;
using NodaTime;

namespace Ccts.Rules.Receipts;

/// <summary>Whether a stored receipt has to be kept.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
/// <param name="Name">What the host calls it, e.g. its file name.</param>
/// <param name="Kind"><c>assessment</c>, <c>pro-forma</c>, <c>decision</c> or <c>clearing</c>.</param>
/// <param name="Ruleset">The ruleset it names.</param>
/// <param name="Year">The compliance year it is about.</param>
/// <param name="Answer">Whether it may be destroyed.</param>
public sealed record ReceiptRetention(string Name, string Kind, RulesetIdentity Ruleset, ComplianceYear Year, RetentionAnswer Answer)
{
    /// <summary>Whether a stored receipt may be destroyed on a day; false if it is not a receipt. It is not replayed.</summary>
    /// <param name="utf8">The receipt's bytes.</param>
    /// <param name="name">What to call it.</param>
    /// <param name="on">The day.</param>
    /// <param name="rulesets">Returns the ruleset of a compliance year whose claims count on that day, or null if there is none: then
    /// nobody can say.</param>
    /// <param name="retention">The answer, or null.</param>
    /// <param name="problems">Why it is no receipt.</param>
    public static bool TryAsk(byte[] utf8, string name, LocalDate on, Func<ComplianceYear, Ruleset?> rulesets, [NotNullWhen(true)] out ReceiptRetention? retention, out IReadOnlyList<Problem> problems) =>
        TryAsk(utf8, name, on, rulesets, Receipt.DefaultMaxBytes, out retention, out problems);

    /// <summary>The same with another size limit; a larger file does not count as a receipt.</summary>
    /// <param name="utf8">The receipt's bytes.</param>
    /// <param name="name">What to call it.</param>
    /// <param name="on">The day.</param>
    /// <param name="rulesets">Returns the ruleset of a compliance year whose claims count on that day, or null if there is none: then
    /// nobody can say.</param>
    /// <param name="maxBytes">The most bytes it may have, 1 to 1048576000 (1000 MiB); otherwise <see cref="Receipt.DefaultMaxBytes"/>.</param>
    /// <param name="retention">The answer, or null.</param>
    /// <param name="problems">Why it is no receipt.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="maxBytes"/> is out of its range.</exception>
    public static bool TryAsk(byte[] utf8, string name, LocalDate on, Func<ComplianceYear, Ruleset?> rulesets, int maxBytes, [NotNullWhen(true)] out ReceiptRetention? retention, out IReadOnlyList<Problem> problems)
    {
        Require.NotNull(rulesets);
        var found = new ProblemList();
        var root = ReceiptSize.Read(Require.NotNull(utf8), Require.NotNull(name), found, maxBytes);
        var header = root is null ? null : ReceiptHeader.Read(root, found);
        var year = header is null ? null : YearOf(header.Kind, root!.Member("input")!, found);
        problems = found.ToList();
        retention = found.HasErrors || header is null || year is null ? null
            : new ReceiptRetention(name, header.Kind, header.Ruleset, year.Value, (rulesets(year.Value)?.Retention ?? RetentionSchedule.Empty).Ask(RecordKind.Receipts, year.Value, on));
        return retention is not null;
    }

    private static ComplianceYear? YearOf(string kind, LocatedNode input, ProblemList problems) => kind switch
    {
        AssessmentReplay.Name or ProFormaReplay.Name => new ObjectReader(input, problems).Value<ComplianceYear>("complianceYear", ComplianceYear.TryParse),
        ClearingReplay.Name => new ObjectReader(input, problems).Object("terms")?.Value<ComplianceYear>("year", ComplianceYear.TryParse),
        _ => new ObjectReader(input, problems).Value<ComplianceYear>("year", ComplianceYear.TryParse),
    };
}
