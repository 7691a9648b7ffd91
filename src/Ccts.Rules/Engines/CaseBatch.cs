using System;
using Ccts.Rules.Decisions.Requests;
using Ccts.Rules.Engines.Cases;
using Ccts.Rules.Engines.Columnar;
using Ccts.Rules.Engines.Compilation;
using Ccts.Rules.Rules;
using Ccts.Sdk;
using Ccts.Sdk.Entities;
using NodaTime;

namespace Ccts.Rules.Engines;

/// <summary>Many cases of one purpose, held in columns: filled, decided together, read, cleared and filled again.</summary>
/// <remarks>
/// Not thread-safe: one batch for each thread. After the first use, filling and deciding allocate nothing. The decisions of a
/// batch that was filled again can no longer be explained, unless they came from requests.
/// </remarks>
public sealed class CaseBatch
{
    private readonly ComplianceYear _year;
    private readonly int[] _indexes;
    private object? _scratchOf;
    private ColumnarScratch? _scratch;
    private BitRows? _others;
    private CaseFrame? _frame;
    private int _decided = -1;
    private bool _mixed;
    private bool _busy;

    internal CaseBatch(CompiledRules rules, Purpose purpose, int capacity)
    {
        if (purpose is < Purpose.Trade or > Purpose.Verify)
        {
            throw new ArgumentOutOfRangeException(nameof(purpose), purpose, "There is no such purpose.");
        }

        if (capacity is < 1 or > MaxCapacity)
        {
            throw new ArgumentOutOfRangeException(nameof(capacity), capacity, $"A batch has room for 1 to {MaxCapacity} cases.");
        }

        Rules = rules;
        Purpose = purpose;
        Capacity = capacity;
        _year = rules.Ruleset.Year;
        _indexes = new int[capacity];
        var rows = ColumnarScratch.LengthFor(capacity);
        Columns = new FactColumns(rules.Layout, rows);
        Bits = new BitRows(rules.MaxWords, rows);
    }

    /// <summary>The most cases a batch may have room for.</summary>
    public const int MaxCapacity = 65_536;

    /// <summary>What every case of it asks for.</summary>
    public Purpose Purpose { get; }

    /// <summary>How many cases it has room for.</summary>
    public int Capacity { get; }

    /// <summary>How many it holds.</summary>
    public int Count { get; private set; }

    internal CompiledRules Rules { get; }

    internal FactColumns Columns { get; }

    internal BitRows Bits { get; }

    /// <summary>The decision of a case, in the order they were added.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such case.</exception>
    /// <exception cref="InvalidOperationException">The batch was not decided since it was last changed.</exception>
    public Decision this[int index]
    {
        get
        {
            if (index < 0 || index >= Count)
            {
                throw new ArgumentOutOfRangeException(nameof(index), index, $"The batch holds {Count} cases.");
            }

            return _decided == Bits.Stamp
                ? new Decision(Rules.Get(_indexes[index]), Bits, index, Columns.Source(index), Bits.Fires[index], Bits.Open[index])
                : throw new InvalidOperationException("The batch was not decided since it was last changed; call DecisionEngine.Decide first.");
        }
    }

    /// <summary>Forgets every case.</summary>
    public void Clear()
    {
        Change();
        Count = 0;
    }

    /// <summary>Adds a request.</summary>
    /// <exception cref="ArgumentException">It has another purpose or year, or a fact that is not in the vocabulary; nothing is added.</exception>
    /// <exception cref="InvalidOperationException">The batch is full.</exception>
    public void Add(DecisionRequest request)
    {
        Begin(Require.NotNull(request).Purpose, request.Year, request.Date, request.Id, request);
        Columns.Take(Count, request);
        Count++;
    }

    /// <summary>Adds a typed request, without allocating.</summary>
    /// <inheritdoc cref="Add(DecisionRequest)" path="/exception"/>
    public void Add(EligibilityRequest request)
    {
        Begin(Require.NotNull(request).Purpose, request.Year, request.Date, request.Id, request);
        request.Write(new FactWriter(Columns, Count));
        Count++;
    }

