using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Globalization;
using System.Linq;
using Ccts.Cli.Commands.Ledger;
using Ccts.Cli.Output;
using Ccts.Rules.Decisions.Requests;
using Ccts.Rules.Rules;
using Ccts.Rules.Rulesets;
using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Journal;
using Ccts.Sdk.Problems;
using NodaTime;
using NodaTime.Text;
using static Ccts.Cli.Input.BadOption;

namespace Ccts.Cli.Commands.Decide;

/// <summary>The options that add a ledger's facts about an account to a request.</summary>
internal sealed class AccountOptions
{
    private const string Kind = "unit.kind";
    private const string Vintage = "unit.vintage";
    private const string Side = "order.side";
    private const string Owner = "unit.owner";
    private const string Banked = "banked";

    private static readonly Dictionary<Purpose, string> Quantities = new Dictionary<Purpose, string>
    {
        [Purpose.Trade] = "order.quantity",
        [Purpose.Transfer] = "transfer.quantity",
        [Purpose.Export] = "export.quantity",
        [Purpose.Mint] = "mint.quantity",
    };

    private static readonly LocalTime Noon = new LocalTime(12, 0);
    private Action? _permitted;

    private readonly Option<string?> _journal = new("--journal") { Description = "A ledger's journal: whose units, their vintage and days, balance, open sales, breaches, bar and pauses are taken from it." };
    private readonly Option<string?> _account = new("--account") { Description = "The account of whoever asks or sells." };
    private readonly Option<string?> _from = new("--from") { Description = "Where in the account the units stand: free, as without this option, or banked." };
    private readonly Option<long?> _tonnes = new("--tonnes") { Description = "How many tonnes, where the request states no quantity." };

    internal AccountOptions(Command command)
    {
        command.Options.Add(_journal);
        command.Options.Add(_account);
        _from.AcceptOnlyFromAmong("free", Banked);
        command.Options.Add(_from);
        command.Options.Add(_tonnes);
    }

    /// <summary>Splits a request by the account's units; leaves it unchanged when no journal was named.</summary>
    /// <exception cref="CctsDataException">The options do not go together, or the journal is damaged.</exception>
    internal Func<LocatedNode, DecisionRequest, Ruleset, IReadOnlyList<DecisionRequest>> Read(ParseResult parsed)
    {
        var (journal, name, tonnes) = (parsed.GetValue(_journal), parsed.GetValue(_account), parsed.GetValue(_tonnes));
        if ((journal is null) != (name is null))
        {
            throw Bad("--journal and --account go together.", "both or neither");
        }

        if (journal is null)
        {
            return tonnes is null && parsed.GetValue(_from) is null ? (_, request, _) => [request] : throw Bad((tonnes is null ? "--from" : "--tonnes") + " is about an account.", "--journal and --account");
        }

        var reader = new JournalReader(journal);
        var ledger = JournalFile.Replay(journal, until: null, reader);
        // In another spelling it would hold nothing, and no breach and no bar would be known of it.
        if (ledger.View(name!) is null && ledger.Accounts.FirstOrDefault(a => OrganisationName.Same(a, name!) || PlainName.Alike(a, name!)) is { } meant)
        {
            throw Bad($"The journal has no account \"{name}\", and has \"{meant}\".", "the account as the journal writes it");
        }

        if (ledger.View(name!) is null)
        {
            Terminal.Problems([new Problem("unknown-account", Severity.Warning, $"The journal has no account \"{name}\": it holds nothing there.", new SourcePlace(journal, 0, 0, ""))]);
        }

        var last = reader.LastAt.WithOffset(LedgerPolicy.Bare.CivilTime).Date;
        return (root, request, ruleset) =>
        {
            CheckHasUnits(root, request);
            if (request.Date < last)
            {
                throw BadAt(root.Member("date"), $"The request is of {LocalDatePattern.Iso.Format(request.Date)}, and the journal goes to {LocalDatePattern.Iso.Format(last)}: what the account has now it may not have had then.", "the day of the journal's last entry, or a later one");
            }

            var units = Units(root, request, tonnes) with { From = parsed.GetValue(_from) == Banked ? ShadowAccount.Banked : ShadowAccount.Free };
            _permitted = () => SetAside(ledger, name!, request, units);
            var asked = AccountRequests.Of(request, ruleset.Rules.Vocabulary, new LedgerFacts(ledger.View(name!) ?? AccountView.Unopened(name!), ledger.Pauses, LedgerLimits.Of(ruleset)), units);
            if (ledger.View(name!) is not null && asked.Any(r => r.Facts.Find(Owner) is null))
            {
                Terminal.Problems([new Problem("units-missing", Severity.Warning, $"{request.Id ?? "The request"}: of {units.Tonnes} t of {units.Kind} not all are {units.From.ToString().ToLowerInvariant()} and usable in \"{name}\"; of the others nothing is known.", new SourcePlace(journal, 0, 0, ""))]);
            }

            return asked;
        };
    }

