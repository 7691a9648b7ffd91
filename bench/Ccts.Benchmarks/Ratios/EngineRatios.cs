using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Ccts.Benchmarks.Engines;
using Ccts.Rules.Decisions;
using Ccts.Rules.Engines;
using Ccts.Rules.Engines.Cases;
using Ccts.Rules.Rules;
using Ccts.Rules.Rules.Conditions;
using Ccts.Sdk.Entities;
using NodaTime;

namespace Ccts.Benchmarks.Ratios;

/// <summary>A decision by each engine against the same thirty checks written by hand, over the same orders.</summary>
internal static class EngineRatios
{
    // Frames that stay in the nearest cache, as the one frame of a host's thread does; batches as large as a host makes them.
    private const int Orders = 32;
    private const int BatchOrders = 1_024;
    private static readonly ComplianceYear Year = new(2025);
    private static readonly LocalDate Day = new(2026, 11, 23);

    internal static IEnumerable<Ratio> All()
    {
        var orders = MadeUpOrder.Many(Orders);
        var byDecimals = Array.ConvertAll(orders, o => new DecimalOrder(o));
        var byWholeNumbers = Array.ConvertAll(orders, o => new ScaledOrder(o));
        Action decimals = () => ByHand(byDecimals);
        Action scaled = () => ByHand(byWholeNumbers);
        var engine = DecisionEngine.Of(MadeUpRules.Ruleset(), EngineKind.Table);
        var fused = engine.Using(EngineKind.Fused);
        var frames = Frames(engine, orders);
        Prove(engine, fused, frames, byDecimals, byWholeNumbers);
        yield return new Ratio("decide/scaled-by-hand", decimals, scaled);
        yield return new Ratio("decide/fused", decimals, Each(fused, frames));
        yield return new Ratio("decide/fused-to-scaled", scaled, Each(fused, frames));
        yield return new Ratio("decide/fused-kept-to-scaled", scaled, Kept(fused, frames));
        yield return new Ratio("decide/table", decimals, Each(engine, frames));
        yield return new Ratio("decide/table-filled-from-objects", decimals, Filled(engine, orders));
        yield return new Ratio("decide/fused-filled-from-objects", decimals, Filled(fused, orders));
        var many = MadeUpOrder.Many(BatchOrders);
        var manyWholeNumbers = Array.ConvertAll(many, o => new ScaledOrder(o));
        yield return new Ratio("decide/columnar-to-scaled", () => ByHand(manyWholeNumbers), Batch(engine.Using(EngineKind.Columnar), Frames(engine, many)));
        var beside = DecisionEngine.Of(MadeUpRules.Ruleset(others: 300), EngineKind.Table);
        yield return new Ratio("decide/table-beside-300-rules-of-another-purpose", Each(engine, frames), Each(beside, Frames(beside, orders)));
        var tenfold = DecisionEngine.Of(MadeUpRules.Ruleset(times: 10), EngineKind.Table);
        yield return new Ratio("decide/table-with-ten-times-the-rules", Each(engine, frames), Each(tenfold, Frames(tenfold, orders)));
        yield return new Ratio("decide/fused-with-ten-times-the-rules", Each(fused, frames), Each(tenfold.Using(EngineKind.Fused), Frames(tenfold, orders)));
    }

    /// <summary>How much more two threads decide than one, against how much more a loop does that only uses registers.</summary>
    internal static string TwoThreads()
    {
        var orders = MadeUpOrder.Many(Orders);
        var engine = DecisionEngine.Of(MadeUpRules.Ruleset(), EngineKind.Table);
        Action[] deciding = [Each(engine, Frames(engine, orders)), Each(engine, Frames(engine, orders))];
        Action[] counting = [Registers, Registers];
        var ratios = Enumerable.Range(0, 9).Select(_ => Scaling.Of(deciding) / Scaling.Of(counting)).Order().ToArray();
        return string.Create(CultureInfo.InvariantCulture, $"decide/two-threads-to-registers {ratios[ratios.Length / 2]:0.000} 0");
    }

