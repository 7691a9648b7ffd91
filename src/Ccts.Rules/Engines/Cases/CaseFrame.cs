using System;
using System.Collections.Generic;
using Ccts.Rules.Decisions.Requests;
using Ccts.Rules.Engines.Compilation;
using Ccts.Rules.Rules;
using Ccts.Rules.Rules.Vocabulary;
using Ccts.Sdk;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Quantities;
using NodaTime;

namespace Ccts.Rules.Engines.Cases;

/// <summary>The facts of one case in the slots of an engine: filled, decided, and filled again for the next case.</summary>
/// <remarks>
/// Not thread-safe: one frame for each thread or order book. Filling and deciding allocate nothing once words have been
/// seen. A fact that is not set is unknown, not false and not zero. A refused value leaves the others as they
/// were; a refused request leaves the frame without a case. A frame that two threads use at once is refused where
/// that is seen; it is not seen always.
/// </remarks>
public sealed class CaseFrame
{
    private readonly ComplianceYear _year;
    private ulong[] _pass = [];
    private ulong[] _open = [];

    internal CaseFrame(CompiledRules rules)
    {
        Rules = rules;
        Source = Columns = new FactColumns(rules.Layout, 1);
        _year = rules.Ruleset.Year;
        Bits = new BitRows(rules.MaxWords, 1);
        (Codes, Known, Fires, Open) = (Columns.Codes, Columns.Known, Bits.Fires, Bits.Open);
    }

    // What every decision of the generated method reads and writes, without a step in between.
    internal long[] Codes { get; }

    internal long[] Known { get; }

    internal ulong[] Fires { get; }

    internal ulong[] Open { get; }

    internal CompiledRules Rules { get; }

    internal FactColumns Columns { get; }

    /// <summary>Where evaluators leave what they found.</summary>
    internal BitRows Bits { get; }

    /// <summary>What explains a decision: the request the frame was filled from, or the facts themselves.</summary>
    internal object Source { get; private set; }

    /// <summary>Data that an evaluator caches with the frame.</summary>
    internal object? Single { get; set; }

    /// <summary>The index of the compiled rules of the case's purpose and era; -1 without a case, -2 while it is decided.</summary>
    internal int Index { get; set; } = -1;

    internal const int Deciding = -2;

    /// <summary>Begins a case: forgets every fact and sets what each request has.</summary>
    /// <param name="purpose">What is asked for.</param>
    /// <param name="year">The compliance year it is about: the ruleset's.</param>
    /// <param name="date">The day on which it is asked, of the ISO calendar.</param>
    /// <param name="id">The caller's own name for the request, or null.</param>
    /// <exception cref="ArgumentException">The year is not the ruleset's, or the date is of another calendar.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such purpose.</exception>
    public void Begin(Purpose purpose, ComplianceYear year, LocalDate date, string? id = null) => Begin(purpose, year, date, id, null);

    /// <summary>States a text, or a choice by its word.</summary>
    /// <exception cref="ArgumentNullException">The text is null: leave out unknown facts.</exception>
    /// <exception cref="ArgumentException">The slot is of another engine or of another type, or the text is not a value of it.</exception>
    /// <exception cref="InvalidOperationException">No case was begun.</exception>
    public void Set(FactSlot slot, string text) => Columns.PutText(Check(slot, FactKind.Text), 0, Require.NotNull(text));

    /// <summary>States yes or no.</summary>
    /// <inheritdoc cref="Set(FactSlot, string)" path="/exception"/>
    public void Set(FactSlot slot, bool flag) => Columns.PutCode(Check(slot, FactKind.Flag), 0, flag ? 1 : 0);

    /// <summary>States a day of the ISO calendar.</summary>
    /// <inheritdoc cref="Set(FactSlot, string)" path="/exception"/>
    public void Set(FactSlot slot, LocalDate date) => Columns.PutCode(Check(slot, FactKind.Date), 0, DateCode.Of(date));

    /// <summary>States a compliance year.</summary>
    /// <inheritdoc cref="Set(FactSlot, string)" path="/exception"/>
    public void Set(FactSlot slot, ComplianceYear year) => Columns.PutYear(Check(slot, FactKind.Year), 0, year);

