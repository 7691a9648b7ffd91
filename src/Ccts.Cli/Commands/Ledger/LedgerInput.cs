using System;
using System.Collections.Generic;
using System.CommandLine;
using System.IO;
using System.Text;
using Ccts.Cli.Input;
using Ccts.Cli.Output;
using Ccts.Rules.Rulesets;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Formats.Csv;
using Ccts.Sdk.Formats.Files;
using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Blocks;
using Ccts.Sdk.Ledger.Journal;
using Ccts.Sdk.Problems;
using NodaTime;
using static Ccts.Cli.Input.BadOption;

namespace Ccts.Cli.Commands.Ledger;

/// <summary>What an import brings: commands as JSON lines, or opening holdings as CSV or JSON.</summary>
internal static class LedgerInput
{
    private const int MaxBytes = 256 * 1024 * 1024;
    private const string Asked = "commands as JSON lines, or holdings";

    /// <exception cref="CctsDataException">The file has errors; all are listed.</exception>
    internal static List<(LedgerCommand Command, int Line)> Read(string path, Instant? at)
    {
        var problems = new ProblemList();
        var bytes = Inputs.Table(path, MaxBytes);
        var name = Inputs.NameOf(path);
        var commands = IsTable(path, bytes) ? Holdings(at, problems, when => Rows(bytes, name, when, problems))
            : ListedHoldings.Find(bytes, name, MaxBytes) is { } rows ? Holdings(at, problems, when => ListedHoldings.Read(rows, name, when, problems)) : Commands(bytes, name, problems);
        if (commands.Count == 0 && !problems.HasErrors)
        {
            problems.Error("nothing-to-import", new SourcePlace(name, 1, 1, ""), "The file holds neither a command nor a holding.", Asked, "Look whether it was written at all, or is the wrong file.");
        }

        return problems.HasErrors ? throw new CctsDataException(problems.ToList()) : commands;
    }

    // A file's content decides its kind, packed or not; for an empty file its name does.
    private static bool IsTable(string path, byte[] bytes)
    {
        var first = Array.Find(bytes, b => b is not (0xEF or 0xBB or 0xBF or (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n'));
        return path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase)
            || (first is not (0 or (byte)'{' or (byte)'[') && !path.EndsWith(".jsonl", StringComparison.OrdinalIgnoreCase) && !path.EndsWith(".json", StringComparison.OrdinalIgnoreCase) && path != Inputs.StandardInput);
    }

    internal static LedgerPolicy Policy(string? path, string? year, ParseResult parsed, RulesetOptions rulesets)
    {
        if (year is not null)
        {
            return path is not null ? throw Bad("--policy and --year both give the limits.", "one of them")
                : ComplianceYear.TryParse(year, out var of, out var reason) ? LedgerLimits.Of(rulesets.ChooseCompliance(parsed, of))
                : throw Bad($"--year \"{year}\" cannot be read.", reason);
        }

        if (rulesets.AreGiven(parsed))
        {
            throw Bad("A ruleset was chosen, and no compliance year.", "--year, e.g. 2025-26");
        }

        if (path is null)
        {
            return LedgerPolicy.Bare;
        }

        var problems = new ProblemList();
        var root = LocatedJson.Read(Inputs.Read(path, LocatedJson.DefaultMaxBytes), Inputs.NameOf(path), problems);
        var policy = root is null ? LedgerPolicy.Bare : PolicyReader.Read(root, problems);
        return problems.HasErrors ? throw new CctsDataException(problems.ToList()) : policy;
    }

    private static List<(LedgerCommand Command, int Line)> Commands(byte[] bytes, string? name, ProblemList problems)
    {
        var commands = new List<(LedgerCommand, int)>();
        if (FileContent.Of(bytes) is { IsText: false } other)
        {
            problems.Add(other.NotThis(name, Asked));
        }

        if (problems.HasErrors || !Utf8Text.TryStrip(bytes, name, problems, out bytes))
        {
            return commands;
        }

        // One document over several lines would be a slip in each of them.
        if (FirstLine(bytes) is { Length: > 0 } first && first[^1] != (byte)'}')
        {
            if (LocatedJson.Read(bytes, name, problems, MaxBytes) is { } whole)
            {
                problems.Error("wrong-type", whole.Place, $"Found {whole.Describe()}.", "one command a line; or holdings, as a list or as \"ccts ledger export --json\" writes them");
            }

            return commands;
        }

        var reader = new CommandReader(name, problems);
        var lines = new Utf8Lines(new MemoryStream(bytes), name);
        try
        {
            foreach (var content in lines.Read())
            {
                if (content.Length > 0 && reader.Read(content, lines.Line) is { } command)
                {
                    commands.Add((command, lines.Line));
                }
            }
        }
        catch (CctsDataException bad)
        {
            foreach (var problem in bad.Problems)
            {
                problems.Add(problem);
            }
        }

        return commands;
    }

    private static ReadOnlySpan<byte> FirstLine(ReadOnlySpan<byte> bytes)
    {
        var text = bytes.Trim(" \t\r\n"u8);
        var end = text.IndexOf((byte)'\n');
        return (end < 0 ? text : text[..end]).TrimEnd(" \t\r"u8);
    }

    private static List<(LedgerCommand Command, int Line)> Holdings(Instant? at, ProblemList problems, Func<Instant, List<(LedgerCommand Command, int Line)>> read)
    {
        if (at is { } when)
        {
            return read(when);
        }

        problems.Error("bad-option", default, "Holdings carry no time.", "--at with an instant such as 2026-10-15T09:30:00Z");
        return [];
    }

    private static List<(LedgerCommand Command, int Line)> Rows(byte[] bytes, string? name, Instant when, ProblemList problems) =>
        CsvTable.OpenFound(bytes, name, problems, MaxBytes, OpeningHoldings.Columns, OpeningHoldings.OptionalColumns) is { } table
            ? new OpeningHoldings(when, problems).Read(table)
            : [];
}
