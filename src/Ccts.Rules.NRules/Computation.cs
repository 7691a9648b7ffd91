using System;
using Ccts.Rules.Decisions;
using Ccts.Rules.Law.Parameters;
using Ccts.Rules.Rules.Conditions;
using Ccts.Rules.Rules.Vocabulary;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Quantities;
using NodaTime;

namespace Ccts.Rules.NRules;

/// <summary>Sums, differences, shares and steps between dates and years: exact and inside the calendar, or no value.</summary>
internal static class Computation
{
    private const decimal FurthestStep = 100_000m;

    internal static FactValue? Of(FactValue? left, Arithmetic operation, FactValue? right)
    {
        if (left is null || right is null)
        {
            return null;
        }

        if (left.Kind == FactKind.Date)
        {
            return right.Kind == FactKind.Date
                ? FactValue.OfNumber(Period.DaysBetween(right.Date, left.Date), ParameterUnit.Days)
                : Move(left.Date, operation.Kind == ArithmeticKind.Plus ? right.Amount : -right.Amount, operation.Right.Type.Unit == ParameterUnit.Months);
        }

        if (!ExactAmounts.TryCompute(left.Amount, operation.Kind, right.Amount, out var amount))
        {
            return null;
        }

        return operation.Type.Dimension is { } dimension
            ? FactValue.OfQuantity(amount, QuantityText.Format(amount) + " " + dimension.CanonicalUnit)
            : FactValue.OfNumber(amount, operation.Type.Unit);
    }

    internal static FactValue? Step(FactValue? of, YearStepKind kind)
    {
        // Years at the ends of the calendar have no complete neighbours.
        if (of is null || of.Date.Year is < 1901 or > 2997)
        {
            return null;
        }

        return kind switch
        {
            YearStepKind.FirstDay => FactValue.OfDate(of.Date),
            YearStepKind.LastDay => FactValue.OfDate(ComplianceYear.Of(of.Date).LastDay),
            YearStepKind.FirstDayOfQuarter => FactValue.OfDate(of.Date.PlusMonths(-((of.Date.Month - 1) % 3)).With(DateAdjusters.StartOfMonth)),
            _ => FactValue.OfYear(ComplianceYear.Of(of.Date)),
        };
    }

    private static FactValue? Move(LocalDate day, decimal by, bool months)
    {
        if (decimal.Truncate(by) != by || by is < -FurthestStep or > FurthestStep)
        {
            return null;
        }

        try
        {
            return FactValue.OfDate(months ? day.PlusMonths((int)by) : day.PlusDays((int)by));
        }
        catch (Exception beyond) when (beyond is OverflowException or ArgumentOutOfRangeException)
        {
            return null;
        }
    }
}
