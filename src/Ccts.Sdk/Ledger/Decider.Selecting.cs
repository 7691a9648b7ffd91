using System.Collections.Generic;
using System.Linq;
using System.Runtime.InteropServices;
using Ccts.Sdk.Ledger.Blocks;

namespace Ccts.Sdk.Ledger;

/// <content>Which units a command gets.</content>
internal readonly ref partial struct Decider
{
    /// <summary>Units found, or the refusal.</summary>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct FoundUnits(IReadOnlyList<Parcel> Units, ShadowAccount From, Refusal? Refusal)
    {
        public static implicit operator FoundUnits(Refusal no) => new([], default, no);
    }

    private FoundUnits Oldest(AccountState account, OldestUnits wanted, MoveCause? use, int? year)
    {
        var missing = wanted.Tonnes;
        Refusal? passedOver = null;
        List<Parcel>? many = null;
        if (account.BookOf(wanted.Kind)?.Stocked(wanted.From) is { } lots)
        {
            for (var i = 0; i < lots.Count; i++)
            {
                var holding = lots[i];
                if (!wanted.Admits(holding.Lot))
                {
                    continue;
                }

                var shelf = holding.At(wanted.From)!;
                if (Unusable(holding.Lot, shelf.First, use, year) is { } no)
                {
                    passedOver ??= no;
                    continue;
                }

                foreach (var range in shelf.Runs())
                {
                    var parcel = new Parcel(holding.Lot, range);
                    if (parcel.Tonnes >= missing)
                    {
                        parcel = parcel with { Range = new BlockRange(range.Start, range.Start + (ulong)(missing - 1)) };
                        if (many is null)
                        {
                            return new FoundUnits([parcel], wanted.From, null);
                        }

                        many.Add(parcel);
                        return new FoundUnits(many, wanted.From, null);
                    }

                    (many ??= []).Add(parcel);
                    missing -= parcel.Tonnes;
                }
            }
        }

        return passedOver ?? No(RefusalCode.NotEnough) with { Asked = wanted.Tonnes, Available = wanted.Tonnes - missing };
    }

    private FoundUnits Chosen(AccountState account, ChosenUnits wanted, MoveCause? use, int? year)
    {
        var blocks = wanted.Blocks.ToList();
        blocks.Sort();
        for (var i = 1; i < blocks.Count; i++)
        {
            if (blocks[i].Overlaps(blocks[i - 1]))
            {
                return No(RefusalCode.ChosenTwice) with { Block = blocks[i] };
            }
        }

        var units = new List<Parcel>(blocks.Count);
        foreach (var block in wanted.Blocks)
        {
            var next = block.Start;
            while (true)
            {
                if (Locate(account, block, next, wanted.From) is not { } piece)
                {
                    return Elsewhere(account, block.With(new BlockRange(next, block.End)));
                }

                if (Unusable(piece.Lot, piece.Range, use, year) is { } no)
                {
                    return no;
                }

                units.Add(piece);
                if (piece.Range.End == block.End)
                {
                    break;
                }

                next = piece.Range.End + BlockNumber.One;
            }
        }

        return new FoundUnits(units, wanted.From, null);
    }

    private FoundUnits Reserved(AccountState account, ReservedUnits wanted, MoveCause use, int? year)
    {
        var found = Held(account, wanted, out var open);
        if (found.Refusal is not null)
        {
            return found;
        }

        if (open!.Until is { } until && _command.At >= until && !use.IsProtective(ShadowAccount.Quarantined))
        {
            return No(RefusalCode.ReservationLapsed) with { Subject = wanted.Reservation };
        }

        for (var i = 0; i < found.Units.Count; i++)
        {
            if (Unusable(found.Units[i].Lot, found.Units[i].Range, use, year) is { } no)
            {
                return no;
            }
        }

        return found;
    }

    /// <summary>What a reservation holds, whether or not its time is over.</summary>
    private FoundUnits Held(AccountState account, ReservedUnits wanted, out Reservation? open)
    {
        open = account.FindReservation(wanted.Reservation);
        if (open is null)
        {
            return No(RefusalCode.UnknownReservation) with { Subject = wanted.Reservation };
        }

        if (wanted.Blocks is { } blocks)
        {
            return Numbered(open, blocks);
        }

        if (wanted.Tonnes is not { } tonnes || tonnes == open.Tonnes)
        {
            return new FoundUnits(open.Units, ShadowAccount.Reserved, null);
        }

        return tonnes > open.Tonnes
            ? No(RefusalCode.NotEnough) with { Asked = tonnes, Available = open.Tonnes }
            : new FoundUnits(Reservation.Split(open.Units, tonnes).Taken, ShadowAccount.Reserved, null);
    }

    private FoundUnits Numbered(Reservation open, IReadOnlyList<SerialBlock> blocks)
    {
        var named = ReservedPieces.InOrder(blocks, out var twice);
        if (twice is not null)
        {
            return No(RefusalCode.ChosenTwice) with { Block = twice };
        }

        var pieces = ReservedPieces.Divide(open.Units, named);
        return pieces.FirstNotTaken(named) is { } missing
            ? No(RefusalCode.NotHeld) with { Block = missing, Subject = open.Id }
            : new FoundUnits(pieces.Taken, ShadowAccount.Reserved, null);
    }

    /// <summary>The piece of the block that begins at a number and lies in one run of a lot at the place, or null.</summary>
    private static Parcel? Locate(AccountState account, SerialBlock block, BlockNumber from, ShadowAccount place)
    {
        foreach (var holding in account.LotsOf(block.Registry, block.Scope))
        {
            if (holding.At(place)?.Holding(from) is { } run)
            {
                return new Parcel(holding.Lot, new BlockRange(from, BlockNumber.Min(run.End, block.End)));
            }
        }

        return null;
    }

    /// <summary>Says where the first unit of a block is, if not where it was expected.</summary>
    private Refusal Elsewhere(AccountState account, SerialBlock block)
    {
        for (var place = ShadowAccount.Free; place <= ShadowAccount.Converted; place++)
        {
            if (Locate(account, block, block.Start, place) is { } piece)
            {
                return No(place.IsFinal() ? RefusalCode.Final : RefusalCode.Elsewhere) with { Block = piece.Block, Place = place };
            }
        }

        foreach (var (holder, _) in account.Reserved.Within(block.With(new BlockRange(block.Start, block.Start))))
        {
            return No(RefusalCode.HeldByReservation) with { Block = block, Subject = holder.Id };
        }

        return No(RefusalCode.NotHeld) with { Block = block };
    }
}
