using System;
using System.Diagnostics;
using System.Globalization;
using Ccts.Rules.Decisions;
using Ccts.Rules.Decisions.Requests;
using Ccts.Rules.Engines;
using Ccts.Rules.Rulesets.Catalogs;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Quantities;
using NodaTime;

namespace Ccts.AotSmoke;

/// <summary>How long a program takes from its start to its first decision: the rulesets in the package are read and compiled on the way.</summary>
internal static class FirstDecision
{
    internal static int Run()
    {
        var main = Stopwatch.GetTimestamp();
        var year = new ComplianceYear(2025);
        var engine = DecisionEngine.Of(RulesetCatalog.Default.Resolve(year, LocalDate.MaxIsoValue));
        var frame = engine.NewFrame();
        frame.Fill(new TradeRequest { Year = year, Date = new LocalDate(2026, 11, 23), UnitKind = "ccc", OrderPrice = Inr.FromRupees(1500m) });
        var outcome = engine.Decide(frame).Outcome;
        var inMain = (Stopwatch.GetTimestamp() - main) * 1000m / Stopwatch.Frequency;
        var sinceStart = (decimal)(DateTime.Now - Process.GetCurrentProcess().StartTime).TotalMilliseconds;
        Console.WriteLine(string.Format(CultureInfo.InvariantCulture, "{0} by {1}: {2:0} ms from the start of the process, {3:0.0} ms of them in Main", outcome, engine.SingleKind, sinceStart, inMain));
        return 0;
    }
}
