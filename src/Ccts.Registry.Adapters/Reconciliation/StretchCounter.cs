namespace Ccts.Registry.Adapters.Reconciliation;

/// <summary>Adds up tonnes by class and side, in whole numbers as long as they fit 64 bits.</summary>
internal sealed class StretchCounter : IStretchSink
{
    private readonly ulong[] _counts = new ulong[2 * ReconciliationTotals.Classes.Count];
    private readonly ReconciliationTotals _spilled = new();

    public void Take(in Stretch stretch)
    {
        Count(stretch.Class, stretch.Side, stretch.To - stretch.From);
        if (stretch.FacesOther)
        {
            Count(stretch.Class, StatementSide.Registry, stretch.To - stretch.From);
        }
    }

    internal ReconciliationTotals Totals()
    {
        for (var i = 0; i < _counts.Length; i++)
        {
            _spilled.Add((ReconciliationClass)(i / 2), (StatementSide)(i % 2), _counts[i]);
            _counts[i] = 0;
        }

        return _spilled;
    }

    private void Count(ReconciliationClass kind, StatementSide side, ulong lessOne)
    {
        ref var count = ref _counts[(2 * (int)kind) + (int)side];
        if (lessOne >= ulong.MaxValue - count)
        {
            _spilled.Add(kind, side, (decimal)lessOne + 1);
        }
        else
        {
            count += lessOne + 1;
        }
    }
}
