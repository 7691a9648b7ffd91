using System;
using System.Diagnostics;
using System.Globalization;
using System.Runtime;
using Ccts.Rules.Decisions;
using Ccts.Rules.Engines;
using Ccts.Rules.Rules;
using Ccts.Sdk.Entities;
using NodaTime;

namespace Ccts.Benchmarks.Engines;

/// <summary>What the first decision costs: sixty rules compiled, and the code that compiles them too.</summary>
internal static class FirstUse
{
    /// <param name="kind">The engine that is first in its process.</param>
    internal static void Run(EngineKind kind)
    {
        var ruleset = MadeUpRules.Ruleset(times: 2);
        var methods = JitInfo.GetCompiledMethodCount();
        var started = Stopwatch.GetTimestamp();
        var engine = DecisionEngine.Of(ruleset, kind);
        var frame = engine.NewFrame();
        frame.Begin(Purpose.Trade, new ComplianceYear(2025), new LocalDate(2026, 11, 23));
        var outcome = engine.Decide(frame).Outcome;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{kind} {Stopwatch.GetElapsedTime(started).TotalMilliseconds:0.0} ms to {outcome} by {ruleset.Rules.Rules.Count} rules; {JitInfo.GetCompiledMethodCount() - methods} methods compiled"));
    }
}
