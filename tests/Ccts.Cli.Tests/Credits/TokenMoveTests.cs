using System;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Ccts.Cli.Tests.Documentation;
using Ccts.Cli.Tests.Output;
using Ccts.Registry.Adapters.Serials;

namespace Ccts.Cli.Tests.Credits;

/// <summary>Tokens by the tool: from an agency's signature to the registry's instruction, and whatever would make a tonne twice.</summary>
public sealed class TokenMoveTests : IDisposable
{
    private const string At = "2026-12-01T06:00:00Z";
    private static readonly string Tokens = Path.Combine(CctsTool.Samples, "tokens");
    private readonly string _folder = Directory.CreateTempSubdirectory("ccts-tokens").FullName;

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private string Supply => In("supply.jsonl");

    private string Ledger => In("ledger.db");

    [Fact]
    public async Task From_the_signature_to_the_registry_s_instruction()
    {
        await Begin();
        Assert.Null(await Refused(Mint("m1", "icm:s:1-100")));
        Assert.Null(await Refused(Move("transfer", "t1", ["--wallet", "w1", "--to", "w2", "--units", "icm:s:1-40", "--reason", "own-accounts", "--destination", "domestic", .. Behind])));
        Assert.Null(await Refused(Burn("b1", "w2", "icm:s:1-40")));
        var shown = JsonNode.Parse((await CctsTool.Run(null, "token", "show", Supply, "--json")).Output)!;
        Assert.Equal((60, 40, 0), (shown["tonnes"]!["live"]!.GetValue<int>(), shown["tonnes"]!["burned"]!.GetValue<int>(), shown["notInstructed"]!.AsArray().Count));
        Assert.Matches("b1/[0-9a-f]{16}/0", (await CctsTool.Run(null, "ledger", "history", "icm:s:40", "--journal", Ledger, "--json")).Output);
        Assert.Equal("nothing-to-instruct", await Refused(Move("instruct", "b1", Behind)));
    }

    [Fact]
    public async Task Minted_is_never_more_than_is_in_custody_block_by_block()
    {
        await Begin();
        Assert.Equal("not-in-custody", await Refused(Mint("m1", "icm:s:490-501")));
        Assert.Equal("not-in-custody", await Refused(Mint("m2", "icm:other:1-1")));
        Assert.Null(await Refused(Mint("m3", "icm:s:490-500")));
        Assert.Equal("already-minted", await Refused(Mint("m4", "icm:s:500-500")));
        Assert.Equal("custody-stale", await Refused([.. Mint("m5", "icm:s:1-1").Select(a => a == "2026-12-01T05:55:00Z" ? "2026-12-01T06:00:01Z" : a)]));
        Assert.Equal("custody-stale", await Refused([.. Mint("m6", "icm:s:1-1").Select(a => a == "2026-12-01T05:55:00Z" ? "2026-12-01T05:49:59Z" : a)]));
        Assert.NotNull(await Refused([.. Mint("m7", "icm:s:1-1").Where(a => a is not ("--claimed-elsewhere" or "none"))]));
    }

    [Fact]
    public async Task The_page_s_commands_do_what_it_says()
    {
        await AgencyKey.Write(_folder);
        var block = DocumentedBlock.Of("tokens.md").First(b => b.Code.Contains("ccts token move", StringComparison.Ordinal));
        foreach (var line in block.Code.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var args = Regex.Matches(line, "\"[^\"]*\"|[^ ]+").Select(m => m.Value.Trim('"')).Select(a => Regex.IsMatch(a, "^[a-z]+[.](jsonl|db|json|pem)$") ? In(a) : a.Replace("samples/data", CctsTool.Samples, StringComparison.Ordinal)).ToArray();
            var run = await CctsTool.Run(null, args[1..]);
            Assert.True(run.ExitCode == 0, line + run.Error + run.Output);
        }

        Assert.Matches("burn-1/[0-9a-f]{16}/0", (await CctsTool.Run(null, "ledger", "history", "icm:s:40", "--journal", Ledger, "--json")).Output);
    }

