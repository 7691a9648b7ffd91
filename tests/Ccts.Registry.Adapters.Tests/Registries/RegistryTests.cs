using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Ccts.Registry.Adapters.Exports;
using Ccts.Registry.Adapters.Registries;
using Ccts.Registry.Adapters.Serials;
using Ccts.Sdk.Ledger.Blocks;
using Example.Woodland;
using Microsoft.Extensions.DependencyInjection;

namespace Ccts.Registry.Adapters.Tests.Registries;

/// <summary>Every adapter keeps the same promises; hosts add them, and their own, by one line each.</summary>
public sealed class RegistryTests : IDisposable
{
    private const string Verra = "19385-941467007-941467431-VCS-VCU-1507-VER-ET-14-1340-01012020-31122020-1";
    private const string Woodland = "WCC-WCU-GB-100000000000390-01012017-31122017-1028-5885-MER-0-P";
    private readonly string _folder = Directory.CreateTempSubdirectory("registries").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("verra", Verra)]
    [InlineData("gold-standard", "GS1-1-KE-GS11432-16-2025-30195-300-18067")]
    [InlineData("icm", "CCC-IN-TXTOE001-2026-1-1-500")]
    public async Task Shipped_adapters_conform_with_and_without_files(string registry, string serial)
    {
        var units = SerialGrammars.BuiltIn.Read(serial);
        Assert.Empty(await AdapterConformance.CheckAsync(Services(withFiles: true).Find(registry)!, units, TestContext.Current.CancellationToken));
        Assert.Empty(await AdapterConformance.CheckAsync(Services(withFiles: false).Find(registry)!, units, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_hosts_own_adapter_conforms()
    {
        var adapter = new WoodlandRegistryAdapter(() => "serial,quantity,state\n" + Woodland + ",4858,held\n", new ExportReader());
        Assert.Empty(await AdapterConformance.CheckAsync(adapter, SerialGrammars.BuiltIn.Read(Woodland), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task The_kit_notices_an_adapter_that_lies()
    {
        var faults = await AdapterConformance.CheckAsync(new Liar(), SerialGrammars.BuiltIn.Read(Woodland), TestContext.Current.CancellationToken);
        Assert.Contains("Holdings has rows although the adapter says it lacks the capability.", faults, StringComparer.Ordinal);
        Assert.Contains("The answer leaves out numbers that were asked about, or has others.", faults, StringComparer.Ordinal);
        Assert.Contains("A question about another registry's block is not rejected.", faults, StringComparer.Ordinal);
        Assert.Contains("A transfer to nowhere is drafted.", faults, StringComparer.Ordinal);
    }

    [Fact]
    public void The_example_of_the_guide_is_the_one_that_runs()
    {
        var guide = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Docs", "writing-an-adapter.md"));
        var code = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Docs", "WoodlandRegistryAdapter.cs"));
        Assert.Contains("```csharp\n" + code + "```", guide, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_says_what_became_of_every_number()
    {
        var block = SerialGrammars.BuiltIn.Read("GS1-1-KE-GS11432-16-2025-30195-300-18067").Block!.Value;
        var status = (await Services(withFiles: true).Find("gold-standard")!.QueryAsync(block, TestContext.Current.CancellationToken)).Value!;
        Assert.False(status.IsComplete);
        Assert.Equal(
            [(new BlockRange(300UL, 361UL), null), (new BlockRange(362UL, 18067UL), (UnitState?)UnitState.Retired)],
            status.Parts.Select(p => (p.Range, p.State)));
    }

    [Fact]
    public async Task A_column_that_the_format_does_not_know_is_among_the_problems()
    {
        var adapter = Services(withFiles: true).Find("icm")!;
        File.WriteAllText(Path.Combine(_folder, "icm", "holdings", "1.csv"), "CCC Serial,Units,CCC Status,Status Date,Entity,Lock Date\nCCC-IN-TXTOE001-2026-1-1-400,400,Held,2026-04-01,TXTOE001,2026-05-01\n");
        var problems = new System.Collections.Generic.List<string?>();
        await foreach (var row in adapter.ReadHoldingsAsync(TestContext.Current.CancellationToken))
        {
            problems.Add(row.Problem?.Code);
        }

        Assert.Equal([null, "column-not-read"], problems);
    }

    [Theory]
    [InlineData("PV-fPVC-GT-110200000000070-01012024-31122044-85668-117878-SPG", "other-registry")]
    [InlineData("WCC-PIU-GB-100000000000390-01012017-31122017-1028-5885-MER-0-B", "ex-ante")]
    public void What_must_not_be_filed_is_not_drafted(string serial, string code)
    {
        var instruction = new RegistryInstruction { Kind = InstructionKind.Retire, Units = SerialGrammars.BuiltIn.Read(serial), FromAccount = "A", Reference = "r" };
        Assert.Equal(code, InstructionDraft.Of("markit-mer", instruction).Code);
    }

    /// <summary>An empty list would say that the registry holds nothing.</summary>
    [Fact]
    public async Task What_is_not_read_is_a_row_with_a_problem()
    {
        var services = new ServiceCollection().AddCctsRegistries(o => o.Folders["VERRA"] = Path.Combine(_folder, "verra")).AddRegistry<VerraFileAdapter>().BuildServiceProvider();
        var verra = services.GetRequiredService<RegistryDirectory>().Find("verra")!;
        var missing = await verra.ReadStatementsAsync(TestContext.Current.CancellationToken).SingleAsync(TestContext.Current.CancellationToken);
        Put("verra/statements/1.xlsx", Path.Combine("Rows", "verra", "transactions.csv"));
        Put("verra/statements/.part", Path.Combine("Rows", "verra", "transactions.csv"));
        var sheet = await verra.ReadStatementsAsync(TestContext.Current.CancellationToken).SingleAsync(TestContext.Current.CancellationToken);

        Assert.Equal((null, "folder-missing", null, "file-not-read"), (missing.Entry, missing.Problem!.Code, sheet.Entry, sheet.Problem!.Code));
    }

    [Fact]
    public void A_folder_of_a_registry_without_an_adapter_is_refused()
    {
        var services = new ServiceCollection().AddCctsRegistries(o => o.Folders["vera"] = _folder).AddRegistry<VerraFileAdapter>().BuildServiceProvider();
        Assert.Equal("Folders are given for registries without an adapter: vera. Adapters are added (AddRegistry) for: verra.", Assert.Throws<InvalidOperationException>(services.GetRequiredService<RegistryDirectory>).Message);
    }

    [Fact]
    public void Two_adapters_for_one_registry_are_refused() =>
        Assert.Throws<ArgumentException>(() => new RegistryDirectory([new Liar(), new Liar()]));

    private RegistryDirectory Services(bool withFiles)
    {
        var services = new ServiceCollection().AddCctsRegistries(options =>
        {
            foreach (var registry in withFiles ? new[] { "verra", "gold-standard", "icm" } : [])
            {
                options.Folders[registry] = Path.Combine(_folder, registry);
            }
        });
        services.AddRegistry<VerraFileAdapter>().AddRegistry<GoldStandardFileAdapter>().AddRegistry<IcmFileAdapter>();
        Put("verra/statements/1.csv", Path.Combine("Rows", "verra", "transactions.csv"));
        Put("gold-standard/statements/1.csv", Path.Combine("Rows", "gold-standard", "retirements.csv"));
        Directory.CreateDirectory(Path.Combine(_folder, "icm", "holdings"));
        File.WriteAllText(Path.Combine(_folder, "icm", "holdings", "1.csv"), "CCC Serial,Units,CCC Status,Status Date,Entity\nCCC-IN-TXTOE001-2026-1-1-400,400,Held,2026-04-01,TXTOE001\n");
        return services.BuildServiceProvider().GetRequiredService<RegistryDirectory>();
    }

    private void Put(string name, string rows)
    {
        var path = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.Copy(Path.Combine(AppContext.BaseDirectory, rows), path, overwrite: true);
    }

    private sealed class Liar : IRegistryAdapter
    {
        public string Registry => "markit-mer";

        public RegistryCapabilities Capabilities => RegistryCapabilities.QueryBySerial | RegistryCapabilities.DraftInstructions;

        public IAsyncEnumerable<ExportRow> ReadHoldingsAsync(CancellationToken cancellationToken = default) =>
            new[] { new ExportRow(new StatementEntry { File = "x", Line = 1, Registry = Registry }, null) }.ToAsyncEnumerable();

        public IAsyncEnumerable<ExportRow> ReadStatementsAsync(CancellationToken cancellationToken = default) => AsyncEnumerable.Empty<ExportRow>();

        public Task<RegistryOutcome<BlockStatus>> QueryAsync(SerialBlock block, CancellationToken cancellationToken = default) =>
            Task.FromResult(RegistryOutcome.Confirmed(new BlockStatus(block, [])));

        public RegistryOutcome<InstructionDocument> Draft(RegistryInstruction instruction) =>
            RegistryOutcome.Confirmed(new InstructionDocument("x", "text/plain", "check-1 1028"));
    }
}
