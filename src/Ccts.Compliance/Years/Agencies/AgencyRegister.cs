using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Ccts.Sdk.Entities;
using NodaTime;
using NodaTime.Text;

namespace Ccts.Compliance.Years.Agencies;

/// <summary>An agency's accreditation, as the host states it: no public list was found.</summary>
/// <param name="Agency">The agency.</param>
/// <param name="Number">The number of the accreditation.</param>
/// <param name="Sectors">The sectors of its scope, as the schedules name them.</param>
/// <param name="From">The first day on which it is valid.</param>
/// <param name="Until">The last one.</param>
/// <param name="Source">Where it was read.</param>
public sealed record Accreditation(string Agency, string Number, IReadOnlyList<string> Sectors, LocalDate From, LocalDate Until, string Source);

/// <summary>Work of an agency for an entity other than verifying it: advice, a plan written, meters sold.</summary>
/// <param name="Agency">The agency.</param>
/// <param name="Entity">The entity, by its registration number or name.</param>
/// <param name="Work">What was done.</param>
/// <param name="From">The first day.</param>
/// <param name="Until">The last one.</param>
/// <param name="Source">Where it was read.</param>
/// <param name="Registration">The entity's registration number where <paramref name="Entity"/> is its name; null where that is the number, or where it is not known.</param>
public sealed record Engagement(string Agency, string Entity, string Work, LocalDate From, LocalDate Until, string Source, RegistrationNumber? Registration = null);

/// <summary>Why an agency may not verify.</summary>
/// <param name="Code"><c>not-accredited</c>, <c>accreditation-not-valid</c>, <c>sector-not-in-scope</c>, <c>own-work</c>, <c>agency-unclear</c>, <c>entity-unclear</c> or <c>register-mismatch</c>.</param>
/// <param name="Message">Why, and what would be allowed.</param>
public sealed record AgencyRefusal(string Code, string Message);

/// <summary>Who is accredited for what, and who worked for whom: what decides whether an agency may verify an entity's year.</summary>
/// <remarks>
/// Immutable and thread-safe. An agency is found by its name, however "M/s" and its legal form are written, or by its accreditation number; an entity by its registration number or, where there is none, by its name. No text read says how long
/// other work disqualifies an agency: here, work that touches the year or comes after it does.
/// </remarks>
/// <param name="accreditations">Accreditations, as the host knows them.</param>
/// <param name="engagements">Other work of agencies, as the host knows it.</param>
public sealed class AgencyRegister(IEnumerable<Accreditation> accreditations, IEnumerable<Engagement> engagements)
{
    private readonly List<Accreditation> _accreditations = [.. Require.NotNull(accreditations)];
    private readonly List<Engagement> _engagements = [.. Require.NotNull(engagements)];

    /// <summary>Why an agency may not verify an entity's year, or null when it may.</summary>
    /// <param name="agency">The agency, by its name or the number of its accreditation.</param>
    /// <param name="entity">The entity, by its registration number or name.</param>
    /// <param name="sector">The entity's sector, or null where it is not known; then the scope is not looked at.</param>
    /// <param name="year">The year.</param>
    /// <param name="on">The day on which it acts.</param>
    public AgencyRefusal? Misfit(string agency, string entity, string? sector, ComplianceYear year, LocalDate on) => Misfit(agency, [Require.NotNull(entity)], sector, year, on);

