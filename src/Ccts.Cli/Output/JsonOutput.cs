using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Ccts.Sdk.Problems;

namespace Ccts.Cli.Output;

/// <summary>JSON for programs: UTF-8, no byte order mark, members in the order of the contract.</summary>
internal static class JsonOutput
{
    private static readonly JsonWriterOptions Readable = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal static void Write(JsonNode json)
    {
        using var output = Console.OpenStandardOutput();
        Write(json, output);
    }

    internal static void Write(JsonNode json, Stream output)
    {
        using (var writer = new Utf8JsonWriter(output, Readable))
        {
            json.WriteTo(writer);
        }

        output.WriteByte((byte)'\n');
    }

    /// <summary>What every command prints with --json when its input is bad.</summary>
    internal static JsonObject Problems(IEnumerable<Problem> problems) => new()
    {
        ["ok"] = false,
        ["problems"] = new JsonArray([.. problems.Select(p => (JsonNode)ProblemJson.Write(p, withPosition: true))]),
    };
}
