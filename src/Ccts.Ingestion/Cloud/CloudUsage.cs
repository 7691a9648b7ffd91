using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Ingestion.Rows;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Problems;
using Ccts.Sdk.Quantities;
using NodaTime;

namespace Ccts.Ingestion.Cloud;

/// <summary>Electricity of one region in one hour; of an export by day, in its first hour.</summary>
/// <param name="Region">The region as the provider calls it.</param>
/// <param name="From">When the hour begins, by the clock of the export (UTC).</param>
/// <param name="Energy">The electricity.</param>
public sealed record CloudHour(string Region, LocalDateTime From, ElectricalEnergy Energy);

/// <summary>The electricity of an export of cloud usage.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
/// <param name="Files">The exports as they were read, each with its digest.</param>
/// <param name="Hours">The electricity by region and hour, in that order.</param>
/// <param name="IsComplete">Whether the energy of every row of usage in the regions is known, and no two exports contradict each other; else there is no total.</param>
/// <param name="Problems">Errors, and rows that are not counted.</param>
public sealed record CloudUsage(IReadOnlyList<FileRecord> Files, IReadOnlyList<CloudHour> Hours, bool IsComplete, IReadOnlyList<Problem> Problems)
{
    /// <summary>The electricity of all rows; null where it is not complete.</summary>
    public ElectricalEnergy? Total => IsComplete ? Hours.Aggregate(default(ElectricalEnergy), (sum, hour) => sum + hour.Energy) : null;

    /// <summary>Reads exports of a provider's usage.</summary>
    /// <param name="energy">The host's data: which export, which regions, how much electricity a unit of usage takes.</param>
    /// <param name="files">The exports, CSV.</param>
    /// <param name="year">The year whose grid factor is meant; usage that begins in another year by Indian time is reported and not counted. Null counts every row.</param>
    /// <param name="isOneDelivery">Whether the files are the parts in which a provider delivered one export: an hour that goes on in the next part is then added.</param>
    public static CloudUsage Read(CloudEnergy energy, IReadOnlyList<IngestionFile> files, ComplianceYear? year = null, bool isOneDelivery = false)
    {
        Require.NotNull(energy);
        Require.NotNull(files);
        var reading = new CloudReading(energy, year, isOneDelivery);
        var records = files.Select(reading.Take).ToList();
        reading.TellShared();
        foreach (var twice in records.GroupBy(r => r.Sha256, StringComparer.Ordinal).Where(g => g.Count() > 1))
        {
            reading.Problems.Error("file-twice", new SourcePlace(twice.Last().Name, 0, 0, ""), $"This file is the same as {twice.First().Name}.", "each export once");
        }

        if (!reading.Problems.HasErrors && reading.Hours().Count == 0 && reading.IsOutsideYear)
        {
            reading.Problems.Error("nothing-of-the-year", new SourcePlace(records[0].Name, 0, 0, ""), $"No usage of the exports is of {year}.", "exports of the year");
        }

        var failed = reading.Problems.HasErrors;
        return new CloudUsage(records, failed ? [] : reading.Hours(), !failed && !reading.HasUnknown, Cures.Of(reading.Problems.ToList()));
    }
}
