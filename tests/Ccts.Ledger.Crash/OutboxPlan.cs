using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Ccts.Registry.Adapters.Channels;
using Ccts.Registry.Adapters.Outbox;
using Ccts.Registry.Adapters.Registries;
using Ccts.Registry.Stub;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Blocks;
using Ccts.Sdk.Ledger.Outbox;
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

    /// <param name="seed">Of the numbers and kinds.</param>
    /// <param name="endsAtHome">Whether units that come back stay there, where a late copy of the first instruction would find them.</param>
    internal OutboxPlan(int seed, bool endsAtHome = false)
    {
        var random = new Random(seed);
        var ranges = Enumerable.Range(0, 9).Select(i => new BlockRange((ulong)((i * 2 * Width) + 1 + random.Next(5)), (ulong)((i * 2 * Width) + Width + random.Next(5)))).ToList();
        IEnumerable<UnitInstruction> End(int i, BlockRange range) => endsAtHome ? [] : [New("end-" + i, InstructionKind.Retire, range, "mill", null)];
        Chains = ranges.Select((range, i) => i % 4 == 3
            ? [New("to-" + i, InstructionKind.Transfer, range, "mill", "buyer"), New("back-" + i, InstructionKind.Transfer, range, "buyer", "mill"), .. End(i, range)]
            : new[] { New("one-" + i, (InstructionKind)random.Next(3), range, "mill", "buyer") }).ToList();
    }

    /// <summary>Each one's instructions in order; the next is given when the one before it is settled.</summary>
    internal IReadOnlyList<UnitInstruction[]> Chains { get; }

    internal IEnumerable<UnitInstruction> All => Chains.SelectMany(c => c);

    internal static IssueUnits Issue { get; } = new("issue", At, "mill", new Parcel(new UnitLot("icm", Scope, UnitKinds.Ccc, 2025), new BlockRange(1, Issued)));

    internal static ReserveUnits Reserve(UnitInstruction instruction, string? key = null) =>
        new(key ?? instruction.Key, At, instruction.Ledger!.Account, key ?? instruction.Key, new ChosenUnits(instruction.Units), ReservationPurpose.Other);

    /// <summary>Gives every instruction in its turn, and waits until all are settled.</summary>
    internal async Task GiveAsync(LedgerEngine engine, IStoredOutbox outbox, OutboxDispatcher dispatcher, Task running, Action<string> tell)
    {
        var chains = Chains.Select(c => new Queue<UnitInstruction>(c)).ToList();
        var given = new Dictionary<Queue<UnitInstruction>, string>();
        while (chains.Count > 0)
        {
            foreach (var chain in chains.Where(c => !given.TryGetValue(c, out var key) || outbox.Find(key) is { } row && OutboxText.Read(row).IsSettled).ToList())
            {
                if (!chain.TryDequeue(out var next))
                {
                    chains.Remove(chain);
                    continue;
                }

                var answer = await engine.ExecuteAsync(Reserve(next), [next.ToIntent()]).ConfigureAwait(false);
                tell(answer.IsAccepted ? "ok " + next.Key : $"refused {next.Key} {answer.Refusal!.Message}");
                given[chain] = next.Key;
                dispatcher.Wake();
            }

            if (running.IsCompleted)
            {
                await running.ConfigureAwait(false);
            }

            await Task.Delay(10).ConfigureAwait(false);
        }
    }

    /// <summary>How the registry answers: by an odd seed badly now and then.</summary>
    internal static StubOptions Weather(int seed) => new()
    {
        Seed = seed,
        LateBy = TimeSpan.FromMilliseconds(300),
        FaultsInThousand = seed % 2 == 0 ? 0 : 120,
        Faults =
        [
            StubFault.Throttled, StubFault.ServerError, StubFault.ServerErrorAfterActing, StubFault.Html, StubFault.HtmlAfterActing, StubFault.Truncated, StubFault.DroppedBeforeActing,
            StubFault.DroppedAfterActing, StubFault.LateEffect, StubFault.Doubled, StubFault.ExpiredToken, StubFault.Maintenance, StubFault.IgnoredFilter, StubFault.Clamped, StubFault.OtherAnswer,
        ],
    };

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
