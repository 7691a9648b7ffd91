using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;

namespace Ccts.Cli.Tests.Ledger;

/// <summary>What the ledger writes is given back to the tool: two holdings, a retirement, a banking, exported and taken in again; and a report that was corrected after its certificates were sold.</summary>
public sealed class GivenBackTests
{
    private const string Opening = "account,registry,scope,kind,vintage,start,end,source\nmill,icm,2025,ccc,2025,1,1000,opening\nmill,icm,2025,ccc,2025,2001,2300,opening\n";

    private const string Commands = """
        {"command":"retire","key":"r1","at":"2026-10-16T09:00:00Z","account":"mill","take":{"kind":"ccc","tonnes":40},"beneficiary":"b"}
        {"command":"bank","key":"b1","at":"2026-10-16T09:01:00Z","account":"mill","take":{"kind":"ccc","tonnes":100}}
        """;

    private const string Issued = """
        {"command":"issue","key":"i-1","at":"2026-12-01T09:00:00Z","account":"mill","units":{"registry":"icm","scope":"2025","kind":"ccc","vintage":2025,"start":"1","end":"4608"}}
        {"command":"transfer","key":"t-1","at":"2026-12-05T09:00:00Z","account":"mill","to":"outside/buyer","take":{"kind":"ccc","tonnes":4608}}
        """;

