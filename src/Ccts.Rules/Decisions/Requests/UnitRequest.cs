using Ccts.Sdk.Entities;
using NodaTime;

namespace Ccts.Rules.Decisions.Requests;

/// <summary>A question about units, with the facts that most purposes need.</summary>
/// <remarks>Immutable and thread-safe. A null member is unknown, not false and not zero.</remarks>
public abstract record UnitRequest : EligibilityRequest
{
    private protected UnitRequest()
    {
    }

    /// <summary>The kind of unit. ESCerts and renewable energy certificates are listed to be distinguished, never to be counted as tonnes; one of <c>ccc</c>, <c>offset-ccc</c>, <c>itmo</c>, <c>escert</c>, <c>rec</c>, <c>i-rec</c>. The fact <c>unit.kind</c>.</summary>
    public string? UnitKind { get; init; }

    /// <summary>The state of the units in the registry; one of <c>active</c>, <c>reserved</c>, <c>surrendered</c>, <c>retired</c>, <c>expired</c>, <c>cancelled</c>, <c>suspended</c>. The fact <c>unit.status</c>.</summary>
    public string? UnitStatus { get; init; }

    /// <summary>Whether the same units are found in another order, surrender, token or registry. The fact <c>unit.double-use</c>.</summary>
    public bool? UnitDoubleUse { get; init; }

    /// <summary>The day the units were issued. The fact <c>unit.issued-on</c>.</summary>
    public LocalDate? UnitIssuedOn { get; init; }

    /// <summary>The last day of the units as the registry states it; leave it out when the registry states none. The fact <c>unit.expires-on</c>.</summary>
    public LocalDate? UnitExpiresOn { get; init; }

    /// <summary>The compliance year for which the units were issued. The fact <c>unit.vintage</c>.</summary>
    public ComplianceYear? UnitVintage { get; init; }

    /// <summary>The registration number of the entity in whose account the units are. The fact <c>unit.owner</c>.</summary>
    public string? UnitOwner { get; init; }

    /// <summary>The registration number of the entity that asks, e.g. CMTOE085RJ. The fact <c>entity.registration</c>.</summary>
    public string? EntityRegistration { get; init; }

    /// <summary>The sector of the entity as <c>sectors.csv</c> names it, e.g. Cement. The fact <c>entity.sector</c>.</summary>
    public string? EntitySector { get; init; }

    /// <summary>Whether a regulator has ordered a pause that covers the request. The fact <c>market.paused</c>.</summary>
    public bool? MarketPaused { get; init; }

    internal override void Write(in FactWriter writer)
    {
        writer.Text(StandardFact.UnitKind, UnitKind);
        writer.Text(StandardFact.UnitStatus, UnitStatus);
        writer.Flag(StandardFact.UnitDoubleUse, UnitDoubleUse);
        writer.Date(StandardFact.UnitIssuedOn, UnitIssuedOn);
        writer.Date(StandardFact.UnitExpiresOn, UnitExpiresOn);
        writer.Year(StandardFact.UnitVintage, UnitVintage);
        writer.Text(StandardFact.UnitOwner, UnitOwner);
        writer.Text(StandardFact.EntityRegistration, EntityRegistration);
        writer.Text(StandardFact.EntitySector, EntitySector);
        writer.Flag(StandardFact.MarketPaused, MarketPaused);
    }
}
