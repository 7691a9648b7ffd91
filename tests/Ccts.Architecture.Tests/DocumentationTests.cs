using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;

namespace Ccts.Architecture.Tests;

/// <summary>What pages say of each other and of the code holds: links and their anchors, projects of the solution, names of spans and metrics.</summary>
public partial class DocumentationTests
{
    private static readonly string Root = RepositoryRoot.Path;

    [Fact]
    public void Every_link_of_every_page_leads_to_a_file_and_a_heading() =>
        Assert.Empty(Pages().SelectMany(page => Link().Matches(WithoutBlocks(page)).Select(m => m.Groups["to"].Value).Where(to => !to.Contains(':', StringComparison.Ordinal) && !Leads(page, to)).Select(to => $"{Path.GetRelativePath(Root, page)}: {to}")));

    /// <summary>Verify is not served, so that its project cannot be restored (ARCHITECTURE.md).</summary>
    [Fact]
    public void The_solution_holds_every_project_that_restores()
    {
        var solution = File.ReadAllText(Path.Combine(Root, "Ccts.Sdk.sln")).Replace('\\', '/');
        var projects = new[] { "src", "tests", "samples", "bench" }.SelectMany(f => Directory.EnumerateDirectories(Path.Combine(Root, f))).SelectMany(f => Directory.EnumerateFiles(f, "*.csproj"));
        Assert.Equal(["tests/Ccts.Golden.Tests/Ccts.Golden.Tests.csproj"], projects.Select(p => Path.GetRelativePath(Root, p).Replace('\\', '/')).Where(p => !solution.Contains($"\"{p}\"", StringComparison.Ordinal)));
    }

    /// <summary>Spans, instruments and tags of the packages that a host runs.</summary>
    [Fact]
    public void Names_of_spans_and_metrics_are_those_that_are_documented()
    {
        string[] packages = ["Ccts.Hosting", "Ccts.Ledger.Hosting", "Ccts.Registry.Hosting", "Ccts.Registry.Adapters"];
        var sources = packages.SelectMany(p => Storeys.SourceUses.Of(Path.Combine(Root, "src", p)));
        var pages = new[] { "hosting.md", "registry-channels.md" }.Select(p => File.ReadAllText(Path.Combine(Root, "docs", p)));
        Assert.Equal(Names(sources, InCode()), Names(pages, InPage()));
    }

    private static List<string> Names(IEnumerable<string> texts, Regex name) => [.. texts.SelectMany(t => name.Matches(t)).Select(m => m.Groups["name"].Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private static IEnumerable<string> Pages() =>
        new[] { Root, Path.Combine(Root, "docs"), Path.Combine(Root, "bench") }.SelectMany(f => Directory.EnumerateFiles(f, "*.md"))
            .Concat(new[] { "src", "samples" }.SelectMany(f => Directory.EnumerateDirectories(Path.Combine(Root, f))).SelectMany(f => Directory.EnumerateFiles(f, "*.md")));

    private static bool Leads(string page, string to)
    {
        var parts = to.Split('#');
        var target = parts[0].Length == 0 ? page : Path.Combine(Path.GetDirectoryName(page)!, parts[0]);
        return Path.Exists(target) && (parts.Length == 1 || Heading().Matches(WithoutBlocks(target)).Any(h => Anchor(h.Groups["text"].Value) == parts[1]));
    }

    // As pages are shown: small letters, blanks as hyphens, no other signs.
    private static string Anchor(string heading) => NoPartOfAnAnchor().Replace(heading.Trim().ToLowerInvariant(), "").Replace(' ', '-');

    private static string WithoutBlocks(string page) => Block().Replace(File.ReadAllText(page), "");

    [GeneratedRegex(@"\]\((?<to>[^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"^#+ (?<text>.*)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"[^\w\- ]")]
    private static partial Regex NoPartOfAnAnchor();

    [GeneratedRegex("```.*?```", RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex("\"(?<name>ccts\\.[a-z.-]+)\"")]
    private static partial Regex InCode();

    [GeneratedRegex(@"`(?<name>ccts\.[a-z.-]+)`")]
    private static partial Regex InPage();
}
