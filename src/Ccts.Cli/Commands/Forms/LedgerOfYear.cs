using System.Collections.Generic;
using System.CommandLine;
using System.Linq;
using Ccts.Cli.Commands.Ledger;
using Ccts.Cli.Input;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Journal;
using Ccts.Sdk.Problems;
using NodaTime;
using NodaTime.Text;
using static Ccts.Cli.Input.BadOption;

namespace Ccts.Cli.Commands.Forms;

/// <summary>The options that read an account's holdings and surrenders from a ledger's journal.</summary>
internal sealed class LedgerOfYear
{
    private readonly Option<string?> _journal = new("--journal") { Description = "A ledger's journal, for what the entity holds and has surrendered." };
    private readonly Option<string?> _account = new("--account") { Description = "The entity's account in it." };

    internal LedgerOfYear(Command command)
    {
        command.Options.Add(_journal);
        command.Options.Add(_account);
    }

    internal bool IsGiven(ParseResult parsed) => parsed.GetValue(_journal) is not null;

    /// <summary>The account, every entry of the journal and the hash of its last line; null when no journal was named.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="on">The account is read at the end of this day in India; null for the present state of the journal.</param>
    /// <exception cref="CctsDataException">The options do not go together, the journal is damaged or has no such account, or its entries are not in the order of their days.</exception>
    internal (AccountView View, IReadOnlyList<JournalEntry> Entries, string Head)? Whole(ParseResult parsed, LocalDate? on = null)
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

        var view = ViewOf(journal, account!, until: null) ?? throw Bad($"There is no account {account} in {journal}.", "an account that \"ccts ledger show\" lists");
        using var lines = JournalLines.Open(journal);
        var reader = new JournalReader(journal);
        var entries = reader.ReadAll(lines.Read()).ToList();
        if (on is not { } day || entries.TrueForAll(e => DayOf(e) <= day))
        {
            return (view, entries, reader.Head);
        }

        var until = entries.FindIndex(e => DayOf(e) > day);
        if (entries.Skip(until).FirstOrDefault(e => DayOf(e) <= day) is { } behind)
        {
            throw Bad($"What the account had on {Day(day)} is not known: entry {behind.Position} of {journal} is of {Day(DayOf(behind))} and comes after entries of later days.", "a journal whose entries are in the order of their days");
        }

        view = (until == 0 ? null : ViewOf(journal, account!, entries[until - 1].Position)) ?? AccountView.Unopened(account!);
        return (view, entries.GetRange(0, until), reader.Head);
    }

    private static AccountView? ViewOf(string journal, string account, long? until) => JournalFile.Replay(journal, until).View(account);

    private static LocalDate DayOf(JournalEntry entry) => entry.At.WithOffset(LedgerPolicy.Bare.CivilTime).Date;

    private static string Day(LocalDate day) => LocalDatePattern.Iso.Format(day);
}
