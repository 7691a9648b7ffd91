using Ccts.Rules.Rules;
using Ccts.Rules.Rules.Vocabulary;
using Ccts.Sdk;
using Ccts.Sdk.Entities;
using NodaTime;

namespace Ccts.Rules.Decisions.Requests;

/// <summary>A question to a ruleset: may this be done, on this day, with these facts?</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class DecisionRequest
{
    /// <summary>A request of facts as they stand.</summary>
    /// <param name="id">The caller's name of it, or null.</param>
    /// <param name="purpose">What is asked.</param>
    /// <param name="year">The compliance year.</param>
    /// <param name="date">The day on which it is asked.</param>
    /// <param name="facts">What is stated.</param>
    public DecisionRequest(string? id, Purpose purpose, ComplianceYear year, LocalDate date, FactSet facts)
    {
        Id = id;
        Purpose = purpose;
        Year = year;
        Date = date;
        Facts = Require.NotNull(facts).With(FactVocabulary.Date, FactValue.OfDate(date)).With(FactVocabulary.Year, FactValue.OfYear(year));
    }

    /// <summary>The caller's own name for the request, e.g. an order number, or null.</summary>
    public string? Id { get; }

    /// <summary>What is asked for.</summary>
    public Purpose Purpose { get; }

    /// <summary>The compliance year it is about.</summary>
    public ComplianceYear Year { get; }

    /// <summary>The day on which it is asked; parameters are taken as they apply on it.</summary>
    public LocalDate Date { get; }

    /// <summary>The facts, those every request has included.</summary>
    public FactSet Facts { get; }
}
