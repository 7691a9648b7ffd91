using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Rules.Decisions;
using Ccts.Rules.Law.Parameters;
using Ccts.Rules.Rules.Conditions;
using Ccts.Rules.Rules.Vocabulary;
using Ccts.Rules.Rulesets;
using NodaTime;

namespace Ccts.Rules.Authoring.Lint.Reasoning;

/// <summary>
/// The law over a span of days in which no parameter changes: which values of a condition it settles, which it leaves
/// unknown, and which depend on the case.
/// </summary>
internal sealed class OpenLaw
{
    private readonly OperandInterpreter _settled;
    private readonly bool _isFree;

    /// <param name="ruleset">The ruleset.</param>
    /// <param name="from">The first day.</param>
    /// <param name="to">The last day, or null for no end.</param>
    /// <param name="isFree">Whether unknown law counts as law that might say anything.</param>
    internal OpenLaw(Ruleset ruleset, LocalDate from, LocalDate? to, bool isFree)
    {
        var year = new Dictionary<string, FactValue>(StringComparer.Ordinal) { [FactVocabulary.Year] = FactValue.OfYear(ruleset.Year) };
        _settled = new OperandInterpreter(new FactSet(year), from, ruleset.Parameters);
        (From, To, _isFree) = (from, to, isFree);
    }

    internal LocalDate From { get; }

    /// <summary>Whether it is the first span of the year: a request of an earlier day is too early, and is judged by the law of the first day.</summary>
    internal bool IsFirst { get; private init; }

    internal LocalDate? To { get; }

    /// <summary>The value, where no case can change it.</summary>
    internal FactValue? Settled(Operand operand) => _settled.Evaluate(operand).Value;

    /// <summary>Whether the value can never be said, because it needs law that is unknown.</summary>
    internal bool IsSilent(Operand operand) => !_isFree && NeedsUnknown(operand);

    internal Parameter InEffect(Parameter parameter) => _settled.InEffect(parameter);

    /// <summary>The keys of the rows with a value in this span; of all rows if unknown law is free.</summary>
    internal IEnumerable<string> KeysOf(Parameter table) =>
        InEffect(table).Rows.Where(r => _isFree || r.Values.Any(v => v.AppliesOn(From) && v.IsKnown)).Select(r => r.Key);

    /// <summary>The spans of days, from the year's first day on, in which none of the parameters changes.</summary>
    internal static IReadOnlyList<OpenLaw> Spans(Ruleset ruleset, IEnumerable<Condition> conditions, bool isFree)
    {
        var start = ruleset.Effective < ruleset.Year.FirstDay ? ruleset.Effective : ruleset.Year.FirstDay;
        var days = conditions
            .SelectMany(Parameters)
            .SelectMany(p => (ruleset.Parameters.TryGetValue(p.Path, out var effective) ? effective : p).Rows)
            .SelectMany(r => r.Values)
            .SelectMany(v => v.To is { } to && to < LocalDate.MaxIsoValue ? new[] { v.From, to.PlusDays(1) } : [v.From])
            .Where(d => d > start)
            .Append(start)
            .Distinct().OrderBy(d => d)
            .ToList();
        return days.Select((d, i) => new OpenLaw(ruleset, d, i + 1 < days.Count ? days[i + 1].PlusDays(-1) : null, isFree) { IsFirst = i == 0 }).ToList();
    }

    private static IEnumerable<Parameter> Parameters(Condition condition) =>
        Rules.RuleConditions.Operands(condition).OfType<ParameterOperand>().Select(o => o.Parameter)
            .Concat(Rules.RuleConditions.Tests(condition).OfType<Listing>().Select(l => l.Table));

    private bool NeedsUnknown(Operand operand) => operand switch
    {
        ParameterOperand parameter => Settled(parameter) is null && (parameter.Key is null || Settled(parameter.Key) is not null),
        Fallback fallback => NeedsUnknown(fallback.First) && NeedsUnknown(fallback.Second),
        Arithmetic arithmetic => NeedsUnknown(arithmetic.Left) || NeedsUnknown(arithmetic.Right),
        YearStep step => NeedsUnknown(step.Of),
        _ => false,
    };
}
