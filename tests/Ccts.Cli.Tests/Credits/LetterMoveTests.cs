using System;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Ccts.Cli.Tests.Documentation;

namespace Ccts.Cli.Tests.Credits;

/// <summary>Letters by the tool: the page's commands, and whatever would use a tonne twice or a letter beyond what it says.</summary>
public sealed class LetterMoveTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ccts-letters").FullName;

    private string Letters => Path.Combine(_folder, "letters.jsonl");

    private string Ledger => Path.Combine(_folder, "ledger.db");

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task The_page_s_commands_count_the_letter_down()
    {
        await Page();
        var shown = JsonNode.Parse((await CctsTool.Run(null, "letter", "show", Letters, "--json")).Output)!["letters"]![0]!;
        Assert.Equal((100, 40, 60), (shown["authorised"]!.GetValue<int>(), shown["used"]!.GetValue<int>(), shown["left"]!.GetValue<int>()));
        var units = JsonNode.Parse((await CctsTool.Run(null, "ledger", "history", "icm:s:1-40", "--journal", Ledger, "--json")).Output)!["steps"]!.AsArray()[^1]!;
        Assert.Contains("export-1", units["instructions"]!.ToJsonString(), StringComparison.Ordinal);
        var tables = JsonNode.Parse((await CctsTool.Run(null, "aef", "check", Path.Combine(_folder, "aef-2026.json"), "--json")).Output)!;
        Assert.Equal((true, 1, 1), (tables["ok"]!.GetValue<bool>(), tables["rows"]!["authorizations"]!.GetValue<int>(), tables["rows"]!["actions"]!.GetValue<int>()));
        Assert.Contains("export-1 to icm", (await CctsTool.Run(null, "outbox", "list", Ledger)).Output, StringComparison.Ordinal);

        // Nothing is written over, and only an export has a receipt.
        Assert.Equal(2, (await CctsTool.Run(null, "aef", "write", Letters, Path.Combine(_folder, "aef-2026.json"), "--year", "2026")).ExitCode);
        Assert.Equal(2, (await CctsTool.Run(null, "letter", "move", Letters, "revoke", "--id", "LOA-1", "--from", "2026-01-20", "--reason", "x", "--on", "2026-01-20", "--key", "r", "--receipt", Path.Combine(_folder, "r.json"))).ExitCode);
    }

    [Fact]
    public async Task A_letter_is_used_up_in_splits_and_no_tonne_twice()
    {
        await Page();
        Assert.Equal("not-free", await Refused(Export("export-2", "icm:s:40-50")));
        Assert.Null(await Refused(Export("export-3", "icm:s:41-70")));
        Assert.Equal("letter-used-up", await Refused(Export("export-4", "icm:s:71-101")));
        Assert.Equal(2, (await CctsTool.Run(null, Export("export-two", "icm:s:71-72,icm:s:81-82"))).ExitCode);
        Assert.Null(await Refused(Export("export-5", "icm:s:71-100")));
        Assert.Equal("letter-used-up", await Refused(Export("export-6", "icm:s:101-101")));

        // The same once more is the same; the same key for something else is refused.
        var again = JsonNode.Parse((await CctsTool.Run(null, Export("export-5", "icm:s:71-100"))).Output)!;
        Assert.True(again["repeat"]!.GetValue<bool>());
        Assert.Equal("CA0002-IND01-IND-71-2025", again["itmos"]![0]!["first"]!.GetValue<string>());
        Assert.Equal("key-reused", await Refused(Export("export-5", "icm:s:71-99")));
    }

    [Fact]
    public async Task Two_letters_on_one_tonne_are_one_export()
    {
        await Page();
        var second = Path.Combine(_folder, "second.json");
        await File.WriteAllTextAsync(second, (await File.ReadAllTextAsync(Path.Combine(CctsTool.Samples, "article6", "letter.json"), TestContext.Current.CancellationToken)).Replace("LOA-1", "LOA-2", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        Assert.Equal(0, (await CctsTool.Run(null, "letter", "move", Letters, "authorise", "--letter", second, "--on", "2026-01-05", "--key", "loa-2")).ExitCode);
        Assert.Equal("not-free", await Refused(Export("export-2", "icm:s:1-40", letter: "LOA-2")));
        Assert.Null(await Refused(Export("export-3", "icm:s:41-60", letter: "LOA-2")));
        Assert.Equal("not-free", await Refused(Export("export-4", "icm:s:60-61")));

        // Another ledger that has the same tonnes free: the book of letters still knows them.
        var other = Path.Combine(_folder, "other.db");
        Assert.Equal(0, (await CctsTool.Run(null, "ledger", "import", Path.Combine(CctsTool.Samples, "article6", "holdings.csv"), "--journal", other, "--at", "2026-01-01T00:00:00Z")).ExitCode);
        Assert.Equal("already-transferred", await Refused([.. Export("export-5", "icm:s:40-40", letter: "LOA-2").Select(a => a == Ledger ? other : a)]));
    }

    /// <summary>The tables are written as what the name says, and are read again as the same.</summary>
    [Theory]
    [InlineData("aef.xlsx", "aef.xlsx")]
    [InlineData("aef", "aef")]
    [InlineData("aef", "aef/submission.csv", "aef/authorizations.csv", "aef/actions.csv", "aef/holdings.csv")]
    public async Task The_tables_are_written_as_their_name_says(string name, params string[] read)
    {
        await Page(count: 2);
        Assert.Null(await Refused(Export("export-1", "icm:s:1-40")));
        string In(string file) => Path.Combine(Path.GetDirectoryName(Letters)!, file);
        Assert.Equal(0, (await CctsTool.Run(null, "aef", "write", Letters, In(name), "--year", "2026")).ExitCode);
        var run = await CctsTool.Run(null, ["aef", "check", .. read.Select(In)]);
        Assert.True(run.ExitCode == 0, run.Output + run.Error);
        Assert.Contains("3 rows, 0 errors", run.Output, StringComparison.Ordinal);
        Assert.Equal(2, (await CctsTool.Run(null, "aef", "write", Letters, In(name), "--year", "2026")).ExitCode);
        foreach (var other in new[] { "aef.csv", "aef.xls", "aef.ods", "aef.json.gz" })
        {
            Assert.Equal(2, (await CctsTool.Run(null, "aef", "write", Letters, In(other), "--year", "2026")).ExitCode);
            Assert.False(File.Exists(In(other)));
        }
    }

    /// <summary>A letter without a name is bad input with its place, and no fault of the tool.</summary>
    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("N/A")]
    public async Task A_letter_without_a_name_is_bad_input(string id)
    {
        var letter = Path.Combine(Path.GetDirectoryName(Letters)!, "nameless.json");
        await File.WriteAllTextAsync(letter, (await File.ReadAllTextAsync(Path.Combine(CctsTool.Samples, "article6", "letter.json"), TestContext.Current.CancellationToken)).Replace("\"LOA-1\"", $"\"{id}\"", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        var run = await CctsTool.Run(null, "letter", "move", Letters + "2", "authorise", "--letter", letter, "--on", "2026-01-05", "--key", "k");
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("/id: error bad-value", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2025-12-31", null, "letter-out-of-date")]
    [InlineData("2026-01-01", null, null)]
    [InlineData("2026-01-15", "2026-01-15", "letter-revoked")]
    [InlineData("2026-01-15", "2026-01-16", null)]
    public async Task The_edges_of_a_letter_s_time(string on, string? revokedFrom, string? code)
    {
        await Page(count: 2);
        if (revokedFrom is not null)
        {
            Assert.Equal(0, (await CctsTool.Run(null, "letter", "move", Letters, "revoke", "--id", "LOA-1", "--from", revokedFrom, "--reason", "made up", "--on", "2026-01-10", "--key", "revoke-1")).ExitCode);
        }

        Assert.Equal(code, await Refused(Export("export-9", "icm:s:1-1", on: on)));
    }

    [Fact]
    public async Task What_nobody_has_looked_for_or_what_is_claimed_does_not_leave()
    {
        await Page(count: 2);
        Assert.NotNull(await Refused(Export("e1", "icm:s:1-1").Where(a => a is not ("--claimed-elsewhere" or "none")).ToArray()));
        Assert.Contains("--claimed-elsewhere", (await CctsTool.Run(null, Export("e1", "icm:s:1-1").Where(a => a is not ("--claimed-elsewhere" or "none" or "--json")).ToArray())).Output, StringComparison.Ordinal);
        Assert.NotNull(await Refused([.. Export("e2", "icm:s:1-9").Select(a => a == "none" ? "icm:s:9-20" : a)]));
        Assert.Equal("not-free", await Refused(Export("e3", "icm:s:1000-1001")));
        Assert.Equal("letter-unknown", await Refused(Export("e4", "icm:s:1-1", letter: "LOA-9")));
        Assert.Null(await Refused(Export("e5", "icm:s:1-8")));
    }

    [Fact]
    public async Task Bad_input_is_2_and_begins_no_journal()
    {
        var none = Path.Combine(_folder, "none.jsonl");
        var letter = Path.Combine(_folder, "bad.json");
        await File.WriteAllTextAsync(letter, """{ "format": "ccts-letter/1", "id": "L", "tonnes": 100, "parties": ["JPN", 7], "purpose": "FUN" }""", TestContext.Current.CancellationToken);
        var run = await CctsTool.Run(null, "letter", "move", none, "authorise", "--letter", letter, "--on", "2026-01-05", "--key", "k", "--json");
        Assert.Equal(2, run.ExitCode);
        Assert.True(JsonNode.Parse(run.Output)!["problems"]!.AsArray().Count > 5);
        Assert.False(File.Exists(none));
        await Page(count: 2);
        foreach (var (from, to) in new[] { ("IND01", "IND1"), ("2025", "25"), ("reductions", "reduction"), ("icm:s:1-1", "icm:s:9-1"), ("export", ""), (Ledger, Letters) })
        {
            Assert.Equal(2, (await CctsTool.Run(null, [.. Export("export", "icm:s:1-1").Select(a => a == from ? to : a)])).ExitCode);
        }

        Assert.Equal(2, (await CctsTool.Run(null, "letter", "move", Letters, "use", "--holder", "JPN", "--first", "CA0002-IND1-IND-1-2025", "--last", "x", "--purpose", "NDC", "--on", "2026-01-16", "--key", "u")).ExitCode);
    }

    [Fact]
    public async Task Itmos_move_on_and_end_by_the_tool()
    {
        await Page();
        string[] run = ["--first", "CA0002-IND01-IND-1-2025", "--last", "CA0002-IND01-IND-10-2025", "--on", "2026-01-20", "--json"];
        Assert.Null(await Refused(["letter", "move", Letters, "transfer", "--holder", "JPN", "--party", "SGP", "--key", "t", .. run]));
        Assert.Equal("not-held", await Refused(["letter", "move", Letters, "use", "--holder", "JPN", "--purpose", "NDC", "--key", "u1", .. run]));
        Assert.Equal("letter-other-purpose", await Refused(["letter", "move", Letters, "use", "--holder", "SGP", "--purpose", "OIMP", "--key", "u2", .. run]));
        Assert.Null(await Refused(["letter", "move", Letters, "use", "--holder", "SGP", "--purpose", "NDC", "--key", "u3", .. run]));
        Assert.Equal("not-held", await Refused(["letter", "move", Letters, "cancel", "--holder", "SGP", "--key", "c", .. run]));
    }

    /// <summary>A blank option is none, and an instruction that no registry takes counts nothing down: neither is a fault of the tool.</summary>
    [Fact]
    public async Task A_blank_name_is_bad_input_and_one_account_is_refused()
    {
        await Page(count: 2);
        foreach (var value in new[] { "IN-7", "JP-1", "abroad", "exporter", "IND01", "committed" })
        {
            foreach (var blank in new[] { "", " " })
            {
                Assert.Equal(2, (await CctsTool.Run(null, [.. Export("e", "icm:s:1-1").Select(a => a == value ? blank : a)])).ExitCode);
            }
        }

        Assert.Equal("malformed", await Refused([.. Export("e", "icm:s:1-1").Select(a => a == "JP-1" ? "IN-7" : a)]));
        Assert.Equal("malformed", await Refused(Export("e/0", "icm:s:1-1")));
        string[][] others =
        [
            ["revoke", "--id", "LOA-1", "--from", "2026-01-20", "--reason", " "], ["transfer", "--holder", " ", "--party", "SGP", "--first", "CA0002-IND01-IND-1-2025", "--last", "CA0002-IND01-IND-1-2025"],
            ["transfer", "--holder", "JPN", "--party", "", "--first", "CA0002-IND01-IND-1-2025", "--last", "CA0002-IND01-IND-1-2025"],
        ];
        foreach (var move in others)
        {
            Assert.Equal(2, (await CctsTool.Run(null, ["letter", "move", Letters, .. move, "--on", "2026-01-20", "--key", "k"])).ExitCode);
        }

        Assert.Contains("\"left\": 100", (await CctsTool.Run(null, "letter", "show", Letters, "--json")).Output, StringComparison.Ordinal);
        var taken = await CctsTool.Run(null, "letter", "move", Letters, "first-transfer", "--registry-account", "--to-registry-account", "JP-1", "--on", "2026-01-20", "--key", "k");
        Assert.Contains("\"--registry-account\" needs a value, and here is the option \"--to-registry-account\"", taken.Error, StringComparison.Ordinal);
    }

    /// <summary>A letter for entities asks which one acts, and the tables name it; a line that was torn off is told.</summary>
    [Fact]
    public async Task An_entity_and_the_year_of_an_ndc_come_into_the_tables()
    {
        await Page(count: 1);
        var letter = Path.Combine(_folder, "entities.json");
        await File.WriteAllTextAsync(letter, (await File.ReadAllTextAsync(Path.Combine(CctsTool.Samples, "article6", "letter.json"), TestContext.Current.CancellationToken)).Replace("\"purpose\"", "\"entities\": [\"E-1\"], \"purpose\"", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        Assert.Equal(0, (await CctsTool.Run(null, "letter", "move", Letters, "authorise", "--letter", letter, "--on", "2026-01-05", "--key", "loa-1")).ExitCode);
        Assert.Equal("entity-missing", await Refused(Export("e1", "icm:s:1-10")));
        Assert.Equal("letter-other-entity", await Refused([.. Export("e1", "icm:s:1-10"), "--entity", "E-2"]));
        Assert.Null(await Refused([.. Export("e1", "icm:s:1-10"), "--entity", "E-1"]));
        Assert.Null(await Refused(["letter", "move", Letters, "use", "--holder", "JPN", "--purpose", "NDC", "--ndc-year", "2030", "--key", "u", "--first", "CA0002-IND01-IND-1-2025", "--last", "CA0002-IND01-IND-5-2025", "--on", "2026-01-20", "--json"]));
        var entities = Path.Combine(_folder, "entities.csv");
        await File.WriteAllTextAsync(entities, "Date;Name;Country of incorporation;Identification number;Cooperative approach ID\n01/12/2025;Example Hydrogen Ltd;IND;E-1;CA0002\n", TestContext.Current.CancellationToken);
        var (without, with, japan) = (Path.Combine(_folder, "without.json"), Path.Combine(_folder, "with.json"), Path.Combine(_folder, "japan.json"));
        Assert.Contains("aef-entity", (await CctsTool.Run(null, "aef", "write", Letters, without, "--year", "2026", "--json")).Output, StringComparison.Ordinal);
        var written = JsonNode.Parse((await CctsTool.Run(null, "aef", "write", Letters, with, "--year", "2026", "--entities", entities, "--json")).Output)!;
        Assert.Equal((1, 0), (written["rows"]!["authorizedEntities"]!.GetValue<int>(), written["problems"]!.AsArray().Count));
        Assert.Equal(0, (await CctsTool.Run(null, "aef", "write", Letters, japan, "--year", "2026", "--party", "JPN")).ExitCode);
        Assert.Contains("\"Calendar year used towards the NDC\": \"2030\"", await File.ReadAllTextAsync(japan, TestContext.Current.CancellationToken), StringComparison.Ordinal);

        Assert.DoesNotContain("no end", (await CctsTool.Run(null, "letter", "show", Letters)).Output, StringComparison.Ordinal);
        await File.AppendAllTextAsync(Letters, "{\"after\":", TestContext.Current.CancellationToken);
        var torn = await CctsTool.Run(null, "letter", "show", Letters);
        Assert.Equal(0, torn.ExitCode);
        Assert.Contains("no end", torn.Output, StringComparison.Ordinal);
        Assert.Contains("no end", (await CctsTool.Run(null, "letter", "show", Letters, "--json")).Output, StringComparison.Ordinal);
    }

    private async Task Page(int count = int.MaxValue)
    {
        var block = DocumentedBlock.Of("article6.md").First(b => b.Code.Contains("ccts letter move", StringComparison.Ordinal));
        foreach (var line in block.Code.Split('\n', StringSplitOptions.RemoveEmptyEntries).Take(count))
        {
            var args = Regex.Matches(line, "\"[^\"]*\"|[^ ]+").Select(m => m.Value.Trim('"')).Select(a => a == "letters.jsonl" ? Letters : a == "ledger.db" ? Ledger : a is "export-1.json" or "aef-2026.json" ? Path.Combine(_folder, a) : a.Replace("samples/data", CctsTool.Samples, StringComparison.Ordinal)).ToArray();
            var run = await CctsTool.Run(null, args[1..]);
            Assert.True(run.ExitCode == 0, line + run.Error + run.Output);
        }
    }

    private string[] Export(string key, string units, string letter = "LOA-1", string on = "2026-01-15") =>
    [
        "letter", "move", Letters, "first-transfer", "--id", letter, "--units", units, "--vintage", "2025", "--activity", "Green Hydrogen", "--itmo-registry", "IND01", "--party", "JPN", "--mitigation", "reductions",
        "--adjustment", "committed", "--ledger", Ledger, "--account", "exporter", "--to-account", "abroad", "--registry-account", "IN-7", "--to-registry-account", "JP-1", "--claimed-elsewhere", "none", "--on", on, "--key", key, "--json",
    ];

    private static async Task<string?> Refused(string[] args)
    {
        var run = await CctsTool.Run(null, args);
        Assert.True(run.ExitCode is 0 or 1, run.Error + run.Output);
        var json = JsonNode.Parse(run.Output)!;
        Assert.Equal(run.ExitCode == 0, json["moved"]!.GetValue<bool>());
        return json["refusal"]?["code"]!.GetValue<string>();
    }
}
