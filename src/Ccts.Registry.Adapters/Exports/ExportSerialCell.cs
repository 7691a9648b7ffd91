using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Registry.Adapters.Reconciliation;
using Ccts.Registry.Adapters.Serials;
using Ccts.Sdk.Blocks;
using Ccts.Sdk.Problems;

namespace Ccts.Registry.Adapters.Exports;

/// <summary>Reads the serial of a row, or the several that one cell holds, and holds the columns beside it to what it says.</summary>
internal sealed class ExportSerialCell(SerialGrammars grammars, ExportFormat format, string file, bool isJson)
{
    private static readonly char[][] Separators = [[';', '\n', '\r', '|'], [',']];

    internal IReadOnlyList<ExportRow> Read(StatementEntry entry, string from, string to, Problem? fault)
    {
        if (grammars.TryRead(entry.Serial!, out var reading, out var error))
        {
            return [One(entry, reading, from, to, fault)];
        }

        return Several(entry, fault) ?? [new ExportRow(entry, Told("serial-unreadable", Severity.Error, error.Message, entry, "serial"))];
    }

    private ExportRow One(StatementEntry entry, SerialReading reading, string from, string to, Problem? fault)
    {
        var block = reading.Block;
        if (block is null && (from.Length > 0 || to.Length > 0))
        {
            if (!ExportValues.TryNumber(from, isJson, out var start) || !ExportValues.TryNumber(to, isJson, out var end) || start > end)
            {
                fault ??= Told("range-unreadable", Severity.Error, $"\"{ExportRowReader.Short(from)}\" to \"{ExportRowReader.Short(to)}\" are not the first and last number of a block.", entry, "from")
                    with { Expected = "two whole numbers, the first not above the last", Hint = "A spreadsheet may have shortened them; export the file again and open it as text." };
            }
            else
            {
                block = new SerialBlock(reading.Registry, reading.Scope, start, end);
            }
        }

        var read = entry with
        {
            Registry = reading.Registry,
            Canonical = reading.Canonical,
            Block = block,
            Unit = reading.Grammar.Unit == UnitOfAccount.KilogramCo2e ? UnitOfAccount.TonneCo2e : reading.Grammar.Unit,
            Project = entry.Project ?? reading.Project,
            ConvertedFrom = reading.ConvertedFrom,
            VintageYear = reading.VintageEnd?.Year ?? entry.VintageYear,
            IsDoubtful = fault is not null,
        };
        if (!read.IsCountable)
        {
            return new ExportRow(null, Told("block-too-large", Severity.Error, $"The block {read.Block} has more than {StatementEntry.MostUnits} units.", entry, "serial"));
        }

        return new ExportRow(read, fault
            ?? (read.HasQuantityFault ? Told("quantity-mismatch", Severity.Warning, $"The row states {read.StatedQuantity}, its block {block} has {read.Quantity}.", entry, "quantity") : Contradiction(entry, reading)));
    }

    // The serial is what a registry issues by; a column beside it that says otherwise was copied, sorted or typed wrongly.
    private Problem? Contradiction(StatementEntry entry, SerialReading reading)
    {
        if (entry.VintageYear is { } year && reading.VintageEnd is { } end && (year > end.Year || year < (reading.VintageStart ?? end).Year))
        {
            return Told("vintage-contradicts-serial", Severity.Warning, $"The column says vintage {year}, the serial {(reading.VintageStart is { } start && start.Year != end.Year ? start.Year + " to " : "")}{end.Year}; the serial counts.", entry, "vintage");
        }

        // Serials that came from the CDM carry its project numbers, which are not the registry's own.
        return entry.Project is { } project && reading.Project is { } own && (own.Any(char.IsLetter) || reading.Registry == "verra") && Digits(project) is { Length: > 0 } a && Digits(own) is { Length: > 0 } b && a != b
            ? Told("project-contradicts-serial", Severity.Warning, $"The column says project {ExportRowReader.Short(project)}, the serial {own}; the serial counts.", entry, "project")
            : null;
    }

    /// <summary>The serials of one cell, each a row of its own; null where it does not hold several.</summary>
    private List<ExportRow>? Several(StatementEntry entry, Problem? fault)
    {
        foreach (var separators in Separators)
        {
            var parts = entry.Serial!.Split(separators, StringSplitOptions.RemoveEmptyEntries).Select(p => p.Trim()).Where(p => p.Length > 0).ToList();
            if (parts.Count < 2)
            {
                continue;
            }

            var readings = parts.Select(p => grammars.TryRead(p, out var reading, out _) ? reading : null).ToList();
            if (readings.TrueForAll(r => r is not null))
            {
                return Rows(entry, fault, parts, readings!);
            }
        }

        return null;
    }

    private List<ExportRow> Rows(StatementEntry entry, Problem? fault, List<string> parts, List<SerialReading> readings)
    {
        var rows = parts.Select((part, i) => One(entry with { Serial = part, StatedQuantity = null }, readings[i], "", "", fault: null)).ToList();
        var sum = rows.Sum(r => r.Entry?.Quantity ?? 0);
        if (fault is null && entry.StatedQuantity is { } stated && readings.TrueForAll(r => r.Block is not null) && stated != sum)
        {
            fault = Told("quantity-mismatch", Severity.Error, $"The row states {stated}, its {parts.Count} serials have {sum} together.", entry, "quantity");
        }

        if (fault is null && !readings.TrueForAll(r => r.Block is not null))
        {
            fault = Told("quantity-shared", Severity.Error, $"The row states one quantity for {parts.Count} serials without numbers, so nobody can say how many of each.", entry, "quantity");
        }

        return fault is null ? rows : rows.ConvertAll(r => new ExportRow(r.Entry is { } e ? e with { IsDoubtful = true } : null, r.Problem ?? fault));
    }

    private Problem Told(string code, Severity severity, string message, StatementEntry entry, string role) =>
        new(code, severity, message, new SourcePlace(file, entry.Line, 0, format.Columns.TryGetValue(role, out var names) ? names[0] : role));

    private static string Digits(string text) => new string(text.Where(c => c is >= '0' and <= '9').ToArray()).TrimStart('0');
}
