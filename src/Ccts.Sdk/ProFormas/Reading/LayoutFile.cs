using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.Problems;
using Ccts.Sdk.ProFormas.Formulas;

namespace Ccts.Sdk.ProFormas.Reading;

/// <summary>Reads <c>"workbook"</c>: the cells of a form's figures in the filed workbook.</summary>
internal sealed class LayoutFile(IReadOnlyList<ProFormaField> fields, IReadOnlyList<ProFormaChoice> choices, ProblemList problems)
{
    internal WorkbookLayout Read(ObjectReader layout)
    {
        var sheets = new Dictionary<string, WorkbookSheetLayout>(StringComparer.Ordinal);
        foreach (var node in layout.Object("sheets")?.Node.Children ?? [])
        {
            if (fields.All(f => f.Sheet != node.Key))
            {
                problems.Error("unknown-sheet", node.Place, $"No field belongs to the sheet \"{ShownText.Short(node.Key!)}\".", "the part of a key before its first point");
            }

            if (Sheet(new ObjectReader(node, problems)) is { } sheet)
            {
                sheets[node.Key!] = sheet;
            }
        }

        var cells = layout.OptionalList("choices").Select(n => Choice(new ObjectReader(n, problems))).OfType<WorkbookChoice>().ToList();
        var (name, registration, year) = (Cell(layout, "entityName"), Cell(layout, "registration"), Cell(layout, "year"));
        var computed = Cells(layout.OptionalList("computed"));
        layout.Done();
        return new WorkbookLayout(sheets, cells, name, registration, year, computed);
    }

    private WorkbookSheetLayout? Sheet(ObjectReader sheet)
    {
        var (name, label) = (sheet.Text("name"), Column(sheet, "label", isNeeded: true));
        var columns = new Dictionary<ProFormaColumn, string>();
        foreach (var word in ColumnWords.All)
        {
            if (Column(sheet, word.Key, isNeeded: false) is { } column)
            {
                columns[word.Value] = column;
            }
        }

        var unit = Column(sheet, "unit", isNeeded: false);
        sheet.Done();
        return name is null || label is null ? null : new WorkbookSheetLayout(name, label, columns) { Unit = unit };
    }

    private string? Column(ObjectReader sheet, string member, bool isNeeded)
    {
        var column = isNeeded ? sheet.Text(member) : sheet.OptionalText(member);
        if (column is not null && (column.Length is 0 or > 3 || column.Any(c => c is < 'A' or > 'Z')))
        {
            problems.Error("bad-column", sheet.Node.Member(member)!.Place, $"\"{ShownText.Short(column)}\" is no column of a workbook.", "one to three capital letters");
        }

        return column;
    }

    private WorkbookChoice? Choice(ObjectReader entry)
    {
        var (choice, cells) = (entry.Text("choice"), Cells(entry.List("cells")));
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var word in entry.OptionalObject("words")?.Node.Children ?? [])
        {
            words[word.Key!] = word.Value ?? "";
        }

        entry.Done();
        if (choice is not null && choices.All(c => c.Name != choice))
        {
            problems.Error("unknown-choice", entry.Node.Member("choice")!.Place, $"The form has no choice \"{ShownText.Short(choice)}\".", string.Join(", ", choices.Select(c => c.Name)));
        }

        return choice is null ? null : new WorkbookChoice(choice, cells, words);
    }

    private string? Cell(ObjectReader of, string member) => of.OptionalText(member) is { } cell ? Checked(cell, of.Node.Member(member)!) : null;

    private List<string> Cells(IReadOnlyList<LocatedNode> cells) => cells.Select(n => Checked(n.Value ?? "", n)).ToList();

    private string Checked(string cell, LocatedNode node)
    {
        if (cell.LastIndexOf('!') <= 0)
        {
            problems.Error("bad-cell", node.Place, $"\"{ShownText.Short(cell)}\" is no cell of a sheet.", "a cell such as General Information!C6");
        }

        return cell;
    }
}
