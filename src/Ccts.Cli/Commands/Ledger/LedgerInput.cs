using System.Collections.Generic;
using System.CommandLine;
using System.IO;
using System.Text;
using Ccts.Cli.Input;
using Ccts.Cli.Output;
using Ccts.Rules.Rulesets;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Formats.Csv;
using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Blocks;
using Ccts.Sdk.Ledger.Journal;
using Ccts.Sdk.Problems;
using NodaTime;

namespace Ccts.Cli.Commands.Ledger;

/// <summary>What an import brings: commands as JSON lines, or opening holdings as CSV.</summary>
internal static class LedgerInput
{
    private const int MaxBytes = 256 * 1024 * 1024;
    private static readonly string[] Columns = ["account", "registry", "scope", "kind", "vintage", "start", "end"];
    private static readonly string[] Further = ["source"];

    /// <exception cref="CctsDataException">The file has errors; all are listed.</exception>
    internal static List<(LedgerCommand Command, int Line)> Read(string path, bool csv, Instant? at)
    {
        var problems = new ProblemList();
        var bytes = Inputs.Read(path, MaxBytes);
        var name = Inputs.NameOf(path);
        var commands = csv ? Holdings(bytes, name, at, problems) : Commands(bytes, name, problems);
        return problems.HasErrors ? throw new CctsDataException(problems.ToList()) : commands;
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

    private static CctsDataException Bad(string message, string? expected) =>
        new([new Problem("bad-option", Severity.Error, message, default) { Expected = expected }]);

    private static List<(LedgerCommand Command, int Line)> Commands(byte[] bytes, string? name, ProblemList problems)
    {
        var commands = new List<(LedgerCommand, int)>();
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

    private static List<(LedgerCommand Command, int Line)> Holdings(byte[] bytes, string? name, Instant? at, ProblemList problems)
    {
        var commands = new List<(LedgerCommand, int)>();
        if (at is not { } when)
        {
            problems.Error("bad-option", default, "Holdings carry no time.", "--at with an instant such as 2026-10-15T09:30:00Z");
            return commands;
        }

        if (CsvTable.OpenFound(bytes, name, problems, MaxBytes, Columns, Further) is not { } table)
        {
            return commands;
        }

        while (table.ReadRecord() is { } row)
        {
            if (Parcel(row, problems) is { } units)
            {
                // The block is its own key: importing the same file again changes nothing.
                commands.Add((new ReceiveUnits($"import/{Sha256.Of(Encoding.UTF8.GetBytes(units.Block.ToString()))}", when, row.Text("account") ?? "", units, row.OptionalText("source")), row.Row.Line));
            }
        }

        return commands;
    }

    private static Parcel? Parcel(CsvRecord row, ProblemList problems)
    {
        var lot = new UnitLot(row.Text("registry") ?? "", row.OptionalText("scope") ?? "", row.Text("kind") ?? "", row.Value<int>("vintage", TryVintage) ?? 0);
        var start = row.Value<BlockNumber>("start", TryNumber);
        var end = row.Value<BlockNumber>("end", TryNumber);
        if (start is not { } first || end is not { } last)
        {
            return null;
        }

        if (last < first)
        {
            problems.Error("bad-value", row.PlaceOf("end"), $"The block ends at {last}, before its start {first}.", "an end at or after the start");
            return null;
        }

        return new Parcel(lot, new BlockRange(first, last));
    }

    private static bool TryVintage(string text, out int value, out string? reason)
    {
        reason = "a year from 1900 to 2998";
        return int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out value) && value is >= 1900 and <= 2998;
    }

    private static bool TryNumber(string text, out BlockNumber value, out string? reason)
    {
        reason = "digits 0-9, at most 2^128 - 1";
        return BlockNumber.TryParse(text, out value);
    }
}
