using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Ccts.Sdk.Problems;

namespace Ccts.Cli.Output;

/// <summary>JSON for programs: UTF-8, no byte order mark, members in the order of the contract.</summary>
internal static class JsonOutput
{
    private static readonly JsonWriterOptions Readable = new() { Indented = true, Encoder = PrintableJson.Encoder };

    private static MemoryStream? s_kept;

    /// <summary>Whether the output goes into a file whose writer reports what could not be understood.</summary>
    internal static bool IsKept => s_kept is not null;

    /// <summary>Writes to the JSON output: that of the program, or a buffer.</summary>
    internal static void To(Action<Stream> write)
    {
        if (s_kept is { } kept)
        {
            write(kept);
            return;
        }

        using var output = Console.OpenStandardOutput();
        write(output);
    }

    /// <summary>Returns the JSON of some work instead of printing it.</summary>
    internal static (int Code, byte[] Said) Keep(Func<int> work)
    {
        // Text for people goes where it goes otherwise, also if nothing has been written yet.
        _ = Terminal.Out;
        var console = Console.Out;
        using var kept = new MemoryStream();
        using var lines = new StreamWriter(kept, new UTF8Encoding(false)) { AutoFlush = true };
        try
        {
            s_kept = kept;
            Console.SetOut(lines);
            return (work(), kept.ToArray());
        }
        finally
        {
            Console.SetOut(console);
            s_kept = null;
        }
    }

    internal static void Write(JsonNode json) => To(output => Write(json, output));

    /// <summary>Into the file at a path; without a path, to the JSON output.</summary>
    internal static void Write(JsonNode json, string? path)
    {
        if (path is null)
        {
            Write(json);
            return;
        }

        OutputFile.Save(path, file => Write(json, file));
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