    /// <summary>States a plain number in the unit of the fact, such as a count or a ratio.</summary>
    /// <inheritdoc cref="Set(FactSlot, string)" path="/exception"/>
    /// <exception cref="ArgumentOutOfRangeException">It is 10^15 or more either way, or has more than 12 decimals.</exception>
    public void Set(FactSlot slot, decimal number) => Columns.PutAmount(Check(slot, FactKind.Number), 0, number);

    /// <summary>States an amount, such as <see cref="Inr"/> or <see cref="Co2e"/>: of the quantity the fact is of.</summary>
    /// <inheritdoc cref="Set(FactSlot, decimal)" path="/exception"/>
    public void Set<TQuantity>(FactSlot slot, TQuantity quantity)
        where TQuantity : struct, IQuantity
    {
        var index = Check(slot, FactKind.Quantity);
        Columns.CheckQuantity<TQuantity>(index);
        Columns.PutAmount(index, 0, quantity.CanonicalValue);
    }

    /// <summary>States a set of words; the words are copied.</summary>
    /// <inheritdoc cref="Set(FactSlot, string)" path="/exception"/>
    public void Set(FactSlot slot, IReadOnlyCollection<string> words) => Columns.PutSet(Check(slot, FactKind.Set), 0, Require.NotNull(words));

    /// <summary>Forgets a fact, which is then unknown.</summary>
    /// <exception cref="ArgumentException">The slot is of another engine, or it is the day or the year of the request.</exception>
    /// <exception cref="InvalidOperationException">No case was begun.</exception>
    public void Unset(FactSlot slot) => Columns.Forget(Check(slot), 0);

    /// <summary>Takes over a request that was read from JSON or built by name.</summary>
    /// <exception cref="ArgumentException">The year is not the ruleset's, or a fact is not of the vocabulary.</exception>
    public void Fill(DecisionRequest request)
    {
        Require.NotNull(request);
        Begin(request.Purpose, request.Year, request.Date, request.Id, request);
        var index = Index;
        Index = -1;
        Columns.Take(0, request);
        Index = index;
    }

    /// <summary>Takes over a typed request, without allocating.</summary>
    /// <inheritdoc cref="Fill(DecisionRequest)" path="/exception"/>
    public void Fill(EligibilityRequest request)
    {
        Require.NotNull(request);
        Begin(request.Purpose, request.Year, request.Date, request.Id, request);
        var index = Index;
        Index = -1;
        request.Write(new FactWriter(Columns, 0));
        Index = index;
    }

    /// <summary>Working memory for an evaluator; made once, then reused.</summary>
    internal (ulong[] Pass, ulong[] Open) Work(int words)
    {
        if (_pass.Length < words)
        {
            (_pass, _open) = (new ulong[words], new ulong[words]);
        }

        return (_pass, _open);
    }

    internal DecisionRequest ToRequest() => Columns.ToRequest(0);

    private void Begin(Purpose purpose, ComplianceYear year, LocalDate date, string? id, object? source)
    {
        CheckIdle();

        // If anything is refused from here on, the previous case must not be decided in its place.
        Index = -1;
        if (year != _year)
        {
            throw new ArgumentException($"The request is about {year}, the ruleset about {_year}. Take the engine of that year's ruleset.", nameof(year));
        }

        Columns.Begin(0, purpose, year, date, id, source);
        Source = Columns.Source(0);
        Index = Rules.Index(purpose, Rules.Eras.Of(Columns.Date(0)));
        unchecked
        {
            Bits.Stamp++;
        }
    }

    /// <exception cref="InvalidOperationException">The frame is being decided.</exception>
    internal void CheckIdle()
    {
        if (Index == Deciding)
        {
            throw new InvalidOperationException("The frame is being decided by another thread: one frame a thread.");
        }
    }

    private int Check(FactSlot slot, FactKind? kind = null)
    {
        if (!ReferenceEquals(slot.Layout, Columns.Layout))
        {
            throw new ArgumentException(slot.Layout is null ? "This is the slot of no engine; take it from DecisionEngine.Slot." : $"The slot of {slot} belongs to another engine; take it from the engine that made the frame.", nameof(slot));
        }

        Columns.CheckSettable(slot.Index, kind);
        if (Index < 0)
        {
            CheckIdle();
            throw new InvalidOperationException("No case was begun in this frame; call Begin or Fill first.");
        }

        unchecked
        {
            Bits.Stamp++;
        }

        if (Source != Columns)
        {
            Columns.Detach(0);
            Source = Columns;
        }

        return slot.Index;
    }
}
