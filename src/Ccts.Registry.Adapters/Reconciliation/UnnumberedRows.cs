using System.Collections.Generic;
using System.Linq;
using System.Runtime.InteropServices;
using Ccts.Registry.Adapters.Exports;
using NodaTime;

namespace Ccts.Registry.Adapters.Reconciliation;

/// <summary>Rows without numbers. Their tonnes cannot be told apart, so only identical rows are found, as when a file is given twice.</summary>
internal sealed class UnnumberedRows
{
    private readonly Dictionary<PlainRow, (ushort File, int Line)> _first = [];
    private readonly List<(string Registry, UnitState State, decimal Tonnes, (ushort File, int Line) First, (ushort File, int Line) Second)> _twice = [];
    private (ushort File, int Line) _last;

    internal int Count { get; private set; }

    internal decimal Tonnes { get; private set; }

    internal void Add(StatementEntry entry, ushort file)
    {
        var place = (file, entry.Line);
        Count += place == _last ? 0 : 1;
        Tonnes += entry.Quantity;
        _last = place;
        var row = new PlainRow(Folded(entry), entry.Quantity, entry.State, entry.Date, entry.VintageYear);
        if (!_first.TryGetValue(row, out var first))
        {
            _first.Add(row, place);
        }
        else if (first != place && entry.Quantity > 0)
        {
            _twice.Add((entry.Registry, entry.State, entry.Quantity, first, place));
        }
    }

    internal IEnumerable<DoubleCountFinding> Twice(FileNames files) => _twice.Select(t => new DoubleCountFinding(
        DoubleCountVerdict.SameRow,
        DoubleCountEvidence.SameRow,
        t.Tonnes,
        new DoubleCountRow(t.Registry, null, new EntryPlace(files[t.First.File], t.First.Line, t.State)),
        new DoubleCountRow(t.Registry, null, new EntryPlace(files[t.Second.File], t.Second.Line, t.State))));

    // FNV-1a over the text that names the units, since the text of millions of rows is not kept. Two hashes agree by chance once in some 10^19 pairs.
    private static ulong Folded(StatementEntry entry)
    {
        var hash = 14695981039346656037UL;
        foreach (var text in new[] { entry.Registry, entry.Canonical ?? entry.Serial, entry.Project, entry.LinkedProject, entry.ConvertedTo })
        {
            foreach (var c in text ?? "")
            {
                hash = unchecked((hash ^ c) * 1099511628211UL);
            }

            hash = unchecked((hash ^ 0x1F) * 1099511628211UL);
        }

        return hash;
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct PlainRow(ulong Names, decimal Quantity, UnitState State, LocalDate? Date, int? Vintage);
}
