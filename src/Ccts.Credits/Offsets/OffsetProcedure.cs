using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Ccts.Credits.Offsets.Moves;
using Ccts.Rules.Law.Parameters;
using Ccts.Rules.Rulesets;
using Ccts.Sdk;
using NodaTime;

namespace Ccts.Credits.Offsets;

/// <summary>A point that the texts read leave open.</summary>
/// <param name="What">What is not known, and why.</param>
/// <param name="SettledBy">Who could settle it.</param>
public sealed record OpenQuestion(string What, string SettledBy);

/// <summary>The rules of the offset mechanism on a day, from the ruleset. A null member is not known: the state machine then asks the host and assumes nothing.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record OffsetProcedure
{
    private const string Prefix = "offset.", CreditingPeriod = "offset.crediting-period", Buffer = "offset.buffer.share", Due = "offset.monitoring.due";

    /// <summary>The methodologies that are listed.</summary>
    public IReadOnlyCollection<string> Methodologies { get; init; } = [];

    /// <summary>The longest crediting period in months.</summary>
    public int? CreditingPeriodMonths { get; init; }

    /// <summary>The share of an issuance that goes into the buffer, 0 to 1.</summary>
    public decimal? BufferShare { get; init; }

    /// <summary>Months after a monitoring period within which its report is due.</summary>
    public int? MonitoringDueMonths { get; init; }

    /// <summary>The steps of projects and reports, and who may take them.</summary>
    public OffsetSteps Steps { get; init; } = new();

    /// <summary>The known time limits of steps in days after the step before, by step (<c>filed.verify</c>). No text read says what follows a late step, so it is reported and not refused.</summary>
    public IReadOnlyDictionary<string, int> Days { get; init; } = new Dictionary<string, int>(StringComparer.Ordinal);

    /// <summary>What is left open.</summary>
    public IReadOnlyList<OpenQuestion> Unknowns { get; init; } = [];

    /// <summary>The procedure of a ruleset on a day.</summary>
    /// <param name="ruleset">The year's ruleset.</param>
    /// <param name="day">The day.</param>
    public static OffsetProcedure Of(Ruleset ruleset, LocalDate day)
    {
        var parameters = Require.NotNull(ruleset).Parameters;
        DatedValue? On(string path) => parameters.TryGetValue(path, out var parameter) ? parameter.On(day) : null;
        int? Months(string path) => On(path)?.Text is { } text ? Whole(text) : null;
        return new OffsetProcedure
        {
            Methodologies = [.. Projects.Methodologies.Offset(ruleset, day).Where(m => m.Applies == true).Select(m => m.Code)],
            CreditingPeriodMonths = Months(CreditingPeriod), MonitoringDueMonths = Months(Due),
            BufferShare = On(Buffer)?.Text is { } share ? decimal.Parse(share, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture) : null,
            Steps = OffsetSteps.Of(ruleset, day),
            Days = parameters.TryGetValue(OffsetTables.Days, out var days) ? days.Rows.Where(r => days.On(day, r.Key) is { IsKnown: true }).ToDictionary(r => r.Key, r => Whole(days.On(day, r.Key)!.Text!), StringComparer.Ordinal) : [],
            Unknowns = [.. parameters.Values.Where(p => p.Path.StartsWith(Prefix, StringComparison.Ordinal)).SelectMany(p => Open(p, day))],
        };
    }

    // Rows with the same reason form one question.
    private static IEnumerable<OpenQuestion> Open(Parameter parameter, LocalDate day) => parameter.Rows.Select(r => (r.Key, Value: parameter.On(day, r.Key))).Where(r => r.Value is { IsKnown: false })
        .GroupBy(r => (r.Value!.Reason, r.Value.SettledBy))
        .Select(g => new OpenQuestion($"{parameter.Title}{(parameter.KeyName is null ? "" : $" ({string.Join(", ", g.Select(r => r.Key))})")}: {g.Key.Reason}", g.Key.SettledBy ?? ""));

    private static int Whole(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
}