    /// <summary>The same for an entity with several names, the journal's first: own work under any of them counts.</summary>
    internal AgencyRefusal? Misfit(string agency, IReadOnlyList<string> names, string? sector, ComplianceYear year, LocalDate on)
    {
        var entity = names[0];
        var own = Of(agency);
        if (own.Count == 0)
        {
            return NotAccredited(agency);
        }

        if (TwoNames(own) is { } clash)
        {
            return clash;
        }

        var valid = own.Where(a => a.From <= on && on <= a.Until).ToList();
        if (valid.Count == 0)
        {
            return new("accreditation-not-valid", $"No accreditation of {agency.Trim()} is valid on {Day(on)}: it is accredited {string.Join(", ", own.Select(a => $"from {Day(a.From)} to {Day(a.Until)}").Distinct(StringComparer.Ordinal))}.");
        }

        if (sector is not null && !valid.Exists(a => a.Sectors.Any(s => OrganisationName.Same(s, sector))))
        {
            return new("sector-not-in-scope", $"{agency.Trim()} is accredited for {string.Join(", ", valid.SelectMany(a => a.Sectors).Distinct(StringComparer.OrdinalIgnoreCase))}, not for {sector}.");
        }

        var near = _engagements.Where(e => e.From <= on && e.Until >= year.FirstDay).Select(e => (Work: e, Is: IsFor(e, names))).Where(e => e.Is != false).ToList();
        var work = near.Where(e => own.Exists(a => Stands(a, e.Work.Agency))).ToList();
        if (work.Where(e => e.Is == true).Select(e => e.Work).FirstOrDefault() is { } done)
        {
            return new("own-work", $"{agency.Trim()} worked for {Said(done)}; nobody verifies its own work.");
        }

        // Work of an agency that the register does not know may be this agency's, under another name.
        if (near.Select(e => e.Work).FirstOrDefault(e => !Knows(e.Agency) && own.Exists(a => OrganisationName.MayBeOne(a.Agency, e.Agency) || OrganisationName.Same(a.Number, e.Agency))) is { } whose)
        {
            return new("agency-unclear", $"{whose.Agency.Trim()} worked for {Said(whose)}, and no accreditation has that name. Whether it is {agency.Trim()} cannot be seen: write the number of its accreditation into its row.");
        }

        return work.Select(e => e.Work).FirstOrDefault() is { } unclear
            ? new("entity-unclear", $"{agency.Trim()} worked for {Said(unclear)}. Whether that is {entity} cannot be seen: write its name and its registration number into the register (columns entity and registration).")
            : null;

        static string Said(Engagement e) => $"{e.Entity} from {Day(e.From)} to {Day(e.Until)} ({e.Work})";
    }

    // Null where it is unclear: the journal has a number and the work a name, or the names share words. Numbers decide where both have one.
    private static bool? IsFor(Engagement work, IReadOnlyList<string> names)
    {
        var (entity, own) = (RegisteredEntity.Of(work), names.Select(RegisteredEntity.Of).ToList());
        return entity.Number is not null && own.Exists(n => n.Number is not null) ? own.Exists(n => n.Number is not null && entity.Is(n) == true)
            : own.Exists(n => entity.Is(n) == true) ? true
            : entity.Is(own[0]) is null || names.Any(n => OrganisationName.MayBeOne(n, work.Entity)) ? null
            : false;
    }

    /// <summary>Why a name and a number do not belong to one accreditation in the register; null when they do.</summary>
    /// <param name="agency">The agency's name.</param>
    /// <param name="number">The number of its accreditation.</param>
    public AgencyRefusal? Mismatch(string agency, string number)
    {
        Require.NotNull(number);
        var (own, others) = (Of(agency), Of(number));
        return own.Count == 0 ? NotAccredited(agency)
            : TwoNames(own) is { } clash ? clash
            : own.Exists(a => PlainName.Same(a.Number, number)) ? null
            : new("register-mismatch", $"{number.Trim()} is {(others.Count == 0 ? "no number of the register" : $"the number of {others[0].Agency.Trim()}")}; {agency.Trim()} has {string.Join(", ", own.Select(a => a.Number.Trim()).Distinct(StringComparer.OrdinalIgnoreCase))}.");
    }

    internal bool Knows(string agency) => Of(agency).Count > 0;

    /// <summary>The name that the register has for an agency's name or number; the text itself where it has none.</summary>
    internal string NameOf(string agency) => Of(agency) is [{ Agency: var name }, ..] ? name : agency;

    private static AgencyRefusal NotAccredited(string agency) => new("not-accredited", $"{agency.Trim()} has no accreditation in the register.");

    private static bool Stands(Accreditation accreditation, string text) => OrganisationName.Same(accreditation.Agency, text) || PlainName.Same(accreditation.Number, text);

    // A number leads to the agency's name, and so to its other accreditations.
    private List<Accreditation> Of(string agency)
    {
        Require.NotNull(agency);
        var names = _accreditations.Where(a => Stands(a, agency)).Select(a => a.Agency).ToList();
        return [.. _accreditations.Where(a => names.Exists(n => OrganisationName.Same(n, a.Agency)))];
    }

    private AgencyRefusal? TwoNames(List<Accreditation> own) =>
        (from a in own from b in _accreditations where PlainName.Same(a.Number, b.Number) && !OrganisationName.Same(a.Agency, b.Agency) select (a, b)).ToList() is [var (one, other), ..]
            ? new("register-mismatch", $"The register has the number {one.Number.Trim()} under two names, {one.Agency.Trim()} and {other.Agency.Trim()}; whose it is has to be settled first.")
            : null;

    private static string Day(LocalDate day) => LocalDatePattern.Iso.Format(day).ToString(CultureInfo.InvariantCulture);
}
