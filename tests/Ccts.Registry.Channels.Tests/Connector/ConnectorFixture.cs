using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Ccts.Registry.Adapters.Channels;
using Ccts.Registry.Adapters.Channels.Connector;
using Ccts.Registry.Adapters.Channels.Http;
using Ccts.Registry.Adapters.Registries;
using Ccts.Registry.Adapters.Serials;
using Ccts.Registry.Testing;
using Ccts.Sdk.Ledger.Blocks;

namespace Ccts.Registry.Channels.Tests.Connector;

/// <summary>The connector's channel with the connector of its document behind it.</summary>
internal sealed class ConnectorFixture : ChannelFixture
{
    internal const string Secret = "s3cr3t of the connector's client";

    private readonly Dictionary<SerialBlock, ConnectorLot> _lots = [];
    private readonly ConnectorChannel _channel;
    private int _next = 1;

    internal ConnectorFixture()
    {
        var access = new HttpAccess(new Uri("https://connector.example/app/api/v1"), new Uri("https://connector.example/token"), "host", Secret, "098B0A25") { Timeout = TimeSpan.FromSeconds(2), MostPages = 50 };
        _channel = new ConnectorChannel(access, ConnectorProgram.Verra, new ConnectorOptions
        {
            LotOf = block => _lots.GetValueOrDefault(block),
            BeneficiaryAttribute = "beneficialOwner",
            Rules = ConnectorRules.Shipped with { PageSize = 2 },
        }, Stub);
    }

    internal ConnectorStub Stub { get; } = new();

    public override IRegistryChannel Channel => _channel;

    public override IReadOnlyList<string> Secrets => [Secret, "connector-token-"];

    public override decimal Held => Stub.Held;

    internal static Task<ChannelFixture> MakeAsync() => Task.FromResult<ChannelFixture>(new ConnectorFixture());

    public override UnitInstruction? NewInstruction(InstructionKind kind)
    {
        if (kind != InstructionKind.Retire)
        {
            return null;
        }

        // The form of a serial that Verra prints; the batch is made up.
        var start = 1000 * _next;
        var serial = $"90001-{start}-{start + 9}-VCS-VCU-1491-VER-BR-1-513-01012018-31122018-0";
        var block = SerialGrammars.BuiltIn.Read(serial).Block!.Value;
        _lots[block] = new ConnectorLot("EIN-" + _next, _next);
        Stub.Issue(_next, "EIN-" + _next, serial, 10);
        return new UnitInstruction { Key = "retire-" + _next++, Kind = kind, Units = block, FromAccount = "098B0A25", Beneficiary = "the \"beneficiary\" of Pune" };
    }

    public override BlockSet EffectOf(UnitInstruction instruction) => Stub.Retired.Contains(instruction.Key) ? BlockSet.Of(instruction.Units.Range) : BlockSet.Empty;

    public override int Requests(ChannelRequest request) => request == ChannelRequest.Instruction ? Stub.Requests.GetValueOrDefault(request) : -1;

    public override string? Received => Stub.LastInstruction;

    public override bool TryScript(ChannelRequest request, ChannelFault fault)
    {
        // Lots are sent whole, so nothing is half done; and no answer to an instruction says that it is done.
        if (fault is ChannelFault.HalfDone or ChannelFault.HalfDoneAndDropped or ChannelFault.OkWithRemark or ChannelFault.OkWithRemarkAfterActing || (request == ChannelRequest.Question && fault == ChannelFault.Clamped))
        {
            return false;
        }

        if (fault == ChannelFault.Pending)
        {
            Stub.NextStatus = "PENDING_CUSTODIAN_RETIREMENT";
        }

        // A page that is sorted otherwise is no fault of the first; the second shows it.
        Stub.Script(request, fault is ChannelFault.Reordered or ChannelFault.RepeatedPage ? [null, fault] : [fault]);
        return true;
    }

    protected override ValueTask DisposeCoreAsync()
    {
        _channel.Dispose();
        Stub.Dispose();
        return base.DisposeCoreAsync();
    }
}