    [Fact]
    public Task An_export_is_taken_by_import_and_by_either_side_of_a_reconciliation() => In(async at =>
    {
        await File.WriteAllTextAsync(at("holdings.csv"), Opening, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(at("commands.jsonl"), Commands, TestContext.Current.CancellationToken);
        await Done("ledger", "import", at("holdings.csv"), "--journal", at("j.jsonl"), "--at", "2026-10-15T09:30:00Z", "--year", "2025-26");
        await Done("ledger", "import", at("commands.jsonl"), "--journal", at("j.jsonl"), "--year", "2025-26");
        var exported = await Done("ledger", "export", at("j.jsonl"));
        await File.WriteAllTextAsync(at("exported.csv"), exported, TestContext.Current.CancellationToken);

        await Done("ledger", "import", at("exported.csv"), "--journal", at("again.jsonl"), "--at", "2026-11-01T00:00:00Z", "--year", "2025-26");
        Assert.Equal(exported, await Done("ledger", "export", at("again.jsonl")));

        await File.WriteAllTextAsync(at("exported.json"), await Done("ledger", "export", at("j.jsonl"), "--json"), TestContext.Current.CancellationToken);
        await Done("ledger", "import", at("exported.json"), "--journal", at("listed.jsonl"), "--at", "2026-11-01T00:00:00Z", "--year", "2025-26");
        Assert.Equal(exported, await Done("ledger", "export", at("listed.jsonl")));
        var wrong = await CctsTool.Run("[\n{\"account\":\"a\",\"registry\":\"icm\",\"kind\":\"ccc\",\"vintage\":2025,\"start\":\"1\",\"end\":\"9\",\"place\":\"lost\"},\n{}]", "ledger", "import", "-", "--journal", at("wrong.jsonl"), "--at", "2026-11-01T00:00:00Z");
        Assert.Equal(2, wrong.ExitCode);
        Assert.Contains("(3,1) /1: error wrong-type", wrong.Error, StringComparison.Ordinal);
        Assert.Contains("Everything matches", await Done("reconcile", "--ledger", at("exported.csv"), "--registry", at("exported.csv")), StringComparison.Ordinal);
        var differing = await CctsTool.Run(null, "reconcile", "--ledger", at("exported.csv"), "--registry", at("holdings.csv"));
        Assert.Equal(1, differing.ExitCode);
        Assert.Contains("state-mismatch: icm 2025 1-40, 40 t", differing.Output, StringComparison.Ordinal);
    });

    /// <summary>The names are what people call themselves: with separators, quotes, signs that a spreadsheet takes for a formula, and in Hindi.</summary>
    [Fact]
    public Task An_export_is_taken_packed_and_as_a_workbook_whatever_the_accounts_are_called() => In(async at =>
    {
        string[] accounts = ["mill, ltd; east|west", "\"quoted\" mill", "O'Brien & Sons", "\u092E\u093F\u0932 \u0932\u093F\u092E\u093F\u091F\u0947\u0921", "=1+1", "-5", "00123", "1E5"];
        var lines = accounts.Select((a, i) => $$$"""{"command":"issue","key":"i-{{{i}}}","at":"2026-10-16T09:00:00Z","account":{{{System.Text.Json.JsonSerializer.Serialize(a)}}},"units":{"registry":"icm","scope":"2025","kind":"ccc","vintage":2025,"start":"{{{(i * 10) + 1}}}","end":"{{{(i * 10) + 10}}}"}}""");
        await File.WriteAllLinesAsync(at("commands.jsonl"), lines, TestContext.Current.CancellationToken);
        await Done("ledger", "import", at("commands.jsonl"), "--journal", at("j.jsonl"));
        var exported = await Done("ledger", "export", at("j.jsonl"));
        await Done("ledger", "export", at("j.jsonl"), "--xlsx", at("exported.xlsx"));
        await File.WriteAllTextAsync(at("exported.txt"), exported, TestContext.Current.CancellationToken);
        await using (var packed = new System.IO.Compression.GZipStream(File.Create(at("exported.csv.gz")), System.IO.Compression.CompressionLevel.Fastest))
        {
            await packed.WriteAsync(System.Text.Encoding.UTF8.GetBytes(exported), TestContext.Current.CancellationToken);
        }

        foreach (var file in new[] { "exported.csv.gz", "exported.xlsx", "exported.txt" })
        {
            await Done("ledger", "import", at(file), "--journal", at(file + ".jsonl"), "--at", "2026-11-01T00:00:00Z");
            Assert.Equal(exported, await Done("ledger", "export", at(file + ".jsonl")));
        }
    });

    [Fact]
    public Task A_report_corrected_after_its_certificates_were_sold_owes_both() => In(async at =>
    {
        await File.WriteAllTextAsync(at("issue.jsonl"), Issued, TestContext.Current.CancellationToken);
        await Done("ledger", "import", at("issue.jsonl"), "--journal", at("j.jsonl"), "--year", "2025-26");
        Assert.Contains("4,608", await Done("assess", "-", Report("319436.8 t")), StringComparison.Ordinal);
        var run = await CctsTool.Run(Report("324795.6 t"), "position", "-", "--journal", at("j.jsonl"), "--account", "mill");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("13,397 certificates short at the year's end", run.Output, StringComparison.Ordinal);
        Assert.Contains("4,608 were issued too many.", run.Output, StringComparison.Ordinal);
        Assert.Contains("-8,789", run.Output, StringComparison.Ordinal);
    });

    private static string Report(string coal) => $$"""
        {"format": "ccts-monitoring-report/1", "entity": {"registration": "CMTOE085RJ", "name": "K", "sector": "Cement", "state": "RJ"}, "complianceYear": "2025-26",
         "fuels": [{"id": "f", "fuel": "other-bituminous-coal", "state": "solid", "amount": "{{coal}}", "ncv": "25 GJ/t", "factor": {"tier": "type-ii", "value": "100 tCO2/TJ", "source": "lab"}, "samples": 24}],
         "products": [{"id": "c", "product": "cement", "amount": "1000000 t"}]}
        """;

    private static async Task<string> Done(params string[] command)
    {
        var input = command[^1].StartsWith('{') ? command[^1] : null;
        var run = await CctsTool.Run(input, input is null ? command : command[..^1]);
        Assert.True(run.ExitCode == 0, run.Error + run.Output);
        return run.Output;
    }

    private static async Task In(Func<Func<string, string>, Task> act)
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            await act(name => Path.Combine(folder.FullName, name));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
