using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Ledger.Blocks;
using Ccts.Sdk.Problems;

namespace Ccts.Credits.Article6.Aef;

/// <content>Holdings = what was held + what came - what went, identifier by identifier.</content>
public static partial class AefCheck
{
    private static void Movements(AefReport report, List<(AefRow Row, AefRun Run)> runs, List<(AefRow Row, AefRun Run)>? previous, List<Problem> problems)
    {
        if (PartyOf(report) is not { } party)
        {
            if (runs.Count > 0)
            {
                Add(problems, "aef-no-party", runs[0].Row, AefColumns.FirstId, "Without the table of the submission it is not known whose holdings and actions these are, so they were not compared.", "table 1", Severity.Warning);
            }

            return;
        }

        var (held, first, gone) = Before(previous, party);
        foreach (var (row, run, day) in InOrder(runs))
        {
            var here = BlockSet.Of(run.Serials);
            if (Year(report) is { } year && day is { } date && date.Year != year)
            {
                Add(problems, "aef-year", row, AefColumns.ActionDate, $"The action is of {row[AefColumns.ActionDate]}, the report of {year}.", "actions of the reported year");
            }

            var (comes, goes) = (Comes(row, party), Goes(row, party));
            if (row[AefColumns.ActionType] == "First transfer")
            {
                if (row[AefColumns.FirstTransferringParty] is var origin && !AefColumns.IsNothing(row[AefColumns.Transferring]) && row[AefColumns.Transferring] != origin)
                {
                    Add(problems, "aef-other-party", row, AefColumns.FirstTransferringParty, $"The first transferring Party is {origin}, and {row[AefColumns.Transferring]} transfers first.", "whoever transfers first");
                }

                if (!comes && row[AefColumns.Transferring] != party)
                {
                    Add(problems, "aef-other-party", row, AefColumns.Transferring, $"{party} neither gives nor receives in this action.", "actions of the reporting Party");
                }

                var before = At(first, run.Scope);
                if (before.Overlaps(here))
                {
                    Add(problems, "aef-claimed-twice", row, AefColumns.FirstId, $"{run.Scope} {before.Intersect(here)} is transferred first a second time.", "each identifier once");
                }

                Take(row, run, party, held, first, gone);
                continue;
            }

            if (!comes && !goes)
            {
                Add(problems, "aef-other-party", row, AefColumns.Transferring, $"{party} neither gives nor receives in this action.", "actions of the reporting Party");
            }

            if (comes && At(held, run.Scope).Overlaps(here))
            {
                Add(problems, "aef-claimed-twice", row, AefColumns.FirstId, $"{party} receives {run.Scope} {At(held, run.Scope).Intersect(here)}, and holds it already.", "identifiers that are not held");
            }

            var missing = here.Subtract(At(held, run.Scope));
            if (goes && missing.Overlaps(At(gone, run.Scope)))
            {
                Add(problems, "aef-claimed-twice", row, AefColumns.FirstId, $"{party} gives {run.Scope} {missing.Intersect(At(gone, run.Scope))} a second time.", "each identifier goes once");
            }
            else if (goes && !missing.IsEmpty)
            {
                Lacks(problems, row, AefColumns.FirstId, $"{party} does not hold {run.Scope} {missing} when it gives them.", previous is not null);
            }

            Take(row, run, party, held, first, gone);
        }

        Compare(report, runs, held, previous is not null, problems);
    }

    // Applies an action to the sets of identifiers held, first transferred and gone.
    private static void Take(AefRow row, AefRun run, string party, Dictionary<string, BlockSet> held, Dictionary<string, BlockSet> first, Dictionary<string, BlockSet> gone)
    {
        var (here, comes, isFirst) = (BlockSet.Of(run.Serials), Comes(row, party), row[AefColumns.ActionType] == "First transfer");
        Put(first, run.Scope, isFirst ? At(first, run.Scope).Union(here) : At(first, run.Scope));
        Put(held, run.Scope, comes ? At(held, run.Scope).Union(here) : At(held, run.Scope).Subtract(here));
        Put(gone, run.Scope, !comes ? At(gone, run.Scope).Union(here) : isFirst ? At(gone, run.Scope) : At(gone, run.Scope).Subtract(here));
    }

    // The state at the end of the year before: from its actions, with the holdings of its table.
    private static (Dictionary<string, BlockSet> Held, Dictionary<string, BlockSet> First, Dictionary<string, BlockSet> Gone) Before(List<(AefRow Row, AefRun Run)>? previous, string party)
    {
        var (held, first, gone) = (new Dictionary<string, BlockSet>(StringComparer.Ordinal), new Dictionary<string, BlockSet>(StringComparer.Ordinal), new Dictionary<string, BlockSet>(StringComparer.Ordinal));
        foreach (var (row, run, _) in InOrder(previous ?? []))
        {
            Take(row, run, party, held, first, gone);
        }

        held = Sets((previous ?? []).Where(p => p.Row.Table == AefTableKind.Holdings));
        return (held, first, gone.ToDictionary(g => g.Key, g => g.Value.Subtract(At(held, g.Key)), StringComparer.Ordinal));
    }

