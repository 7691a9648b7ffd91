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
public sealed record Engagement(string Agency, string Entity, string Work, LocalDate From, LocalDate Until, string Source);

/// <summary>Why an agency may not verify.</summary>
/// <param name="Code"><c>not-accredited</c>, <c>accreditation-not-valid</c>, <c>sector-not-in-scope</c> or <c>own-work</c>.</param>
/// <param name="Message">Why, and what would be allowed.</param>
public sealed record AgencyRefusal(string Code, string Message);

/// <summary>Who is accredited for what, and who worked for whom: what decides whether an agency may verify an entity's year.</summary>
/// <remarks>Immutable and thread-safe. How long after other work an agency is too close is written nowhere in the texts read: work that touches the year, or comes after it, is too close here.</remarks>
/// <param name="accreditations">Accreditations, as the host knows them.</param>
/// <param name="engagements">Other work of agencies, as the host knows it.</param>
public sealed class AgencyRegister(IEnumerable<Accreditation> accreditations, IEnumerable<Engagement> engagements)
{
    private readonly List<Accreditation> _accreditations = [.. Require.NotNull(accreditations)];
    private readonly List<Engagement> _engagements = [.. Require.NotNull(engagements)];

    /// <summary>Why an agency may not verify an entity's year, or null when it may.</summary>
    /// <param name="agency">The agency.</param>
    /// <param name="entity">The entity, by its registration number or name.</param>
    /// <param name="sector">The entity's sector, or null where it is not known; then the scope is not looked at.</param>
    /// <param name="year">The year.</param>
    /// <param name="on">The day on which it acts.</param>
    public AgencyRefusal? Misfit(string agency, string entity, string? sector, ComplianceYear year, LocalDate on)
    {
        Require.NotNull(agency);
        Require.NotNull(entity);
        var own = _accreditations.Where(a => PlainName.Same(a.Agency, agency)).ToList();
        if (own.Count == 0)
        {
            return new("not-accredited", $"{agency.Trim()} has no accreditation in the register.");
        }

        var valid = own.Where(a => a.From <= on && on <= a.Until).ToList();
        if (valid.Count == 0)
        {
            return new("accreditation-not-valid", $"No accreditation of {agency.Trim()} is valid on {Day(on)}; the last one ends on {Day(own.Max(a => a.Until))}.");
        }

        if (sector is not null && !valid.Exists(a => a.Sectors.Any(s => PlainName.Same(s, sector))))
        {
            return new("sector-not-in-scope", $"{agency.Trim()} is accredited for {string.Join(", ", valid.SelectMany(a => a.Sectors).Distinct(StringComparer.OrdinalIgnoreCase))}, not for {sector}.");
        }

        return _engagements.Find(e => PlainName.Same(e.Agency, agency) && PlainName.Same(e.Entity, entity) && e.From <= on && e.Until >= year.FirstDay) is { } work
            ? new("own-work", $"{agency.Trim()} worked for {entity} from {Day(work.From)} to {Day(work.Until)} ({work.Work}); nobody verifies its own work.")
            : null;
    }

    private static string Day(LocalDate day) => LocalDatePattern.Iso.Format(day).ToString(CultureInfo.InvariantCulture);
}
