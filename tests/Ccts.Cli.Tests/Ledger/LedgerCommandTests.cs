using System;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;

namespace Ccts.Cli.Tests.Ledger;

/// <summary><c>ccts ledger</c> end to end: what is imported is shown, checked and exported; nothing half-applies.</summary>
public sealed class LedgerCommandTests : IDisposable
{
    private const string Holdings = "account,registry,scope,kind,vintage,start,end,source\nmill,icm,s,ccc,2025,1,1000,opening\nkiln,icm,s,ccc,2025,1001,1500,\n";

    private readonly string _folder = Directory.CreateTempSubdirectory("ledger").FullName;

    private string Journal => Path.Combine(_folder, "journal.jsonl");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Holdings_and_commands_are_imported_shown_and_exported()
    {
        Assert.Equal(ExitCode.Yes, Import("h.csv", Holdings, "--at", "2026-10-15T09:30:00Z"));
        Assert.Equal(ExitCode.Yes, Import("c.jsonl", Line("reserve", "k1", "\"reservation\":\"r1\",\"purpose\":\"sale\",\"take\":{\"kind\":\"ccc\",\"tonnes\":400}")
            + Line("transfer", "k2", "\"to\":\"buyer\",\"take\":{\"reservation\":\"r1\",\"tonnes\":100}")));
        Assert.Equal(ExitCode.Yes, Run("check", Journal));
        var (code, output) = await Json("export", Journal, "--json");
        Assert.Equal(ExitCode.Yes, code);
        var holdings = output.GetProperty("holdings").EnumerateArray().Select(h => $"{h.GetProperty("account")} {h.GetProperty("place")} {h.GetProperty("start")}-{h.GetProperty("end")}");
        Assert.Equal(["buyer free 1-100", "kiln free 1001-1500", "mill free 401-1000", "mill reserved 101-400"], holdings);
        Assert.Equal(2, (await Json("show", Journal, "--json", "--until", "2")).Output.GetProperty("balances").GetArrayLength());
        Assert.Equal(ExitCode.No, Run("show", Journal, "--account", "nobody"));
        var (no, unknown) = await Json("show", Journal, "--account", "nobody", "--json");
        Assert.Equal((ExitCode.No, "unknown-account"), (no, unknown.GetProperty("problems")[0].GetProperty("code").GetString()));
    }

    [Fact]
    public void Importing_twice_changes_nothing()
    {
        Import("h.csv", Holdings, "--at", "2026-10-15T09:30:00Z");
        var before = File.ReadAllText(Journal);
        Assert.Equal(ExitCode.Yes, Import("h.csv", Holdings, "--at", "2026-11-15T09:30:00Z"));
        Assert.Equal(before, File.ReadAllText(Journal));
    }

    [Fact]
    public void One_refusal_and_nothing_is_written_unless_asked_for()
    {
        Import("h.csv", Holdings, "--at", "2026-10-15T09:30:00Z");
        var before = File.ReadAllText(Journal);
        var commands = Line("bank", "k1", "\"take\":{\"kind\":\"ccc\",\"tonnes\":10}") + Line("retire", "k2", "\"take\":{\"kind\":\"ccc\",\"tonnes\":5000}");
        Assert.Equal(ExitCode.No, Import("c.jsonl", commands));
        Assert.Equal(before, File.ReadAllText(Journal));
        Assert.Equal(ExitCode.No, Import("c.jsonl", commands, "--keep-refusals"));
        Assert.Equal(5, File.ReadAllLines(Journal).Length);
        Assert.Equal(ExitCode.Yes, Run("check", Journal));
    }

    [Fact]
    public void Bad_input_is_refused_with_every_place()
    {
        Assert.Equal(ExitCode.BadInput, Import("h.csv", "account,registry,kind\n"));
        Assert.Equal(ExitCode.BadInput, Import("h.csv", Holdings.Replace("1,1000", "9,1", StringComparison.Ordinal), "--at", "2026-10-15T09:30:00Z"));
        Assert.Equal(ExitCode.BadInput, Import("h.csv", Holdings));
        Assert.Equal(ExitCode.BadInput, Import("c.jsonl", Line("retyre", "k", "\"take\":{}")));
        Assert.Equal(ExitCode.BadInput, Import("c.jsonl", "not json"));
        Assert.Equal(ExitCode.BadInput, Import("c.jsonl", Line("retire", "k", "\"take\":{\"kind\":\"ccc\",\"tonnes\":1,\"vintage\":99999999999}")));
        Assert.Equal(ExitCode.BadInput, Run("show", Path.Combine(_folder, "absent.jsonl")));
        Import("h.csv", Holdings, "--at", "2026-10-15T09:30:00Z");
        Assert.Equal(ExitCode.BadInput, Run("show", Journal, "--until", "-3"));
        Assert.Equal(ExitCode.BadInput, Run("export", Journal, "--until", "-1"));
        Assert.Equal(ExitCode.Yes, Run("show", Journal, "--until", "0"));
    }

