using System;
using System.Collections.Generic;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Problems;

namespace Ccts.Sdk.Assessments.Validation;

/// <summary>
/// Finds streams that share an id. A first pass remembers only hashes, in a table that a report of usual size keeps on the
/// stack; if two hashes collide, a second pass compares the ids themselves.
/// </summary>
internal ref struct DuplicateIds
{
    private const int UsualSlots = 512;

    private readonly ReportCheck _check;
    private readonly Span<int> _slots;
    private readonly HashSet<string>? _exact;
    private bool _suspicious;

    private DuplicateIds(ReportCheck check, Span<int> slots, HashSet<string>? exact)
    {
        _check = check;
        _slots = slots;
        _exact = exact;
        _suspicious = false;
    }

    internal static void Find(ReportCheck check)
    {
        // A power of two, at least twice the number of streams.
        var slots = 64;
        while (slots < 2 * Count(check.Report))
        {
            slots *= 2;
        }

        var hashes = new DuplicateIds(check, slots <= UsualSlots ? stackalloc int[slots] : new int[slots], exact: null);
        hashes.AddAll();
        if (hashes._suspicious)
        {
            new DuplicateIds(check, default, new HashSet<string>(StringComparer.Ordinal)).AddAll();
        }
    }

    private static int Count(MonitoringReport report) =>
        report.Fuels.Count + report.ProcessMaterials.Count + report.MassBalances.Count + report.Pfcs.Count + report.Gases.Count + report.ImportedIntermediates.Count
        + report.Electricity.Count + report.ImportedHeat.Count + report.ExportedPower.Count + report.ExportedHeat.Count
        + report.CapturedCo2.Count + report.Memo.Count + report.RenewableCertificates.Count + report.Products.Count;

    private void AddAll()
    {
        var report = _check.Report;
        Add(report.Fuels, "fuels");
        Add(report.ProcessMaterials, "processMaterials");
        Add(report.MassBalances, "massBalances");
        Add(report.Pfcs, "pfcs");
        Add(report.Gases, "gases");
        Add(report.ImportedIntermediates, "importedIntermediates");
        Add(report.Electricity, "electricity");
        Add(report.ImportedHeat, "importedHeat");
        Add(report.ExportedPower, "exportedPower");
        Add(report.ExportedHeat, "exportedHeat");
        Add(report.CapturedCo2, "capturedCo2");
        Add(report.Memo, "memo");
        Add(report.RenewableCertificates, "renewableCertificates");
        Add(report.Products, "products");
    }

    private void Add<T>(IReadOnlyList<T> streams, string list)
        where T : MonitoredStream
    {
        for (var i = 0; i < streams.Count; i++)
        {
            if (_exact is null)
            {
                _suspicious |= !IsNewHash(streams[i].Id);
            }
            else if (!_exact.Add(streams[i].Id))
            {
                _check.TurnTo(streams[i], list, i);
                _check.Error("duplicate-id", "id", $"There is an earlier stream with the id \"{ShownText.Short(streams[i].Id)}\".", "ids that are unique in the whole report");
            }
        }
    }

    private readonly bool IsNewHash(string id)
    {
        var hash = StringComparer.Ordinal.GetHashCode(id) | 1;
        var slot = (hash >> 1) & (_slots.Length - 1);
        while (_slots[slot] != 0)
        {
            if (_slots[slot] == hash)
            {
                return false;
            }

            slot = (slot + 1) & (_slots.Length - 1);
        }

        _slots[slot] = hash;
        return true;
    }
}
