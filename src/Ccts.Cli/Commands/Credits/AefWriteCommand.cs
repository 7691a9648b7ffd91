using System;
using System.CommandLine;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json.Nodes;
using Ccts.Cli.Output;
using Ccts.Credits.Article6;
using Ccts.Credits.Article6.Aef;
using Ccts.Workbooks.Answers;
using static Ccts.Cli.Input.BadOption;

namespace Ccts.Cli.Commands.Credits;

/// <summary><c>ccts aef write</c>: the tables of a Party's year, filled from a book of Article 6, and checked like any other.</summary>
internal static class AefWriteCommand
{
    private const string Endings = "a .json, an .xlsx, or a folder: a name without an ending";

    internal static Command Create()
    {
        var journal = new Argument<string>("JOURNAL") { Description = "The journal of a book of Article 6, as \"ccts letter move\" keeps it." };
        var output = new Argument<string>("OUT") { Description = "What to write with all five tables: a .json, an .xlsx with a sheet for each, or a folder (a name without an ending) with a .csv for each. It must not be there." };
        var year = new Option<int>("--year") { Required = true, Description = "The reported calendar year." };
        var party = new Option<string>("--party") { Description = "The reporting Party.", DefaultValueFactory = _ => "IND" };
        var version = new Option<int>("--report-version") { Description = "The version of the report.", DefaultValueFactory = _ => 1 };
        var submitted = new Option<string?>("--submitted") { Description = "The day of submission, e.g. 2027-04-15." };
        var ndc = new Option<string?>("--ndc") { Description = "First and last year of the NDC implementation period, e.g. 2021-2030." };
        var gwp = new Option<string?>("--gwp") { Description = "The GWP values that the metric rests on, in words." };
        var entities = new Option<string?>("--entities") { Description = "The authorised entities: table 5 as a file of its own (CSV, .xlsx or JSON), whose rows are taken over." };
        var ids = new Option<string?>("--ids") { Description = "How First ID and Last ID are written: full (default) or integers." };
        ids.AcceptOnlyFromAmong("full", "integers");
        var json = new Option<bool>("--json") { Description = "Print the findings as JSON." };
        var command = new Command("write", "Write the tables of a Party's year, filled from the letters and what was done under them. Exit code 1 when a cell is still missing.") { journal, output, year, party, version, submitted, ndc, gwp, entities, ids, json };
        command.SetAction(parsed => Outcome.Of(parsed.GetValue(json), () => BookFile.Read(parsed.GetValue(journal)!, lines =>
        {
            if (parsed.GetValue(year) is < 2000 or > 2998)
            {
                throw Bad($"--year {parsed.GetValue(year)} is no year of a report.", "a year such as 2026");
            }

            var reading = AefCommand.Reading(parsed.GetValue(ids)) ?? AefIdReading.FullIdentifiers;
            var report = AefTables.Of(new Article6Book(lines), new AefSubmission
            {
                Year = parsed.GetValue(year), Party = parsed.GetValue(party)!, Version = parsed.GetValue(version), Gwp = parsed.GetValue(gwp), Reading = reading,
                Submitted = parsed.GetValue(submitted) is { } day ? BookOptions.DayOf("--submitted", day) : null, Ndc = parsed.GetValue(ndc) is { } years ? Years(years) : null,
            });
            report = parsed.GetValue(entities) is { } file ? new AefReport([.. report.Rows, .. AefCommand.Read([file]).Rows.Select(r => r.Table == AefTableKind.AuthorizedEntities ? r : throw Bad("--entities is of authorised entities alone.", "table 5"))]) : report;
            Save(report, parsed.GetValue(output)!);
            return AefCommand.Tell(report, reading, before: null, parsed.GetValue(json));
        })));
        return command;
    }

    private static void Save(AefReport report, string path)
    {
        switch (Path.GetExtension(path).ToUpperInvariant())
        {
            case ".XLSX":
                using (var workbook = new MemoryStream())
                {
                    AnswerWorkbook.Write(workbook, JsonNode.Parse(AefFile.ToJson(report))!.AsObject());
                    NewFile.Save(workbook, path);
                }

                break;
            case ".CSV":
                throw Bad($"\"{path}\" can hold one table, and there are five.", Endings);
            case "" when Directory.Exists(path):
                throw Bad($"The folder \"{path}\" is there already.", "a name that is free");
            case "":
                NewFile.Check(path);
                Directory.CreateDirectory(path);
                foreach (var table in Enum.GetValues<AefTableKind>())
                {
                    NewFile.Save(new MemoryStream(Encoding.UTF8.GetBytes(AefFile.ToCsv(report, table))), Path.Combine(path, AefCommand.Name(table) + ".csv"));
                }

                break;
            case ".JSON":
                NewFile.Save(new MemoryStream(Encoding.UTF8.GetBytes(AefFile.ToJson(report) + "\n")), path);
                break;
            default:
                throw Bad($"The tables are not written as \"{Path.GetExtension(path)}\".", Endings);
        }
    }

    private static (int First, int Last) Years(string text) =>
        text.Split('-') is [var first, var last] && int.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out var from) && int.TryParse(last, NumberStyles.None, CultureInfo.InvariantCulture, out var to) && from <= to
            ? (from, to) : throw Bad($"--ndc \"{text}\" is no period.", "two years such as 2021-2030");
}
