using Ccts.Rules.Rules.Vocabulary;
using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Formats.Texts;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Blocks;
using Ccts.Sdk.Problems;
using NodaTime;
using NodaTime.Text;

namespace Ccts.Rules.Clearing;

/// <summary>Checks a session before anything is proved from it.</summary>
internal sealed class SessionCheck(ProblemList problems)
{
    // Keys of the ledger have at most 128 characters and begin with a prefix.
    private const int LongestTradeId = 100;
    private static readonly Duration Longest = Duration.FromDays(1);
    private static readonly Instant Earliest = Instant.FromUtc(1900, 1, 1, 0, 0);

    internal void Check(ClearingSession session)
    {
        Name(session.Terms.Session, default, "session");
        Times(session.Terms);
        foreach (var trade in session.Trades)
        {
            Check(trade);
        }

        foreach (var trades in session.Trades.GroupBy(t => PlainName.Of(t.Id), StringComparer.OrdinalIgnoreCase))
        {
            foreach (var twice in trades.OrderBy(t => t.Place.Line).Skip(1))
            {
                problems.Error("trade-twice", twice.Place, $"The trade {twice.Id} is there twice.", "each trade id once, whatever its letters");
            }
        }

        OneSpelling("trade", PlainName.Key, session.Trades.GroupBy(t => PlainName.Of(t.Id), StringComparer.OrdinalIgnoreCase).Select(g => (g.First().Id, g.First().Place)));
        foreach (var holding in session.Holdings)
        {
            Name(holding.Account, holding.Place, "account");
            Days(holding.Days, holding.Place);
            if (CommandForm.Fault(holding.Units) is { } fault)
            {
                problems.Error("bad-value", holding.Place, $"In this holding, {fault} is empty, too long or out of range.", "names of 1 to 128 characters, a vintage from 1900 to 2998, a block of at most 10^12 certificates");
            }
        }

        foreach (var stated in session.Statement)
        {
            Block(stated.Block, stated.Place);
            Days(stated.Days, stated.Place);
            if (stated.Account is { } account)
            {
                Name(account, stated.Place, "account");
            }
        }

        // A registry that names holders names all of them; ended units are in nobody's account.
        if (session.Statement.Any(s => s.Account is not null))
        {
            foreach (var nobodys in session.Statement.Where(s => s.Account is null && s.Status != StatedStatus.Ended))
            {
                problems.Error("not-stated", nobodys.Place, "The row does not say whose units it states, and others do.", "an account");
            }
        }

        var blocks = session.Holdings.Select(h => (h.Units.Block, h.Place)).Concat(session.Statement.Select(s => (s.Block, s.Place))).Concat(session.Trades.Where(t => t.Block is not null).Select(t => (Block: t.Block!.Value, t.Place))).ToList();
        Breaches(session);
        OneSpelling("account", OrganisationName.Key, Accounts(session));
        OneSpelling("kind", PlainName.Key, session.Holdings.Select(h => (h.Units.Lot.Kind.Name, h.Place)).Concat(session.Statement.Where(s => s.Kind is not null).Select(s => (s.Kind!.Name, s.Place))).Concat(session.Trades.Select(t => (t.Kind.Name, t.Place))));
        OneSpelling("registry", PlainName.Key, blocks.Select(b => (b.Block.Registry, b.Place)));

        // Signs in a scope are the registry's own.
        OneSpelling("scope", PlainName.Scope, blocks.Select(b => (b.Block.Registry + ":" + b.Block.Scope, b.Place)));
        Apart(session.Holdings.Select(h => (h.Units.Block, h.Place)), "held");
        Apart(session.Statement.Select(s => (s.Block, s.Place)), "stated");
    }

    /// <summary>Everywhere that a session names an account.</summary>
    private static IEnumerable<(string Name, SourcePlace Place)> Accounts(ClearingSession session) =>
    [
        .. session.Holdings.Select(h => (h.Account, h.Place)), .. session.Statement.Where(s => s.Account is not null).Select(s => (s.Account!, s.Place)),
        .. session.Trades.SelectMany(t => new[] { (t.Seller, t.Place), (t.Buyer, t.Place) }), .. (session.Terms.Breaches ?? []).Select(b => (b.Account, b.Place)),
    ];

    private void Times(SessionTerms terms)
    {
        if (terms.Opens is null != terms.Closes is null || terms.Opens >= terms.Closes)
        {
            problems.Error("session-times", default, "The session's times are not an opening and a later closing.", "\"opens\" before \"closes\", or neither");
        }
        else if (terms is { Opens: { } opens, Closes: { } closes } && closes - opens > Longest)
        {
            problems.Error("session-times", default, $"The session is open for {(int)(closes - opens).TotalDays} days.", "a session of one day at most", "Look at the year of each.");
        }
    }

