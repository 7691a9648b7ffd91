using System;
using System.Collections.Generic;
using System.Diagnostics.Metrics;
using System.Linq;
using Ccts.Registry.Adapters.Outbox;
using Ccts.Registry.Adapters.Watching;
using NodaTime;

namespace Ccts.Registry.Hosting;

/// <summary>
/// Observable gauges on the meter <see cref="RegistryDiagnostics.Name"/>: <c>ccts.outbox.open</c> by registry and state,
/// <c>ccts.outbox.oldest</c> in seconds, <c>ccts.registry.paused</c>, <c>ccts.registry.watch.lag</c> in seconds, and <c>ccts.registry.claimed</c>,
/// <c>ccts.registry.confirmed</c> and <c>ccts.registry.in-flight</c> in tonnes.
/// </summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class RegistryGauges : IDisposable
{
    private readonly Meter _meter = new(RegistryDiagnostics.Name);
    private readonly SteadyTime _time;
    private readonly List<OutboxDispatcher> _dispatchers = [];
    private readonly List<RegistryWatch> _watches = [];

    public RegistryGauges(SteadyTime time)
    {
        _time = time;
        _meter.CreateObservableGauge("ccts.outbox.open", Open, "{instruction}", "Instructions that are open.");
        _meter.CreateObservableGauge("ccts.outbox.oldest", Oldest, "s", "How long the oldest open instruction has been in its state.");
        _meter.CreateObservableGauge("ccts.registry.paused", Paused, "{pause}", "1 while a breaker pauses new business with the registry.");
        _meter.CreateObservableGauge("ccts.registry.watch.lag", Lag, "s", "How long ago the registry was last read whole.");
        _meter.CreateObservableGauge("ccts.registry.claimed", () => Tonnes(r => r.ClaimedTonnes), "t", "What the ledger claims.");
        _meter.CreateObservableGauge("ccts.registry.confirmed", () => Tonnes(r => r.ConfirmedTonnes), "t", "What of it the registry shows.");
        _meter.CreateObservableGauge("ccts.registry.in-flight", () => Tonnes(r => r.InFlightTonnes), "t", "What the reservations of open instructions hold, and what is in doubt.");
    }

    internal IDisposable Of(OutboxDispatcher dispatcher) => new Measured<OutboxDispatcher>(_dispatchers, dispatcher);

    internal IDisposable Of(RegistryWatch watch) => new Measured<RegistryWatch>(_watches, watch);

    public void Dispose() => _meter.Dispose();

    private List<Measurement<long>> Open() => ToDo().GroupBy(r => (r.Registry, r.State))
        .Select(g => new Measurement<long>(g.LongCount(), new("registry", g.Key.Registry), new("state", g.Key.State.Word()))).ToList();

    private List<Measurement<double>> Oldest() => ToDo().GroupBy(r => r.Registry, StringComparer.Ordinal)
        .Select(g => new Measurement<double>(Since(g.Min(r => r.StandsSince)), new KeyValuePair<string, object?>("registry", g.Key))).ToList();

    // Excludes finished instructions that only wait out the registry's settling time; an alarm on their age would sound for days.
    private IEnumerable<OutboxRecord> ToDo() => All(_dispatchers).SelectMany(d => d.Open()).Where(r => !(r.State.IsFinal() && r.IsSettled));

    private List<Measurement<int>> Paused() => All(_dispatchers).SelectMany(d => d.Registries())
        .Select(r => new Measurement<int>(r.IsPaused ? 1 : 0, new KeyValuePair<string, object?>("registry", r.Registry))).ToList();

    private List<Measurement<double>> Lag() => All(_watches).Where(w => w.SinceComplete is not null)
        .Select(w => new Measurement<double>(w.SinceComplete!.Value.TotalSeconds, new KeyValuePair<string, object?>("registry", w.Registry))).ToList();

    // Rounded for charts; the report has the exact figure.
    private List<Measurement<double>> Tonnes(Func<RegistryWatchReport, decimal> of) => All(_watches).Where(w => w.LatestComplete is not null)
        .Select(w => new Measurement<double>((double)of(w.LatestComplete!), new KeyValuePair<string, object?>("registry", w.Registry))).ToList();

    // Another owner's clock may be ahead of ours.
    private double Since(Instant then) => Math.Max(0, (Instant.FromDateTimeOffset(_time.GetUtcNow()) - then).TotalSeconds);

    private static T[] All<T>(List<T> measured)
    {
        lock (measured)
        {
            return [.. measured];
        }
    }

    private sealed class Measured<T> : IDisposable
    {
        private readonly List<T> _all;
        private readonly T _one;

        internal Measured(List<T> all, T one)
        {
            (_all, _one) = (all, one);
            lock (all)
            {
                all.Add(one);
            }
        }

        public void Dispose()
        {
            lock (_all)
            {
                _all.Remove(_one);
            }
        }
    }
}
