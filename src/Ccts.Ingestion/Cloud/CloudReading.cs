using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using Ccts.Ingestion.Rows;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Formats.Files;
using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.Problems;
using Ccts.Sdk.Quantities;

namespace Ccts.Ingestion.Cloud;

/// <summary>Takes the rows of exports and adds their electricity up by region and hour.</summary>
internal sealed class CloudReading(CloudEnergy energy, ComplianceYear? year, bool isOneDelivery)
{
    private const decimal Largest = 1_000_000_000_000m;

    /// <summary>Indian time, by which a compliance year begins and ends.</summary>
    private const long AheadOfUtc = 19_800;
    private readonly Dictionary<string, SharedUsage> _usages = new(StringComparer.Ordinal);
    private int[] _owners = [];
    private int _id = -1;
    private bool _isElsewhere;
    private (SourcePlace First, int Rows) _outside;
    private readonly HashSet<int> _days = [];
    private readonly HashSet<int> _months = [];
    private readonly SortedDictionary<(string Region, long Hour), ElectricalEnergy> _hours = new(Comparer<(string Region, long Hour)>.Create((a, b) => string.CompareOrdinal(a.Region, b.Region) is not 0 and var order ? order : a.Hour.CompareTo(b.Hour)));
    private readonly HashSet<string> _rows = new(StringComparer.Ordinal);
    private readonly HashSet<string> _told = new(StringComparer.Ordinal);

    internal ProblemList Problems { get; } = new();

    internal bool HasUnknown { get; private set; }

    /// <summary>Whether a row is of a day outside the year.</summary>
    internal bool IsOutsideYear => _outside.Rows > 0;

    internal List<CloudHour> Hours() => [.. _hours.Select(h => new CloudHour(h.Key.Region, TimeForm.LocalOf(h.Key.Hour), h.Value))];

    // A provider's export has commas; a spreadsheet that saved it again chose the separator by country.
    private TableLayout LayoutOf(PeekedStream file)
    {
        var layout = new TableLayout { HasAnyCase = true, OtherNames = energy.Export.OtherNames };
        return file.Content.Kind == ContentKind.Text && TableHead.Find(file.Content.Encoding.GetString(file.Head.ToArray()), cells => cells.Count(c => energy.Export.Columns.Any(name => layout.IsNamed(c.Trim(), name)))) is { Fits: > 0 } head ? layout with { Separator = head.Separator } : layout;
    }

    internal FileRecord Take(IngestionFile file)
    {
        var opened = file.Open();
        using var bytes = new DigestedStream(opened);
        RowReader? reader = null;
        try
        {
            var unpacked = SniffedFile.Unpacked(bytes, opened.CanSeek ? opened.Length : null);
            reader = SniffedFile.Rows(unpacked, file.Name, LayoutOf(unpacked), energy.Export.Columns, Problems);
            _owners = reader is null ? [] : [.. energy.Export.Owners.Select(o => At(reader, o)).Where(at => at >= 0)];
            _id = reader is null || energy.Export.Id is not { } id ? -1 : At(reader, id);
            while (reader?.Read() == true)
            {
                Take(reader, file.Name);
            }
        }
        catch (DecoderFallbackException)
        {
            Problems.Error("text-encoding", new SourcePlace(file.Name, Math.Max(1, reader?.Row ?? 1), 1, ""), "After this row there are bytes that are no UTF-8 text.", "CSV in UTF-8");
        }
        catch (InvalidDataException broken)
        {
            Problems.Add(SniffedFile.Damaged(file.Name, broken));
        }
        finally
        {
            (reader as IDisposable)?.Dispose();
        }

        return new FileRecord(file.Name, bytes.Finish(), bytes.Count, reader?.Count ?? 0, "cloud");
    }

