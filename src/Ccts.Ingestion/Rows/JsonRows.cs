using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.Problems;

namespace Ccts.Ingestion.Rows;

/// <summary>Rows of a file with one JSON object a line. Numbers are kept as written, never converted to binary.</summary>
internal sealed class JsonRows(TextReader text, string file, IReadOnlyList<string> columns, ProblemList problems) : RowReader
{
    private const int LongestLine = 1024 * 1024;
    private readonly string?[] _cells = new string?[columns.Count];
    private readonly StringBuilder _text = new();
    private int _line;
    private readonly List<string> _names = [];
    private readonly HashSet<string> _known = new(System.StringComparer.Ordinal);
    private LocatedNode? _object;

    internal override int Row => _line;

    /// <summary>The members seen so far, and those of the mapping. JSON omits empty members, so a later line may have more.</summary>
    internal override IReadOnlyList<string> Header => _names;

    internal override bool Read()
    {
        while (NextLine() is { } line)
        {
            _line++;
            if (line.Trim().Length == 0)
            {
                continue;
            }

            if (Take(line))
            {
                Count++;
                return true;
            }
        }

        return false;
    }

    internal override string? Cell(int column) => _cells[column];

    internal override string Beside(int at) => _object?.Member(_names[at])?.Value is { } text ? Trimmed(text) : "";

    internal override RowTotal? Total() => RowTotals.In(_object?.Children.Where(c => c.Kind == LocatedKind.String).Select(c => c.Value!) ?? []);

    internal override SourcePlace PlaceOfName(int column) => PlaceOf(column);

    internal override SourcePlace PlaceOf(int column) => new(file, _line, 1, "/" + columns[column]);

    /// <summary>Whether the line is an object.</summary>
    private bool Take(string line)
    {
        System.Array.Clear(_cells, 0, _cells.Length);
        var found = new ProblemList();
        var root = LocatedJson.Read(Encoding.UTF8.GetBytes(line), file, found);
        foreach (var problem in found.ToList())
        {
            problems.Add(problem with { Place = problem.Place with { Line = _line } });
        }

        if (root is null)
        {
            return false;
        }

        if (root.Kind != LocatedKind.Object)
        {
            problems.Error("wrong-type", new SourcePlace(file, _line, 1, ""), $"This is {root.Describe()}.", "one object { … } a line", root.Kind == LocatedKind.Array ? "A list of objects is not read: write each of them on a line of its own, without the brackets of the list and the commas between them." : "Write each row as one object.");
            return false;
        }

        _object = root;
        Name(root.Children.Select(c => c.Key!));
        Name(columns);
        for (var i = 0; i < columns.Count; i++)
        {
            if (root.Member(columns[i]) is not { } member)
            {
                problems.Error("missing-key", new SourcePlace(file, _line, 1, ""), $"\"{ShownText.Short(columns[i])}\" is missing.", "the members " + string.Join(", ", columns), "Look at the names of the members, and at \"column\" of the mapping; a member without a value may be null.");
            }
            else if (member.Kind is LocatedKind.String or LocatedKind.Number)
            {
                _cells[i] = Trimmed(member.Value!);
            }
            else if (member.Kind != LocatedKind.Null)
            {
                problems.Error("wrong-type", PlaceOf(i), $"\"{ShownText.Short(columns[i])}\" holds {member.Describe()}.", "text or a number", "Write the value itself: a member inside another one is not read.");
            }
        }

        return true;
    }

    private void Name(IEnumerable<string> names)
    {
        foreach (var name in names)
        {
            if (_known.Add(name))
            {
                _names.Add(name);
            }
        }
    }

    private string? NextLine()
    {
        _text.Clear();
        int next;
        while ((next = text.Read()) >= 0 && next != '\n')
        {
            if (_text.Length == LongestLine)
            {
                problems.Error("line-too-long", new SourcePlace(file, _line + 1, 1, ""), $"This line is longer than {LongestLine} characters.", "one JSON object a line");
                return null;
            }

            _text.Append((char)next);
        }

        return next < 0 && _text.Length == 0 ? null : _text.ToString();
    }
}
