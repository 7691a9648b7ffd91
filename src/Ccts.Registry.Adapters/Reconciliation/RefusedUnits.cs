using System.Collections.Generic;
using Ccts.Registry.Adapters.Exports;
using Ccts.Registry.Adapters.Serials;
using Ccts.Sdk.Problems;

namespace Ccts.Registry.Adapters.Reconciliation;

/// <summary>Rows whose units are not tonnes: all are counted, and the first are kept with the reason.</summary>
internal sealed class RefusedUnits
{
    private const int MostKept = 1000;

    private readonly List<Problem> _first = [];

    internal int Count { get; private set; }

    internal IReadOnlyList<Problem> First => _first;

    internal void Add(StatementEntry entry)
    {
        if (Count++ < MostKept)
        {
            _first.Add(new Problem(UnitBoundary.NotTonnes, Severity.Error, UnitBoundary.Reason(entry.Unit), new SourcePlace(entry.File, entry.Line, 0, "serial")));
        }
    }
}
