using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Linq;
using Ccts.Cli.Input;
using Ccts.Cli.Output;
using Ccts.Compliance.Forms;
using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.Problems;

namespace Ccts.Cli.Commands.Forms;

/// <summary>The options of every command that fills a form: the report or pro-forma, values that neither has, and the output format.</summary>
internal sealed class FormOptions : FormSource
{
    private readonly Option<string?> _fields = new("--fields") { Description = "JSON object of what no report knows, by the field's number: {\"5\": \"the agency\"}." };
    private readonly Option<bool> _csv = new("--csv") { Description = "Print CSV." };
    private readonly Option<bool> _json = new("--json") { Description = "Print JSON." };
    private readonly PageFiles _pages;
    private readonly TemplateFiles _template;

    internal FormOptions(string id, string description, bool takesFields = true, bool takesProForma = true)
        : base(new Command(id, description + (takesFields ? " A stated value that contradicts a computed one is refused." : "") + " Exit code 1 when the document does not stand as it is, with why."), takesProForma)
    {
        Command.Options.Add(_csv);
        Command.Options.Add(_json);
        if (takesFields)
        {
            Command.Options.Add(_fields);
        }

        _pages = new PageFiles(Command);
        _template = new TemplateFiles(Command);
    }

    internal Command Fills(Func<ParseResult, FormDocument> fill)
    {
        Command.SetAction(parsed => Outcome.Of(parsed.GetValue(_json), () =>
        {
            var form = fill(parsed);
            _pages.Write(parsed, () => FormPage.Write(form));
            _template.Write(parsed, form);
            if (parsed.GetValue(_json))
            {
                JsonOutput.Write(FormJson.Write(form));
            }
            else if (parsed.GetValue(_csv))
            {
                Console.Out.Write(FormText.Csv(form));
            }
            else
            {
                FormText.Print(form);
            }

            return form.Notices.Any(n => n.IsGap) ? ExitCode.No : ExitCode.Yes;
        }));
        return Command;
    }

    internal IReadOnlyDictionary<string, string> Stated(ParseResult parsed)
    {
        var stated = new Dictionary<string, string>(StringComparer.Ordinal);
        if (parsed.GetValue(_fields) is not { } path)
        {
            return stated;
        }

        var problems = new ProblemList();
        var root = LocatedJson.Read(Inputs.Read(path, LocatedJson.DefaultMaxBytes), Inputs.NameOf(path), problems);
        if (root is not null && root.Kind != LocatedKind.Object)
        {
            problems.Error("bad-value", root.Place, "The fields are no JSON object.", "an object of texts by the field's number");
        }

        foreach (var field in root?.Children ?? [])
        {
            if (field.Kind is LocatedKind.String or LocatedKind.Number)
            {
                stated[field.Key ?? ""] = field.Value!;
            }
            else
            {
                problems.Error("bad-value", field.Place, "This is neither a text nor a number.", "a text or a number");
            }
        }

        return problems.HasErrors ? throw new CctsDataException(problems.ToList()) : stated;
    }
}
