using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Ccts.Architecture.Tests;

/// <summary>
/// Every piece of C# on a page of docs/ compiles, with the names that the text around it assumes. Pages whose pieces are programs have tests of their own, which run them too.
/// </summary>
public class DocumentedFragmentsTests
{
    /// <summary>What a reader of a page has at hand where a piece begins.</summary>
    private static readonly Dictionary<string, string> Assumed = new(StringComparer.Ordinal)
    {
        ["article6.md"] = "Instant now, Letter letter, Ruleset ruleset, LedgerEngine ledger, TokenSupply supply, ExportAsk ask",
        ["credits-and-orders.md"] = "Instant now, LocalDate day, LedgerEngine ledger, Ruleset ruleset, DecisionEngine rules, IReadOnlyDictionary<string, decimal> marks, MarketSession session, CreditBook credits, IEnumerable<Claim> claims, IReadOnlyList<WatchEntry> watch, WorkingDays holidays, TokenSupply supply, Article6Book letters, OffsetBook projects, SerialBlock block",
        ["hosting.md"] = "Microsoft.Extensions.DependencyInjection.IServiceCollection services, Microsoft.Extensions.Configuration.IConfiguration configuration, Microsoft.AspNetCore.Builder.WebApplication app, LedgerEngine ledger, OutboxDispatcher outbox, Instant now",
        ["monitoring-report.md"] = "ComplianceYear year, ObligatedEntity entity",
        ["offset-projects.md"] = "Ruleset ruleset, LocalDate day, Instant now",
        ["rules.md"] = "LedgerEngine ledger, CreditBook book, ComplianceYear year, LocalDate day, Inr price, TokenSupply supply, Article6Book letters",
        ["signing.md"] = "IReadOnlyDictionary<string, int> remembered, LocalDate today, byte[] bytes",
        ["tokens.md"] = "ComplianceYear year, LocalDate today, LedgerEngine ledger, Article6Book letters, MintAsk ask, Instant now, IReadOnlyList<SerialBlock> units, TokenDesk tokens, string contract, string wallet, TokenMetadata metadata, long tonnes",
    };

    /// <summary>Pages that are read as programs by ReadmeTests, KeepALedgerTests, LedgerGuideTests, DocumentedProgramTests, WoodlandTests and RegistryTests.</summary>
    private static readonly string[] Elsewhere = ["engines.md", "keep-a-ledger.md", "ledger.md", "writing-a-channel.md", "writing-an-adapter.md"];

    public static TheoryData<string> Pages => [.. Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Path, "docs"), "*.md").Where(f => Pieces(f).Any()).Select(f => Path.GetFileName(f)).Except(Elsewhere).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Pages))]
    public void What_a_page_shows_compiles(string page)
    {
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(p => MetadataReference.CreateFromFile(p)).ToList();
        var rooms = Directory.EnumerateFiles(AppContext.BaseDirectory, "Ccts.*.dll").Where(f => !f.EndsWith("Tests.dll", StringComparison.Ordinal))
            .SelectMany(f => Assembly.LoadFrom(f).GetExportedTypes()).Select(t => t.Namespace!).Distinct();
        string[] usings = ["System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Threading.Tasks", "NodaTime", "Microsoft.Extensions.DependencyInjection", "Microsoft.Extensions.Configuration", "Microsoft.AspNetCore.Builder", .. rooms];
        foreach (var piece in Pieces(Path.Combine(RepositoryRoot.Path, "docs", page)))
        {
            var code = string.Concat(usings.Select(u => $"using {u};\n")) + $"internal static class Shown {{ internal static async Task Run({Assumed[page]})\n{{\nawait Task.CompletedTask;\n{piece}\n}} }}\n";
            var compilation = CSharpCompilation.Create("shown", [CSharpSyntaxTree.ParseText(code, cancellationToken: TestContext.Current.CancellationToken)], references, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
            Assert.Empty(compilation.GetDiagnostics(TestContext.Current.CancellationToken).Where(d => d.Severity == DiagnosticSeverity.Error));
        }
    }

    private static IEnumerable<string> Pieces(string path) => Regex.Matches(File.ReadAllText(path), "```csharp\n(?<code>.*?)```", RegexOptions.Singleline).Select(m => m.Groups["code"].Value);
}
