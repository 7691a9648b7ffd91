using System;
using System.Collections.Generic;
using System.Globalization;
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

    private static readonly Lazy<List<PortableExecutableReference>> References = new(() => [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(p => MetadataReference.CreateFromFile(p))]);

    private static readonly Lazy<string[]> All = new(() =>
    [
        "System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Threading.Tasks", "NodaTime", "Microsoft.Extensions.DependencyInjection", "Microsoft.Extensions.Configuration", "Microsoft.AspNetCore.Builder",
        .. Directory.EnumerateFiles(AppContext.BaseDirectory, "Ccts.*.dll").Where(f => !f.EndsWith("Tests.dll", StringComparison.Ordinal)).SelectMany(f => Assembly.LoadFrom(f).GetExportedTypes()).Select(t => t.Namespace!).Distinct(),
    ]);

    /// <summary>What a README leaves to its reader to write.</summary>
    private static readonly string[] OfTheReader = ["MakeAsync", "MyStoreFixture"];

    private static readonly Regex Quoted = new("'(?<name>[^']+)'");

    private static readonly Regex Using = new(@"^using (?<name>[\w.]+);.*$", RegexOptions.Multiline);

    /// <summary>Pages that are read as programs by ReadmeTests, KeepALedgerTests, LedgerGuideTests, DocumentedProgramTests, WoodlandTests and RegistryTests.</summary>
    private static readonly string[] Elsewhere = ["engines.md", "keep-a-ledger.md", "ledger.md", "writing-a-channel.md", "writing-an-adapter.md"];

    public static TheoryData<string> Pages => [.. Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Path, "docs"), "*.md").Where(f => Pieces(f).Any()).Select(f => Path.GetFileName(f)).Except(Elsewhere).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Pages))]
    public void What_a_page_shows_compiles(string page)
    {
        var pieces = Pieces(Path.Combine(RepositoryRoot.Path, "docs", page)).ToList();
        var shown = pieces.SelectMany(p => Using.Matches(p).Select(m => m.Groups["name"].Value)).ToList();
        string[] usings = shown.Count == 0 ? All.Value : ["System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Net.Http", "System.Threading", "System.Threading.Tasks", .. shown];
        var assumed = string.Concat(Assumed[page].Split(", ").Aggregate(new List<string>(), Joined).Select(a => $"internal static {a} = default!;\n"));
        foreach (var piece in pieces)
        {
            string[] codes = [Usings(All.Value) + $"internal static partial class Shown {{\n{assumed} }}\n", Usings(usings) + $"internal static partial class Shown {{ internal static async Task Run()\n{{\nawait Task.CompletedTask;\n{Using.Replace(piece, "")}\n}} }}\n"];
            Assert.Empty(Errors(codes));
        }
    }

    /// <summary>Pieces of a README are too short to say where their variables come from; every type and member that they name has to be there.</summary>
    [Fact]
    public void What_the_README_of_a_package_shows_compiles()
    {
        var pieces = Directory.EnumerateDirectories(Path.Combine(RepositoryRoot.Path, "src")).Select(d => Path.Combine(d, "README.md")).Where(File.Exists).SelectMany(Pieces).Select(p => Using.Replace(p, "")).ToList();
        var codes = pieces.Select((piece, i) => Usings([.. All.Value, "Xunit"]) + (piece.StartsWith("public ", StringComparison.Ordinal) ? $"internal class Shown{i} {{\n{piece}\n}}" : $"internal static class Shown{i} {{ internal static async Task Run()\n{{\nawait Task.CompletedTask;\n{piece}\n}} }}"));

        var wrong = Errors(codes).Where(e => !IsOfTheReader(e)).ToList();

        Assert.True(pieces.Count > 20);
        Assert.Empty(wrong);
    }

    private static bool IsOfTheReader(Diagnostic error) =>
        (error.Id is "CS0103" or "CS0246") && Quoted.Match(error.GetMessage(CultureInfo.InvariantCulture)).Groups["name"].Value is { Length: > 0 } name && (char.IsLower(name[0]) || OfTheReader.Contains(name, StringComparer.Ordinal));

    private static IEnumerable<Diagnostic> Errors(IEnumerable<string> codes) =>
        CSharpCompilation.Create("shown", codes.Select(c => CSharpSyntaxTree.ParseText(c, cancellationToken: TestContext.Current.CancellationToken)), References.Value, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary))
            .GetDiagnostics(TestContext.Current.CancellationToken).Where(d => d.Severity == DiagnosticSeverity.Error);

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
