using System.Collections.Generic;
using System.Linq;
using Ccts.Rules.Law;
using Ccts.Rules.Law.Parameters;
using Ccts.Rules.Rules.Conditions;
using Ccts.Rules.Rules.Vocabulary;
using Ccts.Sdk.Law;
using Ccts.Sdk.Problems;

namespace Ccts.Rules.Rules;

/// <summary>One rule of a ruleset: its scope, its condition, its effect and its source in the law.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class Rule
{
    internal Rule(Condition when, LawTitle title, SourcePlace place)
    {
        When = when;
        Titled = title;
        Place = place;
    }

    /// <summary>Its stable id.</summary>
    public required string Id { get; init; }

    /// <summary>What it is about, one line.</summary>
    public string Title => Titled.English;

    /// <summary>The same in Hindi, or null if there is none.</summary>
    public string? HindiTitle => Titled.Hindi;

    /// <summary>Which requests it is about.</summary>
    public required RuleScope Scope { get; init; }

    /// <summary>What it does when its condition holds.</summary>
    public required RuleEffect Effect { get; init; }

    /// <summary>The stable code of its finding.</summary>
    public required string Code { get; init; }

    /// <summary>What its finding says.</summary>
    public required RuleMessage Message { get; init; }

    /// <summary>Source, force and evidence.</summary>
    public required Standing Standing { get; init; }

    /// <summary>The rules to which it is an exception; if it holds they are set aside.</summary>
    public required IReadOnlyList<string> Overrides { get; init; }

    /// <summary>Whether a rule of an overlay may be an exception to it.</summary>
    public required bool Overridable { get; init; }

    /// <summary>The facts it looks at, each once.</summary>
    public IEnumerable<Fact> Facts => RuleConditions.Operands(When).OfType<FactOperand>().Select(o => o.Fact).Distinct();

    /// <summary>The parameters it looks at, each once.</summary>
    public IEnumerable<Parameter> Parameters => RuleConditions.Operands(When).OfType<ParameterOperand>().Select(o => o.Parameter)
        .Concat(RuleConditions.Tests(When).OfType<Listing>().Select(l => l.Table))
        .Distinct();

    /// <summary>The condition under which it speaks.</summary>
    public Condition When { get; }

    /// <summary>Its title, with the Hindi text if there is one.</summary>
    public LawTitle Titled { get; }

    /// <summary>Its place in a file.</summary>
    public SourcePlace Place { get; }

    /// <summary>Its id.</summary>
    public override string ToString() => Id;
}
