using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Problems;
using NodaTime;

namespace Ccts.Credits.Article6.Aef;

/// <content>Checks actions and holdings against the authorizations they name. Two contradictory cells are an error; a missing cell leaves the check open, which is a warning.</content>
public static partial class AefCheck
{
    private const string AuthorizationCode = "aef-authorization", TimeframeCode = "aef-timeframe";

    /// <summary>An authorization with its versions, from the first in the report.</summary>
    private sealed record Authorization(IReadOnlyList<AefVersion> Versions)
    {
        internal AefRow First => Versions[0].Row;

        internal AefRow Last => Versions[Versions.Count - 1].Row;

        internal string Id => Last[AefColumns.AuthorizationId];

        internal bool IsFromTheFirst => Article6Formats.NumberOf(First[AefColumns.AuthorizationVersion]) is null or <= 1;

        /// <summary>The versions that may have been in force on a day; all where the day is not known, none where all are later.</summary>
        internal List<AefVersion> On(LocalDate? day)
        {
            var begun = day is null ? 0 : Math.Max(0, Versions.ToList().FindLastIndex(v => v.Day < day));
            return Versions.Where((v, i) => i >= begun && !(v.Day > day)).ToList();
        }

        /// <summary>The versions up to a day; all where the day is not known. A later action with an outcome is under the version of its first transfer, or a later one.</summary>
        internal List<AefVersion> Until(LocalDate? day) => Versions.Where(v => !(v.Day > day)).ToList();
    }

    private static void Authorized(AefReport report, List<(AefRow Row, AefRun Run)> runs, AefReport? previous, List<Problem> problems)
    {
        var known = report.Of(AefTableKind.Authorizations).Concat(previous?.Of(AefTableKind.Authorizations) ?? []).GroupBy(r => r[AefColumns.AuthorizationId], AefNames.Plain)
            .ToDictionary(g => g.Key, g => new Authorization(g.GroupBy(VersionOf).OrderBy(v => v.Key).Select(v => AefVersion.Of(v.First())).ToList()), AefNames.Plain);
        foreach (var same in report.Of(AefTableKind.Authorizations).GroupBy(r => r[AefColumns.AuthorizationId], AefNames.Plain).SelectMany(g => g.GroupBy(VersionOf)))
        {
            foreach (var twice in same.Skip(1))
            {
                var (id, first) = (twice[AefColumns.AuthorizationId], same.First()[AefColumns.AuthorizationId]);
                Add(problems, "aef-twice", twice, AefColumns.AuthorizationId, $"Authorization \"{id}\" occurs twice in the same version{(id == first ? "" : $", first as \"{first}\"")}.", "each version once");
            }
        }

        var isEmpty = !report.Of(AefTableKind.Authorizations).Any();
        foreach (var row in report.Rows.Where(r => r.Table is AefTableKind.Actions or AefTableKind.Holdings))
        {
            var id = row[AefColumns.AuthorizationId];
            var (authorization, isOwn) = (known.TryGetValue(id, out var found) ? found : null, IsOwn(report, row));
            Ahead(isOwn ? authorization : null, row, problems);
            if (authorization is not null)
            {
                Under(authorization, row, isOwn, problems);
            }
            else if (isOwn && PartyOf(report) is not null)
            {
                Add(problems, AuthorizationCode, row, AefColumns.AuthorizationId, $"Authorization \"{id}\" is not in the table of authorizations{(isEmpty ? ", which has no rows: nothing was held against it" : "")}.", "an authorization of the report", isEmpty ? Severity.Warning : Severity.Error);
            }
        }

        foreach (var used in known.Values.Where(a => report.Rows.Any(r => r.Table is AefTableKind.Actions or AefTableKind.Holdings && IsOwn(report, r) && AefNames.Plain.Equals(r[AefColumns.AuthorizationId], a.Id))))
        {
            Stated(used, problems);
            Entities(report, used, problems);
        }

