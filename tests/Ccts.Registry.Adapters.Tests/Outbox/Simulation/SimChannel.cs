using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Ccts.Registry.Adapters.Channels;
using Ccts.Registry.Adapters.Exports;
using Ccts.Registry.Adapters.Outbox;
using Ccts.Registry.Adapters.Registries;
using Ccts.Sdk.Law;
using Ccts.Sdk.Ledger.Blocks;
using NodaTime;

namespace Ccts.Registry.Adapters.Tests.Outbox.Simulation;

/// <summary>One process's way to the registry, over a network that loses, delays and doubles.</summary>
internal sealed class SimChannel(SimWorld world, SimFaults faults, SimRegistry registry, SimDisk disk, SimProcess process, List<string> violations) : IRegistryChannel
{
    public string Registry => "sim";

    public RegistryTraits Traits { get; } = new()
    {
        Registry = "sim",
        Title = "the simulated registry",
        Status = InterfaceStatus.Documented,
        SettlingTime = new Trait<Duration>(SimFaults.Settling, Evidence.Verbatim, "the simulation"),
        RequestsPerMinute = new Trait<int>(60, Evidence.Verbatim, "the simulation"),
        PageLimit = new Trait<int>(null, Evidence.Unknown, ""),
    };

    public Task<ChannelOutcome> SendAsync(UnitInstruction instruction, CancellationToken cancellationToken = default)
    {
        RequireAttempt(instruction.Key);
        instruction = Truly(instruction);
        var source = Cancellable<ChannelOutcome>(cancellationToken);
        var isBad = world.Now < faults.Until;
        var copies = isBad && world.Chance(faults.Doubled) ? 2 : 1;
        for (var copy = 0; copy < copies; copy++)
        {
            if (isBad && world.Chance(faults.RequestLost))
            {
                continue;
            }

            // A copy comes late, but not later than an attempt lasts.
            var delay = copy == 0 ? Delay() : world.Between(Duration.Zero, SimFaults.Timeout - Duration.FromSeconds(1));
            world.After(delay, null, () =>
            {
                var outcome = registry.Receive(instruction);
                if (outcome is not null && !(isBad && world.Chance(faults.AnswerLost)))
                {
                    world.After(Delay(), process, () => source.TrySetResult(outcome));
                }
            });
        }

        return source.Task;
    }

    public Task<RegistryOutcome<UnitsAnswer>> AskAsync(UnitInstruction instruction, string? reference, CancellationToken cancellationToken = default)
    {
        var asked = instruction;
        instruction = Truly(instruction);
        var source = Cancellable<RegistryOutcome<UnitsAnswer>>(cancellationToken);
        var isBad = world.Now < faults.Until;
        if (!isBad || !world.Chance(faults.RequestLost))
        {
            world.After(Delay(), null, () =>
            {
                var answer = InWordsOf(asked, registry.Answer(instruction));
                world.After(Delay(), process, () => source.TrySetResult(answer));
            });
        }

        return source.Task;
    }

    public Task<ChannelOutcome> ProbeAsync(CancellationToken cancellationToken = default) =>
        world.AfterAsync(Delay(), process, () => world.Now < faults.Until && world.Chance(faults.QuestionFails) ? ChannelOutcome.Unknown("server-error", "500") : ChannelOutcome.Confirmed());

    public IAsyncEnumerable<ExportRow> ReadHoldingsAsync(CancellationToken cancellationToken = default) => AsyncEnumerable.Empty<ExportRow>();

    // Where something is taken out of the machinery, an instruction names a scope or an account of its own, and the registry knows better.
    private static UnitInstruction Truly(UnitInstruction instruction) => instruction with
    {
        Units = new SerialBlock("sim", instruction.Units.Scope.Split('#')[0], instruction.Units.Range),
        ToAccount = instruction.ToAccount?.Split('#')[0],
    };

    private static RegistryOutcome<UnitsAnswer> InWordsOf(UnitInstruction asked, RegistryOutcome<UnitsAnswer> answer) => answer.Value is not { } told
        ? answer
        : RegistryOutcome.Confirmed(told with { Parts = told.Parts.Select(p => p with { Account = p.Account == asked.ToAccount?.Split('#')[0] ? asked.ToAccount : p.Account }).ToList() });

    private void RequireAttempt(string key)
    {
        if (disk.Moves.LastOrDefault(m => m.Key == key).Move is not { Cause: OutboxCause.Send })
        {
            violations.Add($"{world.Now}: {key} left before its attempt was durable.");
        }
    }

    private TaskCompletionSource<T> Cancellable<T>(CancellationToken cancellationToken)
    {
        var source = new TaskCompletionSource<T>();
        cancellationToken.Register(() => source.TrySetCanceled(cancellationToken));
        return source;
    }

    private Duration Delay() => world.Between(Duration.FromMilliseconds(5), world.Chance(0.05) ? SimFaults.Timeout * 2 : Duration.FromMilliseconds(300));
}
