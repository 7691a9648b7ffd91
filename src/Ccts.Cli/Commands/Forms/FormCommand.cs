using System;
using System.Collections.Generic;
using System.CommandLine;
using System.IO;
using System.Linq;
using System.Text;
using Ccts.Cli.Input;
using Ccts.Cli.Output;
using Ccts.Compliance.Forms;
using Ccts.Sdk.Assessments;
using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Monitoring.Reading;
using Ccts.Sdk.Problems;

namespace Ccts.Cli.Commands.Forms;

/// <summary><c>ccts form</c>: BEE's forms of a compliance year, filled from a report.</summary>
internal static class FormCommand
{
    internal static Command Create() => new("form", "Fill BEE's Forms E2, A, B, C and D from a monitoring report.")
    {
        Form("e2", "Form E2, Energy and Emission.", EnergyForm.Make),
        Form("a", "Form A, Performance Assessment Document.", (_, assessment, stated) => ComplianceForms.A(assessment, stated)),
        Form("b", "Form B, Certificate of Verification.", (_, assessment, stated) => ComplianceForms.B(assessment, stated)),
        Form("c", "Form C, Certificate of Check-Verification.", (_, assessment, stated) => ComplianceForms.C(assessment, stated)),
        Form("d", "Form D, compliance with the intensity target.", (_, assessment, stated) => ComplianceForms.D(assessment, stated)),
    };

    private static Command Form(string id, string description, Func<MonitoringReport, Assessment, IReadOnlyDictionary<string, string>, FormDocument> fill)
    {
        var report = new Argument<string>("REPORT") { Description = "Monitoring report (JSON), or - for standard input." };
        var fields = new Option<string?>("--fields") { Description = "JSON object of what no report knows, by the field's number: {\"5\": \"the agency\"}." };
        var html = new Option<string?>("--html") { Description = "Write a page to print and sign into this file." };
        var csv = new Option<bool>("--csv") { Description = "Print CSV." };
        var json = new Option<bool>("--json") { Description = "Print JSON." };
        var command = new Command(id, description + " A stated value that contradicts a computed one is refused.") { report, fields, html, csv, json };
        var rulesets = new RulesetOptions(command);
        command.SetAction(parsed => Outcome.Of(parsed.GetValue(json), () =>
        {
            var path = parsed.GetValue(report)!;
            var read = MonitoringReportReader.Read(Inputs.Read(path, LocatedJson.DefaultMaxBytes), Inputs.NameOf(path));
            var assessment = Assessor.Assess(read, rulesets.ChooseForAssessment(parsed, read.Year), new AssessmentOptions { Steps = true });
            var form = fill(read, assessment, parsed.GetValue(fields) is { } stated ? Stated(stated) : new Dictionary<string, string>(StringComparer.Ordinal));
            if (parsed.GetValue(html) is { } page)
            {
                File.WriteAllText(page, FormPage.Write(form));
            }

            if (parsed.GetValue(json))
            {
                JsonOutput.Write(FormJson.Write(form));
            }
            else if (parsed.GetValue(csv))
            {
                Console.Out.Write(Csv(form));
            }
            else
            {
                Print(form);
            }

            return ExitCode.Yes;
        }));
        return command;
    }

    private static Dictionary<string, string> Stated(string path)
    {
        var problems = new ProblemList();
        var stated = new Dictionary<string, string>(StringComparer.Ordinal);
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

    private static void Print(FormDocument form)
    {
        var account = new Account(Terminal.Out);
        account.Sentence($"{form.Title} ({form.Annexure}), {form.Entity.Name}, compliance year {form.Year}", "bold");
        foreach (var part in form.Parts)
        {
            account.Heading(part.Title);
            foreach (var field in part.Fields)
            {
                account.Sentence($"{field.Number}  {field.Label}: {(field.Value is { } value ? value + (field.Unit is { } unit ? " " + unit : "") : "(empty)")}{(field.Remark is { } remark ? $" ({remark})" : "")}", field.Value is null ? "grey" : "default", indent: 2, hanging: 4);
            }
        }
    }

    private static string Csv(FormDocument form)
    {
        var text = new StringBuilder("part,number,label,value,unit,origin,remark\n");
        foreach (var (part, field) in form.Parts.SelectMany(p => p.Fields.Select(f => (p, f))))
        {
            text.AppendJoin(',', new[] { part.Title, field.Number, field.Label, field.Value, field.Unit, field.Origin.ToString().ToLowerInvariant(), field.Remark }.Select(CsvCell.Of)).Append('\n');
        }

        return text.ToString();
    }
}
