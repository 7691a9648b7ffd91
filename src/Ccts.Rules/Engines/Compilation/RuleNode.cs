using System.Collections.Generic;
using System.Linq;
using Ccts.Rules.Rules.Conditions;

namespace Ccts.Rules.Engines.Compilation;

/// <summary>A test, or a combination of nodes, while rules are compiled.</summary>
internal sealed class RuleNode
{
    private RuleNode(CompiledTest? test, CombinationKind kind, IReadOnlyList<RuleNode> inputs)
    {
        Test = test;
        Kind = kind;
        Inputs = inputs;
    }

    internal CompiledTest? Test { get; }

    internal CombinationKind Kind { get; }

    internal IReadOnlyList<RuleNode> Inputs { get; }

    private Verdict? Fixed => (Test as FixedTest)?.Verdict;

    internal static RuleNode Of(CompiledTest test) => new(test, default, []);

    /// <summary>The combination without parts that cannot matter; a constant if one part decides alone.</summary>
    internal static RuleNode Combine(CombinationKind kind, IReadOnlyList<RuleNode> parts)
    {
        var idle = kind == CombinationKind.All ? Verdict.Pass : Verdict.Fail;
        var decisive = Three.Not(idle);
        var flat = parts.SelectMany(p => p.Test is null && p.Kind == kind && kind != CombinationKind.None ? p.Inputs : [p]).ToList();
        if (flat.Any(p => p.Fixed == decisive))
        {
            return Of(new FixedTest(kind == CombinationKind.Any ? Verdict.Pass : Verdict.Fail));
        }

        var rest = flat.Where(p => p.Fixed != idle).ToList();
        return rest.Count switch
        {
            0 => Of(new FixedTest(kind == CombinationKind.Any ? Verdict.Fail : Verdict.Pass)),
            1 when kind != CombinationKind.None => rest[0],
            _ => new RuleNode(null, kind, rest),
        };
    }
}

/// <summary>Gives equal tests and equal gates one number each: tests first, each gate after its inputs.</summary>
internal sealed class NodeNumbering
{
    private readonly Dictionary<object, int> _known = [];
    private readonly HashSet<RuleNode> _seen = [];
    private readonly Dictionary<RuleNode, int> _numbers = [];
    private readonly List<CompiledTest> _tests = [];
    private readonly List<Gate> _gates = [];

    internal IReadOnlyList<CompiledTest> Tests => _tests;

    internal IReadOnlyList<Gate> Gates => _gates;

    internal int[] Number(IReadOnlyList<RuleNode> roots)
    {
        foreach (var root in roots)
        {
            NumberTests(root);
        }

        var numbers = new int[roots.Count];
        for (var i = 0; i < numbers.Length; i++)
        {
            numbers[i] = NumberGates(roots[i]);
        }

        return numbers;
    }

    private void NumberTests(RuleNode node)
    {
        // Many rules may share exceptions; each node is visited once.
        if (!_seen.Add(node))
        {
            return;
        }

        if (node.Test is { } test && !_known.ContainsKey(test.Key))
        {
            _known.Add(test.Key, _tests.Count);
            _tests.Add(test);
        }

        foreach (var input in node.Inputs)
        {
            NumberTests(input);
        }
    }

    private int NumberGates(RuleNode node)
    {
        if (!_numbers.TryGetValue(node, out var number))
        {
            _numbers.Add(node, number = node.Test is { } test ? _known[test.Key] : NumberGate(node));
        }

        return number;
    }

    private int NumberGate(RuleNode node)
    {
        var inputs = node.Inputs.Select(NumberGates).Distinct().ToList();
        var key = (node.Kind, string.Join(",", inputs));
        if (!_known.TryGetValue(key, out var number))
        {
            _known.Add(key, number = _tests.Count + _gates.Count);
            _gates.Add(new Gate(node.Kind, inputs));
        }

        return number;
    }
}
