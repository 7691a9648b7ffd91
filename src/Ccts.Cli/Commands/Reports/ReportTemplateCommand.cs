using System;
using System.CommandLine;
using System.IO;
using System.Linq;
using Ccts.Cli.Input;
using Ccts.Cli.Output;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Problems;
using Ccts.Workbooks.Reports;
using Spectre.Console;
using static Ccts.Cli.Input.BadOption;

namespace Ccts.Cli.Commands.Reports;

/// <summary><c>ccts report template</c>: a workbook to fill in, a line for each stream and a column for each month.</summary>
internal static class ReportTemplateCommand
{
    internal static Command Create()
    {
        var sector = new Argument<string>("sector") { Description = "The sector as the schedule prints it, e.g. \"Cement\"." };
        var output = new Argument<string>("out") { Description = "The workbook to write (.xlsx); a file that is there already is left alone." };
        var year = new Option<string>("--year") { Description = "The compliance year, e.g. 2025-26.", Required = true };
        var json = new Option<bool>("--json") { Description = "Print problems as JSON." };
        var command = new Command("template", "A workbook to fill in; \"ccts assess\" takes it.") { sector, output, year, json };
        var rulesets = new RulesetOptions(command);
        command.SetAction(parsed => Outcome.Of(parsed.GetValue(json), () =>
        {
            var (name, path) = (parsed.GetValue(sector)!, parsed.GetValue(output)!);
            var of = ComplianceYear.TryParse(parsed.GetValue(year)!, out var asked, out var reason) ? asked : throw Bad($"\"{parsed.GetValue(year)}\" is no compliance year.", reason);
            var sectors = rulesets.ChooseCompliance(parsed, of).Assessment.Sectors.Keys.Order(StringComparer.Ordinal).ToList();
            name = sectors.Find(s => string.Equals(s, name, StringComparison.OrdinalIgnoreCase)) ?? throw Bad($"The ruleset has no sector \"{name}\".", string.Join(", ", sectors));
            using var workbook = new MemoryStream();
            ReportTemplate.Write(workbook, name, of);
            NewFile.Save(workbook, path);
            Terminal.Error.Line(Markup.Escape($"{path}: fill in the yellow cells, then \"ccts assess {path}\"."));
            return ExitCode.Yes;
        }));
        return command;
    }
}
