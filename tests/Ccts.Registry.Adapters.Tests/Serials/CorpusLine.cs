using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;

namespace Ccts.Registry.Adapters.Tests.Serials;

/// <summary>One published serial with the values of its source's own columns.</summary>
internal sealed record CorpusLine(string Registry, string Serial, string Variant, JsonElement Expected)
{
    internal static IReadOnlyList<string> Registries { get; } = Directory.GetFiles(Folder, "*.jsonl")
        .Select(f => Path.GetFileNameWithoutExtension(f)!)
        .Where(f => f is not ("relations" or "cross_registry" or "negatives"))
        .Order(StringComparer.Ordinal)
        .ToArray();

    internal static IReadOnlyList<CorpusLine> All { get; } = Registries.SelectMany(Read).ToArray();

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Corpus");

    internal static IEnumerable<JsonElement> Objects(string name) =>
        System.IO.File.ReadLines(Path.Combine(Folder, name + ".jsonl")).Select(line => JsonDocument.Parse(line).RootElement);

    internal string? Text(string name) => Expected.TryGetProperty(name, out var value) ? value.ToString() : null;

    private static IEnumerable<CorpusLine> Read(string registry) => Objects(registry).Select(line => new CorpusLine(
        registry, line.GetProperty("serial").GetString()!, line.GetProperty("variant").GetString()!, line.GetProperty("expected")));
}
