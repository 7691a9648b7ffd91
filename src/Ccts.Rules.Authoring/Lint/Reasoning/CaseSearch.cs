using System.Collections.Generic;
using System.Linq;
using Ccts.Rules.Rules.Conditions;

namespace Ccts.Rules.Authoring.Lint.Reasoning;

/// <summary>
/// Says whether any case can meet demands on conditions. What it calls impossible is impossible; what it calls
/// possible may yet contradict itself in ways it does not follow, such as a chain of three comparisons.
/// </summary>
internal sealed class CaseSearch(OpenLaw law)
{
    /// <summary>Steps after which a search is given up and everything counts as possible.</summary>
    private const int MaxSteps = 20_000;

    private int _steps;

    internal bool CanBe(IEnumerable<(Condition Condition, Demand Demand)> demands)
    {
        _steps = 0;
        return Solve(demands.Aggregate(default(Pending?), (rest, d) => new Pending(d.Condition, d.Demand, rest)), new PossibleCase());
    }

    private bool Solve(Pending? pending, PossibleCase sought)
    {
        if (pending is null || ++_steps > MaxSteps)
        {
            return true;
        }

        if (pending.Condition is not Combination combination)
        {
            return new TestDemands(law).Ways(pending.Condition, pending.Demand, sought).Any(way => Solve(pending.Rest, way));
        }

        var (every, part) = Parts(combination.Kind, pending.Demand);
        return every
            ? Solve(combination.Parts.Aggregate(pending.Rest, (rest, c) => new Pending(c, part, rest)), sought)
            : combination.Parts.Any(c => Solve(new Pending(c, part, pending.Rest), sought));
    }

    // The demand on the parts, and whether all or one must meet it.
    private static (bool Every, Demand Part) Parts(CombinationKind kind, Demand demand) => kind switch
    {
        CombinationKind.All => (demand is Demand.Pass or Demand.NotFail, demand),
        CombinationKind.Any => (demand is Demand.Fail or Demand.NotPass, demand),
        _ => (demand is Demand.Pass or Demand.NotFail, demand switch
        {
            Demand.Pass => Demand.Fail,
            Demand.Fail => Demand.Pass,
            Demand.NotFail => Demand.NotPass,
            _ => Demand.NotFail,
        }),
    };

    private sealed record Pending(Condition Condition, Demand Demand, Pending? Rest);
}
