using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Ccts.Compliance.Deadlines;
using Ccts.Compliance.Sources;
using Ccts.Compliance.Years;
using Ccts.Compliance.Years.Agencies;
using Ccts.Sdk.Assessments;
using Ccts.Sdk.Assessments.Certificates;
using NodaTime.Text;

namespace Ccts.Compliance.Verification.Reporting;

/// <summary>Why a verification is not valid as it is.</summary>
/// <param name="Code">Stable code: <c>no-opinion</c>, <c>name-missing</c>, <c>nothing-said</c>, <c>own-report</c>, <c>no-conclusion</c>, <c>no-interactions</c>, <c>no-contract-review</c>, <c>not-in-force</c>, <c>no-lead</c>, <c>no-reviewer</c>, <c>reviewer-in-team</c>, <c>person-twice</c>, <c>visitor-not-in-team</c>, <c>person-unclear</c>, <c>too-few-visits</c>, <c>material</c>, <c>reading-open</c>, <c>non-conformity</c>, <c>scope-limited</c>, <c>cured-late</c>, <c>nothing-limited</c>, <c>nothing-adverse</c>, <c>withheld</c>, <c>deemed</c>, <c>other-entity</c>, <c>other-year</c>, <c>other-agency</c>, <c>same-person</c>, <c>other-opinion</c>, <c>other-reviewer</c>, <c>not-of-team</c>, <c>visit-out-of-time</c>, <c>other-limitation</c>, <c>interaction-out-of-time</c>, <c>other-report</c>, <c>correction-not-submitted</c>; of a check verification <c>same-agency</c>, <c>other-first-agency</c>, <c>other-notice</c>, <c>notice-too-early</c>, <c>no-advantage</c>, <c>advantage-differs</c>, <c>before-notice</c>, <c>no-liability</c>; with a register of agencies <c>not-accredited</c>, <c>register-mismatch</c>, <c>accreditation-not-valid</c>, <c>sector-not-in-scope</c>, <c>own-work</c>, <c>agency-unclear</c>, <c>entity-unclear</c>.</param>
/// <param name="Message">The reason.</param>
/// <param name="Clause">The clause it rests on, or null.</param>
public sealed record VerificationGap(string Code, string Message, string? Clause = null);

/// <summary>Checks an agency's record against what the procedure asks of a verification.</summary>
/// <remarks>Pure and thread-safe.</remarks>
public static class VerificationCheck
{
    /// <summary>What is missing or contradicts the opinion; empty when the verification is valid.</summary>
    /// <param name="record">The agency's record.</param>
    /// <param name="sum">Its misstatements added up.</param>
    /// <param name="leastVisits">The fewest visits to the site, from the ruleset's <c>verification.least-site-visits</c>; null where that is not known.</param>
    /// <param name="calendar">The days of the year's ruleset, to check whether a limitation was cured in time; null skips the check.</param>
    /// <param name="assessment">The assessment that was verified: a positive opinion on figures that look like a slip is not valid; null where it is not available.</param>
    /// <param name="rules">The rules by which certificates are counted, to check a stated advantage against the misstatements; null skips the check.</param>
    public static IReadOnlyList<VerificationGap> Gaps(VerificationRecord record, MisstatementSum sum, int? leastVisits, DueCalendar? calendar = null, Assessment? assessment = null, CertificateRules? rules = null)
    {
        Require.NotNull(record);
        Require.NotNull(sum);
        var withheld = record.Opinion == VerificationOpinion.Positive && assessment?.IsDeemed() == true
            ? new[] { new VerificationGap("deemed", "The documents of the year were not submitted, so the baseline intensity is deemed achieved; a positive opinion is about what was measured.", "GEI Rules r.4(5)") }
            : record.Opinion == VerificationOpinion.Positive && assessment?.Withheld is not null
            ? new[] { new VerificationGap("withheld", $"Certificates are withheld, since {assessment.Findings.First(f => f.NeedsReason).Message} A positive opinion needs it mended, or a reason for it in the report.", record.Check is null ? "DPCM s.6(3)" : null) }
            : [];
        withheld = [.. ContentGaps.Of(record), .. Own(record, assessment), .. withheld, .. record.Opinion == VerificationOpinion.Positive && assessment is not null && DeemedYear.NotInForce(assessment.Assumptions) is { } draft ? new[] { new VerificationGap("not-in-force", draft) } : []];
        if (record.Check is { } check)
        {
            return [.. CheckGaps.Of(record, check, assessment is null ? null : CheckReport.TooMany(assessment, sum, rules)), .. Twice(record), .. Visitors(record), .. Opinion(record, sum), .. withheld];
        }

        return [.. People(record), .. Twice(record), .. Visitors(record), .. ContentGaps.Missing(record), .. Opinion(record, sum), .. withheld, .. record.Opinion == VerificationOpinion.Positive ? LateCures(record, calendar) : [], .. leastVisits is { } least && record.SiteVisits.Count < least
            ? new[] { new VerificationGap("too-few-visits", $"{record.SiteVisits.Count.ToString(CultureInfo.InvariantCulture)} visits to the site are recorded; {least.ToString(CultureInfo.InvariantCulture)} is the least.", "DPCM s.6(9)") }
            : []];
    }

