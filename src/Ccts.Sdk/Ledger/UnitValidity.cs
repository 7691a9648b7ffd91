using NodaTime;

namespace Ccts.Sdk.Ledger;

/// <summary>What a day is in the life of a unit.</summary>
public enum Validity
{
    /// <summary>The unit may be used.</summary>
    Valid,

    /// <summary>The day is before that of its issue.</summary>
    NotYetIssued,

    /// <summary>Its last day has passed.</summary>
    Over,

    /// <summary>A validity is set in months after the issue, but the day of issue is unknown: neither valid nor over.</summary>
    NotKnown,
}

/// <summary>
/// Computes validity for the whole product. A unit is valid from its day of issue to its last day, both included: a number of months after the issue if law or
/// policy sets it, and never longer than its registry states (CCTS 2023, para 12, leaves the months to the detailed procedure).
/// </summary>
/// <remarks>Pure and thread-safe. The rules of a ruleset do the same with the facts <c>unit.issued-on</c> and <c>unit.expires-on</c>; a test compares the two.</remarks>
public static class UnitValidity
{
    /// <summary>The last day on which units of a lot are valid, as far as known: with months set and no day of issue, the day that the registry states.</summary>
    /// <param name="lot">The lot.</param>
    /// <param name="months">Months of validity from the day of issue; null if none are set.</param>
    /// <returns>The day, or null when nothing is known that ends their validity.</returns>
    public static LocalDate? LastDay(UnitLot lot, int? months)
    {
        var counted = months is { } set ? Require.NotNull(lot).Issued?.PlusMonths(set) : null;
        return counted < Require.NotNull(lot).Expires ? counted : lot.Expires ?? counted;
    }

    /// <summary>What a day is for units of a lot.</summary>
    /// <param name="lot">The lot.</param>
    /// <param name="months">Months of validity from the day of issue; null if none are set.</param>
    /// <param name="day">The day, of the ISO calendar.</param>
    public static Validity On(UnitLot lot, int? months, LocalDate day) => On(Require.NotNull(lot), months, DayNumber.Of(day)!.Value);

    internal static Validity On(UnitLot lot, int? months, long day)
    {
        if (day < lot.IssuedOn)
        {
            return Validity.NotYetIssued;
        }

        if (day > lot.ExpiresOn)
        {
            return Validity.Over;
        }

        return months is null ? Validity.Valid
            : lot.Issued is null ? Validity.NotKnown
            : day > DayNumber.Of(LastDay(lot, months)) ? Validity.Over
            : Validity.Valid;
    }
}
