using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Ccts.Architecture.Tests.Storeys;

/// <summary>In every project under src, stairs only go down: a folder uses folders below it, and few stand at the top (ARCHITECTURE.md).</summary>
public sealed partial class StoreysTests
{
    private const int MostRoomsAtTheTop = 10;

    public static TheoryData<string> Projects => [.. Directory.GetDirectories(Path.Combine(RepositoryRoot.Path, "src"))
        .Select(folder => Path.GetFileName(folder)!)
        .Where(name => File.Exists(ProjectFile(name)))
        .Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Projects))]
    public void No_rooms_form_a_circle(string project) => NoneOf(Read(project).Circles());

    [Theory]
    [MemberData(nameof(Projects))]
    public void Few_rooms_stand_at_the_top(string project) => Assert.True(Read(project).TopRooms.Count <= MostRoomsAtTheTop, string.Join(", ", Read(project).TopRooms));

    /// <summary>So that a circle of namespaces is a circle of folders. What a host finds without a using stands in the namespace it looks in.</summary>
    [Theory]
    [MemberData(nameof(Projects))]
    public void Namespaces_are_folders(string project)
    {
        var top = Path.Combine(RepositoryRoot.Path, "src", project);
        var astray = Directory.GetFiles(top, "*.cs", SearchOption.AllDirectories)
            .Select(file => (File: Path.GetRelativePath(top, file).Replace('\\', '/'), Namespace: NamespaceOf().Match(File.ReadAllText(file)).Groups["name"].Value))
            .Where(f => !f.File.StartsWith("obj/", StringComparison.Ordinal) && !f.File.StartsWith("bin/", StringComparison.Ordinal))
            .Where(f => f.Namespace.Length > 0 && f.Namespace != Expected(project, f.File) && !IsRegistration(project, f.File, f.Namespace))
            .Select(f => $"{f.File}: {f.Namespace}");
        NoneOf(astray);
    }

    private static void NoneOf(IEnumerable<string> faults)
    {
        var all = string.Join('\n', faults);
        Assert.True(all.Length == 0, all);
    }

    private static string Expected(string project, string file) => string.Join('.', new[] { project }.Concat(file.Split('/').SkipLast(1)));

    private static bool IsRegistration(string project, string file, string name) =>
        name == "Microsoft.Extensions.DependencyInjection" ? file.EndsWith("ServiceCollectionExtensions.cs", StringComparison.Ordinal) : file.StartsWith("DependencyInjection/", StringComparison.Ordinal) && name == project;

    private static House Read(string project)
    {
        var name = XDocument.Load(ProjectFile(project)).Descendants("AssemblyName").FirstOrDefault()?.Value ?? project;
        var compiled = TypeUses.Read(Path.Combine(AppContext.BaseDirectory, name + ".dll"));
        return new House(project, SourceUses.Added(compiled, project, SourceUses.Of(Path.Combine(RepositoryRoot.Path, "src", project))));
    }

    private static string ProjectFile(string project) => Path.Combine(RepositoryRoot.Path, "src", project, project + ".csproj");

    [GeneratedRegex(@"^namespace (?<name>[\w.]+)\s*[;{]", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NamespaceOf();
}
