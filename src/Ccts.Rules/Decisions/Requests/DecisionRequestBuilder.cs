using System;
using System.Collections.Generic;
using Ccts.Rules.Rules;
using Ccts.Rules.Rules.Vocabulary;
using Ccts.Sdk;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Problems;
using Ccts.Sdk.Quantities;
using NodaTime;

namespace Ccts.Rules.Decisions.Requests;

/// <summary>Builds a request in code, fact by fact, by the names of a vocabulary; each fact is checked at once.</summary>
/// <remarks>Not thread-safe; the requests it builds are. A fact stated twice keeps the later value.</remarks>
public sealed class DecisionRequestBuilder
{
    private readonly FactColumns _columns;
    private readonly HashSet<string> _silent = new(StringComparer.Ordinal);

    /// <summary>A request without facts so far.</summary>
    /// <param name="vocabulary">The facts that may be stated: <c>ruleset.Rules.Vocabulary</c>.</param>
    /// <param name="purpose">What is asked for.</param>
    /// <param name="year">The compliance year it is about.</param>
    /// <param name="date">The day on which it is asked, of the ISO calendar.</param>
    /// <param name="id">The caller's own name for the request, or null.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such purpose.</exception>
    public DecisionRequestBuilder(FactVocabulary vocabulary, Purpose purpose, ComplianceYear year, LocalDate date, string? id = null)
    {
        _columns = new FactColumns(FrameLayout.Of(Require.NotNull(vocabulary)), 1);
        _columns.Begin(0, purpose, year, date, id, null);
    }

    /// <summary>A request with the facts of a typed one, to which facts of an overlay can be added.</summary>
    /// <exception cref="ArgumentException">The typed request states a fact that the vocabulary lacks.</exception>
    public DecisionRequestBuilder(FactVocabulary vocabulary, EligibilityRequest request)
        : this(vocabulary, Require.NotNull(request).Purpose, request.Year, request.Date, request.Id) =>
        request.Write(new FactWriter(_columns, 0));

    /// <summary>States a fact by text as a file writes it, such as <c>1500 INR</c>, <c>2026-11-23</c>, <c>true</c> or a word. Blank text, <c>n/a</c> and their like leave the fact not stated.</summary>
    /// <exception cref="ArgumentNullException">The name or the text is null: leave out unknown facts.</exception>
    /// <exception cref="ArgumentException">The vocabulary has no such fact, or the text is not a value of it.</exception>
    public DecisionRequestBuilder Set(string name, string text)
    {
        var slot = Find(name);
        var type = _columns.Layout.Facts[slot].Type;
        if (_columns.Layout.Vocabulary.IsBlank(type, Require.NotNull(text)))
        {
            _columns.CheckSettable(slot, null);
            _columns.Forget(slot, 0);
            _silent.Add(name);
            return this;
        }

        if (type.Kind == FactKind.Set || !FactText.TryParse(text, type, out var value, out var reason))
        {
            throw new ArgumentException($"\"{ShownText.Short(text)}\" is not a value of the fact {name}; expected {type}.", nameof(text));
        }

        _columns.Put(slot, 0, value!);
        return this;
    }

    /// <summary>States yes or no.</summary>
    /// <inheritdoc cref="Set(string, string)" path="/exception"/>
    public DecisionRequestBuilder Set(string name, bool flag)
    {
        _columns.PutCode(Find(name, FactKind.Flag), 0, flag ? 1 : 0);
        return this;
    }

    /// <summary>States a day.</summary>
    /// <inheritdoc cref="Set(string, string)" path="/exception"/>
    public DecisionRequestBuilder Set(string name, LocalDate date)
    {
        _columns.PutCode(Find(name, FactKind.Date), 0, DateCode.Of(date));
        return this;
    }

    /// <summary>States a compliance year.</summary>
    /// <inheritdoc cref="Set(string, string)" path="/exception"/>
    public DecisionRequestBuilder Set(string name, ComplianceYear year)
    {
        _columns.PutYear(Find(name, FactKind.Year), 0, year);
        return this;
    }

    /// <summary>States a plain number in the unit of the fact, such as a count or a ratio.</summary>
    /// <inheritdoc cref="Set(string, string)" path="/exception"/>
    /// <exception cref="ArgumentOutOfRangeException">It is 10^15 or more either way, or has more than 12 decimals.</exception>
    public DecisionRequestBuilder Set(string name, decimal number)
    {
        _columns.PutAmount(Find(name, FactKind.Number), 0, number);
        return this;
    }

    /// <summary>States an amount of the quantity that the fact is of, such as <see cref="Inr"/> or <see cref="Co2e"/>.</summary>
    /// <inheritdoc cref="Set(string, decimal)" path="/exception"/>
    public DecisionRequestBuilder Set<TQuantity>(string name, TQuantity quantity)
        where TQuantity : struct, IQuantity
    {
        var slot = Find(name, FactKind.Quantity);
        _columns.CheckQuantity<TQuantity>(slot);
        _columns.PutAmount(slot, 0, quantity.CanonicalValue);
        return this;
    }

    /// <summary>States a set of words.</summary>
    /// <inheritdoc cref="Set(string, string)" path="/exception"/>
    public DecisionRequestBuilder Set(string name, IReadOnlyCollection<string> words)
    {
        _columns.PutSet(Find(name, FactKind.Set), 0, Require.NotNull(words));
        return this;
    }

    /// <summary>The request; the builder can build further requests.</summary>
    public DecisionRequest Build() => _columns.ToRequest(0) is var request && _silent.Count > 0 ? new DecisionRequest(request.Id, request.Purpose, request.Year, request.Date, request.Facts) { Silent = [.. _silent] } : request;

    private int Find(string name, FactKind? kind = null)
    {
        var slot = _columns.Layout.Find(Require.NotNull(name));
        if (slot < 0)
        {
            throw new ArgumentException($"\"{ShownText.Short(name)}\" is not a fact of the vocabulary. {Nearest.Hint(name, _columns.Layout.Vocabulary.Names)}".TrimEnd(), nameof(name));
        }

        _columns.CheckSettable(slot, kind);
        return slot;
    }
}
