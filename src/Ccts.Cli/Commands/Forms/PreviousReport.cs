using System;
using System.CommandLine;
using Ccts.Cli.Input;
using Ccts.Compliance.Forms;
using Ccts.Sdk.Assessments;
using Ccts.Sdk.Monitoring;

namespace Ccts.Cli.Commands.Forms;

/// <summary>The option by which a form with two columns takes the report of the year before, read by the rules of its own year.</summary>
internal sealed class PreviousReport
{
    private readonly Option<string?> _previous = new("--previous");
    private readonly FormSource _form;

    internal PreviousReport(FormSource form)
    {
        _form = form;
        _previous.Description = "The monitoring report of the year before, for the column beside." + (form is FormOptions ? " Single figures can be stated with --fields as \"B2(i).previous\"." : "");
        form.Command.Options.Add(_previous);
    }

    internal bool IsGiven(ParseResult parsed) => parsed.GetValue(_previous) is not null;

    internal FormDocument? Read(ParseResult parsed, Func<MonitoringReport, Assessment, FormDocument> fill)
    {
        if (parsed.GetValue(_previous) is not { } path)
        {
            return null;
        }

        var report = ReportInput.Read(path);
        return fill(report, _form.Assess(parsed, report));
    }
}
