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

/// <summary>A clearing proof for people.</summary>
internal static class ClearingAccount
{
    internal static void Print(ClearingProof proof, bool shadow, IAnsiConsole output)
    {
        output.Line(Markup.Escape($"Session {proof.Session.Terms.Session} by {proof.Ruleset.Id} revision {proof.Ruleset.Revision} ({proof.Ruleset.Digest})"));
        Rows(output, ["trade", "seller", "buyer", "tonnes", "free before", "outcome", "units", "limits"], proof.Trades.Select(t => new[]
        {
            t.Trade.Id, t.Trade.Seller, t.Trade.Buyer, Number(t.Trade.Tonnes), Number(t.SellerFree), Word(t.Outcome), Effect(t), string.Join(", ", t.Limits.Select(l => l.Code).Distinct(StringComparer.Ordinal)),
        }));
        foreach (var (trade, limit) in proof.Trades.SelectMany(t => t.Limits.Select(l => (t.Trade, l))))
        {
            output.Line(Markup.Escape($"{trade.Id}: {Word(limit.Effect)} {limit.Code}: {limit.Message}{(limit.Clause is null ? "" : " (" + limit.Clause + ")")}"));
        }

        Rows(output, ["block", "tonnes", "who could have sold it"], proof.Blocks.Select(b => new[]
        {
            b.Units.ToString(), Number(b.Units.Tonnes), string.Join("; ", b.Stays.Select(Stay)),
        }));
        Rows(output, ["account", "kind", "opening", "bought", "sold", "closing", "sellable"], proof.Accounts.Select(a => new[]
        {
            a.Account, a.Kind.Name, Number(a.Opening), Number(a.Bought), Number(a.Sold), Number(a.Closing), Number(a.Sellable),
        }));
        if (proof.Differences.Count > 0)
        {
            Rows(output, ["block", "books against registry", "books", "registry"], proof.Differences.Select(d => new[]
            {
                d.Block.ToString(), ClearingJson.WordOf(d.Kind), d.Account is null ? "-" : $"{d.Account} {d.Status!.Value.Word()}",
                d.StatedStatus is { } status ? $"{d.StatedAccount} {status.ToString().ToLowerInvariant()}".Trim() : "-",
            }));
        }

        foreach (var finding in proof.Recount)
        {
            output.Line(Markup.Escape("Recount: " + finding));
        }

        if (shadow)
        {
            Shadow(proof, output);
        }

        output.Line(Markup.Escape(Sum(proof)));
    }

    private static void Shadow(ClearingProof proof, IAnsiConsole output)
    {
        foreach (var other in proof.Disagreements)
        {
            output.Line(Markup.Escape($"{other.Trade.Id}: the exchange {(other.Trade.Exchange == ExchangeVerdict.Accepted ? "accepted" : "rejected")} it{(other.Trade.ExchangeReason is { } why ? $" ({why})" : "")}, here it is {Word(other.Outcome)}."));
        }

        output.Line(Markup.Escape($"Shadow: {proof.Trades.Count(t => t.AgreesWithExchange == true)} agree, {proof.Disagreements.Count()} differ."));
    }

    private static string Sum(ClearingProof proof)
    {
        var (opening, closing) = (proof.Accounts.Sum(a => a.Opening), proof.Accounts.Sum(a => a.Closing));
        return $"{(proof.IsClean ? "Clean" : "Not clean")}: {proof.Broken.Count()} of {proof.Trades.Count} trades took place without being permitted, {proof.Differences.Count} {(proof.Differences.Count == 1 ? "block differs" : "blocks differ")} from the registry; {Number(opening)} t at the opening, {Number(closing)} t at the close.";
    }

    private static string Stay(BlockStay stay) =>
        $"{(stay.Since is { } since ? InstantPattern.ExtendedIso.Format(since) + " " : "")}{stay.Account} {stay.Status.Word()}{(stay.CouldSell ? "" : " (nobody)")}{(stay.Trade is null ? "" : " by " + stay.Trade)}";

    private static string Effect(TradeVerdict verdict) => verdict.Effect switch
    {
        TradeEffect.Moved => "moved",
        TradeEffect.SetAside => "set aside",
        _ => verdict.Trade.Exchange == ExchangeVerdict.Rejected ? "rejected there" : "not moved",
    };

    private static string Word(Answer outcome) => outcome.ToString().ToLowerInvariant();

    private static string Number(long tonnes) => tonnes.ToString("#,0", CultureInfo.InvariantCulture);

    private static void Rows(IAnsiConsole output, string[] columns, IEnumerable<string[]> rows)
    {
        var table = Terminal.Table(columns);
        foreach (var row in rows)
        {
            table.AddRow(row.Select(Markup.Escape).ToArray());
        }

        output.Write(table);
    }
}
