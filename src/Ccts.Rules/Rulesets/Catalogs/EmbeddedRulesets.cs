using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using Ccts.Rules.Files;

namespace Ccts.Rules.Rulesets.Catalogs;

/// <summary>The rulesets inside this package: the files of the folder <c>rulesets/</c>, byte for byte.</summary>
public static class EmbeddedRulesets
{
    private const string Prefix = "rulesets/";

    /// <summary>Every ruleset that is shipped.</summary>
    public static IReadOnlyList<RulesetFiles> All() => Folders(RulesetFiles.RulesetFileName);

    /// <summary>Every overlay that is shipped.</summary>
    public static IReadOnlyList<RulesetFiles> Overlays() => Folders(RulesetFiles.OverlayFileName);

    private static List<RulesetFiles> Folders(string header)
    {
        var assembly = typeof(EmbeddedRulesets).Assembly;
        var resources = assembly.GetManifestResourceNames()
            .Select(name => (Name: name, Path: name.Replace('\\', '/')))
            .Where(r => r.Path.StartsWith(Prefix, StringComparison.Ordinal))
            .ToList();
        return resources
            .Where(r => r.Path.EndsWith("/" + header, StringComparison.Ordinal))
            .Select(r => r.Path.Substring(0, r.Path.Length - header.Length))
            .OrderBy(folder => folder, StringComparer.Ordinal)
            .Select(folder => RulesetFiles.Own(
                folder.TrimEnd('/'),
                resources.Where(r => r.Path.StartsWith(folder, StringComparison.Ordinal)).ToDictionary(r => r.Path.Substring(folder.Length), r => Read(assembly, r.Name), StringComparer.Ordinal),
                [],
                isShipped: true))
            .ToList();
    }

    private static byte[] Read(Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream(name)!;
        var bytes = new byte[stream.Length];
        stream.CopyTo(new MemoryStream(bytes));
        return bytes;
    }
}
