using System;
using System.Globalization;
using System.Linq;
using System.Text;
using Ccts.Compliance.Years;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.Problems;

namespace Ccts.Compliance.Journals;

/// <summary>Reads one line of a year's journal, and checks that it is unchanged.</summary>
internal static class YearLine
{
    internal const string Format = "ccts-year-journal";
    internal const int Version = 1;

    internal static (string Entity, ComplianceYear Year, string Hash) Header(string line, string? file)
    {
        var (node, hash) = Open(line, "", file, 1);
        var problems = new ProblemList();
        var header = new ObjectReader(node, problems);
        var (format, version, entity) = (header.Text("format"), header.Integer("v"), header.Text("entity"));
        var year = header.Value<ComplianceYear>("year", ComplianceYear.TryParse);
        header.Done();
        if (format is not null && format != Format)
        {
            throw Bad(file, 1, "journal-header", $"This is \"{ShownText.Short(format)}\", not the journal of a compliance year.", Format);
        }

        if (version is { } v && v != Version)
        {
            throw Bad(file, 1, "journal-newer", $"The journal has version {v.ToString(CultureInfo.InvariantCulture)}.", $"version {Version.ToString(CultureInfo.InvariantCulture)}");
        }

        Throw(problems, 1);
        return string.IsNullOrWhiteSpace(entity)
            ? throw Bad(file, 1, "journal-header", "The header names no entity.", "a registration number or a name")
            : (entity!, year!.Value, hash);
    }

    internal static (YearEvent Event, string Hash) Event(string line, string previous, string? file, int number)
    {
        var (node, hash) = Open(line, previous, file, number);
        var problems = new ProblemList();
        var read = new ObjectReader(node, problems);
        var n = read.Integer("n");
        var on = read.Date("on");
        var move = read.Choice("move", YearWords.Moves);
        var role = read.Choice("role", YearWords.Roles);
        var (person, organisation, document, note) = (read.Text("person"), read.Text("organisation"), read.OptionalText("document"), read.OptionalText("note"));
        read.Done();
        Throw(problems, number);
        return n == number - 1
            ? (new YearEvent(on!.Value, move!.Value, new YearActor(role!.Value, person!, organisation!), document, note), hash)
            : throw Bad(file, number, "journal-order", $"Event {n} is where event {number - 1} should be.", "events in the order they were written");
    }

    internal static CctsDataException Bad(string? file, int line, string code, string message, string? expected, string? hint = null) =>
        new([new Problem(code, Severity.Error, message, new SourcePlace(file, line, 1, "")) { Expected = expected, Hint = hint }]);

    private static (LocatedNode Node, string Hash) Open(string line, string previous, string? file, int number)
    {
        if (!ChainedLine.TrySplit(Require.NotNull(line).TrimEnd('\r'), out var body, out var hash))
        {
            throw Bad(file, number, "journal-line", "The line is cut off or is not a journal's.", "a JSON object that ends with its hash", "A last line whose writing was cut short is cut off, and its move made again.");
        }

        if (!string.Equals(ChainedLine.Next(previous, body), hash, StringComparison.Ordinal))
        {
            throw Bad(file, number, "journal-damaged", "The line's text and its hash do not match.", "the text exactly as it was written", "This line, or an earlier one, was changed, moved or left out.");
        }

        var problems = new ProblemList();
        var node = LocatedJson.Read(Encoding.UTF8.GetBytes(body + "}"), file, problems);
        Throw(problems, number);
        return (node!, hash);
    }

    private static void Throw(ProblemList problems, int line)
    {
        if (problems.HasErrors)
        {
            throw new CctsDataException([.. problems.ToList().Select(p => p with { Place = p.Place with { Line = line } })]);
        }
    }
}
