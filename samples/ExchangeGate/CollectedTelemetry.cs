using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.IO;
using System.Linq;
using Ccts.Registry.Adapters.Outbox;

namespace ExchangeGate;

/// <summary>What a host reports of its registries: every instrument of their meter, how often it was recorded by its tags and the mean or, of a gauge, what it shows; and how often there was each span.</summary>
internal sealed class CollectedTelemetry : IDisposable
{
    private readonly MeterListener _meter = new();
    private readonly ActivityListener _spans;
    private readonly ConcurrentDictionary<string, (long Times, double Sum)> _recorded = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, double> _shown = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, long> _ended = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _names = new(StringComparer.Ordinal);

    internal CollectedTelemetry()
    {
        _meter.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == RegistryDiagnostics.Name)
            {
                _names.TryAdd(instrument.Name, false);
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _meter.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Add(instrument, value, tags));
        _meter.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags));
        _meter.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, value, tags));
        _meter.Start();
        _spans = new ActivityListener
        {
            ShouldListenTo = source => source.Name == RegistryDiagnostics.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = span => _ended.AddOrUpdate(span.OperationName, 1, (_, before) => before + 1),
        };
        ActivitySource.AddActivityListener(_spans);
    }

    public void Dispose()
    {
        _spans.Dispose();
        _meter.Dispose();
    }

    internal void Write(TextWriter output)
    {
        _meter.RecordObservableInstruments();
        var lines = _recorded.Select(r => $"{r.Key}: {r.Value.Times}{(r.Key.Contains("duration", StringComparison.Ordinal) ? $", mean {Figure(r.Value.Sum / r.Value.Times)} s" : "")}")
            .Concat(_shown.Select(s => $"{s.Key} shows {Figure(s.Value)}"))
            .Concat(_names.Where(n => !n.Value).Select(n => n.Key + ": never"))
            .Concat(_ended.Select(e => $"span {e.Key}: {e.Value}"));
        output.WriteLine($"meter, spans    {RegistryDiagnostics.Name}");
        foreach (var line in lines.Order(StringComparer.Ordinal))
        {
            output.WriteLine("                " + line);
        }
    }

    private void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        _names[instrument.Name] = true;
        var name = instrument.Name;
        foreach (var tag in tags)
        {
            name += $" {tag.Key}={tag.Value}";
        }

        if (instrument.IsObservable)
        {
            _shown[name] = value;
        }
        else
        {
            _recorded.AddOrUpdate(name, (1, value), (_, before) => (before.Times + 1, before.Sum + value));
        }
    }

    private static string Figure(double value) => value.ToString("0.####", CultureInfo.InvariantCulture);
}
