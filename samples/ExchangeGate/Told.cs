using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.IO;
using System.Linq;
using Ccts.Registry.Adapters.Outbox;

namespace ExchangeGate;

/// <summary>What the meter of registries reported: how often each instrument was recorded, by its tags, and the mean.</summary>
internal sealed class Told : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly ConcurrentDictionary<string, (long Times, double Sum)> _all = new(StringComparer.Ordinal);

    internal Told()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == RegistryDiagnostics.Name && !instrument.IsObservable)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags));
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, value, tags));
        _listener.Start();
    }

    public void Dispose() => _listener.Dispose();

    internal void Write(TextWriter output)
    {
        output.WriteLine($"meter           {RegistryDiagnostics.Name}");
        foreach (var (name, (times, sum)) in _all.OrderBy(t => t.Key, StringComparer.Ordinal))
        {
            var mean = name.Contains("duration", StringComparison.Ordinal) ? ", mean " + (sum / times).ToString("0.0000", CultureInfo.InvariantCulture) + " s" : "";
            output.WriteLine($"                {name}: {times}{mean}");
        }
    }

    private void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var name = instrument.Name;
        foreach (var tag in tags)
        {
            name += $" {tag.Key}={tag.Value}";
        }

        _all.AddOrUpdate(name, (1, value), (_, before) => (before.Times + 1, before.Sum + value));
    }
}
