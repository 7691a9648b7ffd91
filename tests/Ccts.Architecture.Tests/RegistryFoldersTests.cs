using System;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;

namespace Ccts.Architecture.Tests;

/// <summary>The quirks of one registry stand in one folder: what all registries share names none of them.</summary>
public partial class RegistryFoldersTests
{
    private static readonly string Sources = Path.Combine(RepositoryRoot.Path, "src");

    [Theory]
    [InlineData("Ccts.Registry.Adapters/Channels/Http")]
    [InlineData("Ccts.Registry.Adapters/Channels/Files")]
    [InlineData("Ccts.Registry.Adapters/Channels/Public")]
    [InlineData("Ccts.Registry.Adapters/Channels/Webhooks")]
    [InlineData("Ccts.Registry.Adapters/Channels/Connector", "ConnectorProgram.cs")]
    [InlineData("Ccts.Registry.Adapters/Channels")]
    [InlineData("Ccts.Registry.Adapters/Outbox")]
    [InlineData("Ccts.Registry.Adapters/Watching")]
    [InlineData("Ccts.Registry.Hosting")]
    [InlineData("Ccts.Registry.AspNetCore")]
    [InlineData("Ccts.Registry.Testing")]
    public void What_all_share_names_no_registry(string folder, string? index = null)
    {
        var files = Directory.GetFiles(Path.Combine(Sources, folder));
        Assert.NotEmpty(files);
        var lines = files.Where(f => f.EndsWith(".cs", StringComparison.Ordinal) && Path.GetFileName(f) != index).SelectMany(f => File.ReadLines(f).Select(l => $"{Path.GetFileName(f)}: {l.Trim()}"));
        Assert.DoesNotContain(lines, l => !l.Contains("//", StringComparison.Ordinal) && Names().IsMatch(l));
        Assert.DoesNotContain(files, f => f.EndsWith(".traits.json", StringComparison.Ordinal));
    }

    /// <summary>Whichever ways lead to it, its own or one through somebody who reaches several.</summary>
    [Fact]
    public void What_is_known_of_one_registry_stands_in_one_folder()
    {
        var known = Directory.GetFiles(Path.Combine(Sources, "Ccts.Registry.Adapters", "Channels"), "*.traits.json", SearchOption.AllDirectories)
            .Select(f => (Folder: Path.GetDirectoryName(f)!, Registry.Adapters.Channels.RegistryTraitsReader.Read(File.ReadAllBytes(f), f).Registry)).Distinct().ToList();
        Assert.Equal(known.Select(k => k.Registry).Distinct(), known.Select(k => k.Registry));
        Assert.Equal(known.Select(k => k.Folder).Distinct(), known.Select(k => k.Folder));
    }

    /// <summary>A figure or quirk that nobody can look up is none; of what is unknown the source says who could say it.</summary>
    [Fact]
    public void Every_fact_of_a_registry_has_its_source()
    {
        var files = Directory.GetFiles(Path.Combine(Sources, "Ccts.Registry.Adapters", "Channels"), "*.traits.json", SearchOption.AllDirectories);
        Assert.True(files.Length >= 6);
        foreach (var file in files)
        {
            var text = File.ReadAllBytes(file);
            var traits = Registry.Adapters.Channels.RegistryTraitsReader.Read(text, file);
            var sources = new[] { traits.SettlingTime.Source, traits.RequestsPerMinute.Source, traits.PageLimit.Source }.Concat(traits.Quirks.Select(q => q.Source)).ToList();
            Assert.All(sources, s => Assert.True(s.Length > 10, $"{file}: {s}"));
            var blank = System.Text.Encoding.UTF8.GetBytes(System.Text.Encoding.UTF8.GetString(text).Replace($"\"{sources[0]}\"", "\" \"", StringComparison.Ordinal));
            Assert.Contains(Assert.Throws<Sdk.Problems.CctsDataException>(() => Registry.Adapters.Channels.RegistryTraitsReader.Read(blank)).Problems, p => p.Code == "missing-source");
        }
    }

    [GeneratedRegex(@"\b(icm|grid-?india|verra|acr|car|gold-?standard|xpansiv)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Names();
}
