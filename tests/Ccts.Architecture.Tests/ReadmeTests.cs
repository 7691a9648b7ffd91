using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Ccts.Architecture.Tests;

/// <summary>What the README shows must be true: its program compiles, its two commands are there, its links lead somewhere. So does the program of the engines.</summary>
public class ReadmeTests
{
    private static readonly string Readme = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "README.md"));

    [Fact]
    public void The_program_compiles()
    {
        var program = Program(Readme);
        Compiles(program);
        Assert.Contains("Assessor.Assess", program, StringComparison.Ordinal);
    }

    [Fact]
    public void The_program_of_the_engines_compiles_with_the_usings_it_names() =>
        Compiles(Program(File.ReadAllText(Path.Combine(RepositoryRoot.Path, "docs", "engines.md"))));

    [Theory]
    [InlineData("README.md")]
    [InlineData("ARCHITECTURE.md")]
    [InlineData("CONTRIBUTING.md")]
    [InlineData("docs/README.md")]
    public void Its_links_lead_somewhere(string document) =>
        Assert.All(Links(document), to => Assert.True(Path.Exists(Path.Combine(RepositoryRoot.Path, Path.GetDirectoryName(document)!, to)), to));

    [Fact]
    public void The_index_of_the_documentation_lists_every_page()
    {
        var pages = Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Path, "docs"), "*.md").Select(f => Path.GetFileName(f)!).Where(f => f != "README.md");
        Assert.Empty(pages.Except(Links("docs/README.md")));
    }

    /// <summary>Every project, and every room of the three libraries that the drawing shows.</summary>
    [Fact]
    public void The_architecture_names_every_project_and_draws_every_room()
    {
        var text = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "ARCHITECTURE.md"));
        var projects = Directory.EnumerateDirectories(Path.Combine(RepositoryRoot.Path, "src")).Where(d => Directory.EnumerateFiles(d, "*.csproj").Any()).ToList();
        Assert.All(projects.Select(d => Path.GetFileName(d)!), name => Assert.Matches($"`(src/)?{Regex.Escape(name)}`", text));

        var drawing = Regex.Match(text, "## Storeys.*?```\n(?<drawing>.*?)```", RegexOptions.Singleline).Groups["drawing"].Value;
        var rooms = new[] { "Ccts.Sdk", "Ccts.Rules", "Ccts.Registry.Adapters" }.SelectMany(p => Directory.EnumerateDirectories(Path.Combine(RepositoryRoot.Path, "src", p)))
            .Where(d => Directory.EnumerateFiles(d, "*.cs", SearchOption.AllDirectories).Any()).Select(d => Path.GetFileName(d)!).Where(d => d is not ("bin" or "obj" or "DependencyInjection"));
        Assert.All(rooms, room => Assert.Matches($@"\b{room}\b", drawing));
    }

    [Fact]
    public void Rooms_of_the_architecture_exist()
    {
        var rooms = Regex.Matches(File.ReadAllText(Path.Combine(RepositoryRoot.Path, "ARCHITECTURE.md")), @"^\| `(?<room>[\w./]+)`", RegexOptions.Multiline).Select(m => m.Groups["room"].Value).ToList();
        Assert.NotEmpty(rooms);
        Assert.All(rooms, room => Assert.True(Path.Exists(Path.Combine(RepositoryRoot.Path, room)), room));
    }

    private static IEnumerable<string> Links(string document) =>
        Regex.Matches(File.ReadAllText(Path.Combine(RepositoryRoot.Path, document)), @"\]\((?<to>(?!https?:)[^)#]+)").Select(m => m.Groups["to"].Value);

    private static string Program(string document) => Regex.Match(document, "```csharp\n(?<code>.*?)```", RegexOptions.Singleline).Groups["code"].Value;

    private static void Compiles(string program)
    {
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(p => MetadataReference.CreateFromFile(p));
        var compilation = CSharpCompilation.Create("shown", [CSharpSyntaxTree.ParseText(program, cancellationToken: TestContext.Current.CancellationToken)], references, new CSharpCompilationOptions(OutputKind.ConsoleApplication));
        Assert.Empty(compilation.GetDiagnostics(TestContext.Current.CancellationToken).Where(d => d.Severity == DiagnosticSeverity.Error));
    }
}
