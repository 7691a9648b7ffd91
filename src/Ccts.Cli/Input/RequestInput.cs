using System;
using System.Collections.Generic;
using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.Problems;

namespace Ccts.Cli.Input;

/// <summary>One request of an input and the line it begins on.</summary>
internal sealed record RequestInput(byte[] Bytes, string? Name, int FirstLine)
{
    /// <summary>The place of a member in the table whose row is the request; null for JSON.</summary>
    internal Func<string, SourcePlace>? Cell { get; init; }

    /// <summary>One request; one per row of a table; or one per line: many when the first line is a complete document and others follow.</summary>
    /// <exception cref="CctsDataException">The text is in no encoding that can be read, or the table cannot be read.</exception>
    internal static IReadOnlyList<RequestInput> Split(byte[] file, string? name)
    {
        if (RequestRows.Find(file, name) is { } rows)
        {
            return rows;
        }

        var problems = new ProblemList();
        if (!Utf8Text.TryStrip(file, name, problems, out var bytes))
        {
            throw new CctsDataException(problems.ToList());
        }

        var lines = new List<RequestInput>();
        var number = 1;
        for (var start = 0; start < bytes.Length; number++)
        {
            var end = Array.IndexOf(bytes, (byte)'\n', start);
            end = end < 0 ? bytes.Length : end;
            var line = bytes[start..end];
            if (!IsBlank(line))
            {
                lines.Add(new RequestInput(line, name, number));
                if (lines.Count == 1 && !IsDocument(line))
                {
                    break;
                }
            }

            start = end + 1;
        }

        return lines.Count > 1 ? lines : [new RequestInput(bytes, name, 1)];
    }

    /// <summary>The problem with its line counted in the whole input, or with its cell.</summary>
    internal Problem Place(Problem problem) => Cell is not null ? problem with { Place = Cell(problem.Place.Pointer) } :
        problem with { Place = problem.Place with { Line = problem.Place.Line == 0 ? 0 : problem.Place.Line + FirstLine - 1 } };

    private static bool IsBlank(byte[] line) => Array.TrueForAll(line, b => b is (byte)' ' or (byte)'\t' or (byte)'\r');

    private static bool IsDocument(byte[] line)
    {
        var problems = new ProblemList();
        return LocatedJson.Read(line, null, problems) is not null;
    }
}
