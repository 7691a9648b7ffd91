using System;
using System.IO;
using System.Linq;
using System.Net;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Ccts.Hosting;
using Ccts.Ledger.Hosting;
using Ccts.Registry.Adapters.Channels.Http;
using Ccts.Registry.Adapters.Channels.Icm;
using Ccts.Registry.Adapters.Outbox;
using Ccts.Registry.Adapters.Watching;
using Ccts.Registry.AspNetCore;
using Ccts.Registry.Stub;
using Ccts.Rules.Rulesets.Catalogs;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Blocks;
using Ccts.Sdk.Quantities;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace ExchangeGate;

/// <summary>An exchange gateway: a host built from the SDK's packages, with a stub registry behind it.</summary>
internal sealed class Gate : IAsyncDisposable
{
    /// <summary>The largest request body, in bytes.</summary>
    internal const int MostBytes = 4096;

    private const string Secret = "stub-secret";

    private static readonly Duration Settling = Duration.FromSeconds(2);

    private readonly GateOptions _options;
    private readonly WebApplication _application;
    private readonly HttpChannel _channel;

    private Gate(GateOptions options, StubRegistry registry)
    {
        (_options, Registry) = (options, registry);
        var access = new HttpAccess(registry.Address, registry.TokenAddress, "host", Secret, [.. options.Members.Keys.Select(OrderDesk.AtRegistry)]) { Timeout = TimeSpan.FromSeconds(2) };
        _channel = IcmChannels.OverHttp(access);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Error);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, options.Port);
            // The server also counts chunk headers; the gateway counts the body only.
            kestrel.Limits.MaxRequestBodySize = 8 * MostBytes;
        });
        builder.Services.AddCcts();
        builder.Services.AddCctsLedger(ledger => (ledger.Path, ledger.Year) = (Path.Combine(options.Folder, "ledger.db"), Session.Year));
        builder.Services.AddCctsRegistryLink(_ => new RegistryLink(_channel, Link(options)));
        builder.Services.AddCctsOutbox(outbox => outbox.Working = new OutboxDispatcherOptions { Owner = "exchange-gate", LookEvery = Duration.FromMilliseconds(50) });
        builder.Services.AddCctsRegistryWatch(IcmChannels.Registry, new RegistryWatchOptions
        {
            Accounts = [.. options.Members.Keys],
            RegistryAccounts = options.Members.Keys.ToDictionary(m => m, OrderDesk.AtRegistry, StringComparer.Ordinal),
            Every = Duration.FromSeconds(2),
        });
        builder.Services.AddSingleton(services => new Session(services.GetRequiredService<LiveCatalog>().Current, services.GetRequiredService<IClock>()));
        builder.Services.AddSingleton<OrderDesk>();
        builder.Services.AddSingleton(services => new GateState(services, registry, options.Members.Keys));
        _application = builder.Build();
        Map(_application);
    }

    internal StubRegistry Registry { get; }

    internal IServiceProvider Services => _application.Services;

    internal Uri Address => new(_application.Urls.First());

    internal GateState State => Services.GetRequiredService<GateState>();

    private IClock Clock => Services.GetRequiredService<IClock>();

    internal static async Task<Gate> StartAsync(GateOptions options, CancellationToken cancellation = default)
    {
        Directory.CreateDirectory(options.Folder);
        var registry = await StubRegistry.StartAsync(new StubOptions { ClientSecret = Secret, FaultsInThousand = 0, LateBy = TimeSpan.FromSeconds(1) });
        var gate = new Gate(options, registry);
        gate.Issue();
        await gate.Services.GetRequiredService<Session>().OpenAsync(gate.Services.GetRequiredService<LedgerEngine>(), options.Members.Keys, gate._channel, gate.Clock, cancellation);
        registry.GoWrong(options.FaultsInThousand, options.Faults);
        await gate._application.StartAsync(cancellation);
        return gate;
    }

    internal Task UntilStoppedAsync() => _application.WaitForShutdownAsync();

    public async ValueTask DisposeAsync()
    {
        await _application.StopAsync();
        await _application.DisposeAsync();
        _channel.Dispose();
        await Registry.DisposeAsync();
    }

    private static RegistryLinkOptions Link(GateOptions options) => new()
    {
        SettlingTime = Settling,
        RequestsPerMinute = 600_000,
        Burst = 1000,
        MostAtOnce = 32,
        Patience = new OutboxPolicy(Settling) { FirstPause = Duration.FromMilliseconds(50), LongestPause = Duration.FromSeconds(1), AttemptTimeout = Settling },
        BreakAfter = options.BreakAfter,
        BreakWindow = Duration.FromSeconds(10),
        BreakFor = Duration.FromSeconds(3),
    };

    // The registry and the books begin with the same units.
    private void Issue()
    {
        var (engine, next) = (Services.GetRequiredService<LedgerEngine>(), 1UL);
        foreach (var (member, tonnes) in _options.Members.Where(m => m.Value > 0))
        {
            var range = new BlockRange(next, next + (ulong)tonnes - 1);
            next += (ulong)tonnes;
            Registry.Issue(OrderDesk.AtRegistry(member), "2025", range);
            var answer = engine.Execute(new IssueUnits("issue/" + member, Clock.GetCurrentInstant(), member, new Parcel(new UnitLot(IcmChannels.Registry, "2025", UnitKinds.Ccc, Session.Year.StartYear), range)));
            _ = answer.IsAccepted ? answer : throw new InvalidOperationException(answer.Refusal!.Message);
        }
    }

    private void Map(WebApplication application)
    {
        application.Use(GatePage.Readable);
        application.Use(GatePage.OwnAlone);
        application.MapPost("/orders", (RequestDelegate)TakeAsync);
        application.MapPost("/session/close", (RequestDelegate)CloseAsync);
        application.MapGet("/state", (RequestDelegate)(context => GatePage.JsonAsync(context, 200, State.Now())));
        application.MapGet("/", (RequestDelegate)GatePage.ShowAsync);
        application.MapHealthChecks("/health");
        application.MapCctsRegistryReport("/registries");
    }

    private async Task TakeAsync(HttpContext context)
    {
        // One byte more than the limit, whatever length the sender states.
        var body = new byte[MostBytes + 1];
        var read = await context.Request.Body.ReadAtLeastAsync(body, body.Length, throwOnEndOfStream: false, context.RequestAborted);
        if (read > MostBytes)
        {
            throw new BadHttpRequestException("The body is too large.", StatusCodes.Status413PayloadTooLarge);
        }

        var (order, fault) = Order.Read(body[..read], [.. _options.Members.Keys]);
        var answer = order is null ? null : await Services.GetRequiredService<OrderDesk>().TakeAsync(order);
        await (order is null ? GatePage.JsonAsync(context, 400, GateState.Fault("malformed", fault))
            : answer is null ? GatePage.JsonAsync(context, 409, GateState.Fault("other-order", $"The id {order.Id} is that of another order."))
            : GatePage.JsonAsync(context, 200, State.WriteAnswer(answer)));
    }

    private async Task CloseAsync(HttpContext context)
    {
        var (proof, receipt, verifies) = Services.GetRequiredService<Session>().Close(Clock);
        await File.WriteAllTextAsync(Path.Combine(_options.Folder, "proof.json"), receipt.Text, context.RequestAborted);
        await GatePage.JsonAsync(context, 200, State.Proved(proof, receipt, verifies));
    }
}