    /// <summary>The last request was permitted: its units are not available to later ones.</summary>
    internal void Permitted() => _permitted?.Invoke();

    // Only in the copy in memory; nothing is written to the journal.
    private static void SetAside(LedgerState ledger, string account, DecisionRequest request, OldestUnits units)
    {
        var key = "asked " + (ledger.Position + 1).ToString(CultureInfo.InvariantCulture);
        var command = new ReserveUnits(key, request.Date.At(Noon).WithOffset(LedgerPolicy.Bare.CivilTime).ToInstant(), account, key, units, request.Purpose == Purpose.Trade ? ReservationPurpose.Sale : ReservationPurpose.Other);
        var decision = ledger.Decide(LedgerPolicy.Bare, command);
        if (decision.Refusal is null && decision.EntryAt(ledger.Position + 1, command) is { } entry)
        {
            ledger.Apply(entry);
        }
    }

    private static void CheckHasUnits(LocatedNode root, DecisionRequest request)
    {
        if (request.Purpose == Purpose.Verify)
        {
            throw BadAt(root.Member("purpose"), "--account is about units, and the request is about a verification, of which a ledger knows nothing.", "no --journal and --account for it");
        }

        if (request.Purpose == Purpose.Trade && request.Facts.Find(Side)?.ToString() is { } side && side != "sell")
        {
            throw BadAt(Fact(root, Side), $"--account is whose units are sold, and the order is to {side}.", "an order to sell, or no --journal and --account for it", "A buyer is asked about by the facts of the market alone.");
        }
    }

    private static OldestUnits Units(LocatedNode root, DecisionRequest request, long? tonnes)
    {
        var kind = request.Facts.Find(Kind)?.ToString() ?? throw BadAt(root, "The request does not say which units of the account it is about.", $"the fact \"{Kind}\"");
        var name = Quantities.TryGetValue(request.Purpose, out var quantity) ? quantity : null;
        var stated = name is null ? null : request.Facts.Find(name);
        var whole = stated is not null && decimal.Truncate(stated.Amount) == stated.Amount && stated.Amount <= long.MaxValue ? (long?)stated.Amount : null;
        if (tonnes is { } wanted && stated is not null && stated.Amount != wanted)
        {
            throw BadAt(Fact(root, name!), $"\"{name}\" is {stated}, and --tonnes is {wanted}.", "one of the two, or both alike");
        }

        if ((tonnes ?? whole) is not (>= 1 and var asked))
        {
            var said = stated?.ToString() ?? tonnes?.ToString(CultureInfo.InvariantCulture);
            throw BadAt(stated is null ? root : Fact(root, name!), said is null ? "The request does not say how many tonnes it is about." : $"{said} is not a number of certificates.", "--tonnes, 1 or more" + (name is null ? "" : $"; or a whole number of tonnes as {name}"));
        }

        return new OldestUnits(kind, asked) { Vintage = request.Facts.Find(Vintage)?.Date.Year };
    }

    private static LocatedNode? Fact(LocatedNode root, string name) => root.Member("facts")?.Member(name);

    private static CctsDataException BadAt(LocatedNode? node, string message, string expected, string? hint = null) =>
        new([new Problem("bad-option", Severity.Error, message, node?.Place ?? default) { Expected = expected, Hint = hint }]);
}
