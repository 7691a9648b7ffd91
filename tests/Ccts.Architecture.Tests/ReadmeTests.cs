using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Ccts.Tests.Shared;

namespace Ccts.Architecture.Tests;

/// <summary>What the README shows must be true: its programs compile and print what it says, its rooms exist.</summary>
public class ReadmeTests
{
    private static readonly string Readme = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "README.md"));

    [Fact]
    public void The_program_prints_what_the_page_says() =>
        Assert.Contains($"It prints `{DocumentedProgram.Run(DocumentedProgram.Of(Readme).First().Replace("\"samples/", $"\"{RepositoryRoot.Path.Replace('\\', '/')}/samples/", StringComparison.Ordinal)).TrimEnd()}`", Readme, StringComparison.Ordinal);

    [Fact]
    public void The_program_of_the_engines_compiles_with_the_usings_it_names() =>
        DocumentedProgram.Compile(DocumentedProgram.Of(File.ReadAllText(Path.Combine(RepositoryRoot.Path, "docs", "engines.md"))).First());

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
}
