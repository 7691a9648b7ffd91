using System.Collections.Generic;
using Ccts.Sdk.Ledger.Blocks;
using NodaTime;
using NodaTime.Text;

namespace Ccts.Sdk.Ledger;

/// <summary>
/// Finds units that were sold, used or moved before their day of issue, reading a journal entry by entry. The ledger refuses
/// such a command, but a journal written by an earlier version or by hand may have one.
/// </summary>
/// <remarks>Not thread-safe. Keeps the day of every run that was issued without stating one; otherwise the lot has it.</remarks>
public sealed class EarlyUses
{
    private readonly Offset _civilTime;
    private readonly List<string> _findings = [];
    private readonly Dictionary<(string Registry, string Scope), List<(BlockRange Range, long Day)>> _issued = [];

    /// <summary>Begins before the first entry.</summary>
    /// <param name="civilTime">The civil time by which days are counted; India's when left out.</param>
    public EarlyUses(Offset? civilTime = null) => _civilTime = civilTime ?? LedgerPolicy.Bare.CivilTime;

    /// <summary>One sentence for each use before the issue, in the order of the entries.</summary>
    public IReadOnlyList<string> Findings => _findings;

    /// <summary>Looks at the next entry.</summary>
    public void See(JournalEntry entry)
    {
        switch (Require.NotNull(entry).Event)
        {
            case UnitsEntered { Origin: EntryOrigin.Issued } entered when entered.Units.Lot.Issued is null:
                Note(entered.Units, DayNumber.Of(entry.At, _civilTime));
                break;
            case UnitsEntered entered:
                Hold(entry, entered.Account, "came in", [entered.Units]);
                break;
            case UnitsReserved { Purpose: ReservationPurpose.Sale } reserved:
                Hold(entry, reserved.Account, "was offered for sale", reserved.Units);
                break;
            case UnitsMoved moved when moved.Cause.NeedsValidUnits():
                Hold(entry, moved.Account, $"was moved by {moved.Cause.Word()}", moved.Units);
                break;
            case UnitsConverted converted:
                Hold(entry, converted.Account, "was converted", converted.Units);
                break;
        }
    }

    // A number enters its scope once, so runs never overlap; most arrive in order.
    private void Note(Parcel units, long day)
    {
        var key = (units.Lot.Registry, units.Lot.Scope);
        if (!_issued.TryGetValue(key, out var runs))
        {
            _issued.Add(key, runs = []);
        }

        runs.Insert(FirstEndingAtOrAfter(runs, units.Range.Start), (units.Range, day));
    }

    private void Hold(JournalEntry entry, string account, string what, IReadOnlyList<Parcel> units)
    {
        var day = DayNumber.Of(entry.At, _civilTime);
        foreach (var parcel in units)
        {
            if (IssuedAfter(parcel, day) is { } issued)
            {
                _findings.Add($"Entry {entry.Position}: {parcel.Block} of {account} {what} on {Text(day)}, before the day of its issue, {Text(issued)}.");
            }
        }
    }

    private long? IssuedAfter(Parcel units, long day)
    {
        if (units.Lot.Issued is not null)
        {
            return units.Lot.IssuedOn > day ? units.Lot.IssuedOn : null;
        }

        if (_issued.TryGetValue((units.Lot.Registry, units.Lot.Scope), out var runs))
        {
            for (var i = FirstEndingAtOrAfter(runs, units.Range.Start); i < runs.Count && runs[i].Range.Start <= units.Range.End; i++)
            {
                if (runs[i].Day > day)
                {
                    return runs[i].Day;
                }
            }
        }

        return null;
    }

    private static int FirstEndingAtOrAfter(List<(BlockRange Range, long Day)> runs, BlockNumber number)
    {
        int low = 0, high = runs.Count;
        while (low < high)
        {
            var middle = (int)((uint)(low + high) >> 1);
            (low, high) = runs[middle].Range.End < number ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private static string Text(long day) => LocalDatePattern.Iso.Format(new LocalDate(1970, 1, 1).PlusDays((int)day));
}
