using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Rules.Engines.Cases;
using Ccts.Rules.Engines.Compilation;
using Ccts.Rules.Rules.Conditions;

namespace Ccts.Rules.Engines.Table;

/// <summary>
/// Decides by prepared tables: one search for each fact gives the verdicts of all its tests; gates are comparisons of
/// words of bits. No code is generated: it runs everywhere.
/// </summary>
internal sealed class TableEvaluator
{
    private readonly SlotTable[] _slots;
    private readonly (TableTest Test, WordMask[] Bits)[] _others;
    private readonly TableGate[] _gates;
    private readonly ulong[] _pass;
    private readonly ulong[] _open;
    private readonly int _words;
    private readonly ulong _last;

    internal TableEvaluator(PurposeRules rules, SeededFault fault = SeededFault.None)
    {
        var bits = new TableBits(rules);
        var prepared = rules.Tests.Select((t, n) => new PreparedTest(t, bits.Of(n), n)).ToList();
        var slots = new List<SlotTable>();
        var others = prepared.Where(t => !SlotTable.CanHold(t.Test) && t.Test is not FixedTest).ToList();
        foreach (var group in prepared.Where(t => SlotTable.CanHold(t.Test)).GroupBy(t => SlotTable.SlotOf(t.Test)))
        {
            if (SlotTable.Of(group.Key, group.ToList(), fault) is { } table)
            {
                slots.Add(table);
            }
            else
            {
                // Too many limits for one table: each test has its own, or, if it alone has too many, is evaluated case by case.
                foreach (var test in group)
                {
                    if (SlotTable.Of(group.Key, [test], fault) is { } own)
                    {
                        slots.Add(own);
                    }
                    else
                    {
                        others.Add(test);
                    }
                }
            }
        }

        _slots = [.. slots];
        _others = [.. others.Select(t => (TableTest.Of(t.Test, fault), bits.Masks(t.Node)))];
        _gates = [.. rules.Gates.Select((g, i) => new TableGate(g.Kind, bits.MasksOfInputs(g.Inputs), bits.Masks(rules.Tests.Count + i)))];
        _words = rules.Words;
        _last = rules.Rules.Count % 64 == 0 && rules.Rules.Count > 0 ? ulong.MaxValue : (1UL << (rules.Rules.Count % 64)) - 1;
        (_pass, _open) = (new ulong[BitRows.WordsFor(bits.Count)], new ulong[BitRows.WordsFor(bits.Count)]);
        foreach (var test in prepared)
        {
            if (test.Test is FixedTest { Verdict: not Verdict.Fail } known)
            {
                TableGate.Set(known.Verdict == Verdict.Pass ? _pass : _open, bits.Masks(test.Node));
            }
        }
    }

    internal void Decide(CaseFrame frame)
    {
        var columns = frame.Columns;
        var (codes, known) = (columns.Codes, columns.Known);
        var (pass, open) = frame.Work(_pass.Length);
        for (var word = 0; word < _pass.Length; word++)
        {
            (pass[word], open[word]) = (_pass[word], _open[word]);
        }

        foreach (var table in _slots)
        {
            if (known[table.Slot] != 0)
            {
                var segment = table.Segment(codes[table.Slot]);
                foreach (var word in table.Words)
                {
                    pass[word.Word] |= word.Pass[segment];
                    open[word.Word] |= word.Open[segment];
                }
            }
            else
            {
                foreach (var word in table.Words)
                {
                    pass[word.Word] |= word.MissingPass;
                    open[word.Word] |= word.MissingOpen;
                }
            }
        }

        foreach (var (test, bits) in _others)
        {
            var verdict = test.Say(columns);
            if (verdict != Verdict.Fail)
            {
                TableGate.Set(verdict == Verdict.Pass ? pass : open, bits);
            }
        }

        foreach (var gate in _gates)
        {
            gate.Combine(pass, open);
        }

        for (var word = 0; word < _words; word++)
        {
            var mask = word == _words - 1 ? _last : ulong.MaxValue;
            frame.Bits.Fires[word] = pass[word] & mask;
            frame.Bits.Open[word] = open[word] & mask;
        }
    }
}

/// <summary>A test with the bits it sets.</summary>
internal sealed record PreparedTest(CompiledTest Test, IReadOnlyList<int> Bits, int Node);
