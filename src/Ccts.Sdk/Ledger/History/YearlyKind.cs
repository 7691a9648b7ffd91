using System.Collections.Generic;

namespace Ccts.Sdk.Ledger.History;

/// <summary>One kind of units in a yearly account, in tonnes. The balance is what is live: free, reserved, banked, pledged, pending, quarantined and buffered.</summary>
/// <remarks>Immutable and thread-safe. <see cref="Closing"/> is <see cref="Opening"/> plus what came, less what went.</remarks>
public sealed record YearlyKind
{
    /// <summary>The kind, e.g. <see cref="UnitKind.Ccc"/>.</summary>
    public required UnitKind Kind { get; init; }

    /// <summary>The balance before the first day of the year.</summary>
    public long Opening { get; init; }

    /// <summary>Issued by a registry.</summary>
    public long Issued { get; init; }

    /// <summary>Come in from outside the ledger.</summary>
    public long Received { get; init; }

    /// <summary>Transferred from accounts of others.</summary>
    public long Bought { get; init; }

    /// <summary>Clawed back from accounts of others.</summary>
    public long ClawedBackFromOthers { get; init; }

    /// <summary>Created by the conversion of units of another lot.</summary>
    public long ConvertedInto { get; init; }

    /// <summary>Transferred to accounts of others.</summary>
    public long Sold { get; init; }

    /// <summary>Clawed back by others.</summary>
    public long ClawedBackByOthers { get; init; }

    /// <summary>Surrendered (GEI Rules r.5(3)); <see cref="SurrenderedFor"/> says for which years.</summary>
    public long Surrendered { get; init; }

    /// <summary>Used for a claim.</summary>
    public long Retired { get; init; }

    /// <summary>Past their validity.</summary>
    public long Expired { get; init; }

    /// <summary>Ended without use, or to make good a reversal.</summary>
    public long Cancelled { get; init; }

    /// <summary>Replaced by units of another lot.</summary>
    public long Converted { get; init; }

    /// <summary>The balance after the last day of the year: what is carried over into the next.</summary>
    public long Closing => Opening + Issued + Received + Bought + ClawedBackFromOthers + ConvertedInto
        - Sold - ClawedBackByOthers - Surrendered - Retired - Expired - Cancelled - Converted;

    /// <summary><see cref="Closing"/> by place; empty places are left out.</summary>
    public IReadOnlyDictionary<ShadowAccount, long> ClosingAt { get; init; } = new Dictionary<ShadowAccount, long>();

    /// <summary>Banked during this year for a later one (GEI Rules r.5(4)), whether or not used afterwards. Part of the balance.</summary>
    public long Banked { get; init; }

    /// <summary>Surrendered, by the calendar year in which the compliance year of the surrender starts.</summary>
    public IReadOnlyDictionary<int, long> SurrenderedFor { get; init; } = new Dictionary<int, long>();
}
