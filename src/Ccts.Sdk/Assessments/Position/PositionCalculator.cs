using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Assessments.Certificates;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Quantities;
using NodaTime;

namespace Ccts.Sdk.Assessments.Position;

/// <summary>Combines an assessment with the ledger's holdings.</summary>
/// <remarks>Pure and thread-safe: no I/O, no clock.</remarks>
public static class PositionCalculator
{
    /// <summary>The position of an entity.</summary>
    /// <param name="assessment">Of the year so far, with other readings.</param>
    /// <param name="rules">The rules it was made under.</param>
    /// <param name="yearOutput">The output expected for the whole year; null when the assessment is of the whole year.</param>
    /// <param name="account">The entity's account, or null when it holds nothing.</param>
    /// <param name="kind">The kind of unit that is surrendered; certificates unless stated.</param>
    /// <param name="day">The day on which the units would be given up; null if not stated, and then validity is not checked.</param>
    /// <param name="policy">The limits of the ledger, for the months of validity; null if there are none.</param>
    /// <exception cref="UnitMismatchException">The expected output is counted in another unit.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The expected output is below what was produced so far.</exception>
    /// <exception cref="OverflowException">The certificates of the year exceed 2^53 - 1.</exception>
    public static YearPosition Of(Assessment assessment, CertificateRules rules, Output? yearOutput = null, AccountView? account = null, UnitKind? kind = null, LocalDate? day = null, LedgerPolicy? policy = null)
    {
        Require.NotNull(assessment);
        Require.NotNull(rules);
        var soFar = assessment.Output;
        var year = yearOutput ?? soFar;
        if (year.CompareTo(soFar) < 0)
        {
            throw new ArgumentOutOfRangeException(nameof(yearOutput), $"{year} expected for the year is less than the {soFar} produced so far.");
        }

        var projection = new Projection(rules, soFar, year);
        var projected = projection.Of(assessment.Certificates);
        var readings = projected is { } used ? Effects(assessment, rules, projection, used) : [];
        var range = projected is { } figure ? Ends(assessment, projection).Concat(readings.Select(r => r.Projected)).Append(figure).ToList() : [];
        var (held, onSale, notUsable) = Holdings(account, kind ?? UnitKind.Ccc, assessment.Year, day, policy);
        return new YearPosition
        {
            Entity = assessment.Entity,
            Year = assessment.Year,
            YearToDate = Signed(assessment.Certificates.Kind, assessment.Certificates.Quantity),
            Projected = projected,
            Readings = readings,
            Held = held,
            OnSale = onSale,
            NotUsable = notUsable,
            Low = projected is null ? null : range.Min(),
            High = projected is null ? null : range.Max(),
        };
    }

    private static List<ReadingEffect> Effects(Assessment assessment, CertificateRules rules, Projection projection, long used)
    {
        var effects = new List<ReadingEffect>();
        foreach (var reading in assessment.OtherReadings.Where(r => r.Path != rules.Rounding.Path && r.Path != rules.SurrenderRounding?.Path))
        {
            Add(effects, reading.Path, reading.Reading, projection.Of(reading.Certificates), used);
        }

        // Results that round equally so far may round differently at the end of the year.
        var side = assessment.Certificates.Side;
        if (assessment.Certificates.Unrounded is not null && Assessments.Readings.OtherRounding(rules, side) is { } other)
        {
            Add(effects, rules.RoundingOf(side).Path, other.ToString(), projection.Of(assessment.Certificates, other), used);
        }

        return effects;
    }

    private static void Add(List<ReadingEffect> effects, string path, string reading, long? projected, long used)
    {
        if (projected is { } other && other != used)
        {
            effects.Add(new ReadingEffect(path, reading, other, other - used));
        }
    }

    // All readings together, rounded as used and the other way.
    private static IEnumerable<long> Ends(Assessment assessment, Projection projection) =>
        from end in assessment.Range is { } range ? [range.Lowest, range.Highest] : Array.Empty<CertificateResult>()
        from projected in projection.EitherWay(end)
        select projected;

    private static (long Held, long OnSale, long NotUsable) Holdings(AccountView? account, string kind, ComplianceYear year, LocalDate? day, LedgerPolicy? policy)
    {
        if (account is null)
        {
            return (0, 0, 0);
        }

        bool Fits(Parcel units) => string.Equals(units.Lot.Kind, kind, StringComparison.Ordinal) && units.Lot.Vintage <= year.StartYear;
        bool IsUsable(Parcel units) => !account.IsFrozen && (day is not { } asked || UnitValidity.On(units.Lot, policy?.RuleOf(kind)?.ValidityMonths, asked) == Validity.Valid);
        var free = account.Holdings.Where(h => h.Place is ShadowAccount.Free or ShadowAccount.Banked).Select(h => h.Units);
        var kept = account.Reservations.Where(r => r.Purpose != ReservationPurpose.Sale).SelectMany(r => r.Units);
        var own = free.Concat(kept).Where(Fits).ToLookup(IsUsable, u => u.Tonnes);
        var onSale = account.Reservations.Where(r => r.Purpose == ReservationPurpose.Sale).SelectMany(r => r.Units)
            .Where(u => string.Equals(u.Lot.Kind, kind, StringComparison.Ordinal)).Sum(u => u.Tonnes);
        return (own[true].Sum(), onSale, own[false].Sum());
    }

    private static long? Signed(CertificateKind kind, long? quantity) => kind == CertificateKind.Surrender ? -quantity : quantity;
}
