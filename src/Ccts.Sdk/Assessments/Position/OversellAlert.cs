using System;
using System.Linq;
using Ccts.Sdk.Ledger;
using NodaTime;

namespace Ccts.Sdk.Assessments.Position;

/// <summary>How near an account is to selling what it does not have.</summary>
public enum OversellLevel
{
    /// <summary>Well within the registry balance.</summary>
    Clear,

    /// <summary>The share on sale has reached the warning line, or one more breach leads to a bar.</summary>
    Near,

    /// <summary>Everything at the registry is on sale: the next sale would be a breach.</summary>
    AtLimit,

    /// <summary>Barred from selling.</summary>
    Barred,
}

/// <summary>A warning before the oversell guard has to refuse (CERC regulations, Reg 12).</summary>
/// <param name="Level">How near.</param>
/// <param name="RegistryBalance">Tonnes in the account's name at the registry.</param>
/// <param name="OnSale">Tonnes on sale.</param>
/// <param name="Left">Tonnes that can still be offered.</param>
/// <param name="BreachesLeft">Breaches in this quarter before a bar; null if the policy sets no bar.</param>
/// <param name="BarredUntil">The first day on which it may sell again, when barred.</param>
public sealed record OversellAlert(OversellLevel Level, long RegistryBalance, long OnSale, long Left, int? BreachesLeft, LocalDate? BarredUntil)
{
    /// <summary>The alert of an account.</summary>
    /// <param name="account">The account.</param>
    /// <param name="kind">The kind of unit sold.</param>
    /// <param name="policy">The limits.</param>
    /// <param name="at">Now, by the host's clock.</param>
    /// <param name="warnAt">The share of the registry balance on sale from which to warn, above 0 to 1; the host's choice.</param>
    /// <exception cref="ArgumentOutOfRangeException">The share is out of range.</exception>
    public static OversellAlert Of(AccountView account, UnitKind kind, LedgerPolicy policy, Instant at, decimal warnAt)
    {
        Require.NotNull(account);
        Require.NotNull(kind);
        Require.NotNull(policy);
        if (warnAt is <= 0m or > 1m)
        {
            throw new ArgumentOutOfRangeException(nameof(warnAt), warnAt, "A share is above 0 and at most 1.");
        }

        var balance = account.RegistryBalance(kind);
        var onSale = account.Reservations.Where(r => r.Purpose == ReservationPurpose.Sale).SelectMany(r => r.Units)
            .Where(u => kind.Equals(u.Lot.Kind)).Sum(u => u.Tonnes);
        var today = policy.DayOf(at);
        var breaches = account.Breaches.Count(b => policy.DayOf(b) is var day && day.Year == today.Year && (day.Month - 1) / 3 == (today.Month - 1) / 3);
        int? left = policy.Oversell is { } rule ? Math.Max(0, rule.BreachesToBar - breaches) : null;
        var barred = account.BarredUntil is { } until && today < until ? account.BarredUntil : null;
        var level = barred is not null ? OversellLevel.Barred
            : onSale >= balance ? OversellLevel.AtLimit
            : onSale >= balance * warnAt || left == 1 ? OversellLevel.Near
            : OversellLevel.Clear;
        return new OversellAlert(level, balance, onSale, balance - onSale, left, barred);
    }
}