    /// <summary>However many ask at once, one mint is one mint.</summary>
    [Fact]
    public async Task The_same_mint_asked_twice_at_once_is_one()
    {
        await Begin();
        var runs = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => CctsTool.Run(null, Mint("m1", "icm:s:1-100"))));
        Assert.Contains(runs, r => r.ExitCode == 0);
        var again = JsonNode.Parse((await CctsTool.Run(null, Mint("m1", "icm:s:1-100"))).Output)!;
        Assert.True(again["repeat"]!.GetValue<bool>());
        Assert.Equal(100, again["tonnes"]!["live"]!.GetValue<int>());
        Assert.Equal("key-reused", await Refused(Mint("m1", "icm:s:1-101")));
    }

    [Fact]
    public async Task A_forged_or_changed_signal_mints_nothing()
    {
        await Begin();
        using (var forger = ECDsa.Create(ECCurve.NamedCurves.nistP256))
        {
            await File.WriteAllTextAsync(In("forger.pem"), forger.ExportPkcs8PrivateKeyPem(), TestContext.Current.CancellationToken);
        }

        Assert.Equal(0, (await CctsTool.Run(null, Signal("forged.json", "forger.pem"))).ExitCode);
        Assert.Equal("signature-wrong", await Refused([.. Mint("m1", "icm:s:1-1").Select(a => a == In("signal.json") ? In("forged.json") : a)]));
        var text = await File.ReadAllTextAsync(In("signal.json"), TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(In("more.json"), text.Replace("\"1000\"", "\"2000\"", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        Assert.Equal("signature-wrong", await Refused([.. Mint("m2", "icm:s:1-1").Select(a => a == In("signal.json") ? In("more.json") : a)]));
        Assert.Equal(2, (await CctsTool.Run(null, Signal("signal.json", "forger.pem"))).ExitCode);
    }

    [Fact]
    public async Task A_pause_stops_business_and_not_what_takes_bad_tokens_back()
    {
        await Begin();
        Assert.Null(await Refused(Mint("m1", "icm:s:1-100")));
        Assert.Null(await Refused(Move("stake", "s1", "--wallet", "w1", "--units", "icm:s:91-100")));
        Assert.Null(await Refused(Move("pause", "p1", "--reason", "by order")));
        Assert.Equal("paused", await Refused(Burn("b1", "w1", "icm:s:1-10")));
        Assert.Equal("paused", await Refused(Mint("m2", "icm:s:101-110")));
        Assert.Null(await Refused(Move("claw-back", "c1", "--wallet", "w1", "--to", "court", "--units", "icm:s:1-10", "--reason", "false data")));
        Assert.Null(await Refused(Move("slash", "x1", ["--wallet", "w1", "--units", "icm:s:91-100", "--reason", "false data", .. Behind])));
        Assert.Null(await Refused(Move("resume", "r1", "--reason", "by order")));
        Assert.Equal("not-held", await Refused(Burn("b2", "w1", "icm:s:1-10")));
        Assert.Null(await Refused(Burn("b3", "w1", "icm:s:11-20")));
    }

    [Fact]
    public async Task What_has_expired_burns_no_more_and_the_sweep_ends_it_once()
    {
        await Begin();
        Assert.Null(await Refused(Mint("m1", "icm:s:1-100")));
        string[] Later(string at, string[] args) => [.. args.Select(a => a == At ? at : a), "--ruleset", "in-ccts/2026-27"];
        Assert.Null(await Refused(Later("2029-11-01T06:00:00Z", Burn("b0", "w1", "icm:s:1-1"))));
        Assert.Equal("token-expired", await Refused(Later("2029-11-02T06:00:00Z", Burn("b1", "w1", "icm:s:2-10"))));
        var sweep = JsonNode.Parse((await CctsTool.Run(null, Later("2029-11-02T06:00:00Z", Move("expire", "e1", Behind)))).Output)!;
        Assert.Equal((99, 0), (sweep["tonnes"]!["expired"]!.GetValue<int>(), sweep["tonnes"]!["live"]!.GetValue<int>()));
        var again = JsonNode.Parse((await CctsTool.Run(null, Later("2029-11-02T06:00:00Z", Move("expire", "e1", Behind)))).Output)!;
        Assert.Empty(again["ended"]!.AsArray());
    }

    /// <summary>The registry's word comes as its own export too, packed or not; a row that cannot be read stops the mint, and units of another account or state are not in custody.</summary>
    [Fact]
    public async Task The_registry_s_own_export_is_a_statement()
    {
        await Begin();
        Assert.True(SerialGrammars.BuiltIn.TryRead("CCC-IN-P1-2025-1-1-1000", out var reading, out _, "icm"));
        var block = reading!.Block!.Value;
        await File.WriteAllTextAsync(In("more.csv"), $"account,registry,scope,kind,vintage,start,end,issued,source\ntoken-backing,{block.Registry},{block.Scope},ccc,2025,1,1000,2026-11-01,made up\n", TestContext.Current.CancellationToken);
        Assert.Equal(0, (await CctsTool.Run(null, "ledger", "import", In("more.csv"), "--journal", Ledger, "--at", "2026-11-15T00:00:00Z")).ExitCode);
        const string head = "CCC Serial,Units,CCC Status,Status Date,Entity\n", held = "CCC-IN-P1-2025-1-1-500,500,Held,2026-11-01,P1\n";
        async Task<string[]> With(string key, string serial, string name, string rows, params string[] more)
        {
            await using (var file = name.EndsWith(".gz", StringComparison.Ordinal) ? (Stream)new System.IO.Compression.GZipStream(File.Create(In(name)), System.IO.Compression.CompressionLevel.Fastest) : File.Create(In(name)))
            {
                await file.WriteAsync(System.Text.Encoding.UTF8.GetBytes((more is ["--ignore-column", ..] || name == "s8.csv" ? head.Replace("Entity", "Entity,Lock Date", StringComparison.Ordinal) : head) + rows), TestContext.Current.CancellationToken);
            }

            return [.. Mint(key, serial).Select(a => a == Path.Combine(Tokens, "statement.csv") ? In(name) : a), .. more];
        }

        Assert.Null(await Refused(await With("m1", "CCC-IN-P1-2025-1-1-100", "s1.csv", held)));
        Assert.Null(await Refused(await With("m2", "CCC-IN-P1-2025-1-101-200", "s2.csv.gz", held, "--statement-format", "icm")));
        Assert.Equal("not-in-custody", await Refused(await With("m3", "CCC-IN-P1-2025-1-500-501", "s3.csv", held)));
        Assert.Equal("not-in-custody", await Refused(await With("m4", "CCC-IN-P1-2025-1-201-300", "s4.csv", held + "CCC-IN-P1-2025-1-300-300,1,Retired,2026-11-01,P1\n")));
        Assert.Equal("not-in-custody", await Refused(await With("m5", "CCC-IN-P1-2025-1-501-502", "s5.csv", held + "CCC-IN-P1-2025-1-501-600,99,Held,2026-11-01,P1\n")));
        var unread = await CctsTool.Run(null, await With("m6", "CCC-IN-P1-2025-1-201-300", "s6.csv", held + "CCC-IN-P1-2025-1,1,Retired,2026-11-01,P1\n"));
        Assert.True(unread.ExitCode == 2, unread.Output);
        Assert.Contains("\"line\": 3", unread.Output, StringComparison.Ordinal);
        Assert.Equal(2, (await CctsTool.Run(null, await With("m7", "CCC-IN-P1-2025-1-201-300", "s7.csv", held, "--statement-format", "nobody"))).ExitCode);

        // A column that the format does not know may say that the units are locked.
        var locked = held.Replace("P1\n", "P1,2026-12-01\n", StringComparison.Ordinal);
        Assert.Contains("column-not-read", (await CctsTool.Run(null, await With("m8", "CCC-IN-P1-2025-1-201-300", "s8.csv", locked))).Output, StringComparison.Ordinal);
        Assert.Null(await Refused(await With("m9", "CCC-IN-P1-2025-1-201-300", "s9.csv", locked, "--ignore-column", "Lock Date")));
    }

    /// <summary>The plain columns are read for what they say, whatever their case, under a title or as JSON: units that are not usable, or another's, are not in custody.</summary>
    [Theory]
    [InlineData("Account,Registry,Scope,Start,End,Status\nCUSTODY,icm,s,1,1000,blocked\n", "not-in-custody")]
    [InlineData("# export of 1 December\naccount,registry,scope,start,end,status\nCUSTODY,icm,s,1,1000,blocked\n", "not-in-custody")]
    [InlineData("ACCOUNT;REGISTRY;SCOPE;START;END;STATUS;KIND\nCUSTODY;icm;s;1;1000;held;offset-ccc\n", "kind-differs")]
    [InlineData("Account,Registry,Scope,Start,End,Status,Expires\nCUSTODY,icm,s,1,1000,held,2026-11-30\n", "expiry-differs")]
    [InlineData("""[{"account":"OTHER","registry":"icm","scope":"s","start":"1","end":"1000","status":"held"}]""", "not-in-custody")]
    [InlineData("""[{"account":"CUSTODY","registry":"icm","scope":"s","start":1,"end":1000,"status":"pledged"}]""", "not-in-custody")]
    [InlineData("""{"position":7,"holdings":[{"account":"CUSTODY","place":"free","registry":"icm","scope":"s","kind":"ccc","vintage":2019,"start":"1","end":"1000","tonnes":1000,"reservation":null,"returnsTo":null}]}""", "vintage-differs")]
    [InlineData("""[{"account":"CUSTODY","registry":"icm","scope":"s","start":"1","end":"1000"}]""", "bad input")]
    [InlineData("""[{"account":"CUSTODY","registry":"icm","scope":"s","start":"1","end":"1000","status":"held","Status":"blocked"}]""", "bad input")]
    [InlineData("""[{"account":"CUSTODY","registry":"icm","scope":"s","start":"1","end":"1000","status":"held","lien":"yes"}]""", "bad input")]
    [InlineData("Account,Registry,Scope,Start,End,Status,Vintage\nCUSTODY,icm,s,1,1000,held,2025-26\n", null)]
    [InlineData("""[{"Account":"CUSTODY","registry":"icm","scope":"s","start":1,"end":"1000","status":"held","vintage":2025}]""", null)]
    public async Task Plain_columns_say_the_same_in_any_writing(string statement, string? refusal)
    {
        await Begin();
        await File.WriteAllTextAsync(In("plain"), statement, TestContext.Current.CancellationToken);
        string[] args = [.. Mint("m1", "icm:s:1-10").Select(a => a == Path.Combine(Tokens, "statement.csv") ? In("plain") : a)];
        if (refusal == "bad input")
        {
            Assert.Equal(2, (await CctsTool.Run(null, args)).ExitCode);
            return;
        }

        Assert.Equal(refusal, await Refused(args));
        Assert.Equal(refusal, await Refused([.. args.Select(a => a == "m1" ? "m2" : a == "icm:s:1-10" ? "icm:s:11-20" : a), "--statement-format", "ledger-blocks"]));
    }

    /// <summary>A workbook is a statement like a text file: in plain columns or as the registry exports it, with its dates as Excel keeps them; a row that cannot be read stops the mint.</summary>
    [Fact]
    public async Task A_workbook_is_a_statement()
    {
        await Begin();
        Assert.True(SerialGrammars.BuiltIn.TryRead("CCC-IN-P1-2025-1-1-1000", out var reading, out _, "icm"));
        var block = reading!.Block!.Value;
        await File.WriteAllTextAsync(In("more.csv"), $"account,registry,scope,kind,vintage,start,end,issued,source\ntoken-backing,{block.Registry},{block.Scope},ccc,2025,1,1000,2026-11-01,made up\n", TestContext.Current.CancellationToken);
        Assert.Equal(0, (await CctsTool.Run(null, "ledger", "import", In("more.csv"), "--journal", Ledger, "--at", "2026-11-15T00:00:00Z")).ExitCode);
        string[] With(string key, string units, string name, params object[][] rows)
        {
            PlainWorkbook.Write(In(name), rows);
            return [.. Mint(key, units).Select(a => a == Path.Combine(Tokens, "statement.csv") ? In(name) : a)];
        }

        object[] plain = ["account", "registry", "scope", "start", "end", "status"], exported = ["CCC Serial", "Units", "CCC Status", "Status Date", "Entity"];
        Assert.Null(await Refused(With("m1", "icm:s:1-100", "plain.xlsx", plain, ["CUSTODY", "icm", "s", 1, 100, "held"])));
        Assert.Equal("not-in-custody", await Refused(With("m2", "icm:s:101-102", "short.xlsx", plain, ["CUSTODY", "icm", "s", 101, 101, "held"])));
        Assert.Equal("not-in-custody", await Refused(With("m3", "icm:s:101-102", "other.xlsx", plain, ["ANOTHER", "icm", "s", 101, 102, "held"])));
        Assert.Null(await Refused(With("m4", "CCC-IN-P1-2025-1-1-100", "icm.xlsx", exported, ["CCC-IN-P1-2025-1-1-500", 500, "Held", "2026-11-01", "P1"])));
        Assert.Equal("not-in-custody", await Refused(With("m5", "CCC-IN-P1-2025-1-101-200", "retired.xlsx", exported, ["CCC-IN-P1-2025-1-101-200", 100, "Retired", "2026-11-01", "P1"])));
        var unread = await CctsTool.Run(null, With("m6", "CCC-IN-P1-2025-1-101-200", "torn.xlsx", exported, ["CCC-IN-P1-2025-1-1-500", 500, "Held", "2026-11-01", "P1"], ["CCC-IN-P1-2025", 1, "Held", "2026-11-01", "P1"]));
        Assert.True(unread.ExitCode == 2, unread.Output);
        Assert.Contains("\"line\": 3", unread.Output, StringComparison.Ordinal);
    }

    /// <summary>A transfer abroad counts its letter down by the same command, or nothing moves.</summary>
    [Fact]
    public async Task Tokens_go_abroad_under_a_letter_that_counts_itself_down()
    {
        const string day = "2026-01-15T06:00:00Z";
        await Begin();
        await File.WriteAllTextAsync(In("itmo.csv"), "account,registry,scope,kind,vintage,start,end,issued,source\ntoken-backing,icm,i,itmo,2025,1,100,2025-12-01,made up\n", TestContext.Current.CancellationToken);
        Assert.Equal(0, (await CctsTool.Run(null, "ledger", "import", In("itmo.csv"), "--journal", Ledger, "--at", "2026-01-05T00:00:00Z")).ExitCode);
        await File.WriteAllTextAsync(In("statement.csv"), "account,registry,scope,start,end,status\nCUSTODY,icm,i,1,100,held\n", TestContext.Current.CancellationToken);
        var metadata = (await File.ReadAllTextAsync(Path.Combine(Tokens, "metadata.json"), TestContext.Current.CancellationToken)).Replace("\"ccc\"", "\"itmo\"", StringComparison.Ordinal).Replace("2026-11-01", "2025-12-01", StringComparison.Ordinal).Replace("2029-11-01", "2028-12-01", StringComparison.Ordinal).Replace("ccc 2025-26", "itmo 2025-26", StringComparison.Ordinal);
        await File.WriteAllTextAsync(In("itmo.json"), metadata, TestContext.Current.CancellationToken);
        Assert.Equal(0, (await CctsTool.Run(null, "letter", "move", In("letters.jsonl"), "authorise", "--letter", Path.Combine(CctsTool.Samples, "article6", "letter.json"), "--on", "2026-01-05", "--key", "loa")).ExitCode);
        string[] At15(string[] args) => [.. args.Select(a => a == At ? day : a == "2026-12-01T05:55:00Z" ? "2026-01-15T05:55:00Z" : a == Path.Combine(Tokens, "statement.csv") ? In("statement.csv") : a == Path.Combine(Tokens, "metadata.json") ? In("itmo.json") : a)];
        string[] Abroad(string key, string units, params string[] letter) => At15(Move("transfer", key, ["--wallet", "w1", "--to", "japan", "--units", units, "--reason", "own-accounts", "--destination", "non-domestic", "--letters", In("letters.jsonl"), .. letter, .. Behind]));
        string[] letter = ["--id", "LOA-1", "--vintage", "2025", "--activity", "Green Hydrogen", "--itmo-registry", "IND01", "--party", "JPN", "--mitigation", "reductions", "--adjustment", "committed"];

        Assert.Null(await Refused(At15(Mint("m1", "icm:i:1-100"))));
        Assert.Equal("wallet-not-domestic", await Refused(Abroad("t0", "icm:i:1-40")));
        var moved = JsonNode.Parse((await CctsTool.Run(null, Abroad("t1", "icm:i:1-40", letter))).Output)!;
        Assert.True(moved["moved"]!.GetValue<bool>(), moved.ToJsonString());
        Assert.EndsWith("-40-2025", moved["export"]!["last"]!.GetValue<string>(), StringComparison.Ordinal);
        var shown = JsonNode.Parse((await CctsTool.Run(null, "letter", "show", In("letters.jsonl"), "--json")).Output)!;
        Assert.Contains("\"used\":40", shown.ToJsonString().Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal("not-held", await Refused(Abroad("t2", "icm:i:40-41", letter)));
        Assert.Equal(0, (await CctsTool.Run(null, "letter", "move", In("letters.jsonl"), "revoke", "--id", "LOA-1", "--from", "2026-01-10", "--reason", "by order", "--on", "2026-01-10", "--key", "r")).ExitCode);
        Assert.NotNull(await Refused(Abroad("t3", "icm:i:41-50", letter)));
        Assert.Equal(2, (await CctsTool.Run(null, Abroad("t4", "icm:i:41-50", "--id", "LOA-1"))).ExitCode);
    }

    [Theory]
    [InlineData("burn", "--wallet", "w1", "--units", "icm:s:1-1", "--holder", "mill", "--asker", "mill", "--beneficiary", " ")]
    [InlineData("transfer", "--wallet", "w1", "--to", "", "--units", "icm:s:1-1", "--reason", "own-accounts", "--destination", "domestic")]
    [InlineData("claw-back", "--wallet", "w1", "--to", " ", "--units", "icm:s:1-1", "--reason", "x")]
    [InlineData("claw-back", "--wallet", "w1", "--to", "w2", "--units", "icm:s:1-1", "--reason", "")]
    [InlineData("slash", "--wallet", "w1", "--units", "icm:s:1-1", "--reason", "")]
    [InlineData("pause", "--reason", " ")]
    public async Task A_blank_name_is_bad_input(string move, params string[] options)
    {
        await Begin();
        Assert.Null(await Refused(Mint("m1", "icm:s:1-10")));
        var run = await CctsTool.Run(null, Move(move, "k", [.. options, .. Behind]));
        Assert.True(run.ExitCode == 2, run.Output + run.Error);
    }

    [Fact]
    public async Task Bad_input_is_2()
    {
        await Begin();
        Assert.Equal(2, (await CctsTool.Run(null, Move("transfer", "k", "--wallet", "w1", "--to", "w2", "--units", "icm:s:1-1", "--reason", "sale"))).ExitCode);
        await Refused(Mint("m1", "icm:s:1-10"));
        foreach (var (from, to) in new[] { (At, "yesterday"), ("icm:s:1-1", "icm:s:0-"), (In("signal.json"), Path.Combine(Tokens, "metadata.json")), (Path.Combine(Tokens, "metadata.json"), In("signal.json")), (Ledger, In("none.db")), (Path.Combine(Tokens, "statement.csv"), In("signal.json")), ("10", "0"), ("m2", " ") })
        {
            var run = await CctsTool.Run(null, [.. Mint("m2", "icm:s:1-1").Select(a => a == from ? to : a)]);
            Assert.True(run.ExitCode == 2, from + run.Output);
        }
    }

    /// <summary>Several blocks in one text are several: read as one, they were units of a scope that nobody has, and the claim on them was passed over.</summary>
    [Theory]
    [InlineData("icm:s:1-10,icm:s:41-50")]
    [InlineData("icm:s:1-10; icm:s:41-50")]
    [InlineData("icm:s:1-10 icm:s:41-50,")]
    public async Task Blocks_in_one_text_are_all_claimed(string claimed)
    {
        await Begin();
        string[] Claimed(string[] args) => [.. args.Select(a => a == "none" ? claimed : a)];
        Assert.Equal("claimed-elsewhere", await Refused(Claimed(Mint("m1", "icm:s:41-45"))));
        Assert.Null(await Refused(Claimed(Mint("m2", "icm:s:11-40,icm:s:51-60"))));
        Assert.Equal(40, JsonNode.Parse((await CctsTool.Run(null, "token", "show", Supply, "--json")).Output)!["tonnes"]!["live"]!.GetValue<int>());
        Assert.Equal(2, (await CctsTool.Run(null, "ledger", "history", claimed, "--journal", Ledger)).ExitCode);
    }

    /// <summary>Contracts refuse the wallet 0x0: its tokens are nobody's, and a tonne behind them would be locked for good.</summary>
    [Fact]
    public async Task The_wallet_of_nobody_gets_no_token()
    {
        await Begin();
        Assert.Equal("malformed", await Refused([.. Mint("m1", "icm:s:1-10").Select(a => a == "w1" ? "0x0000000000000000000000000000000000000000" : a)]));
        Assert.Null(await Refused([.. Mint("m2", "icm:s:1-10").Select(a => a == "w1" ? "0x000000000000000000000000000000000000000a" : a)]));
    }

    [Fact]
    public async Task Blocks_of_which_one_is_none_are_bad_input()
    {
        await Begin();
        foreach (var claimed in new[] { "none,icm:s:1-10", "icm:s:1-10,11-20", "icm:s:1-10 and icm:s:41-50" })
        {
            Assert.Equal(2, (await CctsTool.Run(null, [.. Mint("m1", "icm:s:1-10").Select(a => a == "none" ? claimed : a)])).ExitCode);
        }
    }

    /// <summary>An agency signs for a report, and in its name.</summary>
    [Theory]
    [InlineData("Agency", "N/A")]
    [InlineData("P-1", " ")]
    public async Task Nothing_is_signed_that_says_nothing(string from, string to)
    {
        await Begin();
        Assert.Equal(2, (await CctsTool.Run(null, [.. Signal("s2.json", "agency.pem").Select(a => a == from ? to : a)])).ExitCode);
        await File.WriteAllTextAsync(In("empty"), "", TestContext.Current.CancellationToken);
        Assert.Equal(2, (await CctsTool.Run(null, [.. Signal("s2.json", "agency.pem").Select(a => a == Path.Combine(Tokens, "report.txt") ? In("empty") : a)])).ExitCode);
        Assert.False(File.Exists(In("s2.json")));
    }

    /// <summary>A year whose law is not written yet is swept by another's, and the way is told.</summary>
    [Fact]
    public async Task A_year_without_a_ruleset_names_the_option()
    {
        await Begin();
        Assert.Null(await Refused(Mint("m1", "icm:s:1-1")));
        Assert.Contains("--ruleset", (await CctsTool.Run(null, [.. Move("expire", "e1", Behind).Select(a => a == At ? "2036-12-01T06:00:00Z" : a)])).Output, StringComparison.Ordinal);
    }

    private string In(string name) => Path.Combine(_folder, name);

    private string[] Behind => ["--ledger", Ledger, "--backing", "token-backing", "--custody", "CUSTODY", "--claimed-elsewhere", "none", "--overlay", "overlays/ct02-token"];

    private async Task Begin()
    {
        await AgencyKey.Write(_folder);
        var import = await CctsTool.Run(null, "ledger", "import", Path.Combine(Tokens, "holdings.csv"), "--journal", Ledger, "--at", "2026-11-15T00:00:00Z");
        Assert.True(import.ExitCode == 0, import.Error);
        var signed = await CctsTool.Run(null, Signal("signal.json", "agency.pem"));
        Assert.True(signed.ExitCode == 0, signed.Error);
    }

    private string[] Signal(string output, string key) =>
        ["token", "signal", Path.Combine(Tokens, "report.txt"), "--project", "P-1", "--vintage", "2025-26", "--tonnes", "1000", "--agency", "Agency", "--key", In(key), "--key-id", "agency", "--out", In(output)];

    private string[] Move(string move, string key, params string[] more) => ["token", "move", Supply, move, "--at", At, "--key", key, "--json", .. more];

    private string[] Mint(string key, string units) => Move("mint", key,
    [
        "--wallet", "w1", "--units", units, "--signal", In("signal.json"), "--metadata", Path.Combine(Tokens, "metadata.json"), "--statement", Path.Combine(Tokens, "statement.csv"), "--statement-time", "2026-12-01T05:55:00Z",
        "--custody-max-age", "10", "--methodology", "BM EN01.001", "--trust", In("trust.json"), .. Behind,
    ]);

    private string[] Burn(string key, string wallet, string units) => Move("burn", key, ["--wallet", wallet, "--units", units, "--holder", "mill", "--asker", "mill", "--beneficiary", "B", .. Behind]);

    private static async Task<string?> Refused(string[] args)
    {
        var run = await CctsTool.Run(null, args);
        Assert.True(run.ExitCode is 0 or 1, run.Error + run.Output);
        return JsonNode.Parse(run.Output)!["refusal"]?["code"]!.GetValue<string>();
    }
}