    [Fact]
    public async Task A_changed_or_shortened_journal_is_not_sound()
    {
        Import("h.csv", Holdings, "--at", "2026-10-15T09:30:00Z");
        var lines = File.ReadAllLines(Journal);
        var head = (await Json("check", Journal, "--json")).Output.GetProperty("head").GetString()!;
        Assert.Equal(ExitCode.Yes, Run("check", Journal, "--head", head));
        File.WriteAllLines(Journal, lines.Take(2));
        Assert.Equal(ExitCode.Yes, Run("check", Journal));
        Assert.Equal(ExitCode.No, Run("check", Journal, "--head", head));
        File.WriteAllLines(Journal, lines.Select(l => l.Replace("\"1000\"", "\"1001\"", StringComparison.Ordinal)));
        var (code, verdict) = await Json("check", Journal, "--json");
        Assert.Equal(ExitCode.No, code);
        Assert.Contains("(2,1)", verdict.GetProperty("findings")[0].GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Limits_come_from_a_policy_file()
    {
        Import("h.csv", Holdings, "--at", "2026-10-15T09:30:00Z");
        var surrender = Line("surrender", "k1", "\"compliance-year\":2025,\"take\":{\"kind\":\"ccc\",\"tonnes\":10}");
        Assert.Equal(ExitCode.No, Import("c.jsonl", surrender));
        var policy = Write("policy.json", """{ "units": [ { "kind": "ccc", "may-be-surrendered": true } ], "oversell": { "breaches-to-bar": 3, "bar-months": 6 } }""");
        Assert.Equal(ExitCode.Yes, Import("c.jsonl", surrender, "--policy", policy));
        Assert.Equal(ExitCode.BadInput, Import("c.jsonl", surrender, "--policy", Write("bad.json", """{ "oversel": {} }""")));
    }

    [Fact]
    public async Task A_bar_of_no_stated_length_is_refused_not_made_up()
    {
        var run = await CctsTool.Run(null, "ledger", "import", Write("c.jsonl", Line("bank", "k1", "\"take\":{\"kind\":\"ccc\",\"tonnes\":10}")), "--journal", Journal, "--policy", Write("p.json", """{ "oversell": {} }"""));
        Assert.Equal(ExitCode.BadInput, run.ExitCode);
        Assert.Contains("breaches-to-bar", run.Error, StringComparison.Ordinal);
        Assert.Contains("bar-months", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_names_the_file_and_line()
    {
        Import("h.csv", Holdings, "--at", "2026-10-15T09:30:00Z");
        var file = Write("c.jsonl", Line("bank", "k1", "\"take\":{\"kind\":\"ccc\",\"tonnes\":10}") + Line("transfer", "k2", "\"to\":\"mill\",\"take\":{\"kind\":\"ccc\",\"tonnes\":5}"));
        var refusal = (await Json("import", file, "--journal", Journal, "--json")).Output.GetProperty("refusals")[0];
        Assert.Equal((file, 2, "malformed"), (refusal.GetProperty("file").GetString(), refusal.GetProperty("line").GetInt32(), refusal.GetProperty("code").GetString()));
        Assert.Contains("the giving account itself", refusal.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Limits_come_from_the_ruleset_of_a_year_and_its_unknowns_are_told()
    {
        Import("h.csv", Holdings, "--at", "2026-10-15T09:30:00Z");
        var sales = string.Concat(new[] { "a", "b", "c", "d" }.Select(k => Line("reserve", k, $$"""
            "reservation":"{{k}}","purpose":"sale","take":{"kind":"ccc","tonnes":1001}
            """.Trim())));
        var run = await CctsTool.Run(null, "ledger", "import", Write("c.jsonl", sales), "--journal", Journal, "--year", "2025-26", "--keep-refusals");
        Assert.Equal(ExitCode.No, run.ExitCode);
        Assert.Contains("certificates.validity is unknown and not enforced", run.Error, StringComparison.Ordinal);
        Assert.Contains("c.jsonl(4,1): barred: Account mill is barred from selling until 2027-04-16.", run.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Yes, Import("s.jsonl", Line("surrender", "k1", "\"compliance-year\":2025,\"take\":{\"kind\":\"ccc\",\"tonnes\":10}"), "--year", "2025-26"));
        Assert.Equal(ExitCode.BadInput, Import("s.jsonl", "", "--year", "2025-27"));
        Assert.Equal(ExitCode.BadInput, Import("s.jsonl", "", "--year", "2023-24"));
        Assert.Equal(ExitCode.BadInput, Import("s.jsonl", "", "--year", "2025-26", "--policy", Write("p.json", "{}")));
        Assert.Equal(ExitCode.BadInput, Import("s.jsonl", "", "--ruleset", "in-ccts/2025-26"));
    }

    private static string Line(string command, string key, string rest) =>
        $$"""{"command":"{{command}}","key":"{{key}}","at":"2026-10-16T09:30:00Z","account":"mill",{{rest}}}""" + "\n";

    private string Write(string name, string content)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, content);
        return path;
    }

    private int Import(string name, string content, params string[] options) => Run(["import", Write(name, content), "--journal", Journal, .. options]);

    private static int Run(params string[] args) => CommandLine.Run(Program.Root(), ["ledger", .. args]);

    // JSON goes to the process's own standard output, so the tool is run as its users run it.
    private static async Task<(int Code, JsonElement Output)> Json(params string[] args)
    {
        var run = await CctsTool.Run(null, ["ledger", .. args]);
        return (run.ExitCode, JsonDocument.Parse(run.Output).RootElement);
    }
}
