using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using Ccts.Sdk.Problems;

namespace Ccts.Registry.Adapters.Serials;

/// <summary>Reads definition files, one definition each: grammars of serials, formats of exports.</summary>
internal static class DefinitionFiles
{
    internal static IEnumerable<(string Name, Stream Content)> In(string directory) =>
        Directory.GetFiles(directory, "*.json").OrderBy(f => f, StringComparer.Ordinal).Select(f => (Path.GetFileName(f), (Stream)File.OpenRead(f)));

    internal static IEnumerable<(string Name, Stream Content)> In(Assembly assembly, string prefix) =>
        assembly.GetManifestResourceNames().Where(n => n.StartsWith(prefix, StringComparison.Ordinal)).Select(n => (n.Substring(prefix.Length), assembly.GetManifestResourceStream(n)!));

    /// <summary>Reads them in turn and closes each; a second definition with the same id is an error.</summary>
    /// <param name="files">Their names, for messages, and contents.</param>
    /// <param name="kind">The kind of definition, which is the name of the member with the id.</param>
    /// <param name="read">Reads one; null where it has faults, which are reported.</param>
    /// <param name="id">The id of one.</param>
    /// <param name="problems">Where faults are reported.</param>
    internal static List<T> Read<T>(IEnumerable<(string Name, Stream Content)> files, string kind, Func<byte[], string, ProblemList, T?> read, Func<T, string> id, ProblemList problems)
        where T : class
    {
        var all = new List<T>();
        foreach (var (name, content) in files)
        {
            using (content)
            {
                var bytes = new MemoryStream();
                content.CopyTo(bytes);
                if (read(bytes.ToArray(), name, problems) is not { } one)
                {
                    continue;
                }

                if (all.Exists(other => string.Equals(id(other), id(one), StringComparison.Ordinal)))
                {
                    problems.Error("duplicate-" + kind, new SourcePlace(name, 1, 1, "/" + kind), $"Another file has the {kind} \"{id(one)}\" already.", "an id of its own");
                    continue;
                }

                all.Add(one);
            }
        }

        return all;
    }
}
