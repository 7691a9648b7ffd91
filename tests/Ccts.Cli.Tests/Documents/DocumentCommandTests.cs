using System;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;

namespace Ccts.Cli.Tests.Documents;

/// <summary><c>ccts form</c>, <c>plan</c>, <c>verification</c>, <c>extract</c> and <c>audit</c>: each with its answer, a clean no, and bad input with its place.</summary>
public sealed class DocumentCommandTests : IDisposable
{
    private static readonly string Report = Sample("kotputli-2025-26.json");
    private static readonly string Next = Sample("kotputli-2026-27.json");
    private static readonly string Plan = Sample("plans/kotputli-v1.json");
    private static readonly string Record = Sample("verification/kotputli-2025-26.json");

    private readonly string _folder = Directory.CreateTempSubdirectory("ccts-documents").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Form_E2_has_two_years()
    {
        var form = await Yes("form", "e2", Next, "--previous", Report, "--json");
        Assert.Equal(("2964439.1868", "163.8003"), ((string?)Field(form, "B2(xiv)")["previous"], (string?)Field(form, "B2(i)")["value"]));
        Assert.Contains("the year before: 3666138", (await CctsTool.Run(null, "form", "e2", Next, "--previous", Report)).Output, StringComparison.Ordinal);
        Assert.Equal("other-report", await Code("form", "e2", Report, "--previous", Next, "--json"));
    }

    [Fact]
    public async Task A_filed_form_is_checked_against_report_calculator_and_ledger()
    {
        foreach (var id in new[] { "e2", "a", "b", "c", "d" })
        {
            var filed = Write(id + ".json", (await CctsTool.Run(null, "form", id, Report, "--json")).Output);
            Assert.Equal(0, (await CctsTool.Run(null, "form", "check", Report, filed)).ExitCode);
        }

        var changed = Write("a.json", (await File.ReadAllTextAsync(Path.Combine(_folder, "a.json"), TestContext.Current.CancellationToken)).Replace("\"19797\"", "\"19796\"", StringComparison.Ordinal));
        var no = await CctsTool.Run(null, "form", "check", Report, changed, "--json");
        var difference = Assert.Single(JsonNode.Parse(no.Output)!["differences"]!.AsArray())!;
        Assert.Equal((1, "9", "19796", "19797"), (no.ExitCode, (string?)difference["number"], (string?)difference["filed"], (string?)difference["computed"]));
        Assert.True((int)difference["line"]! > 1);
        Assert.Equal("bad-value", await Code("form", "check", Report, Report, "--json"));
        var ghg = Write("ghg.json", (await CctsTool.Run(null, "form", "ghg", Report, "--json")).Output);
        Assert.Equal("bad-option", await Code("form", "check", Report, ghg, "--json"));
    }

    /// <summary>A label that says another thing, and a column that nothing was at hand to check, are no agreement.</summary>
    [Fact]
    public async Task A_changed_label_and_an_unchecked_column_are_no_agreement()
    {
        var owed = (await CctsTool.Run(null, "form", "a", Report, "--json")).Output;
        Assert.Contains("Surrendered: to be surrendered", owed, StringComparison.Ordinal);
        Assert.Equal(1, (await CctsTool.Run(null, "form", "check", Report, Write("a.json", owed.Replace("Surrendered: to be surrendered", "Surrendered: to be issued", StringComparison.Ordinal)))).ExitCode);
        var filed = Write("e2.json", (await CctsTool.Run(null, "form", "e2", Next, "--previous", Report, "--json")).Output);
        Assert.Equal(0, (await CctsTool.Run(null, "form", "check", Next, filed, "--previous", Report)).ExitCode);
        var alone = await CctsTool.Run(null, "form", "check", Next, filed, "--json");
        Assert.Equal((1, false, 0), (alone.ExitCode, (bool)JsonNode.Parse(alone.Output)!["agrees"]!, JsonNode.Parse(alone.Output)!["differences"]!.AsArray().Count));
        Assert.Contains(JsonNode.Parse(alone.Output)!["unchecked"]!.AsArray(), u => (string?)u!["number"] == "B2(xiv).previous");
        Assert.Contains("--previous", (await CctsTool.Run(null, "form", "check", Next, filed)).Output, StringComparison.Ordinal);
    }

