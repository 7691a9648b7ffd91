using System.Collections.Generic;
using System.Linq;
using Ccts.Registry.Adapters.Serials;
using Ccts.Sdk.Ledger.Blocks;

namespace Ccts.Registry.Adapters.Exports;

/// <summary>Turns a row into entries, one for each serial in it, with the units they name.</summary>
internal sealed class RowUnits(ExportColumns columns, RowCells cells, RowFindings findings, SerialGrammars grammars)
{
    private readonly UnitNumbers _numbers = new(columns, cells, findings);
    private readonly SerialContradictions _contradictions = new(columns, cells, findings, grammars);

    /// <param name="entry">The row but for its units.</param>
    /// <param name="text">The cell of the serial, not empty.</param>
    /// <param name="vintage">What the column of the vintage states.</param>
    internal IReadOnlyList<StatementEntry> OfSerials(StatementEntry entry, string text, VintageYears? vintage)
    {
        var serials = SerialCell.Read(text, grammars);
        var stated = _numbers.Read(out var areDoubtful);
        if (serials.Count == 1)
        {
            return serials[0] is ({ } serial, { } reading, _) ? [One(entry, serial, reading, vintage, stated, areDoubtful)] : [Unread(entry, text, serials[0].Error!)];
        }

        if (stated is not null || areDoubtful)
        {
            findings.Error("range-unreadable", ColumnRoles.From, $"The row has {serials.Count} serials, and numbers in columns of their own for one.", "one serial a row where numbers have columns of their own");
        }

        return Several(entry, serials, vintage);
    }

    /// <summary>A row with numbers and their scope, but no serial.</summary>
    internal StatementEntry OfNumbers(StatementEntry entry)
    {
        var (registry, scope) = (cells.Of(ColumnRoles.Registry), cells.Of(ColumnRoles.Scope));
        var numbered = entry with { Registry = registry, Scope = scope };
        if (_numbers.Read(out var areDoubtful) is { } range && registry.Length > 0)
        {
            return Countable(numbered with { Block = new SerialBlock(registry, scope, range) });
        }

        if (!areDoubtful || registry.Length == 0)
        {
            findings.Error("units-unnamed", registry.Length == 0 ? ColumnRoles.Registry : ColumnRoles.From, "The row does not say which units it is about.", "a registry, a first and a last number");
        }

        return numbered with { Serial = "", Doubts = entry.Doubts | Doubts.Numbers };
    }

    private StatementEntry One(StatementEntry entry, string serial, SerialReading reading, VintageYears? vintage, BlockRange? stated, bool areDoubtful)
    {
        _numbers.Check(reading, stated);
        _contradictions.Check(reading, vintage, entry);
        var block = reading.Block ?? (stated is { } range ? new SerialBlock(reading.Registry, reading.Scope, range) : null);
        var read = Of(entry, serial, reading) with { Block = block };
        if (block is null && areDoubtful)
        {
            // Its numbers are unknown, so no unit of the other side can be matched with this row.
            return read with { Canonical = null, Doubts = entry.Doubts | Doubts.Numbers };
        }

        if (block is null && entry.StatedQuantity is null && (entry.Doubts & Doubts.Quantity) == Doubts.None)
        {
            findings.Error("quantity-missing", ColumnRoles.Quantity, "The serial prints no numbers, and the row states no quantity.", "a quantity");
            return read with { Doubts = entry.Doubts | Doubts.Quantity | Doubts.Cell };
        }

        var counted = Countable(read);
        if (counted.HasQuantityFault)
        {
            findings.Warn("quantity-mismatch", ColumnRoles.Quantity, $"The row states {counted.StatedQuantity}, its block {block} has {counted.Quantity}.");
        }

        return counted;
    }

    private List<StatementEntry> Several(StatementEntry entry, IReadOnlyList<(string Text, SerialReading? Reading, SerialError? Error)> serials, VintageYears? vintage)
    {
        var read = new List<StatementEntry>();
        foreach (var (text, reading, error) in serials)
        {
            if (reading is null)
            {
                read.Add(Unread(entry with { StatedQuantity = null }, text, error!));
                continue;
            }

            _contradictions.Check(reading, vintage, entry);
            if (reading.Block is null)
            {
                findings.Error("quantity-unreadable", ColumnRoles.Quantity, $"The row has {serials.Count} serials, and {CellText.Short(text)} prints no numbers: how many units it has is not known.", "one such serial a row");
            }

            read.Add(Countable(Of(entry with { StatedQuantity = null }, text, reading) with { Block = reading.Block, Doubts = reading.Block is null ? entry.Doubts | Doubts.Quantity : entry.Doubts }));
        }

        return AddUp(entry, read);
    }

    private List<StatementEntry> AddUp(StatementEntry entry, List<StatementEntry> read)
    {
        var sum = read.Sum(e => e.Quantity);
        if (entry.StatedQuantity is not { } stated || stated == sum)
        {
            return read;
        }

        var unread = read.FindIndex(e => e.Block is null);
        if (unread >= 0 && stated > sum)
        {
            read[unread] = read[unread] with { StatedQuantity = stated - sum };
            return read;
        }

        findings.Warn("quantity-mismatch", ColumnRoles.Quantity, $"The row states {stated}, its {read.Count} serials have {sum}.");
        return read.ConvertAll(e => e with { Doubts = e.Doubts | Doubts.Sum });
    }

    private StatementEntry Unread(StatementEntry entry, string text, SerialError error)
    {
        findings.Error("serial-unreadable", ColumnRoles.Serial, error.Message, null, null);
        return entry with { Serial = text };
    }

    private static StatementEntry Of(StatementEntry entry, string serial, SerialReading reading) => entry with
    {
        Serial = serial,
        Registry = reading.Registry,
        Scope = reading.Scope,
        Canonical = reading.Canonical,
        SerialMark = Exports.SerialMark.Of(reading),
        Unit = reading.Grammar.Unit == UnitOfAccount.KilogramCo2e ? UnitOfAccount.TonneCo2e : reading.Grammar.Unit,
        Project = entry.Project ?? reading.Project,
        ConvertedFrom = reading.ConvertedFrom,
        VintageYear = reading.VintageEnd?.Year ?? entry.VintageYear,
    };

    private StatementEntry Countable(StatementEntry entry)
    {
        if (entry.IsCountable)
        {
            return entry;
        }

        findings.Error("block-too-large", ColumnRoles.Serial, $"The block {entry.Block} has more than {StatementEntry.MostUnits} units.");
        return entry with { Block = null, Canonical = null, StatedQuantity = null, Doubts = entry.Doubts | Doubts.Numbers };
    }
}
