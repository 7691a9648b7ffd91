using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Ledger.Blocks;
using Ccts.Sdk.Ledger.Journal;

namespace Ccts.Sdk.Ledger.History;

/// <summary>The life of units according to a journal: every entry that touched them, from their issue to their end, with instruction and proof.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
/// <param name="Units">The units asked for.</param>
/// <param name="Steps">In the order of the journal; empty when none of them was ever in it.</param>
/// <param name="Position">The last entry of the journal.</param>
/// <param name="Head">The hash of the journal's last line.</param>
public sealed record UnitHistory(SerialBlock Units, IReadOnlyList<UnitStep> Steps, long Position, string Head)
{
    /// <summary>Reads a whole journal; a damaged one is refused, so that no history has a gap.</summary>
    /// <param name="lines">The text of the journal, header first, such as <see cref="StoredLedgers.Text"/> gives.</param>
    /// <param name="units">A unit, or a run of them.</param>
    /// <param name="file">The journal's name for messages, or null.</param>
    /// <exception cref="Problems.CctsDataException">A line is missing or not as it was written.</exception>
    /// <exception cref="LedgerContradictionException">An entry does not fit what came before it.</exception>
    public static UnitHistory Of(IEnumerable<string> lines, SerialBlock units, string? file = null)
    {
        var reader = new JournalReader(file);
        var state = new LedgerState();
        var reservations = new Dictionary<(string, string), ShadowAccount>();
        var steps = new List<UnitStep>();
        foreach (var entry in reader.ReadAll(lines))
        {
            state.Apply(entry);
            if (entry.Event is UnitsReserved reserved)
            {
                reservations[(reserved.Account, reserved.Reservation)] = reserved.From;
            }

            steps.AddRange(StepsOf(entry, units, reservations).Select(s => s with { Intents = reader.Intents, Hash = reader.Head }));
        }

        return new UnitHistory(units, steps, reader.Position, reader.Head);
    }

    /// <summary>The same of a store.</summary>
    /// <exception cref="Problems.CctsDataException">A line is missing or not as it was written.</exception>
    /// <exception cref="LedgerContradictionException">An entry does not fit what came before it.</exception>
    public static UnitHistory Of(IStoredLedger stored, SerialBlock units) => Of(stored.Text(), units, Require.NotNull(stored).Name);

    private static IEnumerable<UnitStep> StepsOf(JournalEntry entry, SerialBlock asked, Dictionary<(string, string), ShadowAccount> reservations)
    {
        switch (entry.Event)
        {
            case UnitsEntered e when Within([e.Units], asked) is { Count: > 0 } units:
                yield return StepOf(entry, e.Origin == EntryOrigin.Issued ? "issued" : "received", units, null, null, e.Account, e.Into);
                break;
            case UnitsReserved e when Within(e.Units, asked) is { Count: > 0 } units:
                yield return StepOf(entry, "reserved", units, e.Account, e.From, e.Account, ShadowAccount.Reserved, e.Reservation);
                break;
            case UnitsReleased e when Within(e.Units, asked) is { Count: > 0 } units:
                yield return StepOf(entry, "released", units, e.Account, ShadowAccount.Reserved, e.Account, reservations[(e.Account, e.Reservation)], e.Reservation);
                break;
            case UnitsMoved e when Within(e.Units, asked) is { Count: > 0 } units:
                yield return StepOf(entry, e.Cause.Word(), units, e.Account, e.From, e.ToAccount, e.To, e.Reservation);
                break;
            case UnitsConverted e:
                if (Within(e.Units, asked) is { Count: > 0 } ended)
                {
                    yield return StepOf(entry, "convert", ended, e.Account, e.From, e.Account, ShadowAccount.Converted, e.Reservation) with { Counterparts = [e.Into] };
                }

                if (Within([e.Into], asked) is { Count: > 0 } begun)
                {
                    yield return StepOf(entry, "converted-from", begun, null, null, e.Account, ShadowAccount.Free) with { Counterparts = e.Units };
                }

                break;
        }
    }

    private static UnitStep StepOf(JournalEntry entry, string what, List<Parcel> units, string? fromAccount, ShadowAccount? from, string toAccount, ShadowAccount to, string? reservation = null) =>
        new(entry, what, units, fromAccount, from, toAccount, to, reservation, [], [], "");

    private static List<Parcel> Within(IReadOnlyList<Parcel> units, SerialBlock asked) => units
        .Where(u => Spelled.Overlap(u.Block, asked))
        .Select(u => new Parcel(u.Lot, new BlockRange(Max(u.Range.Start, asked.Start), Min(u.Range.End, asked.End))))
        .ToList();

    private static BlockNumber Max(BlockNumber a, BlockNumber b) => a < b ? b : a;

    private static BlockNumber Min(BlockNumber a, BlockNumber b) => a < b ? a : b;
}
