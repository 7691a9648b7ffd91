using System.CommandLine;
using Ccts.Cli.Input;
using Ccts.Cli.Output;
using Ccts.Sdk.ProFormas;

namespace Ccts.Cli.Commands.ProFormas;

/// <summary><c>ccts proforma read</c>: what a workbook states, as a filing in JSON.</summary>
internal static class ProFormaReadCommand
{
    internal static Command Create()
    {
        var file = new Argument<string>("file") { Description = "BEE's workbook or a template that was filled in (.xlsx); a filing in JSON is written in its canonical form." };
        var output = new OutputFile("--out", "Write the filing here; without it, it goes to standard output.");
        var json = new Option<bool>("--json") { Description = "Print problems as JSON; the filing is JSON in any case." };
        var command = new Command("read", "Takes a filing out of a workbook.") { file, output, json };
        var forms = new ProFormaOfYear(command);
        command.SetAction(parsed => Outcome.Of(parsed.GetValue(json), () =>
        {
            var filed = FiledProForma.Read(parsed.GetValue(file)!, forms, parsed);
            var text = ProFormaFilingWriter.ToJson(filed.Filing, filed.Form);
            Terminal.Problems(filed.Notices);
            JsonOutput.Write(text, parsed.GetValue(output));
            return ExitCode.Yes;
        }));
        return command;
    }
}
