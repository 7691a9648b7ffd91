using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Ccts.Cli.Output;
using Ccts.Rules.Clearing;
using Ccts.Sdk.Ledger;
using NodaTime.Text;
using Spectre.Console;
using Answer = Ccts.Rules.Decisions.Outcome;

namespace Ccts.Cli.Commands.Clearing;

/// <summary>A clearing proof for people: the answer, each trade that was not permitted with the reasons, books against registry, accounts; the rest on demand.</summary>
internal static class ClearingAccount
{
    private const int MostTrades = 3;
    private const int MostListed = 5;
    private const int MostAccounts = 6;
    private const int MostNamed = 20;

    internal static void Print(ClearingProof proof, bool shadow, bool all, IAnsiConsole console)
    {
        var account = new Account(console);
        Answered(account, proof, shadow);
        NotPermitted(account, proof, all);
        if (shadow)
        {
            Shadow(account, proof, all);
        }

        Differences(account, proof, all);
        Accounts(account, proof, all ? int.MaxValue : MostAccounts);
        if (all)
        {
            EveryTrade(account, proof);
            EveryBlock(account, proof);
            account.Blank();
            account.Sentence($"Ruleset digest {proof.Ruleset.Digest}");
            return;
        }

        account.Blank();
        account.Sentence("Every trade, and who could have sold which block: --all.");
    }

    private static void Answered(Account account, ClearingProof proof, bool shadow)
    {
        var (opening, closing) = (proof.Accounts.Where(a => a.Kind.IsOfTonnes).Sum(a => a.Opening), proof.Accounts.Where(a => a.Kind.IsOfTonnes).Sum(a => a.Closing));
        account.Sentence($"{(proof.IsClean ? "Clean" : "Not clean")}: {proof.Broken.Count()} of {proof.Trades.Count} trades took place without being permitted, {Blocks(proof.Differences.Count)} from the registry", "bold " + (proof.IsClean ? "green" : "red"));
        account.Sentence($"{Number(opening)} t at the opening, {Number(closing)} t at the close.");
        if (shadow)
        {
            account.Sentence($"Beside the exchange: {proof.Trades.Count(t => t.AgreesWithExchange == true)} agree, {proof.Disagreements.Count()} differ.");
        }

        if (!NamesHolders(proof))
        {
            account.Sentence("The registry's statement names no holders: whose the units are was not compared.", "yellow");
        }

        if (BreachesOfOthers(proof) is { Count: > 0 } others)
        {
            account.Sentence($"The list of breaches names accounts that no other file does; they bar no account of this session: {string.Join(", ", others.Take(MostNamed))}{(others.Count > MostNamed ? " and others" : "")}.", "yellow");
        }

        foreach (var finding in proof.Recount)
        {
            account.Sentence("Recount: " + finding, "bold red");
        }

        account.Sentence($"Session {proof.Session.Terms.Session}, by {proof.Ruleset.Id} revision {proof.Ruleset.Revision}.");
    }

    /// <summary>Whether the statement says whose units it states; many exports do not.</summary>
    internal static bool NamesHolders(ClearingProof proof) => proof.Session.Statement.Count == 0 || proof.Session.Statement.Any(s => s.Account is not null);

