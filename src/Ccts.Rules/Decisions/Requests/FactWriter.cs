using System;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Quantities;
using NodaTime;

namespace Ccts.Rules.Decisions.Requests;

/// <summary>Writes the known members of a typed request into the slots of a row, without boxing.</summary>
internal readonly struct FactWriter(FactColumns columns, int row)
{
    internal void Text(StandardFact fact, string? text)
    {
        if (text is not null)
        {
            columns.PutText(Slot(fact), row, text);
        }
    }

    internal void Flag(StandardFact fact, bool? flag)
    {
        if (flag is { } known)
        {
            columns.PutCode(Slot(fact), row, known ? 1 : 0);
        }
    }

    internal void Number(StandardFact fact, decimal? number)
    {
        if (number is { } known)
        {
            columns.PutAmount(Slot(fact), row, known);
        }
    }

    internal void Quantity(StandardFact fact, Inr? money)
    {
        if (money is { } known)
        {
            columns.PutAmount(Slot(fact), row, known.Rupees);
        }
    }

    internal void Quantity(StandardFact fact, Co2e? amount)
    {
        if (amount is { } known)
        {
            columns.PutAmount(Slot(fact), row, known.Tonnes);
        }
    }

    internal void Date(StandardFact fact, LocalDate? date)
    {
        if (date is { } known)
        {
            columns.PutCode(Slot(fact), row, DateCode.Of(known));
        }
    }

    internal void Year(StandardFact fact, ComplianceYear? year)
    {
        if (year is { } known)
        {
            columns.PutYear(Slot(fact), row, known);
        }
    }

    private int Slot(StandardFact fact)
    {
        var slot = columns.Layout.Standard(fact);
        return slot >= 0 ? slot : throw new ArgumentException($"The ruleset has no fact \"{StandardFacts.All[(int)fact].Name}\" of the kind that the request states.", nameof(fact));
    }
}