    /// <summary>Where the record departs from the year's journal: another entity, year or agency, or somebody who acted in another role.</summary>
    /// <param name="record">The agency's record.</param>
    /// <param name="year">The year's journal.</param>
    /// <param name="calendar">The days of the year's ruleset, whose row has the entity's number and its name; null where it is not at hand.</param>
    /// <param name="report">The digest of the verified report, <c>sha256:…</c>, to compare with the submitted report in the journal; null where it is not available.</param>
    public static IReadOnlyList<VerificationGap> Contradictions(VerificationRecord record, YearState year, DueCalendar? calendar = null, string? report = null)
    {
        Require.NotNull(record);
        Require.NotNull(year);
        var gaps = new List<VerificationGap>();
        if (!year.Names.Concat(calendar?.NamesOf(year) ?? []).Any(n => PlainName.Same(record.Entity, n) || OrganisationName.Same(record.Entity, n)))
        {
            gaps.Add(new("other-entity", $"The record is of {record.Entity}, the journal of {year.Entity}."));
        }

        if (record.Year != year.Year)
        {
            gaps.Add(new("other-year", $"The record is of {record.Year}, the journal of {year.Year}."));
        }

        if (record.Check is { } check)
        {
            gaps.AddRange(CheckGaps.Contradictions(record, check, year));
        }
        else if (year.Verifying is { } agency && !OrganisationName.Same(agency, record.Agency))
        {
            gaps.Add(new("other-agency", $"{agency} has begun the verification of this year, not {record.Agency}.", "DPCM s.6"));
        }

        gaps.AddRange(JournalGaps.Of(record, year));
        gaps.AddRange(JournalGaps.Reports(record, year, report));
        gaps.AddRange(from e in year.Events
                      from person in record.Team.Select(m => (Name: m.Person, Role: record.Check is null ? YearRole.Verifier : YearRole.CheckVerifier)).Concat(record.Reviewer is { } r ? [(r, record.Check is null ? YearRole.TechnicalReviewer : YearRole.CheckVerifier)] : [])
                      where e.Actor.Role != person.Role
                      let same = PersonName.Is(e.Actor.Person, person.Name)
                      where same != false
                      let clause = person.Role == YearRole.TechnicalReviewer ? "DPCM s.6(15)" : null
                      select same == true
                          ? new VerificationGap("same-person", $"{person.Name} has acted as {YearWords.Of(e.Actor.Role)} in this year, and cannot act as {YearWords.Of(person.Role)}.", clause)
                          : new VerificationGap("person-unclear", $"{e.Actor.Person.Trim()} has acted as {YearWords.Of(e.Actor.Role)} in this year, and whether {person.Name.Trim()} is the same person cannot be seen: write both names in full, or with a number.", clause));
        return [.. gaps.Distinct()];
    }

