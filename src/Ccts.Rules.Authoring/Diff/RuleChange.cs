using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Rules.Rules;
using Ccts.Rules.Rules.Conditions;
using Ccts.Rules.Rulesets;
using Ccts.Sdk.Law;

namespace Ccts.Rules.Authoring.Diff;

/// <summary>A rule that was added, removed or changed.</summary>
/// <param name="Rule">Its id.</param>
/// <param name="Title">What it is about.</param>
/// <param name="Kind">Whether it was added, removed or changed.</param>
/// <param name="Changes">For a changed rule each difference in words, condition by condition.</param>
public sealed record RuleChange(string Rule, string Title, RuleChangeKind Kind, IReadOnlyList<string> Changes)
{
    internal static IReadOnlyList<RuleChange> Between(Ruleset old, Ruleset @new)
    {
        var removed = old.Rules.Rules.Where(r => @new.Rules.Find(r.Id) is null).Select(r => new RuleChange(r.Id, r.Title, RuleChangeKind.Removed, []));
        var others = @new.Rules.Rules
            .Select(r => old.Rules.Find(r.Id) is { } before
                ? new RuleChange(r.Id, r.Title, RuleChangeKind.Changed, Between(before, r).ToList())
                : new RuleChange(r.Id, r.Title, RuleChangeKind.Added, [ConditionWords.Of(r.When) + ": " + Word(r.Effect)]))
            .Where(c => c.Kind != RuleChangeKind.Changed || c.Changes.Count > 0);
        return removed.Concat(others).OrderBy(c => c.Rule, StringComparer.Ordinal).ToList();
    }

    private static IEnumerable<string> Between(Rule old, Rule @new)
    {
        var said = Said(old, @new).Where(s => s.Old != s.New).Select(s => $"{s.What} was {s.Old}, is {s.New}");
        var (before, after) = (Tests(old), Tests(@new));
        var gone = before.Where(b => !after.Contains(b, StringComparer.Ordinal)).Select(b => "no longer asks whether " + b);
        var come = after.Where(a => !before.Contains(a, StringComparer.Ordinal)).Select(a => "now asks whether " + a);
        var tests = gone.Concat(come).ToList();
        var rearranged = tests.Count == 0 && ConditionWords.Of(old.When) != ConditionWords.Of(@new.When)
            ? [$"puts its conditions together otherwise: was {ConditionWords.Of(old.When)}; is {ConditionWords.Of(@new.When)}"]
            : Array.Empty<string>();
        return tests.Concat(rearranged).Concat(said);
    }

    private static List<string> Tests(Rule rule) => RuleConditions.Tests(rule.When).Select(ConditionWords.Of).Distinct(StringComparer.Ordinal).ToList();

    private static IEnumerable<(string What, string Old, string New)> Said(Rule old, Rule @new) =>
    [
        ("the purpose", PurposeWords.Of(old.Scope.Purposes), PurposeWords.Of(@new.Scope.Purposes)),
        ("the effect", Word(old.Effect), Word(@new.Effect)),
        ("the code", old.Code, @new.Code),
        ("what it overrides", List(old.Overrides), List(@new.Overrides)),
        ("the English message", old.Message.English, @new.Message.English),
        ("the Hindi message", old.Message.Hindi, @new.Message.Hindi),
        ("the clause", old.Standing.Source.ToString(), @new.Standing.Source.ToString()),
        ("the force", LawWords.Of(old.Standing.Force), LawWords.Of(@new.Standing.Force)),
        ("the evidence", LawWords.Of(old.Standing.Evidence), LawWords.Of(@new.Standing.Evidence)),
    ];

    private static string Word(RuleEffect effect) => effect.ToString().ToLowerInvariant();

    private static string List(IReadOnlyList<string> ids) => ids.Count == 0 ? "nothing" : string.Join(", ", ids);
}

/// <summary>How a rule differs.</summary>
public enum RuleChangeKind
{
    /// <summary>Only the later ruleset has it.</summary>
    Added,

    /// <summary>Only the earlier ruleset has it.</summary>
    Removed,

    /// <summary>Both have it, and it says something else.</summary>
    Changed,
}
