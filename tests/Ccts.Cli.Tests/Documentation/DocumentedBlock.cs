using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;

namespace Ccts.Cli.Tests.Documentation;

/// <summary>A block of code of a page, with what the page says that it prints.</summary>
internal sealed record DocumentedBlock(string Language, string Code, string Printed)
{
    /// <summary>Every block of a page in <c>docs</c>, in order; one in <c>text</c> belongs to the block before it.</summary>
    internal static IReadOnlyList<DocumentedBlock> Of(string page)
    {
        var blocks = new List<DocumentedBlock>();
        foreach (Match fenced in Regex.Matches(File.ReadAllText(Path.Combine(CctsTool.RepositoryRoot, "docs", page)), "^```(?<language>\\w*)\n(?<code>.*?)^```$", RegexOptions.Singleline | RegexOptions.Multiline))
        {
            var (language, code) = (fenced.Groups["language"].Value, fenced.Groups["code"].Value);
            if (language == "text")
            {
                blocks[^1] = blocks[^1] with { Printed = code };
            }
            else
            {
                blocks.Add(new DocumentedBlock(language, code, ""));
            }
        }

        return blocks;
    }

    /// <summary>Whether something printed is what the page shows, where … stands for anything within a line; empty lines and spaces around a line say nothing.</summary>
    internal bool Shows(string printed) => Regex.IsMatch(Trimmed(printed), "^" + Regex.Escape(Trimmed(Printed)).Replace("…", "[^\n]*", StringComparison.Ordinal) + "$");

    private static string Trimmed(string text) => string.Join('\n', text.Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0));
}