    /// <summary>Where the record's agency and the number of its accreditation are not those of one accreditation of a register, or the agency was not accredited on a day on which it acted.</summary>
    /// <param name="record">The agency's record: its visits, interactions and reported limitations have days.</param>
    /// <param name="agencies">The register.</param>
    /// <param name="sector">The entity's sector, or null where it is not known; then the scope is not looked at.</param>
    /// <param name="year">The year's journal, for the days of the agency's own steps, its opinion among them; null where it is not at hand.</param>
    public static IReadOnlyList<VerificationGap> Accreditation(VerificationRecord record, AgencyRegister agencies, string? sector = null, YearState? year = null)
    {
        var clause = Require.NotNull(record).Check is null ? "DPCM s.6" : "DPCM s.7";
        if (Require.NotNull(agencies).Mismatch(record.Agency, record.Accreditation) is { } no)
        {
            return [new(no.Code, no.Message, clause)];
        }

        var steps = year?.Events.Where(e => IsOf(record, e.Actor.Role) && OrganisationName.Same(agencies.NameOf(e.Actor.Organisation), agencies.NameOf(record.Agency))).Select(e => e.On) ?? [];
        var days = record.SiteVisits.Select(v => v.On).Concat(record.Interactions.Select(t => t.On)).Concat(record.Limitations.Select(l => l.Reported)).Concat(steps).Distinct().OrderBy(d => d);
        return [.. days.Select(d => agencies.Misfit(record.Agency, year?.Names ?? [record.Entity], sector, record.Year, d)).OfType<AgencyRefusal>().Distinct().Select(r => new VerificationGap(r.Code, r.Message, clause))];
    }

    private static bool IsOf(VerificationRecord record, YearRole role) =>
        record.Check is null ? role is YearRole.Verifier or YearRole.TechnicalReviewer : role == YearRole.CheckVerifier;

    private static IEnumerable<VerificationGap> LateCures(VerificationRecord record, DueCalendar? calendar) =>
        from limitation in record.Limitations
        let last = calendar?.LastDayToCure(limitation.Reported)
        where limitation.Cured > last
        select new VerificationGap("cured-late", $"{limitation.Id} could be cured until {LocalDatePattern.Iso.Format(last!.Value)} and was on {LocalDatePattern.Iso.Format(limitation.Cured!.Value)}.", "DPCM s.6(16)(v)");

    // A person listed twice counts once in the team.
    private static IEnumerable<VerificationGap> Twice(VerificationRecord record) =>
        record.Team.SelectMany((m, i) => record.Team.Take(i).Select(o => (One: m.Person.Trim(), Other: o.Person.Trim(), Same: PersonName.Is(o.Person, m.Person)))).Where(p => p.Same != false)
            .Select(p => p.Same == true ? new VerificationGap("person-twice", $"{p.One} occurs twice in the team.") : new VerificationGap("person-unclear", $"Whether {p.One} and {p.Other} of the team are one person cannot be seen: write both names in full, or with a number."));

    // An entity cannot verify its own report.
    private static IEnumerable<VerificationGap> Own(VerificationRecord record, Assessment? assessment)
    {
        var names = new[] { record.Entity, assessment?.Entity.Name, assessment?.Entity.Registration?.Text }.OfType<string>().ToList();
        return names.Exists(n => PlainName.Same(record.Agency, n) || OrganisationName.Same(record.Agency, n)) ? [new("own-report", $"{record.Agency.Trim()} is the entity itself, and nobody verifies its own report.", "DPCM s.6")]
            : names.Find(n => OrganisationName.MayBeOne(record.Agency, n)) is { } like ? [new("own-report", $"{record.Agency.Trim()} may be {like.Trim()}, the entity itself, and nobody verifies its own report.", "DPCM s.6")]
            : [];
    }

    private static IEnumerable<VerificationGap> Visitors(VerificationRecord record) =>
        from visit in record.Team.Count == 0 ? [] : record.SiteVisits
        where !(record.Reviewer is { } reviewer && PersonName.Same(visit.By, reviewer)) && !VisitedBy(visit).Any(p => record.Team.Any(m => PersonName.Same(m.Person, p) || PersonName.MayBeSame(m.Person, p)))
        select new VerificationGap("visitor-not-in-team", $"{visit.By.Trim()}, who visited the site on {LocalDatePattern.Iso.Format(visit.On)}, is not of the team.", record.Check is null ? "DPCM s.6(9)" : null);

