using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.Problems;

namespace Ccts.Ingestion.Rows;

/// <summary>Rows of a file with one JSON object a line. A number is taken letter for letter, never through a binary one.</summary>
internal sealed class JsonRows(TextReader text, string file, IReadOnlyList<string> columns, ProblemList problems) : RowReader
{
    private const int LongestLine = 1024 * 1024;
    private readonly string?[] _cells = new string?[columns.Count];
    private readonly StringBuilder _text = new();
    private int _line;
    private LocatedNode? _object;
    private List<string>? _names;

    internal override int Row => _line;

    /// <summary>The members of the first line.</summary>
    internal override IReadOnlyList<string> Header => _names ?? [];

    internal override bool Read()
    {
        while (NextLine() is { } line)
        {
            _line++;
            if (line.Trim().Length == 0)
            {
                continue;
            }

            Count++;
            Take(line);
            return true;
        }

        return false;
    }

    internal override string? Cell(int column) => _cells[column];

    internal override string Beside(int at) => _object?.Member(_names![at])?.Value is { } text ? Trimmed(text) : "";

    internal override RowTotal? Total() => RowTotals.In(_object?.Children.Where(c => c.Kind == LocatedKind.String).Select(c => c.Value!) ?? []);

    internal override SourcePlace PlaceOfName(int column) => PlaceOf(column);

    internal override SourcePlace PlaceOf(int column) => new(file, _line, 1, "/" + columns[column]);

    private void Take(string line)
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
            return;
        }

        if (root.Kind != LocatedKind.Object)
        {
            problems.Error("wrong-type", new SourcePlace(file, _line, 1, ""), $"Here stands {root.Describe()}.", "one object { … } a line");
            return;
        }

        _object = root;
        _names ??= [.. root.Children.Select(c => c.Key!)];
        for (var i = 0; i < columns.Count; i++)
        {
            if (root.Member(columns[i]) is not { } member)
            {
                problems.Error("missing-key", new SourcePlace(file, _line, 1, ""), $"\"{ShownText.Short(columns[i])}\" is missing.", "the members " + string.Join(", ", columns));
            }
            else if (member.Kind is LocatedKind.String or LocatedKind.Number)
            {
                _cells[i] = Trimmed(member.Value!);
            }
            else if (member.Kind != LocatedKind.Null)
            {
                problems.Error("wrong-type", PlaceOf(i), $"\"{ShownText.Short(columns[i])}\" holds {member.Describe()}.", "text or a number");
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
