using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Tasks;

namespace Ccts.Cli.Tests.Years;

/// <summary>
/// A cement plant's year by the tool alone, from its meters and tickets to Form D: every file is made by the step before. Targets are the schedule's;
/// the activity data are the sample's, which are made up.
/// </summary>
public sealed class WorkedYearTests : IDisposable
{
    private static readonly string[] Lists = ["fuels", "processMaterials", "electricity", "products"];
    private readonly string _folder = Directory.CreateTempSubdirectory("ccts-worked-year").FullName;

    [Fact]
    public async Task A_year_goes_from_the_meters_to_Form_D()
    {
        WriteMetersAndTickets();
        var ingested = await Yes("ingest", File("plant.mapping.json"), File("meter.csv"), File("tickets.csv"), "--out", File("report.json"));
        Assert.NotEmpty(ingested.Output);

        var report = File("report.json");
        Assert.Equal("19797", Field(await Form("a", report), "9"));
        await Yes("plan", "check", Sample("plans/kotputli-v1.json"), "--report", report);
        await Yes("year", "open", File("year.jsonl"), "--entity", "CMTOE085RJ", "--year", "2025-26");
        await Move("submit-plan", "entity", "2025-06-20", Sample("plans/kotputli-v1.json"));
        await Move("approve-plan", "bee", "2025-07-15");
        await Form("ghg", report, "--plan", Sample("plans/kotputli-v1.json"));
        await Move("submit-report", "entity", "2026-05-04", report);
        await Move("begin-verification", "verifier", "2026-05-11");
        await Move("report-limitation", "verifier", "2026-06-01");
        await Move("cure-limitation", "entity", "2026-06-12");
        Assert.Equal(1, (await CctsTool.Run(null, "verification", "report", Sample("verification/kotputli-2025-26.json"), report, "--journal", File("year.jsonl"))).ExitCode);
        await System.IO.File.WriteAllTextAsync(File("verification.json"), (await System.IO.File.ReadAllTextAsync(Sample("verification/kotputli-2025-26.json"), TestContext.Current.CancellationToken))
            .Replace("Made-up Verification Agency", "organisation of verifier", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        await Move("submit-report", "entity", "2026-06-20", report);
        await Yes("verification", "report", File("verification.json"), report, "--journal", File("year.jsonl"));
        await Move("find-positive", "verifier", "2026-07-01", await Form("b", report));
        await Move("confirm-opinion", "technical-reviewer", "2026-07-08");
        var formA = await Form("a", report);
        await Move("file-form-a", "entity", "2026-07-31", formA);
        await Yes("form", "check", report, formA, "--year-journal", File("year.jsonl"));
        await System.IO.File.WriteAllTextAsync(File("changed.json"), (await System.IO.File.ReadAllTextAsync(formA, TestContext.Current.CancellationToken)) + "\n", TestContext.Current.CancellationToken);
        Assert.Equal(1, (await CctsTool.Run(null, "form", "check", report, File("changed.json"), "--year-journal", File("year.jsonl"))).ExitCode);
        await Move("submit-to-committee", "bee", "2026-09-30");
        await Move("recommend", "nsc-icm", "2026-10-14");
        await Move("require-surrender", "bee", "2026-10-28");

        await System.IO.File.WriteAllTextAsync(File("commands.jsonl"), """
            {"command":"receive","key":"r","at":"2026-11-10T09:00:00Z","account":"kotputli","units":{"registry":"icm","scope":"2025","kind":"ccc","vintage":2025,"start":"1","end":"20000"},"source":"bought on the exchange (made up)"}
            {"command":"surrender","key":"s","at":"2027-01-20T09:00:00Z","account":"kotputli","compliance-year":2025,"take":{"kind":"ccc","tonnes":19797}}
            """ + "\n", TestContext.Current.CancellationToken);
        await Yes("ledger", "import", File("commands.jsonl"), "--journal", File("ledger.jsonl"), "--year", "2025-26");
        await Yes("extract", "certificate", "--journal", File("ledger.jsonl"), "--account", "kotputli", "--year", "2025-26", "--receipt", File("certificate.json"));
        await Yes("receipt", "verify", File("certificate.json"));
        await Move("debit", "bee", "2027-01-20", File("certificate.json"));
        await Move("close-trading", "registry", "2027-01-31");
        var formD = await Form("d", report, "--journal", File("ledger.jsonl"), "--account", "kotputli");
        Assert.Equal(("19797", "20000", "19797"), (Field(formD, "7"), Field(formD, "8(ii).available"), Field(formD, "8(ii).submitted")));
        await Move("file-form-d", "entity", "2027-02-28", formD);
        await Move("find-compliance", "bee", "2027-03-15");

        Assert.Equal("complied", (string?)JsonNode.Parse((await Yes("year", "show", File("year.jsonl"), "--json")).Output)!["stage"]);
        await Yes("year", "due", File("year.jsonl"), "--on", "2027-03-31");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static string Sample(string name) => Path.Combine(CctsTool.Samples, name);

    private static string? Field(string form, string number) =>
        (string?)JsonNode.Parse(System.IO.File.ReadAllText(form))!["parts"]!.AsArray().SelectMany(p => p!["fields"]!.AsArray()).Single(f => (string?)f!["number"] == number)!["value"];

    private static async Task<ToolRun> Yes(params string[] args)
    {
        var run = await CctsTool.Run(null, args);
        Assert.True(run.ExitCode == 0, string.Join(' ', args) + "\n" + run.Output + run.Error);
        return run;
    }

    private string File(string name) => Path.Combine(_folder, name);

    private async Task<string> Form(string id, params string[] args)
    {
        var path = File($"form-{id}.json");
        await System.IO.File.WriteAllTextAsync(path, (await Yes(["form", id, .. args, "--json"])).Output, TestContext.Current.CancellationToken);
        return path;
    }

    private Task<ToolRun> Move(string move, string role, string on, string? document = null) => Yes([
        "year", "move", File("year.jsonl"), move, "--role", role, "--person", "person of " + role, "--organisation", role == "technical-reviewer" ? "organisation of verifier" : "organisation of " + role, "--on", on,
        .. document is null ? Array.Empty<string>() : ["--document", document],
    ]);

    // The sample's months as what a plant has: the grid's meter day by day, tickets for everything else.
    private void WriteMetersAndTickets()
    {
        var report = JsonNode.Parse(System.IO.File.ReadAllText(Sample("kotputli-2025-26.json")))!.AsObject();
        report.Remove("$schema");
        var (meter, tickets, series) = (new StringBuilder("day;MWh\n"), new StringBuilder("ticket,day,stream,amount\n"), new List<JsonNode>());
        foreach (var stream in Lists.SelectMany(l => report[l]!.AsArray()).Select(s => s!.AsObject()))
        {
            var (id, amounts) = ((string)stream["id"]!, stream["amounts"]!.AsObject());
            foreach (var (month, amount) in amounts)
            {
                var parts = ((string)amount!).Split(' ');
                if (id == "grid-132kv")
                {
                    Days(meter, month, decimal.Parse(parts[0], CultureInfo.InvariantCulture));
                }
                else
                {
                    tickets.Append(CultureInfo.InvariantCulture, $"{id}-{month},{month}-15,{id},{parts[0]}\n");
                }
            }

            if (id != "grid-132kv")
            {
                series.Add(new JsonObject { ["stream"] = id, ["column"] = "amount", ["unit"] = ((string)amounts.First().Value!).Split(' ')[1], ["number"] = "ticket", ["where"] = new JsonObject { ["column"] = "stream", ["is"] = id } });
            }

            stream.Remove("amounts");
        }

        var mapping = new JsonObject
        {
            ["format"] = "ccts-ingestion-mapping/1",
            ["report"] = report,
            ["sources"] = new JsonArray(
                new JsonObject
                {
                    ["id"] = "incomer", ["kind"] = "meter", ["files"] = "meter.csv", ["table"] = new JsonObject { ["separator"] = ";" }, ["time"] = new JsonObject { ["column"] = "day", ["format"] = "uuuu-MM-dd HH:mm" },
                    ["minutes"] = 1440, ["counts"] = "interval", ["stamps"] = "start", ["series"] = new JsonArray(new JsonObject { ["stream"] = "grid-132kv", ["column"] = "MWh", ["unit"] = "MWh" }),
                },
                new JsonObject { ["id"] = "tickets", ["kind"] = "movements", ["files"] = "tickets.csv", ["time"] = new JsonObject { ["column"] = "day" }, ["series"] = new JsonArray([.. series]) }),
        };
        System.IO.File.WriteAllText(File("plant.mapping.json"), mapping.ToJsonString());
        System.IO.File.WriteAllText(File("meter.csv"), meter.ToString());
        System.IO.File.WriteAllText(File("tickets.csv"), tickets.ToString());
    }

    private static void Days(StringBuilder meter, string month, decimal amount)
    {
        var (year, number) = (int.Parse(month.AsSpan(0, 4), CultureInfo.InvariantCulture), int.Parse(month.AsSpan(5, 2), CultureInfo.InvariantCulture));
        var days = DateTime.DaysInMonth(year, number);
        var daily = decimal.Floor(amount / days);
        for (var day = 1; day <= days; day++)
        {
            meter.Append(CultureInfo.InvariantCulture, $"{month}-{day:00} 00:00;{(day < days ? daily : amount - (daily * (days - 1)))}\n");
        }
    }
}
