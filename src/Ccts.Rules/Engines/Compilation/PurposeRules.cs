using System.Collections.Generic;
using Ccts.Rules.Decisions;
using Ccts.Rules.Rules;
using Ccts.Rules.Rules.Conditions;

namespace Ccts.Rules.Engines.Compilation;

/// <summary>
/// The rules about one purpose in one era, compiled: tests, gates that combine them, and for each rule the node that says
/// whether it fires. Nodes are numbered: tests first, then gates, each after its inputs. Immutable and thread-safe.
/// </summary>
internal sealed class PurposeRules
{
    // The first words of the masks, for decisions of one word; "blocking" rules refer if they cannot be said.
    private readonly ulong _deny;
    private readonly ulong _refer;
    private readonly ulong _blocking;
    private readonly Outcome _otherwise;

    internal PurposeRules(CompiledRules owner, Purpose purpose, IReadOnlyList<CompiledTest> tests, IReadOnlyList<Gate> gates, IReadOnlyList<CompiledRule> rules)
    {
        Purpose = purpose;
        Owner = owner;
        Tests = tests;
        Gates = gates;
        Rules = rules;
        Words = BitRows.WordsFor(rules.Count);
        (Deny, Refer, Silent) = (new ulong[Words], new ulong[Words], new ulong[Words]);
        for (var i = 0; i < rules.Count; i++)
        {
            var mask = rules[i].Rule.Effect switch
            {
                RuleEffect.Deny => Deny,
                RuleEffect.Refer => Refer,
                RuleEffect.Allow => Silent,
                _ => null,
            };
            if (mask is not null)
            {
                mask[i / 64] |= 1UL << (i % 64);
            }
        }

        (_deny, _refer, _blocking) = (Deny[0], Refer[0], Deny[0] | Refer[0]);
        _otherwise = rules.Count == 0 ? Outcome.Refer : Outcome.Permit;
    }

    internal Purpose Purpose { get; }

    /// <summary>The ruleset they are of.</summary>
    internal CompiledRules Owner { get; }

    internal IReadOnlyList<CompiledTest> Tests { get; }

    internal IReadOnlyList<Gate> Gates { get; }

    /// <summary>In the order of the ruleset; rule i has bit i of the mask.</summary>
    internal IReadOnlyList<CompiledRule> Rules { get; }

    /// <summary>How many 64-bit words the mask of a decision has.</summary>
    internal int Words { get; }

    internal ulong[] Deny { get; }

    internal ulong[] Refer { get; }

    /// <summary>Rules that give no finding if they cannot be said: allowances show in the rules that they would set aside.</summary>
    internal ulong[] Silent { get; }

    /// <summary>The nodes that a gate uses and that are therefore needed separately.</summary>
    internal bool[] GateInputs()
    {
        var inputs = new bool[Tests.Count + Gates.Count];
        foreach (var gate in Gates)
        {
            foreach (var input in gate.Inputs)
            {
                inputs[input] = true;
            }
        }

        return inputs;
    }

    /// <summary>The outcome of a mask of one word.</summary>
    internal Outcome OutcomeOf(ulong fires, ulong open) =>
        (fires & _deny) != 0 ? Outcome.Deny
        : ((fires & _refer) | (open & _blocking)) != 0 ? Outcome.Refer
        : _otherwise;

    /// <summary>The outcome of a longer mask: deny if a word denies, otherwise refer if a word refers.</summary>
    internal Outcome OutcomeOf(BitRows bits, int row)
    {
        var outcome = Outcome.Permit;
        for (var word = 0; word < Words; word++)
        {
            var (fires, open) = (bits.Fires[(word * bits.Rows) + row], bits.Open[(word * bits.Rows) + row]);
            if ((fires & Deny[word]) != 0)
            {
                return Outcome.Deny;
            }

            if (((fires & Refer[word]) | (open & (Deny[word] | Refer[word]))) != 0)
            {
                outcome = Outcome.Refer;
            }
        }

        return outcome;
    }
}

/// <summary>All, any or none of some nodes.</summary>
internal sealed record Gate(CombinationKind Kind, IReadOnlyList<int> Inputs);

/// <summary>A rule and the node of its verdict.</summary>
internal sealed record CompiledRule(Rule Rule, int Node);
