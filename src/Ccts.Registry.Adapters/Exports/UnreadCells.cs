using System;
using System.Collections.Generic;
using System.Linq;

namespace Ccts.Registry.Adapters.Exports;

/// <summary>Cells of columns that nothing is read from: one of them may say that units have ended, or how many are left, where the row says that they are there.</summary>
internal sealed class UnreadCells
{
    // What a cell alone says of units that have ended.
    private static readonly HashSet<string> s_ended = new(StringComparer.Ordinal)
    {
        "retired", "retire", "retirement", "cancelled", "canceled", "cancel", "cancellation", "retiredorcancelled", "retiredcancelled", "retirementcancellation", "surrendered", "surrender", "converted", "conversion",
        "expired", "exported", "withdrawn", "redeemed", "revoked", "void", "voided", "invalid", "invalidated", "deleted", "suspended", "frozen", "blocked", "sold", "seized", "used", "burned", "burnt", "lapsed", "forfeited", "reversed", "inactive",
    };

    // Words of headers over cells that are filled, or say yes, where units have ended or cannot be used.
    private static readonly HashSet<string> s_ends = new(StringComparer.Ordinal)
    {
        "expired", "withdrawn", "redeemed", "converted", "invalidated", "reversed", "frozen", "blocked", "suspended", "void", "voided", "revoked", "deleted", "exported", "deducted", "seized", "locked", "burned", "burnt", "inactive", "sold",
    };

    private static readonly string[] s_endStems = ["retire", "cancel", "surrender"];
    private static readonly HashSet<string> s_live = new(StringComparer.Ordinal) { "active", "isactive", "valid", "isvalid", "live", "available", "usable" };
    private static readonly HashSet<string> s_quantity = new(StringComparer.Ordinal) { "quantity", "qty", "qnty", "units", "tonnes", "tco2e", "numberofunits", "noofunits" };
    private static readonly HashSet<string> s_ofProject = new(StringComparer.Ordinal) { "project", "programme", "program" };

    private readonly RowCells _cells;
    private readonly (int Column, Says What)[] _columns;

    internal UnreadCells(ExportColumns columns, RowCells cells) => (_cells, _columns) = (cells, [.. columns.Unread.Select(c => (c, Of(HeaderText.Words(columns.HeaderOf(c))))).Where(c => c.Item2 != Says.OfProject)]);

    private enum Says
    {
        Anything,
        Ended,
        Buffer,
        Live,
        Left,
        OfProject,
    }

    /// <summary>A column whose cell contradicts a state in which the units are there; -1 where none does.</summary>
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
        Says.Ended when !IsNo(text) => true,
        Says.Buffer => state != UnitState.Buffer && RowState.Yes.Contains(text, StringComparer.OrdinalIgnoreCase),
        Says.Live when IsNo(text) => true,
        Says.Left => state == UnitState.Held && ExportNumbers.TryRead(text, out var left) && (left == 0 || (ExportNumbers.TryRead(_cells.QuantityOf(), out var stated) && stated != left)),
        _ => text.Length <= 32 && s_ended.Contains(string.Concat(text.Where(char.IsLetter)).ToLowerInvariant()),
    };

    private static bool IsNo(string text) => RowState.No.Contains(text, StringComparer.OrdinalIgnoreCase) || (ExportNumbers.TryRead(text, out var number) && number == 0);

    private static Says Of(IReadOnlyList<string> words)
    {
        var whole = string.Concat(words);
        return words.Any(s_ofProject.Contains) ? Says.OfProject
            : words.Any(w => s_ends.Contains(w) || s_endStems.Any(s => w.StartsWith(s, StringComparison.Ordinal))) ? Says.Ended
            : whole is "buffer" or "isbuffer" or "inbuffer" or "bufferpool" ? Says.Buffer
            : s_live.Contains(whole) ? Says.Live
            : s_quantity.Contains(whole) || words.Contains("remaining", StringComparer.Ordinal) ? Says.Left
            : Says.Anything;
    }
}
