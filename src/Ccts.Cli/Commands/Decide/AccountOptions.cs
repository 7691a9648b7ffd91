using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Linq;
using Ccts.Cli.Commands.Ledger;
using Ccts.Rules.Decisions.Requests;
using Ccts.Rules.Rulesets;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Problems;
using static Ccts.Cli.Input.BadOption;

namespace Ccts.Cli.Commands.Decide;

/// <summary>The options by which a request takes from a ledger's journal what the ledger knows of an account.</summary>
internal sealed class AccountOptions
{
    private const string Kind = "unit.kind";
    private const string Vintage = "unit.vintage";
    private static readonly string[] Quantities = ["order.quantity", "transfer.quantity", "export.quantity", "mint.quantity"];

    private readonly Option<string?> _journal = new("--journal") { Description = "A ledger's journal: whose units, their vintage and days, balance, open sales, breaches, bar and pauses are taken from it." };
    private readonly Option<string?> _account = new("--account") { Description = "The account of whoever asks or sells." };
    private readonly Option<long?> _tonnes = new("--tonnes") { Description = "How many tonnes, where the request states no quantity." };

    internal AccountOptions(Command command)
    {
        command.Options.Add(_journal);
        command.Options.Add(_account);
        command.Options.Add(_tonnes);
    }

    /// <summary>Splits a request by the account's units; leaves it as it is when no journal was named.</summary>
    /// <exception cref="CctsDataException">The options do not go together, or the journal is damaged.</exception>
    internal Func<DecisionRequest, Ruleset, IReadOnlyList<DecisionRequest>> Read(ParseResult parsed)
    {
        var (journal, name, tonnes) = (parsed.GetValue(_journal), parsed.GetValue(_account), parsed.GetValue(_tonnes));
        if ((journal is null) != (name is null))
        {
            throw Bad("--journal and --account go together.", "both or neither");
        }

        if (journal is null)
        {
            return tonnes is null ? (request, _) => [request] : throw Bad("--tonnes is about an account.", "--journal and --account");
        }

        var ledger = JournalFile.Replay(journal, until: null);
        var account = ledger.View(name!) ?? AccountView.Unopened(name!);
        return (request, ruleset) => AccountRequests.Of(request, ruleset.Rules.Vocabulary, new LedgerFacts(account, ledger.Pauses, LedgerLimits.Of(ruleset)), Units(request, tonnes));
    }

    private static OldestUnits Units(DecisionRequest request, long? tonnes)
    {
        var kind = request.Facts.Find(Kind)?.ToString() ?? throw Bad($"The request does not say which units of the account it is about.", $"the fact \"{Kind}\"");
        var stated = Quantities.Select(q => request.Facts.Find(q)?.ToString()).FirstOrDefault(q => q is not null);
        var asked = tonnes ?? (stated is not null && Sdk.Quantities.Co2e.TryParse(stated, out var quantity, out _) && decimal.Truncate(quantity.Tonnes) == quantity.Tonnes ? (long)quantity.Tonnes : null);
        if (asked is not >= 1)
        {
            throw Bad(stated is null && tonnes is null ? "The request does not say how many tonnes it is about." : FormattableString.Invariant($"{stated ?? $"{tonnes}"} is not a number of certificates."), "--tonnes, 1 or more; or a whole number of tonnes as " + string.Join(", ", Quantities));
        }

        return new OldestUnits(kind, asked.Value) { Vintage = request.Facts.Find(Vintage) is { } year && Sdk.Entities.ComplianceYear.TryParse(year.ToString(), out var of, out _) ? of.StartYear : null };
    }
}
