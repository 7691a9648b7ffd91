using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Rules.Decisions;
using Ccts.Rules.Decisions.Requests;
using Ccts.Rules.Rules.Vocabulary;
using Ccts.Rules.Rulesets;
using Ccts.Sdk;
using Ccts.Sdk.Law;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Problems;
using NodaTime;

namespace Ccts.Rules.Clearing;

/// <summary>The clearing proof of a session: who could have sold what, which trade broke which limit, and that no tonne was made or lost.</summary>
/// <remarks>Immutable and thread-safe. The same session and ruleset always give the same proof.</remarks>
public sealed class ClearingProof
{
    private ClearingProof(ClearingSession session, RulesetIdentity ruleset)
    {
        Session = session;
        Ruleset = ruleset;
    }

    /// <summary>What it was proved from.</summary>
    public ClearingSession Session { get; }

    /// <summary>Id, revision and digest of the ruleset.</summary>
    public RulesetIdentity Ruleset { get; }

    /// <summary>Every trade in its turn.</summary>
    public IReadOnlyList<TradeVerdict> Trades { get; private init; } = [];

    /// <summary>Every run of units of the opening holdings, in order of blocks.</summary>
    public IReadOnlyList<BlockHistory> Blocks { get; private init; } = [];

    /// <summary>Every account, by name and kind.</summary>
    public IReadOnlyList<AccountTotals> Accounts { get; private init; } = [];

    /// <summary>Where opening holdings and registry statement disagree, in order of blocks.</summary>
    public IReadOnlyList<HoldingDifference> Differences { get; private init; } = [];

    /// <summary>What a recount of all units found wrong; empty if every tonne of the opening exists once at the close.</summary>
    public IReadOnlyList<string> Recount { get; private init; } = [];

    /// <summary>The trades that took place according to the exchange and are not permitted here.</summary>
    public IEnumerable<TradeVerdict> Broken => Trades.Where(t => t.Trade.Exchange != ExchangeVerdict.Rejected && t.Outcome != Outcome.Permit);

    /// <summary>The trades for which the exchange's answer differs from ours.</summary>
    public IEnumerable<TradeVerdict> Disagreements => Trades.Where(t => t.AgreesWithExchange == false);

    /// <summary>Whether nothing is wrong: no trade took place that is not permitted, books and registry agree, and the recount found nothing.</summary>
    public bool IsClean => !Broken.Any() && Differences.Count == 0 && Recount.Count == 0;

    /// <summary>Judges a session by a ruleset.</summary>
    /// <exception cref="CctsDataException">The ruleset is of another year, or a trade of a kind that it does not know.</exception>
    public static ClearingProof Of(ClearingSession session, Ruleset ruleset)
    {
        Require.NotNull(session);
        Check(session, Require.NotNull(ruleset));
        var (runs, differences) = StatementComparison.Compare(session);
        var book = new SessionBook(runs, session.Terms.Opens ?? default(Instant));
        var judge = new TradeJudge(book, new SessionFacts(session.Terms, ruleset.Rules.Vocabulary, LedgerLimits.Of(ruleset).Oversell), ruleset);
        var trades = session.Trades.Select(judge.Judge).ToList();
        var closing = book.Now().ToList();
        var accounts = SessionTotals.Of(session, trades, closing);
        return new ClearingProof(session, ruleset.Identity)
        {
            Trades = trades,
            Blocks = BlockHistories.Of(book.Opening, trades),
            Accounts = accounts,
            Differences = differences,
            Recount = [.. LedgerAudit.Findings(book.Ledger), .. SessionTotals.Findings(session, accounts, closing)],
        };
    }

    private static void Check(ClearingSession session, Ruleset ruleset)
    {
        var problems = new ProblemList();
        if (session.Terms.Year != ruleset.Year)
        {
            problems.Error("session-year", default, $"The session is of {session.Terms.Year}, and {ruleset} is of {ruleset.Year}.", "the ruleset of the session's year");
        }

        var kind = ruleset.Rules.Vocabulary.Find(StandardFacts.All[(int)StandardFact.UnitKind].Name)?.Type;
        foreach (var trade in session.Trades)
        {
            if (kind is not null && !FactText.TryParse(trade.Kind, kind, out _, out _))
            {
                problems.Error("unknown-kind", trade.Place, $"\"{trade.Kind}\" is not a kind of unit that {ruleset} knows.", kind.ToString());
            }
        }

        if (problems.HasErrors)
        {
            throw new CctsDataException(problems.ToList());
        }
    }
}
