using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk;
using Ccts.Sdk.Problems;

namespace Ccts.Rules.Clearing;

/// <summary>All inputs of a session's proof: its terms and trades, the opening holdings, and the registry's statement.</summary>
/// <remarks>Immutable and thread-safe. The order in which rows were given has no effect.</remarks>
public sealed class ClearingSession
{
    /// <summary>A session, checked whole.</summary>
    /// <exception cref="CctsDataException">A trade is repeated, a block is held or stated twice, a name or number is out of range; all problems are listed.</exception>
    public ClearingSession(SessionTerms terms, IEnumerable<SessionTrade> trades, IEnumerable<SessionHolding> holdings, IEnumerable<StatedHolding> statement)
        : this(terms, trades, holdings, statement, new ProblemList())
    {
    }

    /// <summary>Combines the files of a session; what does not fit is reported.</summary>
    /// <param name="terms">Year, registry, times and facts of the session.</param>
    /// <param name="trades">The trades, in any order.</param>
    /// <param name="holdings">The opening holdings, in any order.</param>
    /// <param name="statement">What the registry states of the same units.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public ClearingSession(SessionTerms terms, IEnumerable<SessionTrade> trades, IEnumerable<SessionHolding> holdings, IEnumerable<StatedHolding> statement, ProblemList problems)
    {
        Terms = Require.NotNull(terms);
        Trades = Require.NotNull(trades).OrderBy(t => t.At).ThenBy(t => t.Id, CountedOrder.Instance).ToList();
        Holdings = Require.NotNull(holdings).OrderBy(h => h.Units.Block).ToList();
        Statement = Require.NotNull(statement).OrderBy(s => s.Block).ToList();
        new SessionCheck(problems).Check(this);
        if (problems.HasErrors)
        {
            throw new CctsDataException(problems.ToList());
        }
    }

    /// <summary>What holds for all of it.</summary>
    public SessionTerms Terms { get; }

    /// <summary>The trades in order of time, those of one instant by id, digits read as numbers.</summary>
    public IReadOnlyList<SessionTrade> Trades { get; }

    /// <summary>The opening holdings by block; none overlaps another.</summary>
    public IReadOnlyList<SessionHolding> Holdings { get; }

    /// <summary>The registry's statement by block; none overlaps another.</summary>
    public IReadOnlyList<StatedHolding> Statement { get; }
}
