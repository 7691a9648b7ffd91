using Ccts.Rules.Decisions.Requests;
using Ccts.Rules.Engines.Cases;
using Ccts.Rules.Engines.Compilation;

namespace Ccts.Rules.Engines.Columnar;

/// <summary>Decides a single case as a batch of one, for a host that wants the columnar engine everywhere. Other engines are faster for one case.</summary>
internal sealed class ColumnarFrameEvaluator(ColumnarEvaluator evaluator)
{
    internal void Decide(CaseFrame frame)
    {
        var single = frame.Single as SingleCase;
        if (single?.Evaluator != evaluator)
        {
            frame.Single = single = new SingleCase(evaluator);
        }

        frame.Columns.CopyRowTo(single.Columns, 0, 0);
        evaluator.Decide(single.Columns, single.Scratch, single.Bits, 1);
        for (var word = 0; word < evaluator.Rules.Words; word++)
        {
            frame.Bits.Fires[word] = single.Bits.Fires[word * single.Bits.Rows];
            frame.Bits.Open[word] = single.Bits.Open[word * single.Bits.Rows];
        }
    }

    private sealed class SingleCase(ColumnarEvaluator evaluator)
    {
        internal ColumnarEvaluator Evaluator { get; } = evaluator;

        internal FactColumns Columns { get; } = new(evaluator.Rules.Owner.Layout, ColumnarScratch.RowsFor(1));

        internal BitRows Bits { get; } = new(evaluator.Rules.Words, ColumnarScratch.RowsFor(1));

        internal ColumnarScratch Scratch { get; } = evaluator.NewScratch();
    }
}