    private static IEnumerable<(AefRow Row, AefRun Run, NodaTime.LocalDate? Day)> InOrder(List<(AefRow Row, AefRun Run)> runs) => runs.Where(r => r.Row.Table == AefTableKind.Actions)
        .Select((r, i) => (r.Row, r.Run, Day: Article6Formats.DayOf(r.Row[AefColumns.ActionDate]), Number: i)).OrderBy(a => a.Day).ThenBy(a => a.Number).Select(a => (a.Row, a.Run, a.Day));

    private static void Compare(AefReport report, List<(AefRow Row, AefRun Run)> runs, Dictionary<string, BlockSet> held, bool isOpened, List<Problem> problems)
    {
        var stated = new Dictionary<string, BlockSet>(StringComparer.Ordinal);
        var touched = Sets(runs.Where(r => r.Row.Table == AefTableKind.Actions));
        foreach (var (row, run) in runs.Where(r => r.Row.Table == AefTableKind.Holdings))
        {
            var here = BlockSet.Of(run.Serials);
            if (At(stated, run.Scope).Overlaps(here))
            {
                Add(problems, "aef-claimed-twice", row, AefColumns.FirstId, $"{run.Scope} {At(stated, run.Scope).Intersect(here)} is held in two rows.", "each identifier in one row");
            }

            var beyond = here.Subtract(At(held, run.Scope));
            var gone = beyond.Intersect(At(touched, run.Scope));
            if (!gone.IsEmpty)
            {
                Add(problems, "aef-holdings", row, AefColumns.FirstId, $"{run.Scope} {gone} is held, and the actions say that it went.", "holdings = what was held + what came - what went");
            }

            if (beyond.Subtract(gone) is { IsEmpty: false } unknown)
            {
                Lacks(problems, row, AefColumns.FirstId, $"{run.Scope} {unknown} is held, and no action says that it came.", isOpened);
            }

            Put(stated, run.Scope, At(stated, run.Scope).Union(here));
        }

        // A missing holding is an error only where the report has table 1, so that it is known to be complete.
        foreach (var scope in held.Where(h => report.Rows.Any(r => r.Table == AefTableKind.Submission)))
        {
            if (scope.Value.Subtract(At(stated, scope.Key)) is { IsEmpty: false } left)
            {
                problems.Add(new Problem("aef-holdings", Severity.Error, $"{scope.Key} {left} should be held by the actions, and is not in the table of holdings.", new SourcePlace(report.Rows[0].Place.File, 0, 0, nameof(AefTableKind.Holdings))) { Expected = "holdings = what was held + what came - what went" });
            }
        }
    }

    // Without last year's holdings this is only a warning.
    private static void Lacks(List<Problem> problems, AefRow row, string column, string message, bool isOpened) => Add(
        problems, isOpened ? "aef-holdings" : "aef-opening-unknown", row, column, isOpened ? message : message + " It may be of an earlier year: last year's holdings are not to hand.",
        "holdings = what was held + what came - what went", isOpened ? Severity.Error : Severity.Warning);

    private static int? Year(AefReport report) => report.Of(AefTableKind.Submission).FirstOrDefault()?[AefColumns.ReportedYear] is { } text && Article6Formats.IsYear(text) ? int.Parse(text, System.Globalization.CultureInfo.InvariantCulture) : null;

    private static bool Comes(AefRow row, string party) => row[AefColumns.ActionType] switch
    {
        "First transfer" => row[AefColumns.Acquiring] == party || (AefColumns.IsNothing(row[AefColumns.Acquiring]) && row[AefColumns.Transferring] == party),
        "Acquisition" or "Transfer" => row[AefColumns.Acquiring] == party,
        _ => false,
    };

    private static bool Goes(AefRow row, string party) => row[AefColumns.ActionType] switch
    {
        "Acquisition" or "Transfer" => row[AefColumns.Transferring] == party && row[AefColumns.Acquiring] != party,
        "Use" or "Cancellation" => row[AefColumns.Using] == party,
        _ => false,
    };

    private static Dictionary<string, BlockSet> Sets(IEnumerable<(AefRow Row, AefRun Run)> runs) =>
        runs.GroupBy(r => r.Run.Scope, StringComparer.Ordinal).ToDictionary(g => g.Key, g => BlockSet.FromRanges(g.Select(r => r.Run.Serials)), StringComparer.Ordinal);

    private static BlockSet At(Dictionary<string, BlockSet> sets, string scope) => sets.TryGetValue(scope, out var set) ? set : BlockSet.Empty;

    private static void Put(Dictionary<string, BlockSet> sets, string scope, BlockSet set) => sets[scope] = set;
}
