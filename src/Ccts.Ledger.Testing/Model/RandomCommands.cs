using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Blocks;
using NodaTime;

namespace Ccts.Ledger.Testing.Model;

/// <summary>Random commands over few accounts, numbers and reservations, so that they collide. Half of them are refused.</summary>
public static class RandomCommands
{
    /// <summary>How many random numbers a command takes.</summary>
    public const int Dice = 10;

    private static readonly string[] Accounts = ["A", "B", "C"];
    private static readonly Instant Noon = Instant.FromUtc(2026, 10, 15, 6, 30);

    /// <summary>The limits that <see cref="NaiveLedger"/> knows: certificates may be surrendered for ever, offset units are valid for a year and may not.</summary>
    public static LedgerPolicy Policy { get; } = new()
    {
        Units = [new UnitRule("ccc", MayBeSurrendered: true), new UnitRule("offset-ccc", MayBeSurrendered: false) { ValidityMonths = 12 }],
        Oversell = new OversellRule(BreachesToBar: 3, BarMonths: 6),
    };

    private static readonly LocalDate Today = Noon.WithOffset(Policy.CivilTime).Date;

    /// <summary>So many commands of a seed, under keys of their own.</summary>
    public static IReadOnlyList<LedgerCommand> Of(int seed, int count)
    {
        var random = new Random(seed);
        return Enumerable.Range(0, count)
            .Select(i => Of(FormattableString.Invariant($"{seed}-{i}"), Enumerable.Range(0, Dice).Select(_ => random.Next(1_000_000)).ToList()))
            .ToList();
    }

    /// <summary>The command of one roll of dice.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="roll"><see cref="Dice"/> numbers that are not negative.</param>
    public static LedgerCommand Of(string key, IReadOnlyList<int> roll)
    {
        if (key is null || roll is null)
        {
            throw new ArgumentNullException(key is null ? nameof(key) : nameof(roll));
        }

        var account = Accounts[roll[1] % 3];
        var other = Accounts[(roll[1] + 1 + (roll[2] % 2)) % 3];
        var at = Noon + Duration.FromHours(roll[3] % 20);
        var id = "r" + (roll[4] % 3).ToString(CultureInfo.InvariantCulture);
        var units = Selection(roll, id);
        return (roll[0] % 23) switch
        {
            0 or 1 or 2 => new IssueUnits(key, at, account, Entering(roll)) { Into = roll[4] % 5 == 0 ? ShadowAccount.Pending : ShadowAccount.Free },
            3 => new ReceiveUnits(key, at, account, Entering(roll), "outside") { Into = roll[4] % 2 == 0 ? ShadowAccount.Free : (ShadowAccount)(roll[6] % 12) },
            4 or 5 or 6 => new ReserveUnits(key, at, account, id, units, roll[5] % 2 == 0 ? ReservationPurpose.Sale : ReservationPurpose.Other, roll[6] % 2 == 0 ? Noon + Duration.FromHours(roll[6] % 20) : null),
            7 => new ReleaseUnits(key, at, account, id, roll[5] % 2 == 0 ? null : 1 + (roll[5] % 9)) { Blocks = roll[5] % 4 == 0 ? Numbers(roll) : null },
            8 or 9 or 10 => new TransferUnits(key, at, account, other, units) { Into = roll[5] % 7 == 0 ? ShadowAccount.Pending : ShadowAccount.Free },
            11 => new SurrenderUnits(key, at, account, 2024 + (roll[5] % 3), units),
            12 => new BankUnits(key, at, account, units),
            13 or 14 => new AssignUnits(key, at, account, units, (ShadowAccount)(roll[5] % 9)),
            15 => new RetireUnits(key, at, account, units),
            16 => new ExpireUnits(key, at, account, units),
            17 => new CancelUnits(key, at, account, units, "why"),
            18 => new BufferUnits(key, at, account, units),
            19 => new ReverseUnits(key, at, account, units is OldestUnits o ? o with { From = ShadowAccount.Buffered, Tonnes = 1 + (roll[8] % 3), Vintage = null } : units, "why"),
            20 => new ClawBackUnits(key, at, account, other, units, "why"),
            21 => new ConvertUnits(key, at, account, roll[5] % 3 == 0 ? units : new OldestUnits("ccc", Entering(roll).Tonnes), Entering(roll)),
            _ => (roll[5] % 4) switch
            {
                0 => new PauseBusiness(key, at, roll[6] % 2 == 0 ? "icm" : null, roll[7] % 3 == 0, "x") { Holder = roll[8] % 3 == 0 ? "breaker" : null },
                1 => new FreezeAccount(key, at, account, roll[7] % 3 == 0, "x"),
                2 => new ReverseUnits(key, at, account, new OldestUnits("ccc", 1) { From = ShadowAccount.Buffered }, "why"),
                _ => new ExpireUnits(key, at, account, new OldestUnits("offset-ccc", 1 + (roll[8] % 4))),
            },
        };
    }

