using System.CommandLine;
using System.IO;
using Ccts.Cli.Input;
using Ccts.Cli.Output;
using Ccts.Sdk.Problems;
using Ccts.Workbooks.ProFormas;
using Spectre.Console;

namespace Ccts.Cli.Commands.ProFormas;

/// <summary><c>ccts proforma template</c>: a workbook to fill in.</summary>
internal static class ProFormaTemplateCommand
{
    internal static Command Create()
    {
        var id = new Argument<string>("form") { Description = "The form, e.g. cement." };
        var output = new Argument<string>("out") { Description = "The workbook to write (.xlsx); a file that is there already is left alone." };
        var from = new Option<string?>("--from") { Description = "Fill in the figures of this filing (JSON, template or BEE's workbook)." };
        var json = new Option<bool>("--json") { Description = "Print problems as JSON." };
        var command = new Command("template", "A workbook to fill in: inputs open, units beside, words to choose from.") { id, output, from, json };
        var forms = new ProFormaOfYear(command);
        command.SetAction(parsed => Outcome.Of(parsed.GetValue(json), () =>
        {
            var path = parsed.GetValue(output)!;
            var (ruleset, form, _) = forms.Find(parsed, parsed.GetValue(id), stated: null);
            var filed = parsed.GetValue(from) is { } source ? FiledProForma.Read(source, forms, parsed) : null;
            if (filed is not null && filed.Form.Id != form.Id)
            {
                throw new CctsDataException([new Problem("another-pro-forma", Severity.Error, $"The filing is of the pro-forma \"{filed.Form.Id}\".", filed.Filing.Place) { Expected = $"\"{form.Id}\"" }]);
            }

            using var workbook = new MemoryStream();
            ProFormaTemplate.Write(workbook, form, ruleset.Year, filed?.Filing);
            Save(workbook, path);
            Terminal.Error.Line(Markup.Escape($"{path}: fill in the yellow cells, then \"ccts proforma assess {path}\"."));
            return ExitCode.Yes;
        }));
        return command;
    }

    /// <summary>Never over a file that somebody may have filled in.</summary>
    private static void Save(MemoryStream workbook, string path)
    {
        if (File.Exists(path))
        {
            throw new CctsDataException([new Problem("file-exists", Severity.Error, $"{path} is there already; somebody may have filled it in.", new SourcePlace(path, 0, 0, "")) { Expected = "a name that is free" }]);
        }

        using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
        workbook.WriteTo(file);
    }
}
