using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Ccts.Registry.Adapters.Channels;
using Ccts.Registry.Adapters.Channels.Http;
using Ccts.Registry.Adapters.Channels.Icm;
using Ccts.Registry.Adapters.Registries;
using Ccts.Registry.Stub;
using Ccts.Registry.Testing;
using Ccts.Sdk.Ledger.Blocks;

namespace Ccts.Registry.Channels.Tests;

/// <summary>The HTTP channel with the stub registry behind it.</summary>
internal sealed class StubFixture : ChannelFixture
{
    internal const string Secret = "s3cr3t/of the host";

    private readonly HttpChannel _channel;
    private readonly Noting _network = new();
    private ulong _next = 1;

    private StubFixture(StubRegistry registry)
    {
        Registry = registry;
        _channel = IcmChannels.OverHttp(Access(registry), Profile(), _network);
    }

    internal StubRegistry Registry { get; }

    public override IRegistryChannel Channel => _channel;

    public override IReadOnlyList<string> Secrets => [Secret, "stub-token-", Uri.EscapeDataString(Secret)];

    public override decimal Held => Registry.Units.Where(u => u.State == "ACTIVE" && u.Account == "R-mill").Sum(u => u.Range.Count.ToDecimal());

    internal static async Task<ChannelFixture> MakeAsync() => new StubFixture(await StubRegistry.StartAsync(new StubOptions { ClientSecret = Secret, Time = null }));

    internal static HttpAccess Access(StubRegistry registry, params string[] accounts) =>
        new(registry.Address, registry.TokenAddress, "host", Secret, accounts.Length == 0 ? ["R-mill"] : accounts) { Timeout = TimeSpan.FromSeconds(2), MostPages = 50 };

    // Pages of two, so that five blocks need three of them.
    internal static HttpProfile Profile() => IcmChannels.Profile with { PageSize = 2 };

    public override UnitInstruction? NewInstruction(InstructionKind kind)
    {
        var range = new BlockRange(_next, _next + 9);
        _next += 20;
        Registry.Issue("R-mill", "s", range);
        return new UnitInstruction
        {
            Key = $"{kind}-{range.Start}",
            Kind = kind,
            Units = new SerialBlock(IcmChannels.Registry, "s", range),
            FromAccount = "R-mill",
            ToAccount = kind == InstructionKind.Transfer ? "R-buyer" : null,
            Beneficiary = "the \"beneficiary\" of Pune",
        };
    }

    public override BlockSet EffectOf(UnitInstruction instruction) =>
        BlockSet.FromRanges(Registry.Effects.Where(e => e.Key == instruction.Key && e.Scope == instruction.Units.Scope).Select(e => e.Range));

    public override int Requests(ChannelRequest request) => Registry.Requests(Of(request));

    public override string? Received => _network.Body;

    public override bool TryScript(ChannelRequest request, ChannelFault fault)
    {
        var stub = fault == ChannelFault.Silent ? StubFault.NeverEnds : Enum.Parse<StubFault>(fault.ToString());
        // A page that is sorted otherwise is no fault of the first; the second shows it.
        if (fault is ChannelFault.Reordered or ChannelFault.RepeatedPage)
        {
            Registry.Script(Of(request), StubFault.None);
        }

        Registry.Script(Of(request), stub);
        return true;
    }

    protected override async ValueTask DisposeCoreAsync()
    {
        _channel.Dispose();
        _network.Dispose();
        await Registry.DisposeAsync();
        await base.DisposeCoreAsync();
    }

    /// <summary>Notes what leaves with an instruction.</summary>
    private sealed class Noting() : DelegatingHandler(HttpAccess.NewHandler())
    {
        internal string? Body { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (request.Method == HttpMethod.Post && request.RequestUri!.AbsolutePath.EndsWith("instructions", StringComparison.Ordinal))
            {
                Body = await request.Content!.ReadAsStringAsync(cancellationToken);
            }

            return await base.SendAsync(request, cancellationToken);
        }
    }

    private static StubRequest Of(ChannelRequest request) => Enum.Parse<StubRequest>(request.ToString());
}