    // A breach under another name, or after all trades, would bar nobody.
    private void Breaches(ClearingSession session)
    {
        var last = session.Trades.Count > 0 ? session.Trades[session.Trades.Count - 1].At : (Instant?)null;
        var end = session.Terms.Closes > last || last is null ? session.Terms.Closes : last;
        var known = new HashSet<(string, Instant)>();
        foreach (var breach in session.Terms.Breaches ?? [])
        {
            if (!known.Add((breach.Account, breach.At)))
            {
                problems.Error("breach-twice", breach.Place, $"The breach of {breach.Account} at {InstantPattern.ExtendedIso.Format(breach.At)} is there twice.", "each attempt once", "Two attempts of one second are told apart by its fractions.");
            }

            Name(breach.Account, breach.Place, "account of a breach");
            if (breach.At > end || breach.At < Earliest)
            {
                problems.Error("breach-out-of-time", breach.Place, $"The breach of {breach.Account} is of {InstantPattern.ExtendedIso.Format(breach.At)}, {(breach.At > end ? "after the session" : "before there was a market")}.", "breaches up to the end of the session", "Look at the year.");
            }
        }
    }

    private void Check(SessionTrade trade)
    {
        Name(trade.Id, trade.Place, "trade", LongestTradeId);
        Name(trade.Seller, trade.Place, "seller");
        Name(trade.Buyer, trade.Place, "buyer");
        Name(trade.Kind, trade.Place, "kind");
        if (trade.Vintage is < 1900 or > 2998)
        {
            problems.Error("bad-value", trade.Place, $"{trade.Vintage} is not a vintage.", "a year from 1900 to 2998");
        }

        if (trade.Price.Rupees < 0)
        {
            problems.Error("bad-value", trade.Place, $"{trade.Price} is not a price.", "0 INR or more");
        }

        if (trade.Tonnes is < 1 or > LedgerState.MostTonnes)
        {
            problems.Error("bad-value", trade.Place, $"{trade.Tonnes} is not a number of certificates.", $"1 to {LedgerState.MostTonnes}");
        }
        else if (trade.Block is { } block && Block(block, trade.Place) && block.Count != (ulong)trade.Tonnes)
        {
            problems.Error("block-and-tonnes", trade.Place, $"The block {block} has {block.Count} certificates, and the trade is of {trade.Tonnes}.", "a block of as many certificates as the trade");
        }
    }

    private bool Block(SerialBlock block, SourcePlace place)
    {
        Name(block.Registry, place, "registry");
        if (block.Scope.Length > 2 * CommandForm.LongestName)
        {
            problems.Error("bad-value", place, "The scope is too long.", $"at most {2 * CommandForm.LongestName} characters");
        }

        if (LedgerState.IsCountable(block.Range))
        {
            return true;
        }

        problems.Error("bad-value", place, $"The block {block} is too long to be counted.", $"at most {LedgerState.MostTonnes} certificates");
        return false;
    }

    private void Days(UnitDays days, SourcePlace place)
    {
        // Days of different calendars cannot be compared, so this comes first.
        if (days.Issued is { } issued && issued.Calendar != CalendarSystem.Iso || days.Expires is { } expires && expires.Calendar != CalendarSystem.Iso)
        {
            problems.Error("bad-value", place, "A day of issue or of expiry is of another calendar.", "days of the ISO calendar");
        }
        else if (days.Expires < days.Issued)
        {
            problems.Error("bad-value", place, $"The units expire on {SessionJson.Text(days.Expires)}, before the day of their issue, {SessionJson.Text(days.Issued)}.", "\"expires\" on or after \"issued\"");
        }
    }

    private void Name(string name, SourcePlace place, string what, int longest = CommandForm.LongestName)
    {
        if (!CommandForm.IsName(name) || name.Length > longest)
        {
            problems.Error("bad-value", place, $"The {what} is empty, too long or holds control characters.", $"1 to {longest} characters");
        }
        else if (NotStated.Shipped.IsSilent(name))
        {
            problems.Error("not-stated", place, $"The {what} \"{name}\" names nothing.", $"a name of 1 to {longest} characters");
        }
    }

    private void OneSpelling(string what, Func<string, string> keyOf, IEnumerable<(string Name, SourcePlace Place)> names)
    {
        var (seen, known) = (new Spellings(keyOf), new HashSet<string>(StringComparer.Ordinal));
        foreach (var (name, place) in names.Where(n => known.Add(n.Name)))
        {
            if (seen.OtherOf(name) is { } first)
            {
                problems.Error("two-spellings", place, $"The {what} \"{name}\" is \"{first}\" elsewhere: whether they are one cannot be guessed.", "one spelling for each", "Write it as the registry does, in every file.");
            }
        }
    }

    /// <summary>In order of blocks two that overlap may have others between them, so the one that reaches furthest is kept.</summary>
    private void Apart(IEnumerable<(SerialBlock Block, SourcePlace Place)> sorted, string verb)
    {
        SerialBlock? furthest = null;
        foreach (var (block, place) in sorted)
        {
            if (furthest is { } before && block.Overlaps(before))
            {
                var twice = block.With(block.Range.Intersect(before.Range)!.Value);
                problems.Error("block-twice", place, $"{twice} is {verb} twice.", "each certificate once", "A tonne cannot be in two places; ask whoever made the file.");
            }

            furthest = furthest is { } far && far.SharesScopeWith(block) && far.End > block.End ? far : block;
        }
    }
}
