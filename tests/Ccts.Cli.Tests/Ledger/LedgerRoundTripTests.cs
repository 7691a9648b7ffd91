using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;

namespace Ccts.Cli.Tests.Ledger;

/// <summary>What "ccts ledger export" writes is taken as it is: as opening holdings, and as the holdings and the statement of a session.</summary>
public sealed class LedgerRoundTripTests : IDisposable
{
    private const string At = "2026-10-16T09:00:00Z";
    private readonly string _folder = Directory.CreateTempSubdirectory("ledger-round-trip").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>Units in every place, with days and without, in reservations of both purposes from both places, in names that a spreadsheet would run.</summary>
    [Fact]
    public async Task An_export_is_imported_and_exported_the_same()
    {
        var holdings = Write("h.csv", "account,registry,scope,kind,vintage,start,end,issued,expires\n"
            + "mill,icm,s,ccc,2025,1,1000,2026-10-01,\n=1+1,icm,\"s,\"\"2\",ccc,2025,1,10,,2030-01-31\nmill,icm,s,offset-ccc,2024,2001,2100,,\n");
        var commands = Write("c.jsonl", string.Concat(
            Line("bank", "1", Take(50)), Line("reserve", "2", "\"reservation\":\"r1\",\"purpose\":\"sale\"," + Take(30) + ",\"until\":\"2026-12-01T00:00:00Z\""),
            Line("reserve", "3", "\"reservation\":\"r,2\",\"purpose\":\"other\",\"take\":{\"kind\":\"ccc\",\"tonnes\":20,\"from\":\"banked\"}"),
            Line("reserve", "4", "\"reservation\":\"r3\",\"purpose\":\"other\",\"take\":{\"blocks\":[{\"registry\":\"icm\",\"scope\":\"s\",\"start\":\"500\",\"end\":\"509\"},{\"registry\":\"icm\",\"scope\":\"s\",\"start\":\"600\",\"end\":\"604\"}]}"),
            Line("assign", "5", Take(10) + ",\"to\":\"pledged\""), Line("assign", "6", Take(10) + ",\"to\":\"quarantined\""), Line("assign", "7", Take(10) + ",\"to\":\"pending\""),
            Line("buffer", "8", Take(10)), Line("retire", "9", Take(10)), Line("surrender", "10", "\"compliance-year\":2025," + Take(10)), Line("cancel", "11", Take(10) + ",\"reason\":\"x\""),
            Line("convert", "12", Take(10) + ",\"into\":{\"registry\":\"icm\",\"scope\":\"new\",\"kind\":\"ccc\",\"vintage\":2025,\"start\":\"1\",\"end\":\"10\"}"),
            Line("transfer", "13", "\"to\":\"buyer\"," + Take(10))));
        await Done("ledger", "import", holdings, "--journal", Path("one.jsonl"), "--at", At);
        await Done("ledger", "import", commands, "--journal", Path("one.jsonl"), "--year", "2025-26");
        var exported = (await Done("ledger", "export", Path("one.jsonl"))).Output;
        Assert.Equal(12, exported.Split('\n').Skip(1).Where(l => l.StartsWith("mill,", StringComparison.Ordinal)).Select(l => l.Split(',')[1]).Distinct().Count() + 1);

        await Done("ledger", "import", Write("exported.csv", exported), "--journal", Path("two.jsonl"), "--at", At, "--year", "2025-26");
        Assert.Equal(exported.Split('\n').Order(StringComparer.Ordinal), (await Done("ledger", "export", Path("two.jsonl"))).Output.Split('\n').Order(StringComparer.Ordinal));
        Assert.Contains("sound", (await Done("ledger", "check", Path("two.jsonl"))).Output, StringComparison.OrdinalIgnoreCase);

        // Once more changes nothing, and a released reservation returns its units to where they came from.
        Assert.Contains("0 accepted", (await Done("ledger", "import", Path("exported.csv"), "--journal", Path("two.jsonl"), "--at", At, "--year", "2025-26")).Output, StringComparison.Ordinal);
        await Done("ledger", "import", Write("r.jsonl", Line("release", "20", "\"reservation\":\"r,2\"")), "--journal", Path("two.jsonl"));
        Assert.Contains("mill,banked,icm,s,ccc,2025,1,50,50,,,,,2026-10-01,", (await Done("ledger", "export", Path("two.jsonl"))).Output, StringComparison.Ordinal);
    }

