using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Registry.Adapters.Channels;
using Ccts.Registry.Adapters.Registries;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Blocks;
using NodaTime;

namespace Ccts.Ledger.Crash;

/// <summary>
/// What a host wants of its registry, always the same for a seed: units that are retired, cancelled or transferred each by themselves, and some that
/// go to the buyer, come back and are retired, one instruction after the other on the same numbers.
/// </summary>
internal sealed class OutboxPlan
{
    internal const int Issued = 400;
    internal const string Scope = "s";
    private const int Width = 10;
    private static readonly Instant At = Instant.FromUtc(2026, 10, 15, 6, 30);

    internal OutboxPlan(int seed)
    {
        var random = new Random(seed);
        var ranges = Enumerable.Range(0, 9).Select(i => new BlockRange((ulong)((i * 2 * Width) + 1 + random.Next(5)), (ulong)((i * 2 * Width) + Width + random.Next(5)))).ToList();
        Chains = ranges.Select((range, i) => i % 4 == 3
            ? [New("to-" + i, InstructionKind.Transfer, range, "mill", "buyer"), New("back-" + i, InstructionKind.Transfer, range, "buyer", "mill"), New("end-" + i, InstructionKind.Retire, range, "mill", null)]
            : new[] { New("one-" + i, (InstructionKind)random.Next(3), range, "mill", "buyer") }).ToList();
    }

    /// <summary>Each one's instructions in order; the next is given when the one before it is settled.</summary>
    internal IReadOnlyList<UnitInstruction[]> Chains { get; }

    internal IEnumerable<UnitInstruction> All => Chains.SelectMany(c => c);

    internal static IssueUnits Issue { get; } = new("issue", At, "mill", new Parcel(new UnitLot("icm", Scope, UnitKinds.Ccc, 2025), new BlockRange(1, Issued)));

    internal static ReserveUnits Reserve(UnitInstruction instruction, string? key = null) =>
        new(key ?? instruction.Key, At, instruction.Ledger!.Account, key ?? instruction.Key, new ChosenUnits(instruction.Units), ReservationPurpose.Other);

    private static UnitInstruction New(string key, InstructionKind kind, BlockRange range, string from, string? to)
    {
        to = kind == InstructionKind.Transfer ? to : null;
        return new UnitInstruction
        {
            Key = key,
            Kind = kind,
            Units = new SerialBlock("icm", Scope, range),
            FromAccount = "R-" + from,
            ToAccount = to is null ? null : "R-" + to,
            Purpose = kind == InstructionKind.Cancel ? "a test" : null,
            Ledger = new LedgerEffect(from, key, to),
        };
    }
}
