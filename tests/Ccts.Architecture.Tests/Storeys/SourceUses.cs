using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;

namespace Ccts.Architecture.Tests.Storeys;

/// <summary>
/// What sources name without a trace in the compiled types: a constant, which the compiler copies to where it is used, and a using that only a
/// comment needs. Whoever reads the folder meets both.
/// </summary>
internal static partial class SourceUses
{
    /// <summary>The sources of a project, without what is generated.</summary>
    internal static IEnumerable<string> Of(string folder) => Directory.GetFiles(folder, "*.cs", SearchOption.AllDirectories)
        .Where(f => Path.GetRelativePath(folder, f).Replace('\\', '/').Split('/')[0] is not ("obj" or "bin"))
        .Select(File.ReadAllText);

    /// <summary>The uses that a compiled assembly has, and those that only its sources name.</summary>
    internal static IReadOnlyDictionary<TypeName, HashSet<TypeName>> Added(IReadOnlyDictionary<TypeName, HashSet<TypeName>> compiled, string project, IEnumerable<string> sources) =>
        compiled.SelectMany(u => u.Value.Select(used => (User: u.Key, Used: used))).Concat(compiled.Keys.Select(k => (User: k, Used: k))).Concat(Read(project, sources))
            .GroupBy(u => u.User, u => u.Used).ToDictionary(g => g.Key, g => g.ToHashSet());

    private static IEnumerable<(TypeName User, TypeName Used)> Read(string project, IEnumerable<string> sources)
    {
        var files = sources.Select(text => (Type: new TypeName(Namespace().Match(text).Groups["name"].Value, Type().Match(text).Groups["name"].Value), Text: text)).Where(f => f.Type.Namespace.Length > 0).ToList();
        var constants = files.Where(f => Constant().IsMatch(f.Text)).Select(f => f.Type).ToList();
        foreach (var (type, text) in files)
        {
            foreach (var name in Using().Matches(text).Select(m => m.Groups["name"].Value).Where(n => n == project || n.StartsWith(project + ".", StringComparison.Ordinal)))
            {
                yield return (type, new TypeName(name, "(its using)"));
            }

            // Of a namespace around its own, a file needs no using.
            foreach (var owner in constants.Where(o => type.Namespace.StartsWith(o.Namespace + ".", StringComparison.Ordinal) && Regex.IsMatch(text, $@"(?<![\w.]){Regex.Escape(o.Name)}\.[A-Z]", RegexOptions.None, TimeSpan.FromSeconds(1))))
            {
                yield return (type, owner);
            }
        }
    }

    [GeneratedRegex(@"^namespace (?<name>[\w.]+)\s*[;{]", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Namespace();

    [GeneratedRegex(@"^[\w ]*\b(class|struct|record|interface|enum) (struct |class )?(?<name>\w+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Type();

    [GeneratedRegex(@"^using (static )?(?<name>[\w.]+);", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Using();

    [GeneratedRegex(@"\b(internal|public) const ", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Constant();
}
