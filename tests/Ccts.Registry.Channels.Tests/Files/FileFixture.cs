using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Ccts.Registry.Adapters.Channels;
using Ccts.Registry.Adapters.Channels.Files;
using Ccts.Registry.Adapters.Channels.Icm;
using Ccts.Registry.Adapters.Exports;
using Ccts.Registry.Adapters.Registries;
using Ccts.Registry.Testing;
using Ccts.Sdk.Ledger.Blocks;

namespace Ccts.Registry.Channels.Tests.Files;

/// <summary>The file channel with a registry behind it that works after each instruction.</summary>
internal sealed class FileFixture : ChannelFixture
{
    private readonly FileRegistry _registry = new();
    private ulong _next = 1;

    private FileFixture()
    {
        Channel = new Carried(IcmChannels.OverFiles(new FileDrop(_registry.Instructions, _registry.Answers, "R-mill") { MostBytes = 1 << 20 }, time: _registry.Clock), _registry);
        _registry.State();
    }

    public override IRegistryChannel Channel { get; }

    public override IReadOnlyList<string> Secrets => [];

    public override bool DecidesLater => true;

    public override decimal Held => _registry.Held("R-mill");

    internal static Task<ChannelFixture> MakeAsync() => Task.FromResult<ChannelFixture>(new FileFixture());

    public override UnitInstruction? NewInstruction(InstructionKind kind)
    {
        var range = new BlockRange(_next, _next + 9);
        _next += 20;
        _registry.Issue("s", range, "R-mill");
        return new UnitInstruction
        {
            Key = $"{kind}/{range.Start}/../..", Kind = kind, Units = new SerialBlock("icm", "s", range), FromAccount = "R-mill", ToAccount = kind == InstructionKind.Transfer ? "R-buyer" : null,
            Beneficiary = "the \"beneficiary\", of Pune",
        };
    }

    public override BlockSet EffectOf(UnitInstruction instruction) => BlockSet.FromRanges(_registry.Effects.Where(e => e.Key == instruction.Key).Select(e => e.Range));

    public override int Requests(ChannelRequest request) => request == ChannelRequest.Instruction ? _registry.Taken : -1;

    public override bool TryScript(ChannelRequest request, ChannelFault fault)
    {
        if (request == ChannelRequest.Instruction)
        {
            var may = fault is ChannelFault.ErrorInOk or ChannelFault.UnexplainedErrorInOk or ChannelFault.OkWithRemark or ChannelFault.OkWithRemarkAfterActing or ChannelFault.OtherAnswer or ChannelFault.HalfDone or ChannelFault.HalfDoneAndDropped or ChannelFault.Pending or ChannelFault.Maintenance
                or ChannelFault.Truncated;
            if (may)
            {
                _registry.Script(fault);
            }

            return may;
        }

        if (request == ChannelRequest.Probe || fault is not (ChannelFault.Truncated or ChannelFault.Clamped or ChannelFault.Html or ChannelFault.Huge))
        {
            return false;
        }

        _registry.OfStatement = fault;
        _registry.State();
        return true;
    }

    protected override ValueTask DisposeCoreAsync()
    {
        _registry.Dispose();
        return base.DisposeCoreAsync();
    }

    /// <summary>Whoever carries files on comes by after each instruction.</summary>
    private sealed class Carried(FileChannel channel, FileRegistry registry) : IRegistryChannel
    {
        public string Registry => channel.Registry;

        public RegistryTraits Traits => channel.Traits;

        public async Task<ChannelOutcome> SendAsync(UnitInstruction instruction, CancellationToken cancellationToken = default)
        {
            var outcome = await channel.SendAsync(instruction, cancellationToken);
            registry.Work();
            return outcome;
        }

        public Task<RegistryOutcome<UnitsAnswer>> AskAsync(UnitInstruction instruction, string? reference, CancellationToken cancellationToken = default) => channel.AskAsync(instruction, reference, cancellationToken);

        public Task<ChannelOutcome> ProbeAsync(CancellationToken cancellationToken = default) => channel.ProbeAsync(cancellationToken);

        public IAsyncEnumerable<ExportRow> ReadHoldingsAsync(CancellationToken cancellationToken = default) => channel.ReadHoldingsAsync(cancellationToken);
    }
}