    private static Parcel Entering(IReadOnlyList<int> roll)
    {
        var start = (ulong)(roll[7] % 90);
        var units = Units(start, start + (ulong)(roll[8] % 12), roll[9] % 3 == 0 ? "offset-ccc" : "ccc", 2023 + (roll[9] % 4), roll[9] % 2 == 0 ? "s" : "t");

        // Some have no dates; others were issued a day after to fourteen months before, and some have a last day.
        LocalDate? issued = (roll[9] / 12 % 5) switch { 0 => Today.PlusDays(1), 1 => Today.PlusMonths(-12), 2 => Today.PlusMonths(-14), 3 => Today, _ => null };
        LocalDate? expires = (roll[9] / 60 % 8) switch { 0 => Today, 1 => Today.PlusDays(1), 2 when !(issued > Today.PlusDays(-1)) => Today.PlusDays(-1), _ => null };
        return units with { Lot = units.Lot.Dated(issued, expires < issued ? null : expires) };
    }

    private static List<SerialBlock> Numbers(IReadOnlyList<int> roll)
    {
        var start = (ulong)(roll[3] % 60);
        return [Block(start, start + (ulong)(roll[8] % 3), roll[9] % 2 == 0 ? "s" : "t"), Block(start + 4, start + 4, roll[9] % 2 == 0 ? "s" : "t")];
    }

    private static UnitSelection Selection(IReadOnlyList<int> roll, string id)
    {
        var from = (roll[6] % 9) switch { 0 => (ShadowAccount)(roll[6] % 12), 1 or 2 => ShadowAccount.Banked, _ => ShadowAccount.Free };
        switch (roll[2] % 5)
        {
            case 0:
                var start = (ulong)(roll[7] % 90);
                var blocks = new List<SerialBlock> { Block(start, start + (ulong)(roll[8] % 5), roll[9] % 2 == 0 ? "s" : "t") };
                if (roll[8] % 3 == 0)
                {
                    blocks.Add(Block(start + 7, start + 8, roll[9] % 2 == 0 ? "s" : "t"));
                }

                return new ChosenUnits(blocks) { From = from };
            case 1:
                return new ReservedUnits(id, roll[7] % 2 == 0 ? null : 1 + (roll[7] % 6)) { Blocks = roll[7] % 4 == 0 ? Numbers(roll) : null };
            default:
                return new OldestUnits(roll[9] % 3 == 0 ? "offset-ccc" : "ccc", 1 + (roll[8] % (roll[7] % 5 == 0 ? 40 : 8)))
                {
                    From = from,
                    Vintage = roll[7] % 4 == 0 ? 2023 + (roll[7] % 4) : null,
                    Registry = roll[7] % 9 == 0 ? "icm" : null,
                };
        }
    }

    private static Parcel Units(ulong start, ulong end, string kind, int vintage, string scope) => new(new UnitLot("icm", scope, kind, vintage), new BlockRange(start, end));

    private static SerialBlock Block(ulong start, ulong end, string scope) => new("icm", scope, start, end);
}
