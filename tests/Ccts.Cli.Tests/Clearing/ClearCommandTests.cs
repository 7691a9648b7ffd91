using System;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;

namespace Ccts.Cli.Tests.Clearing;

/// <summary><c>ccts clear</c> as its users run it.</summary>
public sealed class ClearCommandTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ccts-clear");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_broken_limit_is_1_and_the_receipt_proves_itself()
    {
        var receipt = Path.Combine(_folder.FullName, "receipt.json");

        var run = await CctsTool.Run(null, [.. Args(), "--shadow", "--receipt", receipt]);
        var verify = await CctsTool.Run(null, "receipt", "verify", receipt);
        File.WriteAllText(receipt, File.ReadAllText(receipt).Replace("\"outcome\":\"deny\"", "\"outcome\":\"permit\"", StringComparison.Ordinal));
        var tampered = await CctsTool.Run(null, "receipt", "verify", receipt);

        Assert.Equal((1, ""), (run.ExitCode, run.Error));
        Assert.StartsWith("Not clean: 4 of 10 trades took place without being permitted, 1 block differs from the", run.Output, StringComparison.Ordinal);
        Assert.Contains("T3: deny, units not moved; paper sells 500 t to cement, 450 t free before", run.Output, StringComparison.Ordinal);
        Assert.Contains("oversell: A sale of 500 t exceeds", run.Output, StringComparison.Ordinal);
        Assert.Contains("T10: the exchange rejected it (credit limit), here it is permit.", run.Output, StringComparison.Ordinal);
        Assert.Contains("Beside the exchange: 5 agree, 5 differ.", run.Output, StringComparison.Ordinal);
        Assert.Contains("1,700 t at the opening, 1,700 t at the close", run.Output, StringComparison.Ordinal);
        Assert.Equal(0, verify.ExitCode);
        Assert.Equal(1, tampered.ExitCode);
        Assert.Contains("Different at /outputs/", tampered.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_clean_session_is_0_and_json_says_so()
    {
        var trades = Copy("trades.csv", t => string.Join('\n', t.Split('\n').Where(l => !l.StartsWith('T') || l.StartsWith("T1,", StringComparison.Ordinal) || l.StartsWith("T2,", StringComparison.Ordinal))) + "\n");
        var statement = Copy("statement.csv", s => s.Replace("3050", "3100", StringComparison.Ordinal));

        var run = await CctsTool.Run(null, [.. Args(trades: trades, statement: statement), "--shadow", "--json"]);
        var json = JsonNode.Parse(run.Output)!;

        Assert.Equal(0, run.ExitCode);
        Assert.True(json["clean"]!.GetValue<bool>());
        Assert.Equal(("1700", "1700", "550"), (json["totals"]!["opening"]!.GetValue<string>(), json["totals"]!["closing"]!.GetValue<string>(), json["totals"]!["moved"]!.GetValue<string>()));
    }

    /// <summary>An export of a later day does not say where units stood when the session opened, and the vintage that it prints is held against that of the books.</summary>
    [Theory]
    [InlineData("2026-11-01", 2024, 0, "Clean")]
    [InlineData("2026-11-24", 2024, 2, "after-opening")]
    [InlineData("2026-11-01", 2021, 1, "1 block differs")]
    public async Task An_export_is_read_with_its_day_and_vintage(string since, int vintage, int code, string said)
    {
        string Text(string name, string text)
        {
            File.WriteAllText(Path.Combine(_folder.FullName, name), text);
            return Path.Combine(_folder.FullName, name);
        }

        var holdings = Text("holdings.csv", $"account,registry,scope,start,end,vintage,kind,status\ncement,gold-standard,GS1-1-UG-GS11233-16-2024-30304,1,10,{vintage},offset-ccc,free\n");
        var trades = Text("trades.csv", "trade,at,seller,buyer,tonnes,price,kind\n");
        var format = Text("own.json", "{\"format\":\"own\",\"registry\":\"gold-standard\",\"source\":\"made up\",\"recognise\":[\"Since\"],\"columns\":{\"serial\":\"Serial\",\"quantity\":\"Tonnes\",\"status\":\"State\",\"date\":\"Since\"},\"dates\":[\"iso\"],\"state\":{\"values\":{\"Held\":\"held\"}}}");
        var statement = Text("export.csv", $"Serial,Tonnes,State,Since\nGS1-1-UG-GS11233-16-2024-30304-1-10,10,Held,{since}\n");
        var run = await CctsTool.Run(null, "clear", "--session", Path.Combine(CctsTool.Samples, "session", "session.json"), "--trades", trades, "--holdings", holdings, "--statement", statement, "--format", format);
        Assert.True(run.ExitCode == code, run.Output + run.Error);
        Assert.Contains(said, run.Output + run.Error, StringComparison.Ordinal);
    }

    /// <summary>The exchange's files of the page prove the same as the plain ones would.</summary>
    [Fact]
    public async Task An_exchange_s_own_files_are_read_by_its_mapping()
    {
        var block = Documentation.DocumentedBlock.Of("clearing.md").Single(b => b.Code.StartsWith("ccts clear --mapping", StringComparison.Ordinal));
        string[] args = [.. block.Code.Trim().Split(' ').Skip(1).Select(a => a.Replace("samples/data", CctsTool.Samples, StringComparison.Ordinal)), "--json"];
        var run = await CctsTool.Run(null, args);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        var json = JsonNode.Parse(run.Output)!;
        Assert.Equal((true, "5000", "1400"), (json["clean"]!.GetValue<bool>(), json["totals"]!["closing"]!.GetValue<string>(), json["totals"]!["moved"]!.GetValue<string>()));

        Assert.Equal(2, (await CctsTool.Run(null, [.. args, "--format", "verra"])).ExitCode);
        var plain = await CctsTool.Run(null, args.Where((_, i) => i is not (1 or 2)).ToArray());
        Assert.Equal(2, plain.ExitCode);
    }

    /// <summary>The plain columns prove the same in capitals, under a title, as JSON, and named by their format.</summary>
    [Fact]
    public async Task A_statement_says_the_same_in_any_writing()
    {
        var lines = File.ReadAllLines(Sample("statement.csv"));
        var names = lines[0].Split(',');
        var json = "[" + string.Join(",", lines.Skip(1).Where(l => l.Length > 0).Select(l => "{" + string.Join(",", l.Split(',').Select((c, i) => (c, i)).Where(p => p.c.Length > 0).Select(p => $"\"{names[p.i]}\":\"{p.c}\"")) + "}")) + "]";
        string Written(string name, string text)
        {
            File.WriteAllText(Path.Combine(_folder.FullName, name), text);
            return Path.Combine(_folder.FullName, name);
        }

        var plain = await CctsTool.Run(null, [.. Args(), "--json"]);
        foreach (var other in new[]
        {
            Written("capitals.csv", string.Join('\n', lines.Skip(1).Prepend(string.Join(',', names.Select(n => char.ToUpperInvariant(n[0]) + n[1..]))))),
            Written("titled.csv", "# export of 1 December\n" + string.Join('\n', lines)),
            Written("list.json", json),
        })
        {
            Assert.Equal(plain.Output, (await CctsTool.Run(null, [.. Args(statement: other), "--json"])).Output);
            Assert.Equal(plain.Output, (await CctsTool.Run(null, [.. Args(statement: other), "--json", "--format", "ledger-blocks"])).Output);
        }

        var packed = Path.Combine(_folder.FullName, "statement.zip");
        using (var zip = System.IO.Compression.ZipFile.Open(packed, System.IO.Compression.ZipArchiveMode.Create))
        {
            foreach (var (name, text) in new[] { ("a-terms.txt", "Terms of use.\n"), ("statement.csv", string.Join('\n', lines)) })
            {
                using var entry = new StreamWriter(zip.CreateEntry(name).Open());
                entry.Write(text);
            }
        }

        Assert.Equal(plain.Output, (await CctsTool.Run(null, [.. Args(statement: packed), "--json"])).Output);
    }

    [Fact]
    public async Task An_export_of_a_registry_serves_as_statement()
    {
        // Verra's own serials, held by nobody in the books: every block is a difference.
        var statement = Path.Combine(_folder.FullName, "ledger.csv");
        File.WriteAllText(statement, "serial,state\n9344-81871376-81871385-VCS-VCU-842-VER-IN-1-1742-01012016-31122016-0,held\n");

        var run = await CctsTool.Run(null, [.. Args(statement: statement), "--json"]);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains(JsonNode.Parse(run.Output)!["differences"]!.AsArray(), d => d!["difference"]!.GetValue<string>() == "not-in-books" && d["start"]!.GetValue<string>() == "81871376");
    }

    /// <summary>An export is believed for what it says, and for no more: another number of units, units carried to a later year, and a day of issue.</summary>
    [Theory]
    [InlineData("1000", "Held", 0, "Clean")]
    [InlineData("600", "Held", 2, "block-and-tonnes")]
    [InlineData("0", "Held", 2, "block-and-tonnes")]
    [InlineData("nil", "Held", 2, "block-and-tonnes")]
    [InlineData("1000", "Banked", 1, "block differs")]
    [InlineData("1000", "Held", 2, "column-not-read", "Lock Date")]
    public async Task A_registrys_export_is_believed_for_what_it_says(string units, string status, int exitCode, string told, string ignored = "Purpose")
    {
        const string scope = "CCC-IN-CMTOE085RJ-2025-1";
        var (holdings, statement, trades) = (Path.Combine(_folder.FullName, "h.csv"), Path.Combine(_folder.FullName, "s.csv"), Path.Combine(_folder.FullName, "t.csv"));
        File.WriteAllText(holdings, $"account,registry,scope,start,end,vintage,kind,status\ncement,icm,{scope},1,1000,2025,ccc,free\n");
        File.WriteAllText(trades, "trade,at,seller,buyer,tonnes,price,kind\nT1,2026-11-23T04:31:00Z,cement,steel,400,900 INR,ccc\n");
        File.WriteAllText(statement, $"CCC Serial,Units,Status Date,CCC Status,Entity,Vintage,Purpose\n{scope}-1-1000,{units},2026-10-01,{status},CMTOE085RJ,2025,Surrender\n");

        var run = await CctsTool.Run(null, "clear", "--session", Sample("session.json"), "--trades", trades, "--holdings", holdings, "--statement", statement, "--format", "icm", "--ignore-column", ignored);

        Assert.Equal(exitCode, run.ExitCode);
        Assert.Contains(told, run.Output + run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bad_input_is_2_with_every_place()
    {
        var trades = Copy("trades.csv", t => t.Replace("900 INR", "900", StringComparison.Ordinal).Replace(",accepted", ",", StringComparison.Ordinal));

        var run = await CctsTool.Run(null, [.. Args(trades: trades), "--shadow"]);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("trades.csv(2,42)", run.Error, StringComparison.Ordinal);
        Assert.Contains("no-verdict", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_missing_file_is_told_not_the_first_alone()
    {
        string[] names = ["s.json", "t.csv", "h.csv", "r.csv"];
        var absent = names.Select(n => Path.Combine(_folder.FullName, n)).ToArray();

        var run = await CctsTool.Run(null, "clear", "--session", absent[0], "--trades", absent[1], "--holdings", absent[2], "--statement", absent[3], "--json");

        Assert.Equal(2, run.ExitCode);
        Assert.All(absent, path => Assert.Contains(path, run.Output, StringComparison.Ordinal));
    }

    private static string Sample(string name) => Path.Combine(CctsTool.Samples, "session", name);

    private static string[] Args(string? trades = null, string? statement = null) =>
        ["clear", "--session", Sample("session.json"), "--trades", trades ?? Sample("trades.csv"), "--holdings", Sample("holdings.csv"), "--statement", statement ?? Sample("statement.csv")];

    private string Copy(string name, Func<string, string> change)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, change(File.ReadAllText(Sample(name))));
        return path;
    }
}
