using System.Collections.Generic;
using System.CommandLine;
using System.Linq;
using Ccts.Cli.Commands.Ledger;
using Ccts.Compliance.Forms;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Journal;
using Ccts.Sdk.Problems;
using static Ccts.Cli.Input.BadOption;

namespace Ccts.Cli.Commands.Forms;

/// <summary>The options by which a command takes from a ledger's journal what an account has and has surrendered.</summary>
internal sealed class LedgerOfYear
{
    private readonly Option<string?> _journal = new("--journal") { Description = "A ledger's journal, for what the entity holds and has surrendered." };
    private readonly Option<string?> _account = new("--account") { Description = "The entity's account in it." };

    internal LedgerOfYear(Command command)
    {
        command.Options.Add(_journal);
        command.Options.Add(_account);
    }

    /// <summary>By vintage; null when no journal was named.</summary>
    /// <exception cref="CctsDataException">The options do not go together, the journal is damaged or has no such account.</exception>
    internal IReadOnlyList<VintageHolding>? Read(ParseResult parsed, ComplianceYear year) => Whole(parsed) is var (view, entries, _) ? VintageHolding.Of(view, entries, year) : null;

    /// <summary>The account, every entry of the journal and the hash of its last line; null when no journal was named.</summary>
    internal (AccountView View, IReadOnlyList<JournalEntry> Entries, string Head)? Whole(ParseResult parsed)
    {
        var (journal, account) = (parsed.GetValue(_journal), parsed.GetValue(_account));
        if ((journal is null) != (account is null))
        {
            throw Bad("--journal and --account go together.", "both or neither");
        }

        if (journal is null)
        {
            return null;
        }

        var view = JournalFile.Replay(journal, until: null).View(account!) ?? throw Bad($"There is no account {account} in {journal}.", "an account that \"ccts ledger show\" lists");
        using var lines = JournalLines.Open(journal);
        var reader = new JournalReader(journal);
        var entries = reader.ReadAll(lines.Read()).ToList();
        return (view, entries, reader.Head);
    }
}
