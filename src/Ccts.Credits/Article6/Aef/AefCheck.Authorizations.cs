using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Problems;
using NodaTime;

namespace Ccts.Credits.Article6.Aef;

/// <content>Actions and holdings against the authorizations they name. Two cells that contradict each other are an error; where one is missing, nobody can say, and that is a warning.</content>
public static partial class AefCheck
{
    private const string AuthorizationCode = "aef-authorization", TimeframeCode = "aef-timeframe";

    /// <summary>An authorization: the last of its versions, and when the first is dated.</summary>
    private sealed record Authorization(AefRow Last, AefRow First)
    {
        internal string Id => Last[AefColumns.AuthorizationId];

        internal AefTimeframe? Timeframe => AefTimeframe.Of(Last[AefColumns.Timeframe]);

        internal bool IsFromTheFirst => Article6Formats.NumberOf(First[AefColumns.AuthorizationVersion]) is null or <= 1;
    }

    private static void Authorized(AefReport report, List<(AefRow Row, AefRun Run)> runs, AefReport? previous, List<Problem> problems)
    {
        var known = report.Of(AefTableKind.Authorizations).Concat(previous?.Of(AefTableKind.Authorizations) ?? []).GroupBy(r => r[AefColumns.AuthorizationId], StringComparer.Ordinal)
            .Select(g => g.OrderBy(r => Article6Formats.NumberOf(r[AefColumns.AuthorizationVersion]) ?? 0).ToList()).ToDictionary(v => v[0][AefColumns.AuthorizationId], v => new Authorization(v[v.Count - 1], v[0]), StringComparer.Ordinal);
        foreach (var twice in report.Of(AefTableKind.Authorizations).GroupBy(r => (r[AefColumns.AuthorizationId], r[AefColumns.AuthorizationVersion])).SelectMany(g => g.Skip(1)))
        {
            Add(problems, "aef-twice", twice, AefColumns.AuthorizationId, $"Authorization \"{twice[AefColumns.AuthorizationId]}\" stands here twice in the same version.", "each version once");
        }

        var isEmpty = !report.Of(AefTableKind.Authorizations).Any();
        foreach (var row in report.Rows.Where(r => r.Table is AefTableKind.Actions or AefTableKind.Holdings))
        {
            var id = row[AefColumns.AuthorizationId];
            if (!known.TryGetValue(id, out var authorization))
            {
                // Another Party's authorization stands in that Party's report.
                if (row[AefColumns.FirstTransferringParty] == PartyOf(report))
                {
                    Add(problems, AuthorizationCode, row, AefColumns.AuthorizationId, $"Authorization \"{id}\" is not in the table of authorizations{(isEmpty ? ", which has no rows: nothing was held against it" : "")}.", "an authorization of the report", isEmpty ? Severity.Warning : Severity.Error);
                }
            }
            else if (authorization.Last[AefColumns.Approach] != row[AefColumns.Approach])
            {
                Add(problems, AuthorizationCode, row, AefColumns.Approach, $"Authorization \"{id}\" is of {authorization.Last[AefColumns.Approach]}, the row of {row[AefColumns.Approach]}.", "the cooperative approach of the authorization");
            }
            else
            {
                Under(authorization, row, problems);
            }
        }

        foreach (var used in known.Values.Where(a => report.Rows.Any(r => r.Table is AefTableKind.Actions or AefTableKind.Holdings && r[AefColumns.AuthorizationId] == a.Id)))
        {
            Stated(used, problems);
            Entities(report, used, problems);
        }

        Beyond(runs, previous, known, problems);
    }

