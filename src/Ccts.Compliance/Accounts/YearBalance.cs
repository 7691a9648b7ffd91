using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.History;
using Ccts.Sdk.Ledger.Journal;

namespace Ccts.Compliance.Accounts;

/// <summary>An account's certificates over the days of a financial year.</summary>
/// <param name="Year">The financial year.</param>
/// <param name="Certificates">What came, what went and what is carried over.</param>
public sealed record YearBalance(ComplianceYear Year, YearlyKind Certificates)
{
    /// <summary>The balance of a year and of each later one in which something moved: certificates of a compliance year are issued, traded and surrendered after its end.</summary>
    /// <param name="entries">Every entry of the journal, in order.</param>
    /// <param name="account">The account.</param>
    /// <param name="first">The compliance year.</param>
    public static IReadOnlyList<YearBalance> Since(IReadOnlyList<JournalEntry> entries, string account, ComplianceYear first)
    {
        var last = Require.All(entries).Select(e => ComplianceYear.Of(e.At.WithOffset(LedgerPolicy.Bare.CivilTime).Date)).Append(first).Max();
        return [.. Enumerable.Range(first.StartYear, last.StartYear - first.StartYear + 1).Select(y => Of(entries, account, new ComplianceYear(y))).Where((b, i) => i == 0 || b.HasMovement)];
    }

    private bool HasMovement => BalanceLines.Of(Certificates).Any(l => l.Tonnes != 0 && !BalanceLines.IsEnd(l));

    private static YearBalance Of(IReadOnlyList<JournalEntry> entries, string account, ComplianceYear year) =>
        new(year, YearlyAccount.Of(entries, [account], year).Kinds.FirstOrDefault(k => k.Kind == UnitKind.Ccc) ?? new YearlyKind { Kind = UnitKind.Ccc });
}
