using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using Ccts.Rules.Files;

namespace Ccts.Rules.Tests.Corpus;

/// <summary>One mistake in an otherwise valid ruleset, and what the reader must answer. See Corpus/README.md for the form.</summary>
internal sealed class BadCase
{
    private const string Marker = "--- ";
    private readonly Dictionary<string, string> _head = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _sections = new(StringComparer.Ordinal);

    private BadCase(string name, string text)
    {
        Name = name;
        string? section = null;
        foreach (var line in text.Split('\n'))
        {
            if (line.StartsWith(Marker, StringComparison.Ordinal))
            {
                section = line[Marker.Length..];
                _sections.Add(section, "");
            }
            else if (section is null)
            {
                _head.Add(line[..line.IndexOf(':', StringComparison.Ordinal)], line[(line.IndexOf(':', StringComparison.Ordinal) + 2)..]);
            }
            else
            {
                _sections[section] += line + "\n";
            }
        }
    }

    internal static string Folder => Path.Combine(AppContext.BaseDirectory, "Corpus");

    internal static IEnumerable<string> Names => Directory.GetFiles(Path.Combine(Folder, "cases"), "*.case").Select(p => Path.GetFileNameWithoutExtension(p)!).Order(StringComparer.Ordinal);

    internal string Name { get; }

    internal string File => _head["file"];

    /// <summary>Structural: the schema refuses it too. Semantic: the reader alone can tell.</summary>
    internal bool IsStructural => _head["kind"] switch { "structural" => true, "semantic" => false, var other => throw new FormatException(other) };

    internal string Expected => _sections["expected"].TrimEnd('\n');

    internal static Dictionary<string, byte[]> Base() =>
        Directory.GetFiles(Path.Combine(Folder, "base")).ToDictionary(p => Path.GetFileName(p)!, System.IO.File.ReadAllBytes, StringComparer.Ordinal);

    internal static BadCase Load(string name) => new(name, System.IO.File.ReadAllText(Path.Combine(Folder, "cases", name + ".case")));

    /// <summary>The valid ruleset with this one mistake.</summary>
    internal RulesetFiles Files()
    {
        var files = Base();
        if (_sections.ContainsKey("delete"))
        {
            files.Remove(File);
        }
        else
        {
            files[File] = Changed(files.GetValueOrDefault(File));
        }

        return RulesetFiles.FromMemory("bad", files);
    }

    private byte[] Changed(byte[]? original)
    {
        if (_sections.TryGetValue("base64", out var encoded))
        {
            return Convert.FromBase64String(encoded);
        }

        if (_sections.TryGetValue("content", out var content))
        {
            return Encoding.UTF8.GetBytes(content[..^1]);
        }

        var text = Encoding.UTF8.GetString(original!);
        var find = _sections["find"][..^1];
        var at = text.IndexOf(find, StringComparison.Ordinal);
        Assert.True(at >= 0 && text.IndexOf(find, at + 1, StringComparison.Ordinal) < 0, $"{Name}: the text to find must stand once in {File}.");
        return Encoding.UTF8.GetBytes(text[..at] + _sections["replace"][..^1] + text[(at + find.Length)..]);
    }
}