        Beyond(report, runs, previous, known, problems);
    }

    private static decimal VersionOf(AefRow row) => Article6Formats.NumberOf(row[AefColumns.AuthorizationVersion]) ?? 0;

    // Another Party's authorization is in that Party's report, and may have the same id as one here.
    private static bool IsOwn(AefReport report, AefRow row) => PartyOf(report) is not { } party || row[AefColumns.FirstTransferringParty] == party;

    private static void Under(Authorization authorization, AefRow row, bool isOwn, List<Problem> problems)
    {
        var found = new List<Problem>();
        if (authorization.Last[AefColumns.Approach] != row[AefColumns.Approach])
        {
            Add(found, AuthorizationCode, row, AefColumns.Approach, $"Authorization \"{authorization.Id}\" is of {authorization.Last[AefColumns.Approach]}, the row of {row[AefColumns.Approach]}.", "the cooperative approach of the authorization");
        }
        else
        {
            Under(authorization, row, found);
        }

        problems.AddRange(isOwn ? found : found.Where(p => p.Code != AuthorizationCode));
        if (!isOwn && found.Find(p => p.Code == AuthorizationCode) is { } differs)
        {
            Add(problems, AuthorizationCode, row, AefColumns.AuthorizationId, $"The outcomes are of {row[AefColumns.FirstTransferringParty]}, and do not fit the authorization \"{authorization.Id}\" of this report, unless theirs is another of the same id: {differs.Message}", "the authorization of the first transferring Party", Severity.Warning);
        }
    }

    // Reports once, however many rows there are, what cannot be checked because a cell of the authorization is missing or not understood.
    private static void Stated(Authorization authorization, List<Problem> problems)
    {
        void Missing(string column, string what)
        {
            if (AefColumns.IsNothing(authorization.Last[column]))
            {
                Add(problems, AuthorizationCode, authorization.Last, column, $"Authorization \"{authorization.Id}\" does not say {what}, so nothing was compared with it.", $"\"{column}\"", Severity.Warning);
            }
        }

        Missing(AefColumns.Date, "its day");
        Missing(AefColumns.Parties, "which Parties may acquire");
        if (authorization.Last[AefColumns.Metric] == "GHG")
        {
            Missing(AefColumns.AuthorizedQuantity, "how much it covers");
        }

        var (purpose, definition) = (authorization.Versions[authorization.Versions.Count - 1].Purpose, authorization.Last[AefColumns.FirstTransfer]);
        if (purpose?.HasOther() == true)
        {
            Missing(AefColumns.FirstTransfer, "what the first transfer is for other purposes than an NDC");
        }
        else if (purpose is not null && !AefColumns.IsNothing(definition))
        {
            Add(problems, AuthorizationCode, authorization.Last, AefColumns.FirstTransfer, $"Authorization \"{authorization.Id}\" is for an NDC alone, and says what the first transfer is for other purposes.", "NA", Severity.Warning);
        }

        var text = authorization.Last[AefColumns.Timeframe];
        if (AefTimeframe.Of(text) is not { } timeframe)
        {
            Add(problems, TimeframeCode, authorization.Last, AefColumns.Timeframe, $"Authorization \"{authorization.Id}\" {(AefColumns.IsNothing(text) ? "states no timeframe" : $"states a timeframe whose days are not understood, \"{text}\"")}, so no year and no day was held against it.", "Occurred: from yyyy to yyyy Use: from dd/mm/yyyy to dd/mm/yyyy", Severity.Warning);
        }
        else if (timeframe.IsBackwards)
        {
            Add(problems, TimeframeCode, authorization.Last, AefColumns.Timeframe, $"The timeframe \"{text}\" ends before it begins.", "a beginning before its end");
        }
    }

    private static void Entities(AefReport report, Authorization authorization, List<Problem> problems)
    {
        var named = new HashSet<string>(report.Of(AefTableKind.AuthorizedEntities).SelectMany(r => new[] { r[AefColumns.IdentificationNumber], r[AefColumns.Name] }), AefNames.Plain);
        foreach (var entity in authorization.Last[AefColumns.Entities].Split(';').Select(e => e.Trim()).Where(e => !AefColumns.IsNothing(e) && !named.Contains(e)))
        {
            Add(problems, "aef-entity", authorization.Last, AefColumns.Entities, $"Authorization \"{authorization.Id}\" names the entity \"{entity}\", and the table of authorized entities does not.", "a row of table 5", Severity.Warning);
        }
    }

    private static void Beyond(AefReport report, List<(AefRow Row, AefRun Run)> runs, AefReport? previous, Dictionary<string, Authorization> known, List<Problem> problems)
    {
        bool IsFirst(AefRow row) => row.Table == AefTableKind.Actions && row[AefColumns.ActionType] == "First transfer" && IsOwn(report, row);
        foreach (var used in runs.Where(r => IsFirst(r.Row)).GroupBy(r => r.Row[AefColumns.AuthorizationId], AefNames.Plain))
        {
            if (known.TryGetValue(used.Key, out var authorization))
            {
                Beyond(authorization, used.Select(u => u.Row).ToList(), (previous?.Rows ?? []).Where(r => IsFirst(r) && AefNames.Plain.Equals(r[AefColumns.AuthorizationId], used.Key)).ToList(), problems);
            }
        }
    }

    // For each version, what was transferred before the day of the next one must be within its quantity.
    private static void Beyond(Authorization authorization, List<AefRow> thisYear, List<AefRow> yearBefore, List<Problem> problems)
    {
        for (var i = 0; i < authorization.Versions.Count; i++)
        {
            var isLast = i == authorization.Versions.Count - 1;
            var until = isLast ? null : authorization.Versions[i + 1].Day;
            decimal Tonnes(IEnumerable<AefRow> rows) => rows.Where(r => isLast || Article6Formats.DayOf(r[AefColumns.ActionDate]) < until).Sum(r => Article6Formats.NumberOf(r[AefColumns.Quantity]) ?? 0);
            var (now, before) = (Tonnes(thisYear), Tonnes(yearBefore));
            if (Article6Formats.NumberOf(authorization.Versions[i].Row[AefColumns.AuthorizedQuantity]) is { } most && now + before > most)
            {
                var when = isLast ? "" : $" before {Article6Formats.Text(until!.Value)}";
                Add(problems, "aef-beyond-authorized", thisYear[thisYear.Count - 1], AefColumns.Quantity, $"First transfers under \"{authorization.Id}\"{when} come to {now}{(before > 0 ? $", and to {before} in the year before," : "")} and {most} are authorised.", "no more than is authorised");
                return;
            }
        }
    }
}
