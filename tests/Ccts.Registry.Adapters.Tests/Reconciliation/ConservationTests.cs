using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Registry.Adapters.Exports;
using Ccts.Registry.Adapters.Reconciliation;
using Ccts.Registry.Adapters.Serials;
using Ccts.Sdk.Ledger.Blocks;
using NodaTime;

namespace Ccts.Registry.Adapters.Tests.Reconciliation;

/// <summary>Whatever is stated: no tonne is lost or found, order does not matter, and the work can be split by scope.</summary>
public class ConservationTests
{
    private const int Runs = 400;

    [Fact]
    public void Every_tonne_of_either_side_lands_in_exactly_one_class()
    {
        for (var seed = 0; seed < Runs; seed++)
        {
            var rows = Statements(seed);
            var reconciler = Reconciled(rows);
            foreach (var side in new[] { StatementSide.Local, StatementSide.Registry })
            {
                var stated = rows.Where(r => r.Side == side).Sum(r => r.Entry.Quantity);
                Assert.Equal(stated, reconciler.Totals().Of(side));
                Assert.Equal(stated, reconciler.Findings().Sum(f => side == StatementSide.Local ? f.LocalTonnes : f.RegistryTonnes));
            }
        }
    }

    [Fact]
    public void Numbers_agree_with_counting_one_by_one()
    {
        for (var seed = 0; seed < Runs; seed++)
        {
            var rows = Statements(seed);
            var counted = new Dictionary<(ReconciliationClass, StatementSide), decimal>();
            foreach (var scope in rows.Where(r => r.Entry.Block is not null).GroupBy(r => r.Entry.Block!.Value.Scope))
            {
                for (ulong n = 0; n < 40; n++)
                {
                    OneByOne(scope.Where(r => r.Entry.Block!.Value.Range.Contains(n)).ToArray(), counted);
                }
            }

            var totals = Reconciled(rows.Where(r => r.Entry.Block is not null).ToArray()).Totals();
            foreach (var kind in ReconciliationTotals.Classes)
            {
                foreach (var side in new[] { StatementSide.Local, StatementSide.Registry })
                {
                    Assert.Equal(counted.GetValueOrDefault((kind, side)), totals[kind, side]);
                }
            }
        }
    }

    [Fact]
    public void Order_does_not_matter_and_neither_does_adding_later()
    {
        for (var seed = 0; seed < Runs; seed++)
        {
            var rows = Statements(seed);
            var whole = Reconciled(rows);
            var shuffled = rows.ToArray();
            new Random(seed).Shuffle(shuffled);
            var piecemeal = new Reconciler();
            foreach (var (side, entry) in shuffled)
            {
                piecemeal.Add(side, entry);
                _ = piecemeal.Totals();
            }

            Assert.Equal(whole.Totals(), piecemeal.Totals());
            Assert.Equal(
                whole.Findings().Where(f => f.Range is not null).Select(ReconcilerTests.Text),
                piecemeal.Findings().Where(f => f.Range is not null).Select(ReconcilerTests.Text));
        }
    }

    [Fact]
    public void Split_by_scope_and_joined_the_totals_are_the_same()
    {
        for (var seed = 0; seed < Runs; seed++)
        {
            var rows = Statements(seed).Where(r => r.Entry.Canonical is not null).ToArray();
            var joined = new ReconciliationTotals();
            foreach (var part in rows.GroupBy(r => r.Entry.Block?.Scope ?? r.Entry.Canonical))
            {
                joined.Add(Reconciled(part.ToArray()).Totals());
            }

            Assert.Equal(Reconciled(rows).Totals(), joined);
        }
    }

    // The same rules, said for one number: who decides on each side, what the others are, how the two deciders compare.
    private static void OneByOne((StatementSide Side, StatementEntry Entry)[] claims, Dictionary<(ReconciliationClass, StatementSide), decimal> counted)
    {
        var deciders = new StatementEntry?[2];
        foreach (var side in claims.GroupBy(c => c.Side))
        {
            var ranked = side.Select(c => c.Entry).OrderByDescending(Rank).ThenByDescending(e => e.Date is { } d ? d.ToDateTimeUnspecified() : DateTime.MinValue).ThenBy(e => e.Line).ToArray();
            deciders[(int)side.Key] = ranked[0];
            foreach (var lost in ranked.Skip(1))
            {
                var legitimate = (Rank(lost) == 0 && Rank(ranked[0]) > 0) || (Rank(lost) == 1 && Rank(ranked[0]) == 2 && lost.Date <= ranked[0].Date);
                Count(legitimate ? ReconciliationClass.Contained : ReconciliationClass.Overlap, side.Key);
            }
        }

        var (local, registry) = (deciders[0], deciders[1]);
        var fault = local?.HasQuantityFault == true || registry?.HasQuantityFault == true;
        var kind = fault ? ReconciliationClass.QuantityMismatch
            : local is null ? ReconciliationClass.MissingLocally
            : registry is null ? ReconciliationClass.MissingAtRegistry
            : UnitStates.Compare(local.State, registry.State);
        for (var i = 0; i < 2; i++)
        {
            if (deciders[i] is not null)
            {
                Count(kind, (StatementSide)i);
            }
        }

        void Count(ReconciliationClass kind, StatementSide side) => counted[(kind, side)] = counted.GetValueOrDefault((kind, side)) + 1;
    }

    private static int Rank(StatementEntry entry) => entry.State is UnitState.Issued ? 0 : entry.State is UnitState.Held or UnitState.Buffer ? 1 : 2;

    private static Reconciler Reconciled((StatementSide Side, StatementEntry Entry)[] rows)
    {
        var reconciler = new Reconciler();
        foreach (var (side, entry) in rows)
        {
            reconciler.Add(side, entry);
        }

        return reconciler;
    }

    private static (StatementSide Side, StatementEntry Entry)[] Statements(int seed)
    {
        var random = new Random(seed);
        return Enumerable.Range(1, random.Next(1, 14)).Select(line =>
        {
            var start = (ulong)random.Next(0, 30);
            var end = start + (ulong)random.Next(0, 10);
            var scope = "scope-" + random.Next(3);
            var shape = random.Next(10);
            var numbered = shape < 7;
            var entry = new StatementEntry
            {
                File = "made-up",
                Line = line,
                Registry = "verra",
                Serial = shape == 9 ? null : scope,
                Canonical = shape < 8 ? scope : null,
                Block = numbered ? new SerialBlock("verra", scope, start, end) : null,
                Unit = UnitOfAccount.TonneCo2e,
                StatedQuantity = numbered ? end - start + 1 + (ulong)(random.Next(12) == 0 ? 1 : 0) : random.Next(0, 20),
                State = (UnitState)random.Next(0, 7),
                Date = random.Next(3) == 0 ? null : new LocalDate(2026, 1, 1 + random.Next(5)),
                Project = "VCS" + random.Next(3),
            };
            return ((StatementSide)random.Next(2), entry);
        }).ToArray();
    }
}