    /// <summary>A year whose documents were not submitted has no emissions, and no document says that they are zero.</summary>
    [Fact]
    public async Task Unknown_emissions_are_nowhere_zero()
    {
        var full = JsonNode.Parse(await File.ReadAllTextAsync(Report, TestContext.Current.CancellationToken))!.AsObject();
        var bare = new JsonObject { ["documentsSubmitted"] = false };
        foreach (var key in new[] { "format", "entity", "complianceYear", "products" })
        {
            bare[key] = full[key]!.DeepClone();
        }

        var deemed = Write("deemed.json", bare.ToJsonString());
        Assert.Equal("deemed-baseline", await Code("form", "e2", deemed, "--json"));
        Assert.Equal("deemed-baseline", await Code("form", "ghg", deemed, "--json"));
        Assert.Equal("deemed-baseline", await Code("extract", "brsr", deemed, "--json"));
        Assert.Equal("deemed-baseline", await Code("extract", "cbam", deemed, "--cn", "2523 29 00", "--json"));
        Assert.Equal(1, (await CctsTool.Run(null, "form", "a", deemed)).ExitCode);
        Assert.Contains("No emissions were reported; they are not known.", (await CctsTool.Run(null, "assess", deemed)).Output, StringComparison.Ordinal);
        Assert.Contains("deemed to be", (await CctsTool.Run(null, "assess", deemed)).Output, StringComparison.Ordinal);
        var group = JsonNode.Parse((await CctsTool.Run(null, "group", deemed, "--json")).Output)!["plants"]![0]!;
        Assert.Equal((null, true), ((string?)group["emissions"], (bool)group["deemed"]!));
        Assert.Contains("deemed achieved", (await CctsTool.Run(null, "account", deemed)).Output, StringComparison.Ordinal);
        Assert.Contains("deemed achieved", string.Join(' ', (await CctsTool.Run(null, "group", deemed)).Output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    /// <summary>A page of an opinion that cannot stand says so at its top.</summary>
    [Fact]
    public async Task The_page_of_an_opinion_that_cannot_stand_says_so()
    {
        var page = Path.Combine(_folder, "report.html");
        var record = Write("record.json", (await File.ReadAllTextAsync(Record, TestContext.Current.CancellationToken)).Replace("\"reviewer\": \"K. Menon (made up)\",", "", StringComparison.Ordinal));
        Assert.Equal(1, (await CctsTool.Run(null, "verification", "report", record, Report, "--html", page)).ExitCode);
        Assert.Contains("The opinion cannot stand: No technical reviewer is named. [DPCM s.6(15)]", await File.ReadAllTextAsync(page, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(0, (await CctsTool.Run(null, "verification", "report", Record, Report, "--html", page)).ExitCode);
        Assert.DoesNotContain("cannot stand", await File.ReadAllTextAsync(page, TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fields_that_contradict_or_belong_nowhere_are_refused()
    {
        Assert.Equal("form-mismatch", await Code("form", "a", Report, "--fields", Write("f.json", """{"9": "1"}"""), "--json"));
        Assert.Equal("unknown-field", await Code("form", "a", Report, "--fields", Write("f.json", """{"99": "1"}"""), "--json"));
        Assert.Equal("bad-value", await Code("form", "a", Report, "--fields", Write("f.json", """{"5": ["x"]}"""), "--json"));
        Assert.Equal("bad-option", await Code("form", "d", Report, "--account", "kotputli", "--json"));
    }

    [Fact]
    public async Task A_plan_is_shown_checked_and_compared()
    {
        Assert.Equal(0, (await CctsTool.Run(null, "plan", "show", Plan)).ExitCode);
        Assert.Equal(0, (await CctsTool.Run(null, "plan", "check", Plan, "--report", Report)).ExitCode);
        Assert.Equal(1, (await CctsTool.Run(null, "plan", "check", Sample("plans/kotputli-v2.json"), "--report", Report)).ExitCode);
        Assert.Equal(0, (await CctsTool.Run(null, "plan", "check", Sample("plans/kotputli-v2.json"), Plan, "--report", Report)).ExitCode);
        Assert.Contains("1, 2", (await CctsTool.Run(null, "form", "ghg", Report, "--plan", Plan, "--plan", Sample("plans/kotputli-v2.json"))).Output, StringComparison.Ordinal);
        Assert.Equal(1, (await CctsTool.Run(null, "plan", "compare", Plan, Sample("plans/kotputli-v2.json"), "--json")).ExitCode);
        Assert.Equal(2, (await CctsTool.Run(null, "plan", "compare", Plan, Plan)).ExitCode);
        var lacking = JsonNode.Parse(await File.ReadAllTextAsync(Plan, TestContext.Current.CancellationToken))!;
        lacking.AsObject().Remove("sampling");
        Assert.Equal(1, (await CctsTool.Run(null, "plan", "check", Write("plan.json", lacking.ToJsonString()), "--json")).ExitCode);
        lacking["version"] = 0;
        Assert.Equal("bad-value", await Code("plan", "check", Write("plan.json", lacking.ToJsonString()), "--json"));
        Assert.Equal(2, (await CctsTool.Run(null, "plan", "show", Path.Combine(_folder, "none.json"))).ExitCode);
    }

    [Fact]
    public async Task A_verification_stands_falls_or_cannot_be_read()
    {
        Assert.Equal(0, (await CctsTool.Run(null, "verification", "plan", Report, "--json")).ExitCode);
        Assert.Equal(0, (await CctsTool.Run(null, "verification", "report", Record, Report)).ExitCode);
        var record = await File.ReadAllTextAsync(Record, TestContext.Current.CancellationToken);
        var material = Write("v.json", record.Replace("\"41.5", "\"99999", StringComparison.Ordinal));
        var no = await CctsTool.Run(null, "verification", "report", material, Report, "--json");
        Assert.Equal(1, no.ExitCode);
        Assert.NotEmpty(JsonNode.Parse(no.Output)!.AsObject());
        Assert.Equal(2, (await CctsTool.Run(null, "verification", "report", Write("v.json", record.Replace("\"41.5", "\"many", StringComparison.Ordinal)), Report)).ExitCode);
        Assert.Equal(2, (await CctsTool.Run(null, "verification", "report", Record, Next)).ExitCode);
        // The accreditation ends after the visit and before the limitation is reported.
        var ends = Write("agencies.csv", "agency,number,sectors,from,until,source\nMade-up Verification Agency,ACVA-000,Cement,2025-01-01,2026-05-31,x\n");
        var lapsed = await CctsTool.Run(null, "verification", "report", Record, Report, "--agencies", ends, "--json");
        Assert.Equal((1, "accreditation-not-valid"), (lapsed.ExitCode, (string?)JsonNode.Parse(lapsed.Output)!["gaps"]![0]!["code"]));
    }

    [Fact]
    public async Task A_check_verification_has_a_report_of_its_own()
    {
        var check = Sample("verification/kotputli-2025-26-check.json");
        var (page, answer) = (Path.Combine(_folder, "check.html"), await Yes("verification", "report", check, Report, "--json"));
        Assert.Equal("check", (string?)answer["report"]!["form"]);
        Assert.Equal(0, (await CctsTool.Run(null, "verification", "report", check, Report, "--csv", "--html", page)).ExitCode);
        Assert.Contains("Liability of the first agency", await File.ReadAllTextAsync(page, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        var own = Write("v.json", (await File.ReadAllTextAsync(check, TestContext.Current.CancellationToken)).Replace("\"Third Made-up Agency\"", "\"Made-up Verification Agency\"", StringComparison.Ordinal));
        var no = await CctsTool.Run(null, "verification", "report", own, Report, "--json");
        Assert.Equal((1, "same-agency"), (no.ExitCode, (string?)JsonNode.Parse(no.Output)!["gaps"]![0]!["code"]));
    }

    [Fact]
    public async Task Extracts_are_filled_and_never_from_what_is_not_there()
    {
        var brsr = await Yes("extract", "brsr", Next, "--turnover", "3000 crore", "--previous", Report, "--previous-turnover", "29000000000 INR", "--json");
        Assert.NotNull((string?)Field(brsr, "TotalScope1AndScope2EmissionsIntensityPerRupeeOfTurnover")["previous"]);
        Assert.Equal("bad-option", await Code("extract", "brsr", Next, "--previous-turnover", "1 INR", "--json"));
        Assert.Equal("bad-option", await Code("extract", "brsr", Next, "--turnover", "0 INR", "--json"));
        Assert.Equal("bad-option", await Code("extract", "brsr", Next, "--turnover", "3000", "--json"));
        Assert.Equal("bad-option", await Code("extract", "cbam", Report, "--cn", "72011011", "--json"));
        Assert.Equal("bad-value", await Code("extract", "cbam", Report, "--cn", "2523 29 00", "--fields", Write("f.json", """{"G1.clinker-factor": "93"}"""), "--json"));
        Assert.Equal("bad-option", await Code("extract", "cbam", Report, "--cn", "1234", "--json"));
        Assert.Equal("bad-option", await Code("extract", "ledger", Report, "--json"));
        Assert.Equal("bad-option", await Code("extract", "certificate", "--year", "2025", "--json"));
        var (cells, book) = (Path.Combine(_folder, "cells.csv"), Path.Combine(_folder, "cells.xlsx"));
        await Yes("extract", "cbam", Report, "--cn", "2523 29 00", "--cn", "2523 90 00=cement", "--price", "600 INR", "--cells", cells, "--workbook", book, "--json");
        Assert.Contains("\nD_Processes,L54,", await File.ReadAllTextAsync(cells, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.True(new FileInfo(book).Length > 1000);
        Assert.Equal("bad-option", await Code("extract", "cbam", Report, "--cn", "2523 29 00=slag", "--json"));
    }

    [Fact]
    public async Task An_assessments_page_is_compared_with_what_its_receipt_says()
    {
        var (receipt, page) = (Path.Combine(_folder, "receipt.json"), Path.Combine(_folder, "assessment.html"));
        await CctsTool.Run(null, "assess", Report, "--receipt", receipt, "--html", page);
        var printed = System.Text.RegularExpressions.Regex.Match(await File.ReadAllTextAsync(page, TestContext.Current.CancellationToken), "sha256:[0-9a-f]{64}").Value;
        Assert.Contains("Kotputli Cement Works, CMTOE085RJ, 2025-26, certificates surrender 19797, intensity 0.8086 tCO2e/t", System.Text.RegularExpressions.Regex.Replace((await CctsTool.Run(null, "receipt", "verify", receipt, "--digest", printed)).Output, "\\s+", " "), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_quarter_is_audited_once_it_has_begun_and_help_speaks_of_what_there_is()
    {
        Assert.Equal("bad-option", await Code("audit", Report, "--quarter", "4", "--on", "2025-12-31", "--json"));
        Assert.NotEqual(2, (await CctsTool.Run(null, "audit", Report, "--quarter", "4", "--on", "2026-01-01", "--json")).ExitCode);
        Assert.DoesNotContain("--fields", (await CctsTool.Run(null, "form", "check", "--help")).Output, StringComparison.Ordinal);
        Assert.DoesNotContain("pro-forma", (await CctsTool.Run(null, "form", "ghg", "--help")).Output, StringComparison.Ordinal);
    }

    /// <summary>A certificate whose digest was changed by hand, in the receipt or on the page, is refused by whoever verifies it.</summary>
    [Fact]
    public async Task A_certificate_with_another_digest_is_refused()
    {
        var (journal, receipt, page) = (Path.Combine(_folder, "ledger.jsonl"), Path.Combine(_folder, "certificate.json"), Path.Combine(_folder, "certificate.html"));
        Assert.Equal(0, (await CctsTool.Run(null, "ledger", "import", Sample("ledger/kotputli.jsonl"), "--journal", journal, "--year", "2025-26")).ExitCode);
        Assert.Equal(0, (await CctsTool.Run(null, "extract", "certificate", "--journal", journal, "--account", "kotputli", "--year", "2025-26", "--receipt", receipt, "--html", page)).ExitCode);
        var text = await File.ReadAllTextAsync(receipt, TestContext.Current.CancellationToken);
        foreach (var member in new[] { "inputDigest", "seal", "digest", "journalHead" })
        {
            var at = text.IndexOf($"\"{member}\":\"", StringComparison.Ordinal) + member.Length + 4;
            at = text.IndexOf("sha256:", at, StringComparison.Ordinal) == at ? at + "sha256:".Length : at;
            var broken = Write("broken.json", text[..at] + (text[at] == '0' ? '1' : '0') + text[(at + 1)..]);
            Assert.Equal(1, (await CctsTool.Run(null, "receipt", "verify", broken)).ExitCode);
        }

        var printed = System.Text.RegularExpressions.Regex.Match(await File.ReadAllTextAsync(page, TestContext.Current.CancellationToken), "sha256:[0-9a-f]{64}").Value;
        var same = await CctsTool.Run(null, "receipt", "verify", receipt, "--digest", printed, "--json");
        Assert.Equal((0, true), (same.ExitCode, (bool)JsonNode.Parse(same.Output)!["digestIsPrinted"]!));
        // A digest that is right says nothing of the other figures of a page: the receipt's own stand beside it.
        Assert.Contains("compare it with this. The receipt is of a certificate: account kotputli, 2025-26, surrender, 19797 units.", System.Text.RegularExpressions.Regex.Replace((await CctsTool.Run(null, "receipt", "verify", receipt, "--digest", printed)).Output, "\\s+", " "), StringComparison.Ordinal);
        Assert.Equal("file-exists", await Code("extract", "certificate", "--journal", journal, "--account", "kotputli", "--year", "2025-26", "--receipt", receipt, "--json"));
        Assert.Equal(text, await File.ReadAllTextAsync(receipt, TestContext.Current.CancellationToken));
        var other = printed[..^1] + (printed[^1] == '0' ? '1' : '0');
        var no = await CctsTool.Run(null, "receipt", "verify", receipt, "--digest", other, "--json");
        Assert.Equal((1, false, "identical"), (no.ExitCode, (bool)JsonNode.Parse(no.Output)!["digestIsPrinted"]!, (string?)JsonNode.Parse(no.Output)!["outcome"]));
        Assert.Contains($"The page's digest is not this receipt's, which is {printed}.", System.Text.RegularExpressions.Regex.Replace((await CctsTool.Run(null, "receipt", "verify", receipt, "--digest", other)).Output, "\\s+", " "), StringComparison.Ordinal);
        Assert.Equal("bad-option", await Code("receipt", "verify", receipt, "--digest", printed[7..], "--json"));
    }

    /// <summary>A day in no compliance year is a slip, and is told as one by every command that asks for a day.</summary>
    [Theory]
    [InlineData("9999-12-31")]
    [InlineData("2999-04-01")]
    [InlineData("1900-03-31")]
    public async Task A_day_of_no_compliance_year_is_no_day(string day)
    {
        var (journal, projects) = (Path.Combine(_folder, "year.jsonl"), Path.Combine(_folder, "projects.jsonl"));
        Assert.Equal(0, (await CctsTool.Run(null, "year", "open", journal, "--entity", "CMTOE085RJ", "--year", "2025-26")).ExitCode);
        Assert.Equal("bad-option", await Code("year", "move", journal, "submit-plan", "--role", "entity", "--person", "A. Rao", "--organisation", "Works", "--on", day, "--json"));
        Assert.Equal("bad-option", await Code("year", "due", journal, "--on", day, "--json"));
        Assert.Equal("bad-option", await Code("audit", Report, "--quarter", "2", "--on", day, "--json"));
        Assert.Equal("bad-option", await Code("account", Report, "--price", "600 INR", "--on", day, "--json"));
        Assert.Equal(2, (await CctsTool.Run(null, "project", "check", projects, "--on", day)).ExitCode);
    }

    [Fact]
    public async Task An_audit_lists_what_is_missing_of_a_quarter()
    {
        var run = await CctsTool.Run(null, "audit", Report, "--quarter", "2", "--on", "2025-10-10", "--json");
        Assert.True(run.ExitCode is 0 or 1, run.Error);
        var early = Write("half.json", string.Join('\n', (await File.ReadAllLinesAsync(Report, TestContext.Current.CancellationToken)).Where(l => !l.Contains("\"2025-08\"", StringComparison.Ordinal))));
        Assert.Equal(1, (await CctsTool.Run(null, "audit", early, "--quarter", "2", "--on", "2025-10-10")).ExitCode);
        Assert.Equal(2, (await CctsTool.Run(null, "audit", Report, "--quarter", "5", "--on", "2025-10-10")).ExitCode);
        Assert.Equal(2, (await CctsTool.Run(null, "audit", Report, "--quarter", "2", "--on", "tomorrow")).ExitCode);
    }

    private static string Sample(string name) => Path.Combine(CctsTool.Samples, name);

    private static async Task<JsonNode> Yes(params string[] args)
    {
        var run = await CctsTool.Run(null, args);
        Assert.True(run.ExitCode == 0, string.Join(' ', args) + "\n" + run.Output + run.Error);
        return JsonNode.Parse(run.Output)!;
    }

    private static async Task<string?> Code(params string[] args)
    {
        var run = await CctsTool.Run(null, args);
        Assert.Equal(2, run.ExitCode);
        return (string?)JsonNode.Parse(run.Output)!["problems"]![0]!["code"];
    }

    private static JsonNode Field(JsonNode form, string number) => form["parts"]!.AsArray().SelectMany(p => p!["fields"]!.AsArray()).Single(f => (string?)f!["number"] == number)!;

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}
