using System.CommandLine;
using System.Linq;
using Ccts.Cli.Input;
using Ccts.Cli.Output;
using Ccts.Compliance.Forms;
using Ccts.Workbooks;
using static Ccts.Cli.Input.BadOption;

namespace Ccts.Cli.Commands.Forms;

/// <summary>The options that write a form's fields into the cells of the caller's template.</summary>
internal sealed class TemplateFiles
{
    private const int MaxBytes = 1024 * 1024;
    private readonly Option<string?> _map = new("--template-map") { Description = "Where a template has the fields (CSV or .xlsx: field,sheet,cell): for a template that is not known here." };
    private readonly OutputFile _cells = new("--template-cells", "Write the fields into those cells of this workbook; the template with its looks and formulas is its publisher's.");

    internal TemplateFiles(Command command)
    {
        command.Options.Add(_map);
        command.Options.Add(_cells);
    }

    internal void Write(ParseResult parsed, FormDocument form)
    {
        if (parsed.GetValue(_map) is not { } map)
        {
            _ = parsed.GetValue(_cells) is null ? true : throw Bad("--template-cells needs the cells of the template.", "--template-map too");
            return;
        }

        var path = parsed.GetValue(_cells) ?? throw Bad("--template-map says where the fields go in a workbook.", "--template-cells too");
        var cells = FormCells.Of(form, Inputs.Table(map, MaxBytes), Inputs.NameOf(map));
        OutputFile.Save(path, file => FilledWorkbook.Write(file, [.. cells.Select(c => new FilledCell(c.Sheet, c.Cell, c.Value, c.IsFigure))]));
    }
}