    // What cannot be held against it because a cell of the authorization is missing or is not understood: told once, however many rows there are.
    private static void Stated(Authorization authorization, List<Problem> problems)
    {
        void Missing(string column, string what)
        {
            if (AefColumns.IsNothing(authorization.Last[column]))
            {
                Add(problems, AuthorizationCode, authorization.Last, column, $"Authorization \"{authorization.Id}\" does not say {what}, so nothing was held against it.", $"\"{column}\"", Severity.Warning);
            }
        }

        Missing(AefColumns.Date, "its day");
        Missing(AefColumns.Parties, "which Parties may acquire");
        if (authorization.Last[AefColumns.Metric] == "GHG")
        {
            Missing(AefColumns.AuthorizedQuantity, "how much it covers");
        }

        var text = authorization.Last[AefColumns.Timeframe];
        if (authorization.Timeframe is not { } timeframe)
        {
            Add(problems, TimeframeCode, authorization.Last, AefColumns.Timeframe, $"Authorization \"{authorization.Id}\" {(AefColumns.IsNothing(text) ? "states no timeframe" : $"states a timeframe whose days are not understood, \"{text}\"")}, so no year and no day was held against it.", "Occurred: from yyyy to yyyy Use: from dd/mm/yyyy to dd/mm/yyyy", Severity.Warning);
        }
        else if (timeframe.IsBackwards)
        {
            Add(problems, TimeframeCode, authorization.Last, AefColumns.Timeframe, $"The timeframe \"{text}\" ends before it begins.", "a beginning before its end");
        }
    }

    private static void Under(Authorization authorization, AefRow row, List<Problem> problems)
    {
        var (id, timeframe) = (authorization.Id, authorization.Timeframe);
        if (timeframe?.Occurred is { } occurred && Article6Formats.IsYear(row[AefColumns.Vintage]) && int.Parse(row[AefColumns.Vintage], System.Globalization.CultureInfo.InvariantCulture) is var year && (year < occurred.First.Year || year > occurred.Last.Year))
        {
            Add(problems, AuthorizationCode, row, AefColumns.Vintage, $"Authorization \"{id}\" is for outcomes of {occurred.First.Year} to {occurred.Last.Year}, the row of {year}.", "a vintage of the authorized timeframe");
        }

        if (row.Table != AefTableKind.Actions)
        {
            return;
        }

        var (acquiring, parties) = (row[AefColumns.Acquiring], authorization.Last[AefColumns.Parties]);
        if (!AefColumns.IsNothing(acquiring) && !AefColumns.IsNothing(parties) && acquiring != row[AefColumns.FirstTransferringParty] && !parties.Split(',', ';').Any(p => p.Trim() == acquiring))
        {
            Add(problems, AuthorizationCode, row, AefColumns.Acquiring, $"Authorization \"{id}\" is for {parties}, and {acquiring} acquires.", "a Party that is authorised");
        }

        if (Article6Formats.DayOf(row[AefColumns.ActionDate]) is not { } day)
        {
            return;
        }

        if (Article6Formats.DayOf(authorization.First[AefColumns.Date]) is { } dated && day < dated)
        {
            Add(problems, AuthorizationCode, row, AefColumns.ActionDate, $"The action is of {row[AefColumns.ActionDate]}, and authorization \"{id}\" of {authorization.First[AefColumns.Date]}{(authorization.IsFromTheFirst ? "" : "; its first version is not here")}.", "an action after its authorization", authorization.IsFromTheFirst ? Severity.Error : Severity.Warning);
        }

        // Whether the timeframe of use binds a transfer too, no text read says.
        if (timeframe?.Use is { } use && (day < use.First || day > use.Last))
        {
            Add(problems, AuthorizationCode, row, AefColumns.ActionDate, $"Authorization \"{id}\" is for use from {Article6Formats.Text(use.First)} to {Article6Formats.Text(use.Last)}, and the action is of {row[AefColumns.ActionDate]}.", "a day of the authorized timeframe", row[AefColumns.ActionType] == "Use" ? Severity.Error : Severity.Warning);
        }
    }

    private static void Entities(AefReport report, Authorization authorization, List<Problem> problems)
    {
        var named = new HashSet<string>(report.Of(AefTableKind.AuthorizedEntities).SelectMany(r => new[] { r[AefColumns.IdentificationNumber], r[AefColumns.Name] }), StringComparer.Ordinal);
        foreach (var entity in authorization.Last[AefColumns.Entities].Split(';').Select(e => e.Trim()).Where(e => !AefColumns.IsNothing(e) && !named.Contains(e)))
        {
            Add(problems, "aef-entity", authorization.Last, AefColumns.Entities, $"Authorization \"{authorization.Id}\" names the entity \"{entity}\", and the table of authorized entities does not.", "a row of table 5", Severity.Warning);
        }
    }

    private static void Beyond(List<(AefRow Row, AefRun Run)> runs, AefReport? previous, Dictionary<string, Authorization> known, List<Problem> problems)
    {
        static bool IsFirst(AefRow row) => row.Table == AefTableKind.Actions && row[AefColumns.ActionType] == "First transfer";
        static decimal Tonnes(IEnumerable<AefRow> rows) => rows.Sum(r => Article6Formats.NumberOf(r[AefColumns.Quantity]) ?? 0);
        foreach (var used in runs.Where(r => IsFirst(r.Row)).GroupBy(r => r.Row[AefColumns.AuthorizationId], StringComparer.Ordinal))
        {
            var (now, before) = (Tonnes(used.Select(u => u.Row)), Tonnes((previous?.Rows ?? []).Where(r => IsFirst(r) && r[AefColumns.AuthorizationId] == used.Key)));
            if (known.TryGetValue(used.Key, out var authorization) && Article6Formats.NumberOf(authorization.Last[AefColumns.AuthorizedQuantity]) is { } most && now + before > most)
            {
                Add(problems, "aef-beyond-authorized", used.Last().Row, AefColumns.Quantity, $"First transfers under \"{used.Key}\" come to {now}{(before > 0 ? $", and to {before} in the year before," : "")} and {most} are authorised.", "no more than is authorised");
            }
        }
    }
}
