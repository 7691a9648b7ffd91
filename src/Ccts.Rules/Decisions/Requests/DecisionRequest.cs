using System;
using System.Collections.Generic;
using System.Linq;
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

    /// <summary>The day on which it is asked; the parameters of that day apply.</summary>
    public LocalDate Date { get; }

    /// <summary>The facts, those every request has included.</summary>
    public FactSet Facts { get; }

    /// <summary>Names of facts that were stated with a text that has no content. They are not among the facts, but nobody left them open either.</summary>
    internal IReadOnlyCollection<string> Silent { get; init; } = [];

    /// <summary>The request without text that has no content, as the readers of files leave it out. The same object if nothing changes.</summary>
    /// <param name="vocabulary">The facts that the ruleset knows.</param>
    /// <exception cref="ArgumentException">A value is not valid for its fact.</exception>
    public DecisionRequest ReadBy(FactVocabulary vocabulary)
    {
        Require.NotNull(vocabulary);
        var read = new Dictionary<string, FactValue>(StringComparer.Ordinal);
        var isAsItWas = true;
        foreach (var stated in Facts.All)
        {
            var value = vocabulary.Find(stated.Key)?.Type is { } type ? ReadBy(vocabulary, stated.Key, type, stated.Value) : stated.Value;
            isAsItWas &= ReferenceEquals(value, stated.Value);
            if (value is not null)
            {
                read.Add(stated.Key, value);
            }
        }

        return isAsItWas ? this : new DecisionRequest(Id, Purpose, Year, Date, new FactSet(read)) { Silent = [.. Silent, .. Facts.All.Keys.Where(name => !read.ContainsKey(name))] };
    }

    private static FactValue? ReadBy(FactVocabulary vocabulary, string name, FactType type, FactValue value)
    {
        if (value.Kind != type.Kind && !(type.IsText && value.Kind is FactKind.Text or FactKind.Choice))
        {
            throw new ArgumentException($"The fact {name} is {type}; here it is {value}.", nameof(vocabulary));
        }

        if (type.IsAmount && !type.Admits(value.Amount))
        {
            throw new ArgumentException($"The fact {name} is {type}; here it is {value}.", nameof(vocabulary));
        }

        return !type.IsText ? value
            : vocabulary.IsBlank(type, value.Shown) ? null
            : !type.Admits(VisibleText.Of(value.Shown)) ? throw new ArgumentException($"The fact {name} is {type}; here it is \"{ShownText.Short(value.Shown)}\".", nameof(vocabulary))
            : type.Words?.Holds(value.Shown) == false ? throw new ArgumentException($"The fact {name} is {type}; here it is \"{ShownText.Short(value.Shown)}\".", nameof(vocabulary))
            : VisibleText.Of(value.Shown) is var seen && seen == value.Shown ? value : FactValue.OfText(value.Kind, seen);
    }
}
