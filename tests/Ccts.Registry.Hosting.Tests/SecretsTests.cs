using System;
using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Linq;
using System.Threading.Tasks;
using Ccts.Registry.Adapters.Outbox;
using Ccts.Registry.Stub;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Quantities;

namespace Ccts.Registry.Hosting.Tests;

/// <summary>A host whose registry goes wrong in every way: neither the client's secret nor a token is in a log message, a span, a tag of a metric or the store.</summary>
[Collection("hosts")]
public sealed class SecretsTests
{
    private static readonly string[] Secrets = ["stub-secret", "stub-token-", "Bearer ", "Basic "];

    private static readonly StubFault[] Faults =
    [
        StubFault.Throttled, StubFault.ServerErrorAfterActing, StubFault.CompletedInServerError, StubFault.UnexplainedErrorInOk, StubFault.Html, StubFault.Truncated, StubFault.OtherAnswer,
        StubFault.DroppedAfterActing, StubFault.Doubled, StubFault.ExpiredToken, StubFault.Redirect, StubFault.Huge, StubFault.EchoedSecret,
    ];

    [Fact]
    public async Task No_secret_is_in_anything_that_is_told()
    {
        var told = new ConcurrentQueue<string>();
        using var spans = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = a => told.Enqueue(a.OperationName + string.Concat(a.TagObjects.Select(t => $" {t.Key}={t.Value}")) + a.StatusDescription),
        };
        ActivitySource.AddActivityListener(spans);
        using var meters = new MeterListener { InstrumentPublished = (i, l) => l.EnableMeasurementEvents(i) };
        meters.SetMeasurementEventCallback<long>((i, _, tags, _) => told.Enqueue(i.Name + string.Concat(tags.ToArray().Select(t => $" {t.Key}={t.Value}"))));
        meters.SetMeasurementEventCallback<double>((i, _, tags, _) => told.Enqueue(i.Name + string.Concat(tags.ToArray().Select(t => $" {t.Key}={t.Value}"))));
        meters.Start();

        await using var host = await RegistryHost.StartAsync();
        host.Registry.Script(StubRequest.Token, StubFault.Html);
        foreach (var fault in Faults)
        {
            host.Registry.Script(StubRequest.Instruction, fault);
            host.Registry.Script(StubRequest.Question, fault);
            host.Registry.Script(StubRequest.Page, fault);
        }

        for (var i = 0; i < 10; i++)
        {
            // The breaker opens meanwhile; a refusal stays with its key, so each try has one of its own.
            var tries = 0;
            await RegistryHost.UntilAsync(() => host.TryInstruct($"k{i}-{tries++}", (ulong)(i * 10) + 1) || host.Engine.Account("mill")!.Tonnes(UnitKinds.Ccc, ShadowAccount.Free) <= 100 - ((i + 1) * 10), "it is taken");
        }

        await RegistryHost.UntilAsync(() => host.Engine.Account("mill")!.Tonnes(UnitKinds.Ccc, ShadowAccount.Retired) == 100, "everything is retired");
        Assert.Equal(10, host.Registry.Effects.Select(e => e.Key).Distinct().Count());
        Assert.Contains(told, t => t.StartsWith("ccts.registry.request", StringComparison.Ordinal));
        var store = host.Dispatcher.Open().Select(r => r.ToString());
        foreach (var secret in Secrets)
        {
            // The HTTP client and server of the framework keep headers out of what they tell, too.
            Assert.DoesNotContain(host.Log.All, l => l.Contains(secret, StringComparison.Ordinal));
            Assert.DoesNotContain(told.Concat(store), t => t.Contains(secret, StringComparison.Ordinal));
        }
    }
}
