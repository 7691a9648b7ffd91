using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Rules.Decisions.Requests;
using Ccts.Rules.Engines.Compilation;
using Ccts.Rules.Rules.Conditions;
using Ccts.Rules.Rules.Vocabulary;

namespace Ccts.Rules.Engines.Table;

/// <summary>A test that does not fit into a table of one slot and is evaluated separately.</summary>
internal abstract class TableTest
{
    internal abstract Verdict Say(FactColumns facts);

    internal static TableTest Of(CompiledTest test, SeededFault fault) => test switch
    {
        PairTest pair => new TablePair(pair),
        TextPairTest pair => new TableTextPair(pair),
        SumTest sum => new TableSum(sum, fault),
        HoldsTest holds => new TableHolds(holds),
        ListTest or RowTest => new TableSearch(test, fault),
        _ => new TableComputed(test),
    };

    protected static bool Holds(int order, ComparisonKind kind) => kind switch
    {
        ComparisonKind.Is => order == 0,
        ComparisonKind.IsNot => order != 0,
        ComparisonKind.LessThan => order < 0,
        ComparisonKind.AtMost => order <= 0,
        ComparisonKind.MoreThan => order > 0,
        _ => order >= 0,
    };

    private sealed class TablePair(PairTest test) : TableTest
    {
        internal override Verdict Say(FactColumns facts) => (facts.Known[test.Left] & facts.Known[test.Right]) == 0
            ? Verdict.CannotSay
            : Three.Of(Holds(facts.Codes[test.Left].CompareTo(facts.Codes[test.Right]), test.Kind));
    }

    private sealed class TableTextPair(TextPairTest test) : TableTest
    {
        internal override Verdict Say(FactColumns facts) => (facts.Known[test.Left] & facts.Known[test.Right]) == 0
            || LikeNames.Are(facts.Texts[test.Left], facts.Texts[test.Right])
            ? Verdict.CannotSay
            : Three.Of(string.Equals(facts.Texts[test.Left], facts.Texts[test.Right], StringComparison.Ordinal) != test.Negated);
    }

    private sealed class TableHolds(HoldsTest test) : TableTest
    {
        internal override Verdict Say(FactColumns facts) => facts.Known[test.Slot] == 0
            ? Verdict.CannotSay
            : Three.Of(WordSet.Holds(facts.Sets[test.Slot]!, test.Word) != test.Negated);
    }

    // A list or a table with more codes than are precomputed.
    private sealed class TableSearch(CompiledTest test, SeededFault fault) : TableTest
    {
        private readonly int _slot = SlotTable.SlotOf(test);

        internal override Verdict Say(FactColumns facts) => facts.Known[_slot] != 0 ? SlotTable.Say(test, facts.Codes[_slot], fault)
            : fault == SeededFault.MissingIsNo ? Verdict.Fail
            : Verdict.CannotSay;
    }

    private sealed class TableSum(SumTest test, SeededFault fault) : TableTest
    {
        internal override Verdict Say(FactColumns facts)
        {
            var (sum, parity, known) = (test.ConstantCode, test.ConstantCode, -1L);
            foreach (var slot in test.Added)
            {
                (sum, parity, known) = (sum + facts.Codes[slot], parity | facts.Codes[slot], known & facts.Known[slot]);
            }

            foreach (var slot in test.Taken)
            {
                (sum, parity, known) = (sum - facts.Codes[slot], parity | facts.Codes[slot], known & facts.Known[slot]);
            }

            if (known == 0)
            {
                return fault == SeededFault.MissingIsNo ? Verdict.Fail : Verdict.CannotSay;
            }

            var order = AmountCode.IsExact(parity) ? sum.CompareTo(0L) : WithDecimals(facts);
            return Three.Of(Holds(order, test.Kind));
        }

        private int WithDecimals(FactColumns facts)
        {
            var sum = test.Constant;
            foreach (var slot in test.Added)
            {
                sum += facts.Amounts[slot];
            }

            foreach (var slot in test.Taken)
            {
                sum -= facts.Amounts[slot];
            }

            return sum.CompareTo(0m);
        }
    }
}
