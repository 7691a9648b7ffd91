using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Blocks;

namespace Ccts.Cli.Commands.Ledger;

/// <summary>What is odd of units that come into a ledger: it takes them, since only their registry knows, and somebody has to look.</summary>
internal static class ImportedUnits
{
    /// <summary>A sentence for each vintage or day that is odd, with the first of the units.</summary>
    internal static IEnumerable<string> Odd(IEnumerable<LedgerCommand> commands) =>
        commands.Select(c => c switch { IssueUnits issue => (Units: (Parcel?)issue.Units, c.At), ReceiveUnits { Into: not (ShadowAccount.Expired or ShadowAccount.Retired or ShadowAccount.Surrendered or ShadowAccount.Cancelled or ShadowAccount.Converted) } receive => (receive.Units, c.At), ConvertUnits convert => (convert.Into, c.At), _ => (null, c.At) })
            .Where(u => u.Units is not null).Select(u => (u.Units!.Value, Why: Why(u.Units!.Value.Lot, u.At.WithOffset(LedgerPolicy.Bare.CivilTime).Date))).Where(u => u.Why is not null)
            .GroupBy(u => u.Why!, StringComparer.Ordinal).Select(g => $"{g.First().Value.Block}{(g.Skip(1).Any() ? $" and {g.Count() - 1} more" : "")} {g.Key}");

    private static string? Why(UnitLot lot, NodaTime.LocalDate day) =>
        lot.Vintage > day.Year ? FormattableString.Invariant($"is of vintage {lot.Vintage}, which has not begun on {day:uuuu-MM-dd}: there are no such reductions yet.")
        : lot.Expires < day ? FormattableString.Invariant($"was valid until {lot.Expires:uuuu-MM-dd}, which is over on {day:uuuu-MM-dd}: it can be used for nothing.")
        : lot.Issued?.Year < lot.Vintage ? FormattableString.Invariant($"is of vintage {lot.Vintage} and was issued on {lot.Issued:uuuu-MM-dd}, before that year began.")
        : null;
}
