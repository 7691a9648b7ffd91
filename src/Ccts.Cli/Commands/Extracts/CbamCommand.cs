using System;
using System.Collections.Generic;
using System.CommandLine;
using System.IO;
using System.Linq;
using System.Text;
using Ccts.Cli.Commands.Accounts;
using Ccts.Cli.Commands.Forms;
using Ccts.Cli.Output;
using Ccts.Compliance.Extracts;
using Ccts.Compliance.Forms;
using Ccts.Workbooks;
using static Ccts.Cli.Input.BadOption;

namespace Ccts.Cli.Commands.Extracts;

/// <summary><c>ccts extract cbam</c>: what a plant tells importers in the European Union about each of its goods, as fields and as the cells of the Commission's template.</summary>
internal static class CbamCommand
{
    internal static Command Create()
    {
        var form = new FormOptions("cbam", "Fields of the communication to importers in the European Union, by the transitional template: the one for imports from 2026 was not seen.", takesProForma: false);
        var cn = new Option<string[]>("--cn") { Description = "The CN code of a good, e.g. \"2523 29 00\"; with several products \"2523 29 00=opc\", the product's id in the report. May be given several times.", Required = true };
        var price = new Option<string?>("--price") { Description = "The price at which a certificate was bought, e.g. \"600 INR\", for the carbon price effectively due." };
        var cells = new OutputFile("--cells", "Write what goes into which cell of the Commission's template into this file (CSV: sheet,cell,label,value).");
        var workbook = new OutputFile("--workbook", "Write the same cells into sheets of the same names in this workbook; the template with its formulas is the Commission's and is not here.");
        foreach (var option in new Option[] { cn, price, cells, workbook })
        {
            form.Command.Options.Add(option);
        }

        return form.Fills(parsed =>
        {
            var report = form.Report(parsed);
            try
            {
                var extract = CbamExtract.Make(report, form.Assess(parsed, report), [.. parsed.GetValue(cn)!.Select(Good)], parsed.GetValue(price) is { } text ? AccountCommand.PriceOf(text) : null, form.Stated(parsed));
                Write(CbamCells.Of(extract), parsed.GetValue(cells), parsed.GetValue(workbook));
                return extract;
            }
            catch (ArgumentException no)
            {
                throw Bad(no.Message.Split(" (Parameter")[0], "--cn with a CN code of the goods of Annex I, of 4, 6 or 8 digits, and where there are several products the product's id");
            }
        });
    }

    private static CbamGood Good(string text) => text.IndexOf('=', StringComparison.Ordinal) is var at and >= 0 ? new CbamGood(text[..at].Trim(), text[(at + 1)..].Trim()) : new CbamGood(text.Trim());

    private static void Write(IReadOnlyList<CbamCell> cells, string? csv, string? workbook)
    {
        if (csv is not null)
        {
            var text = new StringBuilder("sheet,cell,label,value\n");
            foreach (var cell in cells)
            {
                text.AppendJoin(',', new[] { cell.Sheet, cell.Cell, cell.Label, cell.Value }.Select(CsvCell.Of)).Append('\n');
            }

            OutputFile.Save(csv, file => file.Write(Encoding.UTF8.GetBytes(text.ToString())));
        }

        if (workbook is not null)
        {
            OutputFile.Save(workbook, file => FilledWorkbook.Write(file, [.. cells.Select(c => new FilledCell(c.Sheet, c.Cell, c.Value, c.IsFigure))]));
        }
    }
}
