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
    /// <summary>Reads every <c>*.json</c> file of a directory.</summary>
    /// <exception cref="CctsDataException">A file has faults; all of them are listed, each with its place.</exception>
    public static SerialGrammars FromDirectory(string path) => FromFiles(DefinitionFiles.In(Require.NotNull(path)));

    /// <summary>Reads grammar files from streams, which are closed afterwards.</summary>
    /// <param name="files">File names, for messages, and their contents: UTF-8 JSON as in <c>schemas/serial-grammar.schema.json</c>.</param>
    /// <exception cref="CctsDataException">A file has faults; all of them are listed, each with its place.</exception>
    public static SerialGrammars FromFiles(IEnumerable<(string Name, Stream Content)> files)
    {
        var problems = new ProblemList();
        var grammars = DefinitionFiles.Read(Require.NotNull(files), "grammar", SerialGrammarReader.Read, g => g.Id, problems);
        CheckPrecedence(grammars, problems);
        return problems.HasErrors ? throw new CctsDataException(problems.ToList()) : new SerialGrammars(grammars);
    }

    private static SerialGrammars LoadBuiltIn() => FromFiles(DefinitionFiles.In(typeof(SerialGrammars).Assembly, "Grammars/"));

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