    /// <summary>Adds the case of a frame, which can then be filled again.</summary>
    /// <exception cref="ArgumentException">The frame is of another engine or has another purpose; nothing is added.</exception>
    /// <exception cref="InvalidOperationException">The batch is full, or no case was begun in the frame.</exception>
    public void Add(CaseFrame frame)
    {
        if (Require.NotNull(frame).Rules != Rules)
        {
            throw new ArgumentException("The frame belongs to another engine.", nameof(frame));
        }

        if (frame.Index < 0)
        {
            throw new InvalidOperationException("No case was begun in the frame; call Begin or Fill first.");
        }

        CheckRoom(frame.Columns.Purpose(0));
        Change();
        frame.Columns.CopyRowTo(Columns, 0, Count);
        SetIndex(frame.Index);
        Count++;
    }

    /// <summary>Adds typed requests in their order; if one is refused, the earlier ones stay.</summary>
    /// <inheritdoc cref="Add(DecisionRequest)" path="/exception"/>
    public void Add<TRequest>(ReadOnlySpan<TRequest> requests)
        where TRequest : EligibilityRequest
    {
        foreach (var request in requests)
        {
            Add(request);
        }
    }

    /// <summary>Decides every case down the columns.</summary>
    internal void Decide(EvaluatorSet<ColumnarEvaluator> evaluators)
    {
        Enter();
        try
        {
            for (var first = 0; first < Count; first = Next(first))
            {
                DecideEra(evaluators.Get(_indexes[first]), first);
            }

            _decided = Bits.Stamp;
        }
        finally
        {
            _busy = false;
        }
    }

    /// <summary>Decides case by case.</summary>
    internal void Decide(EvaluatorSet<Evaluator> evaluators)
    {
        Enter();
        try
        {
            _frame ??= new CaseFrame(Rules);
            for (var index = 0; index < Count; index++)
            {
                Columns.CopyRowTo(_frame.Columns, index, 0);
                var evaluator = evaluators.Get(_indexes[index]);
                evaluator.Decide(_frame);
                for (var word = 0; word < evaluator.Rules.Words; word++)
                {
                    var at = (word * Bits.Rows) + index;
                    (Bits.Fires[at], Bits.Open[at]) = (_frame.Bits.Fires[word], _frame.Bits.Open[word]);
                }
            }

            _decided = Bits.Stamp;
        }
        finally
        {
            _busy = false;
        }
    }

    // Nearly always there is one era, decided in place; rows of other eras are copied.
    private void DecideEra(ColumnarEvaluator evaluator, int first)
    {
        if (!ReferenceEquals(_scratchOf, evaluator))
        {
            (_scratchOf, _scratch) = (evaluator, evaluator.NewScratch());
        }

        var bits = first == 0 ? Bits : _others ??= new BitRows(Rules.MaxWords, Columns.Rows);
        evaluator.Decide(Columns, _scratch!, bits, Count);
        for (var index = first; first > 0 && index < Count; index++)
        {
            for (var word = 0; _indexes[index] == _indexes[first] && word < evaluator.Rules.Words; word++)
            {
                var at = (word * Bits.Rows) + index;
                (Bits.Fires[at], Bits.Open[at]) = (bits.Fires[at], bits.Open[at]);
            }
        }
    }

    // The next case of an era that has not occurred before.
    private int Next(int first)
    {
        if (!_mixed)
        {
            return Count;
        }

        var next = first + 1;
        while (next < Count && Array.IndexOf(_indexes, _indexes[next], 0, next) >= 0)
        {
            next++;
        }

        return next;
    }

    private void Enter()
    {
        if (_busy)
        {
            throw new InvalidOperationException("The batch is being decided already: one batch a thread.");
        }

        _busy = true;
        Change();
    }

    private void Begin(Purpose purpose, ComplianceYear year, LocalDate date, string? id, object source)
    {
        CheckRoom(purpose);
        if (year != _year)
        {
            throw new ArgumentException($"The request is about {year}, the ruleset about {_year}. Take the engine of that year's ruleset.", nameof(year));
        }

        Change();
        Columns.Begin(Count, purpose, year, date, id, source);
        SetIndex(Rules.Index(purpose, Rules.Eras.Of(Columns.Date(Count))));
    }

    private void SetIndex(int index)
    {
        _indexes[Count] = index;
        _mixed = Count > 0 && (_mixed || index != _indexes[0]);
    }

    private void CheckRoom(Purpose purpose)
    {
        if (Count == Capacity)
        {
            throw new InvalidOperationException($"The batch is full: it has room for {Capacity} cases.");
        }

        if (purpose != Purpose)
        {
            throw new ArgumentException($"The batch is about {Purpose}, the case about {purpose}.", nameof(purpose));
        }
    }

    private void Change()
    {
        unchecked
        {
            Bits.Stamp++;
        }
    }
}