    /// <summary>A row that stands twice is half of what the file says; and units of a year that has not begun, or that are over, come in with a word.</summary>
    [Fact]
    public async Task Units_that_cannot_be_are_told()
    {
        const string Head = "account,registry,scope,kind,vintage,start,end,expires\n";
        var twice = await CctsTool.Run(null, "ledger", "import", Write("twice.csv", Head + "mill,icm,s,ccc,2025,1,10,\nmill,icm,s,ccc,2025,1,10,\n"), "--journal", Path("twice.jsonl"), "--at", At);
        Assert.Equal(2, twice.ExitCode);
        Assert.Contains("twice.csv(3,1) 3: error block-twice: icm:s:1-10 is in line 2 already.", twice.Error, StringComparison.Ordinal);
        await Done("ledger", "import", Write("mill.csv", Head + "mill,icm,s,ccc,2025,1,10,\n"), "--journal", Path("twice.jsonl"), "--at", At);
        var other = await CctsTool.Run(null, "ledger", "import", Write("paper.csv", Head + "paper,icm,s,ccc,2025,1,10,\n"), "--journal", Path("twice.jsonl"), "--at", At);
        Assert.Contains("already-in-ledger: icm:s:1-10 is in the ledger already", other.Error + other.Output, StringComparison.Ordinal);
        var odd = await CctsTool.Run(null, "ledger", "import", Write("odd.csv", Head + "mill,icm,s,ccc,2027-28,1,10,\nmill,icm,s,ccc,2025-26,11,20,2026-10-15\nmill,icm,s,ccc,2025,21,30,2026-10-16\n"), "--journal", Path("odd.jsonl"), "--at", At);
        Assert.Equal(0, odd.ExitCode);
        Assert.Contains("icm:s:1-10 is of vintage 2027, which has not begun on 2026-10-16", odd.Error, StringComparison.Ordinal);
        Assert.Contains("icm:s:11-20 was valid until 2026-10-15", odd.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("21-30", odd.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_export_is_the_books_of_a_session_and_can_be_its_statement()
    {
        var holdings = Write("h.csv", "account,registry,scope,kind,vintage,start,end,issued\ncement,icm,2025,ccc,2025,1,1200,2026-10-01\npaper,icm,2025,ccc,2025,2001,2300,2026-11-24\nsteel,icm,2025,ccc,2025,3051,3100,2026-11-24\n");
        await Done("ledger", "import", holdings, "--journal", Path("j.jsonl"), "--at", "2026-11-24T09:00:00Z");
        await Done("ledger", "import", Write("c.jsonl", Line("assign", "1", "\"take\":{\"blocks\":[{\"registry\":\"icm\",\"scope\":\"2025\",\"start\":\"1001\",\"end\":\"1200\"}]},\"to\":\"quarantined\"", "cement", "2026-11-24T09:00:00Z")), "--journal", Path("j.jsonl"));
        var exported = Write("exported.csv", (await Done("ledger", "export", Path("j.jsonl"))).Output);
        var session = System.IO.Path.Combine(CctsTool.Samples, "session");
        var run = await CctsTool.Run(null, "clear", "--session", System.IO.Path.Combine(session, "session.json"), "--trades", System.IO.Path.Combine(session, "trades.csv"), "--holdings", exported, "--statement", exported, "--json");
        Assert.Equal(1, run.ExitCode);
        var proof = System.Text.Json.Nodes.JsonNode.Parse(run.Output)!;
        Assert.Empty(proof["differences"]!.AsArray());
        Assert.Equal(["permit", "permit", "deny"], proof["trades"]!.AsArray().Take(3).Select(t => (string)t!["outcome"]!));

        // Trade T9 sells what its registry issues the day after.
        Assert.Contains("not-yet-issued", run.Output, StringComparison.Ordinal);

        var changed = Write("changed.csv", File.ReadAllText(exported).Replace(",1000,1000,", ",1000,999,", StringComparison.Ordinal));
        foreach (var args in new[] { new[] { "clear", "--session", System.IO.Path.Combine(session, "session.json"), "--trades", System.IO.Path.Combine(session, "trades.csv"), "--holdings", changed, "--statement", exported }, ["ledger", "import", changed, "--journal", Path("x.jsonl"), "--at", At] })
        {
            var refused = await CctsTool.Run(null, args);
            Assert.Equal(2, refused.ExitCode);
            Assert.Contains("block-and-tonnes", refused.Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_holdings_do_not_carry_is_told()
    {
        await Done("ledger", "import", Write("h.csv", "account,registry,scope,kind,vintage,start,end\nmill,icm,s,ccc,2025,1,10\n"), "--journal", Path("j.jsonl"), "--at", At);
        Assert.Empty((await Done("ledger", "export", Path("j.jsonl"))).Error);
        await CctsTool.Run(null, "ledger", "import", Write("c.jsonl", Line("reserve", "1", "\"reservation\":\"r\",\"purpose\":\"sale\"," + Take(11))), "--journal", Path("j.jsonl"), "--year", "2025-26", "--keep-refusals");
        Assert.Contains("1 accounts are frozen, or have breaches or a bar, which holdings do not carry: mill.", (await Done("ledger", "export", Path("j.jsonl"))).Error, StringComparison.Ordinal);
    }

    /// <summary>What is a MWh or of another programme enters no ledger of tonnes, from a table and from commands.</summary>
    [Theory]
    [InlineData("h.csv", "account,registry,scope,kind,vintage,start,end\nmill,icm,s,Green Credit,2025,1,10\n")]
    [InlineData("c.jsonl", "{\"command\":\"issue\",\"key\":\"k\",\"at\":\"2026-10-16T09:00:00Z\",\"account\":\"mill\",\"units\":{\"registry\":\"icm\",\"scope\":\"s\",\"kind\":\"i-rec\",\"vintage\":2025,\"start\":\"1\",\"end\":\"10\"},\"into\":\"free\"}\n")]
    public async Task What_is_no_tonne_is_not_imported(string name, string text)
    {
        var run = await CctsTool.Run(null, "ledger", "import", Write(name, text), "--journal", Path("j.jsonl"), "--at", At);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("not-tonnes", run.Error, StringComparison.Ordinal);
    }

    /// <summary>A document over several lines has one slip, and not one in each of its lines.</summary>
    [Theory]
    [InlineData("[\n{ \"account\": \"mill\",\n \"registry\": \"icm\"\n", "json-syntax")]
    [InlineData("[\n{ \"command\": \"issue\" }\n]\n", "wrong-type")]
    [InlineData("{\n\"ok\": false\n}\n", "wrong-type")]
    public async Task A_document_that_is_no_holdings_is_one_problem(string text, string code)
    {
        var run = await CctsTool.Run(null, "ledger", "import", Write("h.json", text), "--journal", Path("j.jsonl"), "--at", At, "--json");
        Assert.Equal(2, run.ExitCode);
        Assert.Equal(code, (string)Assert.Single(System.Text.Json.Nodes.JsonNode.Parse(run.Output)!["problems"]!.AsArray())!["code"]!);
    }

    [Fact]
    public async Task Holdings_that_contradict_themselves_are_refused()
    {
        const string header = "account,registry,scope,kind,vintage,start,end,place,status,reservation,purpose,returns-to,tonnes\n";
        foreach (var row in new[] { "mill,icm,s,ccc,2025,1,10,free,free,,,,", "mill,icm,s,ccc,2025,1,10,reserved,,,,,", "mill,icm,s,ccc,2025,1,10,reserved,,r,,pledged,", "mill,icm,s,ccc,2025,1,10,nowhere,,,,,", "mill,icm,s,ccc,2025,1,10,,,,,,11",
            "mill,icm,s,ccc,2025,1,10,reserved,,r,sale,,\nmill,icm,s,ccc,2025,11,20,reserved,,r,other,," })
        {
            Assert.Equal(2, (await CctsTool.Run(null, "ledger", "import", Write("h.csv", header + row + "\n"), "--journal", Path("j.jsonl"), "--at", At)).ExitCode);
        }

        Assert.False(File.Exists(Path("j.jsonl")));
    }

    /// <summary>Our own export, edited: what it says of a reservation and of where units stand is not dropped without a word.</summary>
    [Theory]
    [InlineData("mill,free,icm,s,ccc,2025,151,220,70,o1,sale,free,", "columns-disagree")]
    [InlineData("mill,retired,icm,s,ccc,2025,151,220,70,,,,2026-12-01T00:00:00Z", "columns-disagree")]
    [InlineData("mill,,icm,s,ccc,2025,151,220,70,,,,", "csv-empty-field")]
    [InlineData("N/A,free,icm,s,ccc,2025,151,220,70,,,,", "not-stated")]
    [InlineData("mill,free,icm,s,CCC,2025,151,220,70,,,,", "two-spellings")]
    [InlineData("mill,free,icm,s,own,2025,151,220,70,,,,\nmill,free,icm,s,o-wn,2025,1,20,20,,,,", "two-spellings")]
    public async Task An_export_that_was_edited_is_refused_where_it_contradicts_itself(string rows, string code)
    {
        var run = await CctsTool.Run(null, "ledger", "import", Write("h.csv", "account,place,registry,scope,kind,vintage,start,end,tonnes,reservation,purpose,returns-to,until\n" + rows + "\n"), "--journal", Path("j.jsonl"), "--at", At);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(code, run.Error, StringComparison.Ordinal);
    }

    /// <summary>The same hundred numbers, twice: a blank, a letter of another script or another case makes no second registry, scope or kind.</summary>
    [Theory]
    [InlineData("icm", "2025 ", "ccc", "The scope")]
    [InlineData("icm", "\u00A02025", "ccc", "The scope")]
    [InlineData("icm", "\u0410\u200B25", "ccc", null)]
    [InlineData("icm ", "2025", "ccc", "The registry")]
    [InlineData("i\u0441m", "2025", "ccc", "The registry")]
    [InlineData("ICM", "2026", "ccc", "The registry")]
    [InlineData("icm", "2026", "CCC", "The kind")]
    [InlineData("icm", "2026", "ccc ", "The kind")]
    [InlineData("icm", "2026", "own", null)]
    [InlineData("icm", "2026", "ccc \u2161", null)]
    [InlineData("icm", "2025+", "ccc", null)]
    [InlineData("N/A", "2026", "ccc", "\"N/A\" names nothing")]
    [InlineData("icm", "N/A", "ccc", "\"N/A\" names nothing")]
    [InlineData("icm", "", "ccc", "of no scope, may be the same units")]
    [InlineData("icm", "20 25", "ccc", null)]
    public async Task A_tonne_does_not_come_in_twice_under_another_spelling(string registry, string scope, string kind, string? what)
    {
        var at = what is null ? 0 : 2;
        var row = $"steel,{registry},\"{scope}\",{kind},2025,1,100\n";
        var first = "account,registry,scope,kind,vintage,start,end\nmill,icm,2025,ccc,2025,1,100\n";
        var command = Line("issue", "2", $"\"units\":{{\"registry\":\"{registry}\",\"scope\":\"{scope}\",\"kind\":\"{kind}\",\"vintage\":2025,\"start\":\"1\",\"end\":\"100\"}}", "steel");
        await Done("ledger", "import", Write("first.csv", first), "--journal", Path("j.jsonl"), "--at", At);
        foreach (var run in new[]
        {
            await CctsTool.Run(null, "ledger", "import", Write("both.csv", first + row), "--journal", Path("one.jsonl"), "--at", At),
            await CctsTool.Run(null, "ledger", "import", Write("c.jsonl", command), "--journal", Path("j.jsonl"), "--keep-refusals"),
        })
        {
            Assert.Equal(at, run.ExitCode);
            Assert.True(what is null || run.Error.Contains(what, StringComparison.Ordinal), run.Error);
        }
    }

    [Theory]
    [InlineData("2025-26", "2025\u201326")]
    [InlineData("2025-26", "2025\u221226")]
    [InlineData("FY2025-26", "FY 2025-26")]
    public async Task A_dash_and_a_blank_make_no_second_scope(string scope, string other)
    {
        var run = await CctsTool.Run(null, "ledger", "import", Write("h.csv", $"account,registry,scope,kind,vintage,start,end\nmill,icm,{scope},ccc,2025,1,100\nsteel,icm,{other},ccc,2025,1,100\n"), "--journal", Path("j.jsonl"), "--at", At);
        Assert.Equal((2, true), (run.ExitCode, run.Error.Contains("two-spellings", StringComparison.Ordinal)));
    }

    /// <summary>A regulator's pause stops its registry, or is refused, or is told to stop nothing; it is never taken and forgotten.</summary>
    [Theory]
    [InlineData("icm", 1, "Business with units of icm is paused")]
    [InlineData("ICM", 2, "two-spellings")]
    [InlineData("icm.", 2, "two-spellings")]
    [InlineData("i c m", 2, "two-spellings")]
    [InlineData("i\u0441m", 2, "two-spellings")]
    [InlineData("N/A", 2, "names nothing")]
    [InlineData("all", 0, "\"all\" is paused, and no unit here is of that registry")]
    [InlineData("grid-india", 0, "stops nothing yet")]
    public async Task A_pause_stops_its_registry_or_is_told(string registry, int exitCode, string told)
    {
        await Done("ledger", "import", Write("h.csv", "account,registry,scope,kind,vintage,start,end\nmill,icm,s,ccc,2025,1,100\n"), "--journal", Path("j.jsonl"), "--at", At);
        var pause = $$"""{"command":"pause","key":"p","at":"{{At}}","registry":"{{registry}}","paused":true,"reason":"x","holder":"regulator"}""" + "\n";
        var run = await CctsTool.Run(null, "ledger", "import", Write("c.jsonl", pause + Line("transfer", "1", "\"to\":\"buyer\"," + Take(10))), "--journal", Path("j.jsonl"));
        Assert.Equal(exitCode, run.ExitCode);
        Assert.Contains(told, run.Error.ReplaceLineEndings(" "), StringComparison.Ordinal);
    }

    /// <summary>A slip of the year would end the units for a year that nobody looks at.</summary>
    [Theory]
    [InlineData(2099, 1)]
    [InlineData(2027, 1)]
    [InlineData(2026, 0)]
    public async Task Nothing_is_surrendered_for_a_year_that_has_not_begun(int year, int exitCode)
    {
        await Done("ledger", "import", Write("h.csv", "account,registry,scope,kind,vintage,start,end\nmill,icm,s,ccc,2025,1,100\n"), "--journal", Path("j.jsonl"), "--at", At);
        var run = await CctsTool.Run(null, "ledger", "import", Write("c.jsonl", Line("surrender", "1", $"\"compliance-year\":{year}," + Take(10))), "--journal", Path("j.jsonl"), "--year", "2025-26");
        Assert.Equal((exitCode, exitCode == 1), (run.ExitCode, run.Error.Contains("the compliance year has not begun", StringComparison.Ordinal)));
    }

    /// <summary>A spreadsheet keeps fifteen digits of a number: the units of a pasted serial would be others.</summary>
    [Theory]
    [InlineData("123456789012345678", "123456789012345699", 2)]
    [InlineData("30000000000000000000000000001", "30000000000000000000000000100", 2)]
    [InlineData("123456789012345", "123456789012360", 0)]
    public async Task Numbers_that_a_sheet_has_cut_are_refused(string start, string end, int exitCode)
    {
        Credits.PlainWorkbook.Write(Path("h.xlsx"), ["account", "registry", "scope", "kind", "vintage", "start", "end"], ["mill", "icm", "s", "ccc", 2025, decimal.Parse(start, System.Globalization.CultureInfo.InvariantCulture), decimal.Parse(end, System.Globalization.CultureInfo.InvariantCulture)]);
        var run = await CctsTool.Run(null, "ledger", "import", Path("h.xlsx"), "--journal", Path("j.jsonl"), "--at", At);
        Assert.Equal((exitCode, exitCode == 2), (run.ExitCode, run.Error.Contains("lost-digits", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("ICM:s:17")]
    [InlineData("icm:S :17")]
    public async Task A_unit_is_found_in_any_spelling_of_its_registry_and_scope(string unit)
    {
        await Done("ledger", "import", Write("h.csv", "account,registry,scope,kind,vintage,start,end\nmill,icm,s,ccc,2025,1,100\n"), "--journal", Path("j.jsonl"), "--at", At);
        Assert.Contains("mill", (await Done("ledger", "history", unit, "--journal", Path("j.jsonl"))).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_account_that_names_nobody_is_refused_in_commands_too()
    {
        await Done("ledger", "import", Write("h.csv", "account,registry,scope,kind,vintage,start,end\nmill,icm,s,ccc,2025,1,10\n"), "--journal", Path("j.jsonl"), "--at", At);
        foreach (var line in new[] { Line("transfer", "1", "\"to\":\"N/A\"," + Take(1)), Line("retire", "2", Take(1), "unknown") })
        {
            var run = await CctsTool.Run(null, "ledger", "import", Write("c.jsonl", line), "--journal", Path("j.jsonl"));
            Assert.Equal((2, true), (run.ExitCode, run.Error.Contains("names nothing", StringComparison.Ordinal)));
        }
    }

    [Fact]
    public async Task Accounts_that_may_be_one_name_are_told()
    {
        var run = await Done("ledger", "import", Write("h.csv", "account,registry,scope,kind,vintage,start,end\nmill,icm,s,ccc,2025,1,10\nMi-ll,icm,s,ccc,2025,11,20\nmill 2,icm,s,ccc,2025,21,30\n"), "--journal", Path("j.jsonl"), "--at", At);
        foreach (var told in new[] { run, await Done("ledger", "check", Path("j.jsonl")) })
        {
            Assert.Contains("may be one name in two spellings", told.Error, StringComparison.Ordinal);
            Assert.DoesNotContain("mill 2", told.Error, StringComparison.Ordinal);
        }
    }

    private static async Task<ToolRun> Done(params string[] args)
    {
        var run = await CctsTool.Run(null, args);
        Assert.True(run.ExitCode == 0, run.Output + run.Error);
        return run;
    }

    private static string Take(int tonnes) => $$"""
        "take":{"kind":"ccc","tonnes":{{tonnes}}}
        """.Trim();

    private static string Line(string command, string key, string rest, string account = "mill", string at = "2026-10-17T09:00:00Z") =>
        $$"""{"command":"{{command}}","key":"{{key}}","at":"{{at}}","account":"{{account}}",{{rest}}}""" + "\n";

    private string Path(string name) => System.IO.Path.Combine(_folder, name);

    private string Write(string name, string text)
    {
        File.WriteAllText(Path(name), text);
        return Path(name);
    }
}