    private void Take(RowReader row, string file)
    {
        const int time = 0, service = 1, usage = 2, region = 3, quantity = 4, kind = 5, unit = 6;
        if (string.IsNullOrEmpty(row.Cell(kind)))
        {
            HasUnknown = true;
            Tell("no-usage", row, kind, "Rows that do not say whether they are of usage are not counted, so there is no total.", Severity.Warning, "Export the file again, or fill the cells in.");
            return;
        }

        if (!energy.Export.UsageKinds.Contains(row.Cell(kind)!, StringComparer.OrdinalIgnoreCase))
        {
            Tell("no-usage", row, kind, $"Rows of the kind \"{ShownText.Short(row.Cell(kind)!)}\" are no usage and are not counted.", Severity.Info);
            return;
        }

        // FOCUS has no quantity of what was paid for and not used, and may have none of a correction of the price.
        var isEmpty = energy.Export.IsFocus && string.IsNullOrEmpty(row.Cell(quantity));
        if (energy.Export.IsFocus && (Says(row, CloudExport.Commitment, "Unused") || (isEmpty && Says(row, CloudExport.Class, "Correction"))))
        {
            Tell("no-usage", row, quantity, "Rows of what was paid for and not used, and of corrections of a price, are no usage and are not counted.", Severity.Info);
            return;
        }

        if (isEmpty)
        {
            HasUnknown = true;
            Tell("no-usage", row, quantity, $"Rows of usage without a quantity, of which neither \"{CloudExport.Commitment}\" says that it was not used nor \"{CloudExport.Class}\" that a price was corrected, leave no total.", Severity.Warning, "Export the file again with these columns, or find out the quantity.");
            return;
        }

        if (energy.Regions.FirstOrDefault(r => IsRegion(r, row.Cell(region))) is not { } place)
        {
            _isElsewhere = true;
            Tell("another-region", row, region, $"The region \"{ShownText.Short(row.Cell(region) ?? "")}\" is not a region that the grid supplies; its rows are not counted.", Severity.Warning);
            return;
        }

        var ofUnit = energy.Export.Unit is null ? null : row.Cell(unit) ?? "";
        if (!energy.TryFind(row.Cell(service) ?? "", row.Cell(usage) ?? "", ofUnit, out var perUnit))
        {
            HasUnknown = true;
            Tell("no-energy", row, usage, $"How much electricity {ShownText.Short(row.Cell(service) ?? "")} {ShownText.Short(row.Cell(usage) ?? "")}{(ofUnit is null ? "" : " in " + ShownText.Short(ofUnit))} takes is not stated, so there is no total.", Severity.Warning);
            return;
        }

        if (!energy.Time.TryRead(row.Cell(time) ?? "", out var at))
        {
            Problems.Error("bad-time", row.PlaceOf(time), $"\"{ShownText.Short(row.Cell(time) ?? "")}\" is no time of this export.", energy.Time.Expected, "State in \"dateFormat\" how the export writes days.");
        }
        else if (IsOutside(at))
        {
            _outside = _outside.Rows == 0 ? (row.PlaceOf(time), 1) : (_outside.First, _outside.Rows + 1);
        }
        else if (!QuantityText.TryReadAlone(row.Cell(quantity) ?? "", out var amount) || amount < 0m || amount > Largest)
        {
            Problems.Error("bad-value", row.PlaceOf(quantity), $"\"{ShownText.Short(row.Cell(quantity) ?? "")}\" is no quantity of usage.", "a plain decimal number, 0 or more", amount < 0m ? "It takes back usage of an earlier charge: take it from that one in a copy of the export, and keep both." : WritingSlip.HintFor(row.Cell(quantity) ?? "") ?? "Export the file again, or find out the quantity.");
        }
        else if (!ExactDecimal.TryMultiply(perUnit.MegawattHours, amount, out var used) || ExactDecimal.Scale(used) > 18 || used > Largest)
        {
            Problems.Error("too-precise", row.PlaceOf(quantity), $"{ShownText.Short(row.Cell(quantity)!)} times {perUnit} has more digits than can be added exactly.", "at most 18 decimals of a MWh", "State the energy with fewer decimals.");
        }
        else
        {
            // A line item's number identifies it; rows without a number may be several resources of one kind.
            if (!_rows.Add(KeyOf(row, file, at)))
            {
                Tell("double", row, time, _id >= 0 ? $"This line item of {file} occurs a second time; it and others like it are counted once." : $"This row of {file} occurs a second time, cell for cell, and nothing numbers the line items; it and others like it are counted each time.", Severity.Warning, _id >= 0 ? null : "Where they are one, take one of the two out.");
                if (_id >= 0)
                {
                    return;
                }
            }

            var what = string.Join("\u001F", new[] { place, at.ToString(CultureInfo.InvariantCulture), row.Cell(service), row.Cell(usage), ofUnit }.Concat(_owners.Select(row.Beside)));
            if (!_usages.TryGetValue(what, out var shared))
            {
                _usages.Add(what, shared = new SharedUsage(file, row.PlaceOf(time)));
            }

            // A delivery in parts has no usage twice, though an hour may go on in the next part.
            if (isOneDelivery || shared.Add(file, used, row.PlaceOf(time), _id < 0 || row.Beside(_id).Length == 0 || _rows.Contains(KeyOf(row, shared.File, at))))
            {
                Add((place, at - (((at % 3600) + 3600) % 3600)), used, row, quantity);
            }
        }
    }

