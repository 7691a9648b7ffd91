using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Assessments.Certificates;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.Assessments.Position;

/// <summary>Puts an assessment and the ledger's holdings together.</summary>
/// <remarks>Pure and thread-safe: no I/O, no clock.</remarks>
public static class PositionCalculator
{
    /// <summary>The position of an entity.</summary>
    /// <param name="assessment">Of the year so far, with other readings.</param>
    /// <param name="rules">The rules it was made under.</param>
    /// <param name="yearOutput">The output expected for the whole year; null when the assessment is of the whole year.</param>
    /// <param name="account">The entity's account, or null when it holds nothing.</param>
    /// <param name="kind">The kind of unit that is surrendered.</param>
    /// <exception cref="UnitMismatchException">The expected output is counted in another unit.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The expected output is below what was produced so far.</exception>
    /// <exception cref="OverflowException">The certificates of the year are more than can be counted (2^53 - 1).</exception>
    public static YearPosition Of(Assessment assessment, CertificateRules rules, Output? yearOutput = null, AccountView? account = null, string kind = UnitKinds.Ccc)
    {
        Require.NotNull(assessment);
        Require.NotNull(rules);
        var soFar = assessment.Output;
        var year = yearOutput ?? soFar;
        if (year.CompareTo(soFar) < 0)
        {
            throw new ArgumentOutOfRangeException(nameof(yearOutput), $"{year} expected for the year is less than the {soFar} produced so far.");
        }

        var rounding = rules.Rounding.Value;
        var projected = Projection(assessment.Certificates, year, soFar, rounding);
        var readings = projected is { } used ? Readings(assessment, rules, year, used) : [];
        var (held, onSale) = Holdings(account, kind, assessment.Year);
        return new YearPosition
        {
            Entity = assessment.Entity,
            Year = assessment.Year,
            YearToDate = Signed(assessment.Certificates.Kind, assessment.Certificates.Quantity),
            Projected = projected,
            Readings = readings,
            Held = held,
            OnSale = onSale,
            Low = projected is { } low ? Ends(assessment, rules, year).Concat(readings.Select(r => r.Projected)).Append(low).Min() : null,
            High = projected is { } high ? Ends(assessment, rules, year).Concat(readings.Select(r => r.Projected)).Append(high).Max() : null,
        };
    }

    // Certificates are proportional to output while the intensity stays what it is. Multiplied first, divided last.
    private static long? Projection(CertificateResult soFar, Output year, Output produced, CertificateRounding rounding)
    {
        if (soFar.Unrounded is not { } tonnes || soFar.Kind == CertificateKind.Nil)
        {
            return soFar.Quantity;
        }

        var scaled = produced.Value == year.Value ? tonnes.Tonnes : tonnes.Tonnes * year.Value / produced.Value;
        var whole = CertificateCalculator.Whole(soFar.Kind, scaled, rounding);
        return Signed(soFar.Kind, whole.Quantity);
    }

    private static List<ReadingEffect> Readings(Assessment assessment, CertificateRules rules, Output year, long used)
    {
        var effects = new List<ReadingEffect>();
        foreach (var reading in assessment.OtherReadings)
        {
            var rounding = !string.Equals(reading.Path, rules.Rounding.Path, StringComparison.Ordinal) ? rules.Rounding.Value
                : rules.Rounding.Value == CertificateRounding.Nearest ? CertificateRounding.TowardZero : CertificateRounding.Nearest;
            if (Projection(reading.Certificates, year, assessment.Output, rounding) is { } projected && projected != used)
            {
                effects.Add(new ReadingEffect(reading.Path, reading.Reading, projected, projected - used));
            }
        }

        return effects;
    }

    // All readings together, rounded as used and, where that would differ, the other way.
    private static IEnumerable<long> Ends(Assessment assessment, CertificateRules rules, Output year)
    {
        var roundings = assessment.OtherReadings.Any(r => string.Equals(r.Path, rules.Rounding.Path, StringComparison.Ordinal))
            ? [CertificateRounding.Nearest, CertificateRounding.TowardZero]
            : new[] { rules.Rounding.Value };
        return
            from end in assessment.Range is { } range ? [range.Lowest, range.Highest] : Array.Empty<CertificateResult>()
            from rounding in roundings
            let projected = Projection(end, year, assessment.Output, rounding)
            where projected is not null
            select projected.Value;
    }

    private static (long Held, long OnSale) Holdings(AccountView? account, string kind, ComplianceYear year)
    {
        if (account is null)
        {
            return (0, 0);
        }

        bool Fits(Parcel units) => string.Equals(units.Lot.Kind, kind, StringComparison.Ordinal) && units.Lot.Vintage <= year.StartYear;
        var free = account.Holdings.Where(h => h.Place is ShadowAccount.Free or ShadowAccount.Banked && Fits(h.Units)).Sum(h => h.Units.Tonnes);
        var kept = account.Reservations.Where(r => r.Purpose != ReservationPurpose.Sale).SelectMany(r => r.Units).Where(Fits).Sum(u => u.Tonnes);
        var onSale = account.Reservations.Where(r => r.Purpose == ReservationPurpose.Sale).SelectMany(r => r.Units)
            .Where(u => string.Equals(u.Lot.Kind, kind, StringComparison.Ordinal)).Sum(u => u.Tonnes);
        return (free + kept, onSale);
    }

    private static long? Signed(CertificateKind kind, long? quantity) => kind == CertificateKind.Surrender ? -quantity : quantity;
}
