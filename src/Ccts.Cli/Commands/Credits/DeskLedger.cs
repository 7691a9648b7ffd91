using System;
using Ccts.Cli.Commands.Ledger;
using Ccts.Cli.Input;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Journal;
using Ccts.Sdk.Problems;
using static Ccts.Cli.Input.BadOption;

namespace Ccts.Cli.Commands.Credits;

/// <summary>
/// The host's ledger, opened for one command. It is a database, because an instruction to a registry is kept in it together with the reservation of the
/// units; the host's own process sends it.
/// </summary>
internal sealed class DeskLedger : IDisposable
{
    private readonly GroupCommitJournal? _journal;

    private DeskLedger(GroupCommitJournal? journal, LedgerEngine engine) => (_journal, Engine) = (journal, engine);

    internal LedgerEngine Engine { get; }

    /// <summary>How many entries it has: a new number after each refusal that it remembers.</summary>
    internal int Position => checked((int)(_journal?.Position ?? 0));

    /// <summary>The ledger at a path; without a path an empty ledger, for moves that need none.</summary>
    /// <exception cref="CctsDataException">It is no database, is not there, or another process writes to it.</exception>
    internal static DeskLedger Open(string? path, LedgerPolicy policy)
    {
        if (path is null)
        {
            return new DeskLedger(null, new LedgerEngine(new InMemoryJournal(), policy));
        }

        if (!JournalDatabase.IsThere(path) || !(PostgresLedger.IsMeant(path) || JournalPath.IsDatabase(path)))
        {
            throw new CctsDataException([new Problem("file-not-readable", Severity.Error, "There is no ledger in a database here.", new SourcePlace(path, 0, 0, ""))
            {
                Expected = "a ledger in a database, as \"ccts ledger import --journal ledger.db\" writes it, or postgres:NAME",
                Hint = "A ledger as text takes no instructions to registries; \"ccts ledger import ledger.jsonl --journal ledger.db\" makes a database of it.",
            }]);
        }

        var journal = JournalDatabase.Writer(path);
        try
        {
            return new DeskLedger(journal, new LedgerEngine(journal, policy));
        }
        catch
        {
            journal.Dispose();
            throw;
        }
    }

    /// <summary>An option that a move requires. A blank value counts as missing.</summary>
    internal static string Needed(string? value, string option, string move) => string.IsNullOrWhiteSpace(value) ? throw Bad($"{move} needs {option}{(value is null ? "" : ", and it is blank")}.", option) : value;

    public void Dispose() => _journal?.Dispose();
}