    /// <summary>Reports usage that several exports share, because a month was issued again or exports overlap. It counts once where they agree; otherwise there is no total.</summary>
    internal void TellShared()
    {
        if (_outside.Rows > 0)
        {
            Problems.Warn("outside-year", _outside.First, $"{(_outside.Rows == 1 ? "A row" : $"{QuantityText.Format(_outside.Rows)} rows, of which this is the first,")} of usage that begins on a day outside {year}, Indian time, {(_outside.Rows == 1 ? "is" : "are")} not counted.");
        }

        // If no row is in a region of the grid, the total is unknown, not zero.
        HasUnknown |= _isElsewhere && _usages.Count == 0 && _outside.Rows == 0;

        // Swapped day and month: in all twelve months usage then falls on the same few days.
        if (energy.Time.MayBeTurned && _months.Count > 2 && _days.All(d => d <= 12) && !_days.SetEquals([1]))
        {
            Problems.Warn("unsure-days", default, $"No day of the exports is after the 12th of its month, and {_months.Count} months have usage, so nothing shows that \"{energy.Time.Expected}\" has day and month in the right order.", hint: "Look at the days of the export; \"dateFormat\" of the energy file says how they are written.");
        }

        foreach (var pair in _usages.Values.Where(u => u.Other is not null).GroupBy(u => (u.File, u.Other, u.IsSame, u.IsOfOtherItems)))
        {
            HasUnknown |= !pair.Key.IsSame;
            Problems.Warn("overlap", pair.First().Again, $"Usage of the same service, region and hour is in {pair.Key.File} and in {pair.Key.Other}, {(pair.Key.IsSame ? "with the same quantity; it is counted once" : pair.Key.IsOfOtherItems ? "under other numbers of line items, so nothing tells whether it is the same usage, and there is no total" : "with another quantity, so nothing tells which is right, and there is no total")}.", hint: "Where one is the other issued again, leave one out." + (pair.Key.IsOfOtherItems ? " Where they are parts of one delivery, say so: --one-delivery." : ""));
        }
    }

    /// <summary>"Central India" and centralindia are one region.</summary>
    private static bool IsRegion(string known, string? written) => string.Equals(known, written, StringComparison.OrdinalIgnoreCase) || (written?.Contains(' ') == true && string.Equals(known.Replace(" ", ""), written.Replace(" ", ""), StringComparison.OrdinalIgnoreCase));

    private static int At(RowReader row, string column) => row.Header.ToList().FindIndex(h => string.Equals(h, column, StringComparison.OrdinalIgnoreCase));

    /// <summary>The line item's own number with its time, or without one a digest of all cells of the row: exports have millions of rows.</summary>
    private string KeyOf(RowReader row, string file, long at) =>
        Sha256.Of(Encoding.UTF8.GetBytes(file + "\u001E" + (_id >= 0 && row.Beside(_id) is { Length: > 0 } id ? string.Join("\u001E", id, at.ToString(CultureInfo.InvariantCulture), row.Cell(4)) : string.Join("\u001F", Enumerable.Range(0, row.Header.Count).Select(row.Beside)))));

    private bool IsOutside(long at)
    {
        var written = TimeForm.LocalOf(at);
        _days.Add(written.Day);
        _months.Add(written.Month);
        return year is { } asked && TimeForm.LocalOf(at + AheadOfUtc).Date is var day && (day < asked.FirstDay || day > asked.LastDay);
    }

    private void Add((string, long) key, decimal used, RowReader row, int quantity)
    {
        var before = _hours.TryGetValue(key, out var energyBefore) ? energyBefore.MegawattHours : 0m;
        var sum = before + used;
        if (sum - before != used)
        {
            Problems.Error("too-precise", row.PlaceOf(quantity), "The electricity of this hour has more digits than can be added exactly.", "at most 28 digits");
        }

        _hours[key] = ElectricalEnergy.FromMegawattHours(sum);
    }

    private static bool Says(RowReader row, string column, string text) => At(row, column) is >= 0 and var at && string.Equals(row.Beside(at), text, StringComparison.OrdinalIgnoreCase);

    private void Tell(string code, RowReader row, int column, string message, Severity severity, string? hint = null)
    {
        if (_told.Count < 1000 && _told.Add(message))
        {
            Problems.Add(new Problem(code, severity, message, row.PlaceOf(column)) { Hint = hint });
        }
    }
}
