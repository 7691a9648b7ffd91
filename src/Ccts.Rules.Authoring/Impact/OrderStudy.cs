using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Rules.Authoring.Diff;
using Ccts.Rules.Decisions.Requests;
using Ccts.Rules.Engines;
using Ccts.Rules.Rules;
using Ccts.Rules.Rulesets;
using Ccts.Sdk;
using Ccts.Sdk.Problems;

namespace Ccts.Rules.Authoring.Impact;

/// <summary>
/// Asks two rulesets the same requests, the later one in its own year, and keeps counts, so that memory does not
/// grow with the requests.
/// </summary>
/// <remarks>Not thread-safe; one a stream of requests.</remarks>
public sealed class OrderStudy
{
    private readonly Ruleset _old;
    private readonly Ruleset _new;
    private readonly TwoRulesets _both;
    private readonly int _most;
    private readonly Dictionary<OrderMove, long> _moves = [];
    private readonly Dictionary<string, long> _differences = new(StringComparer.Ordinal);
    private readonly List<OrderImpact> _examples = [];

    /// <summary>A study of two rulesets.</summary>
    /// <param name="old">The earlier one, whose year and vocabulary the requests have.</param>
    /// <param name="new">The later one.</param>
    /// <param name="most">How many requests with another answer are kept as examples, 0 to 100,000.</param>
    public OrderStudy(Ruleset old, Ruleset @new, int most = 50)
    {
        (_old, _new) = (Require.NotNull(old), Require.NotNull(@new));
        _both = new TwoRulesets(old, @new, EngineKind.Automatic);
        _most = most is >= 0 and <= 100_000 ? most : throw new ArgumentOutOfRangeException(nameof(most), most, "0 to 100,000");
    }

    /// <summary>Asks both and adds to the counts.</summary>
    /// <exception cref="CctsDataException">The request is about another year than the earlier ruleset's.</exception>
    public OrderImpact Add(DecisionRequest request)
    {
        var impact = Ask(request);
        Add(impact);
        return impact;
    }

    /// <summary>What was found so far.</summary>
    public OrderReport Report() => new(
        _old.Identity,
        _new.Identity,
        new Dictionary<OrderMove, long>(_moves),
        _differences.OrderBy(d => d.Key, StringComparer.Ordinal).ToDictionary(d => d.Key, d => d.Value, StringComparer.Ordinal),
        _examples.ToList())
    {
        Unreached = UnreachedEntries.OfRequests(_old, _new, [.. _moves.Keys.Select(m => m.Purpose).Distinct()]),
    };

    /// <summary>Asks both without counting; may be called on any number of threads at once.</summary>
    /// <inheritdoc cref="Add(DecisionRequest)" path="/exception"/>
    public OrderImpact Ask(DecisionRequest request)
    {
        if (Require.NotNull(request).Year != _old.Year)
        {
            throw new CctsDataException([new Problem("wrong-year", Severity.Error, $"The request is about {request.Year}, {_old.Identity.Id} is about {_old.Year}.", default) { Expected = $"requests about {_old.Year}", Hint = "Of the later ruleset they are asked as many years later." }]);
        }

        var (old, @new, differences) = _both.Ask(request);
        return new OrderImpact(request, old, @new, differences);
    }

    /// <summary>Adds answers to the counts: on one thread, in the order of the input, from which the examples are the first.</summary>
    public void Add(OrderImpact impact)
    {
        Count(_moves, new OrderMove(impact.Request.Purpose, impact.Old, impact.New));
        foreach (var difference in impact.Differences)
        {
            Count(_differences, difference);
        }

        if (impact.IsDifferent && _examples.Count < _most)
        {
            _examples.Add(impact);
        }
    }

    private static void Count<T>(Dictionary<T, long> counts, T key)
        where T : notnull => counts[key] = counts.TryGetValue(key, out var count) ? count + 1 : 1;
}
