using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Text.RegularExpressions;
using Json.Schema;

namespace Ccts.Tests.Shared;

/// <summary>What a JSON Schema of the project says of a document, by an implementation that is not ours.</summary>
internal sealed partial class SchemaCheck
{
    private static readonly EvaluationOptions AsList = new() { OutputFormat = OutputFormat.List };
    private static readonly ConcurrentDictionary<string, SchemaCheck> Made = new(StringComparer.Ordinal);
    private readonly JsonSchema _schema;

    private SchemaCheck(string text)
    {
        // A registry of its own: the same schema may be read by several tests of a run.
        _schema = JsonSchema.FromText(WithoutSlashesInKeys(text), new BuildOptions { SchemaRegistry = new SchemaRegistry(), Dialect = Dialect.Draft07 });
    }

    internal static SchemaCheck FromFile(string path) => FromText(File.ReadAllText(path));

    // Making one takes longer than any document does.
    internal static SchemaCheck FromText(string text) => Made.GetOrAdd(text, t => new SchemaCheck(t));

    /// <summary>What is wrong, each with its place; empty where the document is as the schema says.</summary>
    internal IReadOnlyList<string> Errors(string json)
    {
        using var document = JsonDocument.Parse(json);
        EvaluationResults result;
        lock (_schema)
        {
            result = _schema.Evaluate(document.RootElement, AsList);
        }

        return result.IsValid ? [] : [.. (result.Details ?? []).Where(d => d.Errors is not null).SelectMany(d => d.Errors!.Select(e => $"{d.InstanceLocation}: {e.Value}")).DefaultIfEmpty("not valid")];
    }

    // JsonSchema.Net 8.0.5 looks a pattern with a slash up under its escaped name and throws; the same pattern without one is found.
    private static string WithoutSlashesInKeys(string schema) => PatternKey().Replace(schema, key => key.Value.Replace("/", "\\\\x2F", StringComparison.Ordinal));

    [GeneratedRegex("\"\\^[^\"]*/[^\"]*\" *:")]
    private static partial Regex PatternKey();

    internal bool Fits(string json) => Errors(json).Count == 0;
}
