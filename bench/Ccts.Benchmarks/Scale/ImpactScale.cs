using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using Ccts.Cli.Input;
using Ccts.Rules.Authoring.Impact;
using Ccts.Rules.Decisions.Requests;
using Ccts.Rules.Files;
using Ccts.Rules.Rulesets;
using Ccts.Rules.Rulesets.Catalogs;

namespace Ccts.Benchmarks.Scale;

/// <summary>
/// A million made-up records of entities, and as many orders, through two rulesets: read, worked out and summed, entities on
/// one thread, orders on every core. The memory that is held is compared with that of a tenth of the records: it must not grow.
/// </summary>
internal static class ImpactScale
{
    private const int Entities = 40_000;
    private const int Records = 1_000_000;

    internal static void Run()
    {
        var (old, @new) = (Ruleset("0.8"), Ruleset("0.7"));
        foreach (var records in new[] { Records / 10, Records })
        {
            var watch = Stopwatch.StartNew();
            var study = new ImpactStudy(old, @new);
            using var rows = new MadeUpRows(records);
            var reader = new ImpactEntityReader(rows, "made-up");
            var count = 0;
            foreach (var entity in reader.Read())
            {
                study.Add(entity);
                count++;
            }

            Say("entities", count, watch.Elapsed, study);
        }

        foreach (var records in new[] { Records / 10, Records })
        {
            var watch = Stopwatch.StartNew();
            var study = new OrderStudy(old, @new);
            foreach (var impact in InputOrder.Select(Enumerable.Range(0, records).Select(Order), line => Ask(study, line, old)))
            {
                study.Add(impact);
            }

            Say("orders", records, watch.Elapsed, study);
        }
    }

    private static OrderImpact Ask(OrderStudy study, byte[] line, Ruleset old)
    {
        DecisionRequestReader.TryRead(line, null, old.Rules.Vocabulary, out var request, out _);
        return study.Ask(request!);
    }

    private static void Say(string what, int records, TimeSpan elapsed, object study)
    {
        var held = GC.GetTotalMemory(forceFullCollection: true) / 1024m / 1024m;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"impact {records} {what}: {elapsed.TotalSeconds:0.0} s, {records / elapsed.TotalSeconds:0} a second; {held:0.0} MiB held, rulesets included; {Process.GetCurrentProcess().PeakWorkingSet64 / 1024 / 1024} MiB at most"));
        GC.KeepAlive(study);
    }

    // The year 2026-27 with as many made-up rows; their targets begin with the digits given.
    private static Ruleset Ruleset(string begins)
    {
        var shipped = EmbeddedRulesets.All().Single(f => f.Name == "rulesets/in-ccts/2026-27");
        var files = shipped.Paths.Where(p => !p.StartsWith("tests/", StringComparison.Ordinal)).ToDictionary(p => p, p => shipped.Read(p)!, StringComparer.Ordinal);
        var targets = new StringBuilder(Encoding.UTF8.GetString(files["targets.csv"]).Split('\n')[0]).Append('\n');
        for (var i = 0; i < Entities; i++)
        {
            targets.Append(CultureInfo.InvariantCulture, $"{Registration(i)},Made up {i},Cement,,,2023-24,1000,0.9,{begins}{i % 1000:000},tCO2e/t,GEI-2025,First Schedule,in-force,transcribed,made up\n");
        }

        files["targets.csv"] = Encoding.UTF8.GetBytes(targets.ToString());
        return RulesetReader.Read(RulesetFiles.FromMemory("made-up", files));
    }

    private static string Registration(int i) => string.Create(CultureInfo.InvariantCulture, $"CMTOE{i % 1000:000}{(char)('A' + (i / 26_000))}{(char)('A' + (i / 1000 % 26))}");

    private static byte[] Order(int i) => Encoding.UTF8.GetBytes(string.Create(
        CultureInfo.InvariantCulture,
        $$"""{"id":"{{i}}","purpose":"trade","year":"2026-27","date":"2026-11-23","facts":{"unit.kind":"ccc","unit.status":"active","unit.double-use":{{(i % 50 == 0 ? "true" : "false")}},"trade.venue":"power-exchange","session.open":true,"market.segment":"compliance","market.paused":false,"order.side":"sell","order.quantity":"{{1 + (i % 899)}} tCO2e","order.price":"1500 INR","seller.open-sell-quantity":"0 tCO2e","seller.registry-balance":"500 tCO2e","seller.breaches-in-quarter":"0","seller.barred-until":"2026-11-23"} }"""));

    /// <summary>Rows that are made as they are read.</summary>
    private sealed class MadeUpRows(int records) : TextReader
    {
        private string _row = "registration_no,entity,sector,output,gei,unit\n";
        private int _at;
        private int _next;

        public override int Peek() => Fill() ? _row[_at] : -1;

        public override int Read() => Fill() ? _row[_at++] : -1;

        public override int Read(char[] buffer, int index, int count)
        {
            var read = 0;
            while (read < count && Fill())
            {
                var part = Math.Min(count - read, _row.Length - _at);
                _row.CopyTo(_at, buffer, index + read, part);
                (_at, read) = (_at + part, read + part);
            }

            return read;
        }

        private bool Fill()
        {
            if (_at < _row.Length)
            {
                return true;
            }

            if (_next == records)
            {
                return false;
            }

            _row = string.Create(CultureInfo.InvariantCulture, $"{Registration(_next % Entities)},Made up {_next % Entities},Cement,{1000 + (_next % 90_000)},0.{700 + (_next % 200)},tCO2e/t\n");
            (_at, _next) = (0, _next + 1);
            return true;
        }
    }
}
