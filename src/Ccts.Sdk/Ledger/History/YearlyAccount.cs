using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Entities;
using NodaTime;

namespace Ccts.Sdk.Ledger.History;

/// <summary>
/// What an entity had at the beginning of a compliance year, what came and went, and what it carries over. One year's closing balance is the
/// next one's opening balance, and all of them come from the same entries, so they add up.
/// </summary>
/// <remarks>
/// Immutable and thread-safe. An entry belongs to the year of its own time, in civil time. Transfers between accounts of the entity are neither
/// bought nor sold.
/// Two are equal only when they hold the same list objects.
/// </remarks>
/// <param name="Accounts">The entity's accounts.</param>
/// <param name="Year">The year: 1 April to 31 March (DPCM s.1).</param>
/// <param name="Kinds">Each kind of units it ever had until the end of the year, in ordinal order.</param>
/// <param name="Position">The last entry of the journal.</param>
public sealed record YearlyAccount(IReadOnlyList<string> Accounts, ComplianceYear Year, IReadOnlyList<YearlyKind> Kinds, long Position)
{
    /// <summary>Draws it up from the entries of a journal.</summary>
    /// <param name="entries">All of them, in order, such as <see cref="ILedgerJournal.Read"/> gives after 0.</param>
    /// <param name="accounts">The entity's accounts: one, or several that are taken together.</param>
    /// <param name="year">The year.</param>
    /// <param name="civilTime">The civil time by which days are counted; India's when left out.</param>
    /// <exception cref="LedgerContradictionException">An entry does not fit what came before it.</exception>
    public static YearlyAccount Of(IEnumerable<JournalEntry> entries, IReadOnlyList<string> accounts, ComplianceYear year, Offset? civilTime = null)
    {
        var state = new LedgerState();
        var book = new YearlyBook(Require.NotNull(accounts), year, civilTime ?? LedgerPolicy.Bare.CivilTime);
        foreach (var entry in Require.Each(entries))
        {
            state.Apply(entry);
            book.See(entry);
        }

        return new YearlyAccount(accounts.ToList(), year, book.Kinds(), state.Position);
    }
}
