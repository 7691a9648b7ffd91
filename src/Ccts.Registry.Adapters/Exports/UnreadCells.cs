using System;
using System.Collections.Generic;
using System.Linq;

namespace Ccts.Registry.Adapters.Exports;

/// <summary>
/// Checks cells of unread columns: one may say that units have ended, or how many are left, while the row says that they are there. A
/// registry's rows have only the columns of its format for that. The host's own rows have a column for the state, and others about plans, prices and
/// people; of these only clear statements about the present state count.
/// </summary>
internal sealed class UnreadCells
{
    private readonly RowCells _cells;
    private readonly bool _isOwn;
    private readonly (int Column, Says What)[] _columns;

    internal UnreadCells(ExportColumns columns, RowCells cells)
    {
        (_cells, _isOwn) = (cells, columns.Format.IsOwn && columns.Has(ColumnRoles.Status));
        _columns = [.. columns.Unread.Select(c => (c, Of(HeaderText.Words(columns.HeaderOf(c))))).Where(c => c.Item2 != Says.Nothing)];
    }

    private enum Says
    {
        Nothing,
        Remarks,
        Word,
        Ended,
        Buffer,
        Live,
        Left,
    }

    /// <summary>A column whose cell contradicts a live state; -1 if none does.</summary>
    internal int Against(UnitState state)
    {
        foreach (var (column, what) in state is UnitState.Held or UnitState.Issued or UnitState.Buffer ? _columns : [])
        {
            if (_cells.At(column) is { Length: > 0 } text && Contradicts(what, text, state))
            {
                return column;
            }
        }

        return -1;
    }

    private bool Contradicts(Says what, string text, UnitState state) => what switch
    {
        Says.Ended => !IsNo(text),
        Says.Buffer => state != UnitState.Buffer && RowState.Yes.Contains(text, StringComparer.OrdinalIgnoreCase),
        Says.Word => EndWords.AreOfUnits(text),
        Says.Live when IsNo(text) => true,
        Says.Left => state == UnitState.Held && ExportNumbers.TryRead(text, out var left) && (left == 0 || (ExportNumbers.TryRead(_cells.QuantityOf(), out var stated) && stated != left)),
        _ => EndWords.SayEnded(text, isOwn: _isOwn),
    };

    private static bool IsNo(string text) =>
        RowState.No.Contains(text, StringComparer.OrdinalIgnoreCase) || (ExportNumbers.TryRead(text, out var number) && number == 0) || EndWords.Deny(text);

    private Says Of(IReadOnlyList<string> words)
    {
        var whole = string.Concat(words is ["is", ..] ? words.Skip(1) : words);
        return EndWords.AreOfProject(words) ? Says.Nothing
            : EndWords.AreOfEnd(words, _isOwn) ? Says.Ended
            : whole is "buffer" or "inbuffer" or "bufferpool" ? Says.Buffer
            : EndWords.AreOfLive(whole) ? Says.Live
            : EndWords.AreOfRest(words, _isOwn) ? Says.Left
            : EndWords.AreOfPlans(words) ? Says.Nothing : _isOwn && !EndWords.AreOfRemarks(words) ? Says.Word : Says.Remarks;
    }
}