    // "R. Iyer and S. Das" are two.
    private static IEnumerable<string> VisitedBy(SiteVisit visit) => visit.By.Split([",", ";", "&", "/", "+", " and ", " with "], StringSplitOptions.RemoveEmptyEntries).Append(visit.By);

    private static IEnumerable<VerificationGap> People(VerificationRecord record)
    {
        if (record.Team.Count(m => m.IsLead) != 1)
        {
            yield return new("no-lead", "The team has not exactly one lead auditor.", "DPCM s.6(15)");
        }

        if (record.Reviewer is not { } reviewer || SaidText.IsSilent(reviewer))
        {
            yield return new("no-reviewer", "No technical reviewer is named.", "DPCM s.6(15)");
        }
        else if (record.Team.Any(m => PersonName.Same(m.Person, reviewer)))
        {
            yield return new("reviewer-in-team", $"{reviewer.Trim()} is of the team; the reviewer is a lead auditor outside it.", "DPCM s.6(15)");
        }
        else if (record.Team.Select(m => m.Person).Concat(record.SiteVisits.Select(v => v.By)).FirstOrDefault(p => PersonName.MayBeSame(p, reviewer)) is { } unclear)
        {
            yield return new("person-unclear", $"Whether {reviewer.Trim()} is {unclear.Trim()} of the team cannot be seen: write both names in full, or with a number.", "DPCM s.6(15)");
        }
        else if (record.SiteVisits.Any(v => PersonName.Same(v.By, reviewer)))
        {
            yield return new("reviewer-in-team", $"{reviewer.Trim()} visited the site; the reviewer takes no part in the verification.", "DPCM s.6(15)");
        }
    }

    private static IEnumerable<VerificationGap> Opinion(VerificationRecord record, MisstatementSum sum)
    {
        string? Clause(string first) => record.Check is null ? first : null;
        var materiality = record.Check is null ? "DPCM s.6(12)" : CheckReport.Materiality;
        var open = record.Limitations.Where(l => l.Cured is null).ToList();
        switch (record.Opinion)
        {
            case null:
                yield return new("no-opinion", "No opinion is stated.", Clause("DPCM s.6(16)"));
                break;
            case VerificationOpinion.ScopeLimited when open.Count == 0:
                yield return new("nothing-limited", "The scope is said to be limited, and no limitation is open.", Clause("DPCM s.6(16)(v)"));
                break;
            case VerificationOpinion.Adverse when SaidText.IsSilentSentence(record.Reasoning) && open.Count == 0 && record.NonConformities.All(n => n.IsCorrected) && sum.Finding != MaterialityFinding.Material:
                yield return new("nothing-adverse", "The opinion is adverse, and no material misstatement, no non-conformity and no limitation stands; \"reasoning\" has to say why.", Clause("DPCM s.6(16)"));
                break;
            case VerificationOpinion.Positive:
                if (sum.Finding == MaterialityFinding.Material)
                {
                    yield return new("material", "The misstatements that stand are material however they are added up.", materiality);
                }

                if (sum.Finding == MaterialityFinding.OpenReading && SaidText.IsSilentSentence(record.Reasoning))
                {
                    yield return new("reading-open", "Whether the misstatements are material depends on a reading that the text leaves open; \"reasoning\" has to say which was taken and why.", materiality);
                }

                foreach (var standing in record.NonConformities.Where(n => !n.IsCorrected))
                {
                    yield return new("non-conformity", $"{standing.Id} stands: {standing.Text}", Clause("DPCM s.6(16)(iv)"));
                }

                foreach (var limitation in open)
                {
                    yield return new("scope-limited", $"{limitation.Id} is not cured: {limitation.Text}", Clause("DPCM s.6(16)(v)"));
                }

                break;
            default:
                break;
        }
    }
}
