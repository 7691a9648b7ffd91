using System;
using System.Diagnostics.CodeAnalysis;
using Ccts.Sdk;

namespace Ccts.Registry.Adapters.Serials;

/// <content>Reading with explanations: forgives common slips, and says exactly where a text stops being a serial.</content>
public sealed partial class SerialGrammars
{
    /// <summary>Reads a serial: first exactly, then forgiving slips of typing and pasting, each of which becomes a warning.</summary>
    /// <param name="text">The serial as it was given.</param>
    /// <param name="reading">The reading, or null.</param>
    /// <param name="error">Why not, or null.</param>
    /// <param name="registry">The registry's id where known; null to detect it.</param>
    public bool TryRead(
        string text,
        [NotNullWhen(true)] out SerialReading? reading,
        [NotNullWhen(false)] out SerialError? error,
        string? registry = null)
    {
        reading = null;
        error = Unreadable(Require.NotNull(text), registry);
        if (error is not null)
        {
            return false;
        }

        Span<FieldSlice> fields = stackalloc FieldSlice[SerialGrammar.MaxFields];
        if (registry is null ? TryMatch(text.AsSpan(), fields, out var match) : TryMatch(registry, text.AsSpan(), fields, out match))
        {
            reading = SerialReadings.Of(text, text, match.Grammar, fields, match.Range, ReadingSlips.None);
            return true;
        }

        var loose = LooseText.Of(text, out var slips);
        var miss = default(NearMiss);
        foreach (var grammar in Candidates(registry))
        {
            fields.Clear();
            var matcher = new FormMatcher(grammar.Form, loose.AsSpan(), fields, forgiving: true);
            var matched = matcher.Run();
            if (matched && grammar.TryRange(loose.AsSpan(), fields, out var range))
            {
                reading = SerialReadings.Of(text, loose, grammar, fields, range, slips | matcher.Slips);
                return true;
            }

            var found = matched
                ? NearMiss.OfRange(grammar, loose, fields)
                : new NearMiss(grammar, matcher.FurthestPosition, matcher.FurthestStep);
            miss = found.IsNearerThan(miss) ? found : miss;
        }

        error = OfAnother(text, registry) ?? miss.Explain(loose);
        return false;
    }

    /// <summary>Reads a serial.</summary>
    /// <exception cref="FormatException">The text is no serial; the message says where it goes wrong.</exception>
    public SerialReading Read(string text, string? registry = null) => TryRead(text, out var reading, out var error, registry)
        ? reading
        : throw new FormatException(error.Message);

    // Read for one registry, a serial of another is an error, but one that can be named.
    private SerialError? OfAnother(string text, string? registry) => registry is not null && TryRead(text, out var reading, out _)
        ? new SerialError("not-recognised", 0, $"\"{registry}\" writes no serials like this; it is one of \"{reading.Registry}\".", reading.Grammar.Id)
        : null;

    private SerialGrammar[] Candidates(string? registry) => registry is null ? _inOrder : _byRegistry[registry];

    private SerialError? Unreadable(string text, string? registry)
    {
        if (registry is not null && !_byRegistry.ContainsKey(registry))
        {
            return new SerialError("unknown-registry", 0, $"No grammar is known for the registry \"{registry}\"; known are {string.Join(", ", Registries)}.");
        }

        if (string.IsNullOrWhiteSpace(text))
        {
            return new SerialError("empty", 0, "There is no serial here.");
        }

        return text.Length > MaxSerialLength
            ? new SerialError("too-long", MaxSerialLength, $"A serial has at most {MaxSerialLength} characters; this text has more.")
            : null;
    }
}
