using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Ccts.Sdk;
using Ccts.Sdk.Problems;

namespace Ccts.Registry.Adapters.Serials;

/// <content>Loading grammar files: the package's own, a directory, or streams of a host.</content>
public sealed partial class SerialGrammars
{
    private const string ResourcePrefix = "Grammars/";

    /// <summary>Reads every <c>*.json</c> file of a directory.</summary>
    /// <exception cref="CctsDataException">A file has faults; all of them are listed, each with its place.</exception>
    public static SerialGrammars FromDirectory(string path) => FromFiles(
        Directory.GetFiles(Require.NotNull(path), "*.json").OrderBy(f => f, StringComparer.Ordinal)
            .Select(f => (Path.GetFileName(f), (Stream)File.OpenRead(f))));

    /// <summary>Reads grammar files from streams, which are closed afterwards.</summary>
    /// <param name="files">File names, for messages, and their contents: UTF-8 JSON as in <c>schemas/serial-grammar.schema.json</c>.</param>
    /// <exception cref="CctsDataException">A file has faults; all of them are listed, each with its place.</exception>
    public static SerialGrammars FromFiles(IEnumerable<(string Name, Stream Content)> files)
    {
        var problems = new ProblemList();
        var grammars = new List<SerialGrammar>();
        foreach (var (name, content) in Require.NotNull(files))
        {
            using (content)
            {
                var bytes = new MemoryStream();
                content.CopyTo(bytes);
                if (SerialGrammarReader.Read(bytes.ToArray(), name, problems) is { } grammar)
                {
                    Add(grammars, grammar, name, problems);
                }
            }
        }

        CheckPrecedence(grammars, problems);
        return problems.HasErrors ? throw new CctsDataException(problems.ToList()) : new SerialGrammars(grammars);
    }

    private static SerialGrammars LoadBuiltIn()
    {
        var assembly = typeof(SerialGrammars).Assembly;
        return FromFiles(assembly.GetManifestResourceNames()
            .Where(n => n.StartsWith(ResourcePrefix, StringComparison.Ordinal))
            .Select(n => (n.Substring(ResourcePrefix.Length), assembly.GetManifestResourceStream(n)!)));
    }

    private static void Add(List<SerialGrammar> grammars, SerialGrammar grammar, string file, ProblemList problems)
    {
        if (grammars.Exists(g => g.Id == grammar.Id))
        {
            problems.Error("duplicate-grammar", new SourcePlace(file, 1, 1, "/grammar"), $"Another file has the grammar \"{grammar.Id}\" already.", "an id of its own");
            return;
        }

        grammars.Add(grammar);
    }

    private static void CheckPrecedence(List<SerialGrammar> grammars, ProblemList problems)
    {
        foreach (var grammar in grammars)
        {
            var open = new Stack<string>(grammar.YieldsTo);
            var seen = new HashSet<string>(StringComparer.Ordinal);
            while (open.Count > 0)
            {
                var id = open.Pop();
                if (id == grammar.Id)
                {
                    problems.Error("circular-precedence", SourcePlace.At("/yieldsTo"), $"\"{grammar.Id}\" yields to itself, over others or directly.");
                    break;
                }

                if (seen.Add(id) && grammars.Find(g => g.Id == id) is { } winner)
                {
                    foreach (var next in winner.YieldsTo)
                    {
                        open.Push(next);
                    }
                }
            }
        }
    }
}
