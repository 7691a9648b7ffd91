using System;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Ccts.Rules.NRules.Tests;

/// <summary>The programs that README and docs/engines.md show of a year as NRules rules, compiled and run as they are.</summary>
public static class DocumentedProgramTests
{
    [Fact]
    public static void The_years_rules_run_and_the_hosts_rule_chains_on_their_finding()
    {
        var lines = Run(Program("engines.md")).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal($"{ShippedCases.Newest.Ruleset.Rules.Rules.Count} rules of in-ccts/2025-26", lines[0]);
        Assert.Equal("Deny", lines[1]);
        Assert.StartsWith("order-7: ", lines[2], StringComparison.Ordinal);
        Assert.Equal(3, lines.Length);
    }

    [Fact]
    public static void The_first_page_shows_a_hosts_rule_that_acts_on_our_finding() =>
        Assert.StartsWith("order-7: ", Assert.Single(Run(Program("README.md")).Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);

    private static string Program(string page) => Regex.Matches(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "docs", page)), "```csharp\n(?<code>.*?)```", RegexOptions.Singleline)
        .Select(m => m.Groups["code"].Value).Single(code => code.Contains("NRulesRuleset.Compile", StringComparison.Ordinal));

    private static string Run(string program)
    {
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(p => MetadataReference.CreateFromFile(p));
        var compilation = CSharpCompilation.Create("shown", [CSharpSyntaxTree.ParseText(program, cancellationToken: TestContext.Current.CancellationToken)], references, new CSharpCompilationOptions(OutputKind.ConsoleApplication));
        using var image = new MemoryStream();
        var built = compilation.Emit(image, cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(built.Success, string.Join("\n", built.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error)));

        var before = Console.Out;
        using var printed = new StringWriter { NewLine = "\n" };
        Console.SetOut(printed);
        try
        {
            Assembly.Load(image.ToArray()).EntryPoint!.Invoke(null, [Array.Empty<string>()]);
        }
        finally
        {
            Console.SetOut(before);
        }

        return printed.ToString();
    }
}
