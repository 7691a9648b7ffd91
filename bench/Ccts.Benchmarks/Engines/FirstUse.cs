using System;
using System.Diagnostics;
using System.Globalization;
using Ccts.Rules.Decisions;
using Ccts.Rules.Engines;
using Ccts.Sdk.Entities;
using NodaTime;

namespace Ccts.Benchmarks.Engines;

/// <summary>What the first decision costs: sixty rules compiled, and the code that compiles them too.</summary>
internal static class FirstUse
{
    internal static void Run()
    {
        var ruleset = MadeUpRules.Ruleset(times: 2);
        foreach (var kind in new[] { EngineKind.Table, EngineKind.Columnar, EngineKind.Fused, EngineKind.Fused })
        {
            var (methods, jit) = (System.Runtime.JitInfo.GetCompiledMethodCount(), System.Runtime.JitInfo.GetCompilationTime());
            var started = Stopwatch.GetTimestamp();
            var engine = DecisionEngine.Of(ruleset, kind);
            var frame = engine.NewFrame();
            frame.Begin(Purpose.Trade, new ComplianceYear(2025), new LocalDate(2026, 11, 23));
            var outcome = engine.Decide(frame).Outcome;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{kind} {Stopwatch.GetElapsedTime(started).TotalMilliseconds:0.0} ms to {outcome} by {ruleset.Rules.Rules.Count} rules; {System.Runtime.JitInfo.GetCompiledMethodCount() - methods} methods compiled in {(System.Runtime.JitInfo.GetCompilationTime() - jit).TotalMilliseconds:0.0} ms"));
        }
    }
}
