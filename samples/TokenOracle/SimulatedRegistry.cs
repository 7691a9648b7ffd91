using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Ccts.Registry.Adapters.Channels;
using Ccts.Registry.Adapters.Exports;
using Ccts.Registry.Adapters.Registries;
using Ccts.Sdk.Law;
using Ccts.Sdk.Ledger.Blocks;
using NodaTime;

namespace TokenOracle;

/// <summary>A registry in this process: it holds units in one account, retires and cancels them, and reports their state. The real registry's interface is not published.</summary>
internal sealed class SimulatedRegistry(string account) : IRegistryChannel
{
    private readonly List<(SerialBlock Units, UnitState State, string? Reference)> _units = [];

    public string Registry => "icm";

    public RegistryTraits Traits { get; } = new()
    {
        Registry = "icm", Title = "A simulated registry", Status = InterfaceStatus.Provisional,
        SettlingTime = new Trait<Duration>(Duration.FromMinutes(1), Evidence.Assumption, "this sample"),
        RequestsPerMinute = new Trait<int>(60_000, Evidence.Assumption, "this sample"), PageLimit = new Trait<int>(null, Evidence.Unknown, "this sample"),
    };

    internal void Issue(SerialBlock units) => _units.Add((units, UnitState.Held, null));

    public Task<ChannelOutcome> SendAsync(UnitInstruction instruction, CancellationToken cancellationToken = default)
    {
        var state = instruction.Kind == InstructionKind.Retire ? UnitState.Retired : UnitState.Cancelled;
        var at = _units.FindIndex(u => u.State == UnitState.Held && u.Units.Contains(instruction.Units));
        if (at < 0)
        {
            return Task.FromResult(ChannelOutcome.UnitsElsewhere("The units are not in the account."));
        }

        var (held, _, _) = _units[at];
        _units.RemoveAt(at);
        _units.AddRange(BlockSet.Of(held.Range).Subtract(BlockSet.Of(instruction.Units.Range)).Ranges.Select(r => (held.With(r), UnitState.Held, (string?)null)));
        _units.Add((instruction.Units, state, instruction.Key));
        return Task.FromResult(ChannelOutcome.Confirmed("SIM-" + instruction.Key));
    }

    public Task<RegistryOutcome<UnitsAnswer>> AskAsync(UnitInstruction instruction, string? reference, CancellationToken cancellationToken = default) =>
        Task.FromResult(RegistryOutcome.Confirmed(Answer(instruction.Units)));

    internal UnitsAnswer Answer(SerialBlock units) => new([.. _units.Where(u => u.Units.Overlaps(units)).Select(u => new UnitsPart(u.Units.Range, u.State, account, u.Reference))]);

    public Task<ChannelOutcome> ProbeAsync(CancellationToken cancellationToken = default) => Task.FromResult(ChannelOutcome.Confirmed());

    public async IAsyncEnumerable<ExportRow> ReadHoldingsAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await Task.CompletedTask;
        yield break;
    }
}