    /// <summary>The accounts of earlier breaches that neither trade nor hold units: each may be one that does, under another name.</summary>
    internal static List<string> BreachesOfOthers(ClearingProof proof)
    {
        var here = new HashSet<string>([.. proof.Session.Trades.SelectMany(t => new[] { t.Seller, t.Buyer }), .. proof.Session.Holdings.Select(h => h.Account), .. proof.Session.Statement.Select(s => s.Account).OfType<string>()], StringComparer.Ordinal);
        return [.. (proof.Session.Terms.Breaches ?? []).Select(b => b.Account).Where(a => !here.Contains(a)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    private static void NotPermitted(Account account, ClearingProof proof, bool all) =>
        List(account, "Trades that are not permitted", proof.Broken.Concat(proof.Trades.Where(t => t.Outcome != Answer.Permit && t.Trade.Exchange == ExchangeVerdict.Rejected)), all ? int.MaxValue : MostTrades, trade =>
        {
            account.Sentence($"{trade.Trade.Id}: {Word(trade.Outcome)}, {Effect(trade)}; {trade.Trade.Seller} sells {Number(trade.Trade.Tonnes)} t to {trade.Trade.Buyer}, {Number(trade.SellerFree)} t free before", indent: 2, hanging: 2);
            foreach (var limit in trade.Limits)
            {
                account.Sentence($"{limit.Code}: {limit.Message}{(limit.Clause is null ? "" : " (" + limit.Clause + ")")}", indent: 4, hanging: 2);
            }
        });

    private static void Shadow(Account account, ClearingProof proof, bool all) =>
        List(account, "Where the exchange answered otherwise", proof.Disagreements, all ? int.MaxValue : MostListed, other =>
            account.Sentence($"{other.Trade.Id}: the exchange {(other.Trade.Exchange == ExchangeVerdict.Accepted ? "accepted" : "rejected")} it{(other.Trade.ExchangeReason is { } why ? $" ({why})" : "")}, here it is {Word(other.Outcome)}.", indent: 2, hanging: 2));

    private static void Differences(Account account, ClearingProof proof, bool all) =>
        List(account, "Books against registry", proof.Differences, all ? int.MaxValue : MostListed, d =>
        {
            var books = d.Account is null ? "nothing" : $"{d.Account} {d.Status!.Value.Word()}";
            var registry = d.StatedStatus is { } status ? $"{d.StatedAccount} {status.ToString().ToLowerInvariant()}".Trim() : "nothing";
            account.Sentence($"{d.Block}: {ClearingJson.WordOf(d.Kind)}; the books say {books}, the registry says {registry}.", indent: 2, hanging: 2);
        });

    private static void Accounts(Account account, ClearingProof proof, int most)
    {
        account.Heading("Accounts, in tonnes");
        account.Figures([["account", "kind", "opening", "bought", "sold", "closing", "sellable"],
            .. proof.Accounts.Take(most).Select(a => new[] { a.Account, a.Kind.Name, Number(a.Opening), Number(a.Bought), Number(a.Sold), Number(a.Closing), Number(a.Sellable) })]);
        More(account, proof.Accounts.Count - most);
    }

    private static void EveryTrade(Account account, ClearingProof proof)
    {
        account.Heading("Every trade, in the order in which it was judged");
        foreach (var t in proof.Trades)
        {
            account.Sentence($"{t.Trade.Id}: {Word(t.Outcome)}, {Effect(t)}; {t.Trade.Seller} sells {Number(t.Trade.Tonnes)} t to {t.Trade.Buyer}, {Number(t.SellerFree)} t free before", indent: 2, hanging: 2);
        }
    }

    private static void EveryBlock(Account account, ClearingProof proof)
    {
        account.Heading("Who could have sold which block");
        foreach (var block in proof.Blocks)
        {
            account.Sentence($"{block.Units}, {Number(block.Units.Tonnes)} t: {string.Join("; ", block.Stays.Select(Stay))}", indent: 2, hanging: 2);
        }
    }

    private static void List<T>(Account account, string heading, IEnumerable<T> entries, int most, Action<T> print)
    {
        var listed = entries.ToList();
        if (listed.Count == 0)
        {
            return;
        }

        account.Heading(heading);
        foreach (var entry in listed.Take(most))
        {
            print(entry);
        }

        More(account, listed.Count - most);
    }

    private static void More(Account account, int more)
    {
        if (more > 0)
        {
            account.Sentence($"{Number(more)} more: --all.", indent: 2);
        }
    }

    private static string Blocks(int count) => count == 1 ? "1 block differs" : $"{count} blocks differ";

    private static string Stay(BlockStay stay) =>
        $"{(stay.Since is { } since ? InstantPattern.ExtendedIso.Format(since) + " " : "")}{stay.Account} {stay.Status.Word()}{(stay.CouldSell ? "" : " (nobody)")}{(stay.Trade is null ? "" : " by " + stay.Trade)}";

    private static string Effect(TradeVerdict verdict) => verdict.Effect switch
    {
        TradeEffect.Moved => "units moved",
        TradeEffect.SetAside => "units set aside",
        _ => verdict.Trade.Exchange == ExchangeVerdict.Rejected ? "rejected by the exchange" : "units not moved",
    };

    private static string Word(Answer outcome) => outcome.ToString().ToLowerInvariant();

    private static string Number(long tonnes) => tonnes.ToString("#,0", CultureInfo.InvariantCulture);
}