    private static void Registers()
    {
        var x = 1UL;
        for (var i = 0; i < 10_000; i++)
        {
            x = unchecked((x * 6364136223846793005UL) + 1442695040888963407UL);
        }

        Sink.Take(x);
    }

    private static void ByHand(DecimalOrder[] orders)
    {
        foreach (ref readonly var order in orders.AsSpan())
        {
            Sink.Take(HandWritten.Decide(order));
        }
    }

    private static void ByHand(ScaledOrder[] orders)
    {
        foreach (ref readonly var order in orders.AsSpan())
        {
            Sink.Take(HandWritten.Decide(order));
        }
    }

    private static CaseFrame[] Frames(DecisionEngine engine, MadeUpOrder[] orders)
    {
        var fill = Filler(engine);
        return Array.ConvertAll(orders, order =>
        {
            var frame = engine.NewFrame();
            fill(frame, order);
            return frame;
        });
    }

    private static Action Each(DecisionEngine engine, CaseFrame[] frames) => () =>
    {
        foreach (var frame in frames)
        {
            Sink.Take(engine.Decide(frame).Outcome);
        }
    };

    // The whole decision written down and handed on, as a host does that may explain it.
    private static Action Kept(DecisionEngine engine, CaseFrame[] frames) => () =>
    {
        foreach (var frame in frames)
        {
            var decision = engine.Decide(frame);
            Sink.Look(in decision);
        }
    };

    private static Action Filled(DecisionEngine engine, MadeUpOrder[] orders)
    {
        var (frame, fill) = (engine.NewFrame(), Filler(engine));
        return () =>
        {
            foreach (var order in orders)
            {
                fill(frame, order);
                Sink.Take(engine.Decide(frame).Outcome);
            }
        };
    }

    private static Action Batch(DecisionEngine engine, CaseFrame[] frames)
    {
        var batch = engine.NewBatch(Purpose.Trade, frames.Length);
        foreach (var frame in frames)
        {
            batch.Add(frame);
        }

        return () => engine.Decide(batch);
    }

    private static Action<CaseFrame, MadeUpOrder> Filler(DecisionEngine engine)
    {
        var (price, quantity, balance, open, score) = (engine.Slot("price"), engine.Slot("quantity"), engine.Slot("balance"), engine.Slot("open"), engine.Slot("score"));
        return (frame, order) =>
        {
            frame.Begin(Purpose.Trade, Year, Day);
            if (order.Price is { } p)
            {
                frame.Set(price, p);
            }

            if (order.Quantity is { } q)
            {
                frame.Set(quantity, q);
            }

            if (order.Balance is { } b)
            {
                frame.Set(balance, b);
            }

            if (order.Open is { } o)
            {
                frame.Set(open, o);
            }

            if (order.Score is { } s)
            {
                frame.Set(score, s);
            }
        };
    }

    // Rules that fire and rules that are open, a bit each, as the methods written by hand answer.
    private static (ulong Fires, ulong Open) Masks(FindingMask findings)
    {
        var (fires, open) = (0UL, 0UL);
        for (var i = 0; i < findings.Length; i++)
        {
            fires |= findings[i] == Verdict.Pass ? 1UL << i : 0;
            open |= findings[i] == Verdict.CannotSay ? 1UL << i : 0;
        }

        return (fires, open);
    }

    // What is compared has to be the same work.
    private static void Prove(DecisionEngine engine, DecisionEngine fused, CaseFrame[] frames, DecimalOrder[] decimals, ScaledOrder[] scaled)
    {
        for (var i = 0; i < frames.Length; i++)
        {
            var byHand = HandWritten.Decide(decimals[i]);
            var (one, other) = (engine.Decide(frames[i]).Findings, fused.Decide(frames[i]).Findings);
            if (HandWritten.Decide(scaled[i]) != byHand || Masks(one) != byHand || Masks(other) != byHand)
            {
                throw new InvalidOperationException($"The engines and the methods written by hand differ on order {i}.");
            }
        }
    }
}
