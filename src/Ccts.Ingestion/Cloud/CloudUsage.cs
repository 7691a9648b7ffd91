using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using Ccts.Ingestion.Rows;
using Ccts.Sdk.Problems;
using Ccts.Sdk.Quantities;
using NodaTime;

namespace Ccts.Ingestion.Cloud;

/// <summary>Electricity of one region in one hour; of an export by day, in its first hour.</summary>
/// <param name="Region">The region as the provider calls it.</param>
/// <param name="From">When the hour begins, by the clock of the export (UTC).</param>
/// <param name="Energy">The electricity.</param>
public sealed record CloudHour(string Region, LocalDateTime From, ElectricalEnergy Energy);

/// <summary>What an export of cloud usage comes to in electricity.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
/// <param name="Files">The exports as they were read, each with its digest.</param>
/// <param name="Hours">The electricity by region and hour, in that order.</param>
/// <param name="IsComplete">Whether the energy of every row of usage in the regions is known; else there is no total.</param>
/// <param name="Problems">Errors, and rows that are not counted.</param>
public sealed record CloudUsage(IReadOnlyList<FileRecord> Files, IReadOnlyList<CloudHour> Hours, bool IsComplete, IReadOnlyList<Problem> Problems)
{
    private const decimal Largest = 1_000_000_000_000m;

    /// <summary>The electricity of all rows; null where a row's is not known.</summary>
    public ElectricalEnergy? Total => IsComplete ? Hours.Aggregate(default(ElectricalEnergy), (sum, hour) => sum + hour.Energy) : null;

    /// <summary>Reads exports of a provider's usage.</summary>
    /// <param name="energy">The host's data: which export, which regions, how much electricity a unit of usage takes.</param>
    /// <param name="files">The exports, CSV.</param>
    public static CloudUsage Read(CloudEnergy energy, IReadOnlyList<IngestionFile> files)
    {
        Require.NotNull(energy);
        Require.NotNull(files);
        var reading = new Reading(energy);
        var records = files.Select(reading.Take).ToList();
        foreach (var twice in records.GroupBy(r => r.Sha256, StringComparer.Ordinal).Where(g => g.Count() > 1))
        {
            reading.Problems.Error("file-twice", new SourcePlace(twice.Last().Name, 0, 0, ""), $"This file is the same as {twice.First().Name}.", "each export once");
        }

        var failed = reading.Problems.HasErrors;
        return new CloudUsage(records, failed ? [] : reading.Hours(), !failed && !reading.HasUnknown, reading.Problems.ToList());
    }

    private sealed class Reading(CloudEnergy energy)
    {
        private readonly SortedDictionary<(string Region, long Hour), ElectricalEnergy> _hours = new(Comparer<(string Region, long Hour)>.Create((a, b) => string.CompareOrdinal(a.Region, b.Region) is not 0 and var order ? order : a.Hour.CompareTo(b.Hour)));
        private readonly HashSet<string> _told = new(StringComparer.Ordinal);

        internal ProblemList Problems { get; } = new();

        internal bool HasUnknown { get; private set; }

        internal List<CloudHour> Hours() => [.. _hours.Select(h => new CloudHour(h.Key.Region, TimeForm.LocalOf(h.Key.Hour), h.Value))];

        internal FileRecord Take(IngestionFile file)
        {
            var opened = file.Open();
            using var bytes = new DigestedStream(opened);
            RowReader? reader = null;
            try
            {
                reader = SniffedFile.Rows(SniffedFile.Unpacked(bytes, opened.CanSeek ? opened.Length : null), file.Name, new TableLayout(), energy.Export.Columns, Problems);
                while (reader?.Read() == true)
                {
                    Take(reader);
                }
            }
            catch (DecoderFallbackException)
            {
                Problems.Error("text-encoding", new SourcePlace(file.Name, Math.Max(1, reader?.Row ?? 1), 1, ""), "Behind this row stand bytes that are no UTF-8 text.", "CSV in UTF-8");
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

        private void Take(RowReader row)
        {
            const int time = 0, service = 1, usage = 2, region = 3, quantity = 4, kind = 5, unit = 6;
            if (!energy.Export.UsageKinds.Contains(row.Cell(kind) ?? "", StringComparer.Ordinal))
            {
                Tell("no-usage", row, kind, $"Rows of the kind \"{ShownText.Short(row.Cell(kind) ?? "")}\" are no usage and are not counted.", Severity.Info);
                return;
            }

            if (!energy.Regions.Contains(row.Cell(region) ?? ""))
            {
                Tell("another-region", row, region, $"The region \"{ShownText.Short(row.Cell(region) ?? "")}\" is none of those that the grid supplies; its rows are not counted.", Severity.Warning);
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
            else if (!QuantityText.TryReadAlone(row.Cell(quantity) ?? "", out var amount) || amount < 0m || amount > Largest)
            {
                Problems.Error("bad-value", row.PlaceOf(quantity), $"\"{ShownText.Short(row.Cell(quantity) ?? "")}\" is no quantity of usage.", "a plain decimal number, 0 or more", WritingSlip.HintFor(row.Cell(quantity) ?? ""));
            }
            else if (!ExactDecimal.TryMultiply(perUnit.MegawattHours, amount, out var used) || ExactDecimal.Scale(used) > 18 || used > Largest)
            {
                Problems.Error("too-precise", row.PlaceOf(quantity), $"{ShownText.Short(row.Cell(quantity)!)} times {perUnit} has more digits than can be added exactly.", "at most 18 decimals of a MWh", "State the energy with fewer decimals.");
            }
            else
            {
                Add((row.Cell(region)!, at - (((at % 3600) + 3600) % 3600)), used, row, quantity);
            }
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

        private void Tell(string code, RowReader row, int column, string message, Severity severity)
        {
            if (_told.Count < 1000 && _told.Add(message))
            {
                Problems.Add(new Problem(code, severity, message, row.PlaceOf(column)));
            }
        }
    }
}
