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
/// Every piece of C# on a page of docs/ compiles, with the names that the text around it assumes; a page that shows its usings with those alone. Pages whose pieces are programs have tests of their own, which run them too.
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

    private static readonly Regex Using = new(@"^using (?<name>[\w.]+);.*$", RegexOptions.Multiline);

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
        string[] all = ["System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Threading.Tasks", "NodaTime", "Microsoft.Extensions.DependencyInjection", "Microsoft.Extensions.Configuration", "Microsoft.AspNetCore.Builder", .. rooms];
        var pieces = Pieces(Path.Combine(RepositoryRoot.Path, "docs", page)).ToList();
        var shown = pieces.SelectMany(p => Using.Matches(p).Select(m => m.Groups["name"].Value)).ToList();
        string[] usings = shown.Count == 0 ? all : ["System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Net.Http", "System.Threading", "System.Threading.Tasks", .. shown];
        var assumed = string.Concat(Assumed[page].Split(", ").Aggregate(new List<string>(), Joined).Select(a => $"internal static {a} = default!;\n"));
        foreach (var piece in pieces)
        {
            string[] codes = [Usings(all) + $"internal static partial class Shown {{\n{assumed} }}\n", Usings(usings) + $"internal static partial class Shown {{ internal static async Task Run()\n{{\nawait Task.CompletedTask;\n{Using.Replace(piece, "")}\n}} }}\n"];
            var compilation = CSharpCompilation.Create("shown", codes.Select(c => CSharpSyntaxTree.ParseText(c, cancellationToken: TestContext.Current.CancellationToken)), references, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
            Assert.Empty(compilation.GetDiagnostics(TestContext.Current.CancellationToken).Where(d => d.Severity == DiagnosticSeverity.Error));
        }
    }

    // A comma within angle brackets parts no names.
    private static List<string> Joined(List<string> names, string next)
    {
        if (names.Count > 0 && names[^1].Count(c => c == '<') > names[^1].Count(c => c == '>'))
        {
            names[^1] += ", " + next;
        }
        else
        {
            names.Add(next);
        }

        return names;
    }

    private static string Usings(IEnumerable<string> names) => string.Concat(names.Select(n => $"using {n};\n"));

    private static IEnumerable<string> Pieces(string path) => Regex.Matches(File.ReadAllText(path), "```csharp\n(?<code>.*?)```", RegexOptions.Singleline).Select(m => m.Groups["code"].Value);
}
