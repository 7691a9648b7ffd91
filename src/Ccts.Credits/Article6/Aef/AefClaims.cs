using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Credits.Claims;
using Ccts.Sdk;
using Ccts.Sdk.Ledger.Blocks;
using Ccts.Sdk.Problems;

namespace Ccts.Credits.Article6.Aef;

/// <summary>The claims of tables in the agreed electronic format on units: those behind identifiers that were first transferred, acquired or are held.</summary>
/// <remarks>Pure and thread-safe.</remarks>
public static class AefClaims
{
    /// <summary>The claims of a report. A row whose units cannot be read is a problem.</summary>
    /// <param name="report">The report.</param>
    /// <param name="source">Who claims, for messages.</param>
    /// <param name="known">The actions of an Article 6 book. A row for one of its transfers is the same use of the same units.</param>
    /// <param name="others">The claims of other sources. Tables give the numbers of units without their scope: a row claims the numbers in each scope of its registry that another source names.</param>
    public static ClaimImport Of(AefReport report, string source, IEnumerable<Article6Action> known, IEnumerable<Claim> others)
    {
        var (claims, problems) = (new List<Claim>(), new List<Problem>());
        var actions = Require.Each(known).ToList();
        var transfers = actions.Where(a => a.Type == Article6ActionType.FirstTransfer).ToLookup(a => a.First.Scope, StringComparer.Ordinal);
        var scopes = Require.Each(others).Select(c => (c.Units.Registry, c.Units.Scope)).Distinct().ToLookup(s => s.Registry, Spelled.Names);
        var (covered, reading) = (new Dictionary<string, BlockSet>(StringComparer.Ordinal), AefCheck.ReadingOf(Require.NotNull(report)));
        var ends = actions.Select(OutcomeEnds.Of).Concat(report.Of(AefTableKind.Actions).Where(AefCheck.HasRun).Select(r => End(r, reading))).OfType<OutcomeEnds>().ToList();
        foreach (var row in report.Of(AefTableKind.Actions).Concat(report.Of(AefTableKind.Holdings)).Where(AefCheck.HasRun))
        {
            if (AefRun.Of(row, reading, out var fault) is not { } run)
            {
                problems.Add(Fault(row, fault));
                continue;
            }

            // Later actions and holdings of the same identifiers are the same claim.
            var before = covered.TryGetValue(run.Scope, out var numbers) ? numbers : BlockSet.Empty;
            if (before.Contains(run.Serials))
            {
                continue;
            }

            covered[run.Scope] = before.Union(BlockSet.Of(run.Serials));
            var detail = $"{row[AefColumns.FirstId]} to {row[AefColumns.LastId]}, {row.Place}";
            var booked = transfers[run.Scope].Where(a => a.Serials.Overlaps(run.Serials)).ToList();
            claims.AddRange(booked.SelectMany(a => OutcomeEnds.Parts(new Claim(source, ClaimKind.Article6, a.Units, detail) { Use = Claim.UseOfFirstTransfer(a.Key) }, run.Scope, a.Serials, ends)));
            if (booked.Count == 0)
            {
                var units = AefUnits.AreIn(row) ? AefUnits.Of(row, out _) : null;
                problems.AddRange(units is null ? [Fault(row, $"The units \"{row[AefColumns.FirstUnit]}\" to \"{row[AefColumns.LastUnit]}\" cannot be read, so nothing is known of what the row claims.")] : []);
                claims.AddRange(units is { } block ? InScopes(block, row, scopes).SelectMany(b => OutcomeEnds.Parts(new Claim(source, ClaimKind.Article6, b, detail) { Use = UseOf(run, block) }, run.Scope, run.Serials, ends)) : []);
            }
        }

        return new ClaimImport(claims, problems);
    }

    private static OutcomeEnds? End(AefRow row, AefIdReading reading) => AefRun.Of(row, reading, out _) is { } run
        ? OutcomeEnds.Of(row[AefColumns.ActionType] switch { "Use" => Article6ActionType.Use, "Cancellation" => Article6ActionType.Cancellation, _ => null }, run.Scope, run.Serials) : null;

    private static IEnumerable<SerialBlock> InScopes(SerialBlock units, AefRow row, ILookup<string, (string Registry, string Scope)> scopes) =>
        !Spelled.Same(units.Registry, row[AefColumns.UnitRegistry]) || units.Scope is not ['|', ..] ? [units]
        : scopes[units.Registry].Select(s => new SerialBlock(s.Registry, s.Scope, units.Start, units.End)).DefaultIfEmpty(units);

    // The same identifiers with the same units are one use, in any report.
    private static string UseOf(AefRun run, SerialBlock units) =>
        $"itmo/{run.Scope}/{(units.Start >= run.Serials.Start ? $"+{units.Start - run.Serials.Start}" : $"-{run.Serials.Start - units.Start}")}";

    private static Problem Fault(AefRow row, string message) => new("claim-import", Severity.Error, message, row.Place) { Expected = "identifiers, and the units behind them" };
}
