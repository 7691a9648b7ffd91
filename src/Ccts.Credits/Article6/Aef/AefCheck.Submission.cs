using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Problems;

namespace Ccts.Credits.Article6.Aef;

/// <content>Checks table 1, and that the previous report is of the same Party and the year before.</content>
public static partial class AefCheck
{
    private const string YearCode = "aef-year", PreviousCode = "aef-previous";

    private static void Submission(AefReport report, List<Problem> problems)
    {
        var rows = report.Of(AefTableKind.Submission).ToList();
        foreach (var twice in rows.Skip(1))
        {
            Add(problems, "aef-twice", twice, AefColumns.Party, "Table 1 has more than one row, and the report is of one Party and year.", "one row");
        }

        if (report.Rows.Count == rows.Count)
        {
            problems.Add(new Problem("aef-empty", rows.Count == 0 ? Severity.Error : Severity.Warning, rows.Count == 0 ? "There is no row in any table." : "There is no row beside table 1: either there was nothing to report, or it was left out.", rows.FirstOrDefault()?.Place ?? default) { Expected = "rows of the five tables" });
        }

        if (rows.FirstOrDefault() is not { } row)
        {
            return;
        }

        if (Article6Formats.NumberOf(row[AefColumns.FirstNdcYear]) is { } first && Article6Formats.NumberOf(row[AefColumns.LastNdcYear]) is { } last && last < first)
        {
            Add(problems, YearCode, row, AefColumns.LastNdcYear, $"The NDC implementation period ends in {last}, before it begins in {first}.", "a last year at or after the first");
        }

        foreach (var use in report.Of(AefTableKind.Actions).Where(r => r[AefColumns.ActionType] == "Use" && r[AefColumns.Using] == row[AefColumns.Party]))
        {
            if (Article6Formats.NumberOf(use[AefColumns.NdcYear]) is { } towards && (towards < Article6Formats.NumberOf(row[AefColumns.FirstNdcYear]) || towards > Article6Formats.NumberOf(row[AefColumns.LastNdcYear])))
            {
                Add(problems, YearCode, use, AefColumns.NdcYear, $"The use is towards the NDC of {towards}, and the implementation period of table 1 is {row[AefColumns.FirstNdcYear]} to {row[AefColumns.LastNdcYear]}.", "a year of the period, unless the use is towards an earlier one", Severity.Warning);
            }
        }

        // Holdings are those of 31 December.
        if (Article6Formats.DayOf(row[AefColumns.DateOfSubmission]) is { } day && Year(report) is { } year && day < new NodaTime.LocalDate(year, 12, 31))
        {
            Add(problems, YearCode, row, AefColumns.DateOfSubmission, $"The report of {year} is dated {row[AefColumns.DateOfSubmission]}, before the year was over.", "a day after the reported year", day.Year < year ? Severity.Error : Severity.Warning);
        }
    }

    /// <summary>A version of an authorization must say the same every year. Where it does not, the report being checked prevails.</summary>
    private static void SameVersions(AefReport report, AefReport? previous, List<Problem> problems)
    {
        var before = (previous?.Of(AefTableKind.Authorizations) ?? []).ToLookup(r => r[AefColumns.AuthorizationId], AefNames.Plain);
        foreach (var row in report.Of(AefTableKind.Authorizations))
        {
            foreach (var column in before[row[AefColumns.AuthorizationId]].Where(other => VersionOf(other) == VersionOf(row)).Take(1)
                .SelectMany(other => Compared.Where(c => !AefColumns.IsNothing(row[c]) && !AefColumns.IsNothing(other[c]) && !IsSameCell(c, row, other))))
            {
                Add(problems, "aef-twice", row, column, $"Authorization \"{row[AefColumns.AuthorizationId]}\" says {row[column]}, and said otherwise in the same version in the report of the year before.", "a version that says the same every year, or the next version");
            }
        }
    }

    private static readonly string[] Compared = [AefColumns.AuthorizedQuantity, AefColumns.Date, AefColumns.Purposes, AefColumns.Parties, AefColumns.Timeframe, AefColumns.FirstTransfer, AefColumns.Metric];

    private static bool IsSameCell(string column, AefRow row, AefRow other) => column switch
    {
        AefColumns.AuthorizedQuantity => Article6Formats.NumberOf(row[column]) == Article6Formats.NumberOf(other[column]),
        AefColumns.Parties => new HashSet<string>(AefVersion.Of(row).Parties!, System.StringComparer.Ordinal).SetEquals(AefVersion.Of(other).Parties!),
        _ => Spelled.Same(row[column], other[column]),
    };

    /// <summary>The report of the year before; null, with the reason reported, where it is of another Party or year.</summary>
    private static AefReport? YearBefore(AefReport report, AefReport? previous, List<Problem> problems)
    {
        if (previous is null || (PartyOf(report), Year(report)) is not ({ } party, { } year))
        {
            return previous;
        }

        var row = previous.Of(AefTableKind.Submission).FirstOrDefault();
        if (row is not null && row[AefColumns.Party] == party && Year(previous) == year - 1)
        {
            return previous;
        }

        var problem = row is null ? "The report of the year before has no table 1, so it is not known whose it is and of which year." : $"The report of {party} for {year} is compared with one of {row[AefColumns.Party]} for {row[AefColumns.ReportedYear]}.";
        problems.Add(new Problem(PreviousCode, row is null ? Severity.Warning : Severity.Error, problem, row?.Place ?? default) { Expected = $"the report of {party} for {year - 1}" });
        return row is null ? previous : null;
    }
}
