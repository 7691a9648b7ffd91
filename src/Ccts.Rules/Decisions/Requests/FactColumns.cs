using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Rules.Engines.Compilation;
using Ccts.Rules.Rules;
using Ccts.Rules.Rules.Vocabulary;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Problems;
using Ccts.Sdk.Quantities;
using NodaTime;

namespace Ccts.Rules.Decisions.Requests;

/// <summary>
/// The facts of one or many cases, one column a slot: a number that orders, whether it is known (all bits or none), and
/// beside it what the number stands for. Nothing is boxed and nothing allocated once a column is there.
/// </summary>
internal sealed class FactColumns
{
    private readonly object?[] _sources;
    private readonly string?[] _ids;
    private readonly Purpose[] _purposes;

    /// <param name="layout">The slots.</param>
    /// <param name="rows">How many cases; room is made for whole vectors of them.</param>
    internal FactColumns(FrameLayout layout, int rows)
    {
        Layout = layout;
        Rows = rows;
        var cells = checked(layout.Count * rows);
        Codes = new long[cells];
        Known = new long[cells];
        Amounts = new decimal[cells];
        Texts = new string?[cells];
        Sets = new string[]?[cells];
        _sources = new object?[rows];
        _ids = new string?[rows];
        _purposes = new Purpose[rows];
    }

    internal FrameLayout Layout { get; }

    internal int Rows { get; }

    internal long[] Codes { get; }

    internal long[] Known { get; }

    internal decimal[] Amounts { get; }

    internal string?[] Texts { get; }

    internal string[]?[] Sets { get; }

    /// <summary>The request the row was filled from, which never changes; these columns when it was filled fact by fact.</summary>
    internal object Source(int row) => _sources[row] ?? this;

    internal Purpose Purpose(int row) => _purposes[row];

    internal long Date(int row) => Codes[(Layout.DateSlot * Rows) + row];

    internal void Begin(int row, Purpose purpose, ComplianceYear year, LocalDate date, string? id, object? source)
    {
        if (purpose is < Rules.Purpose.Trade or > Rules.Purpose.Verify)
        {
            throw new ArgumentOutOfRangeException(nameof(purpose), purpose, "There is no such purpose.");
        }

        var day = DateCode.Of(date);
        Clear(row);
        _purposes[row] = purpose;
        _ids[row] = id;
        _sources[row] = source;
        PutCode(Layout.DateSlot, row, day);
        PutYear(Layout.YearSlot, row, year);
    }

    /// <summary>States every fact of a request.</summary>
    internal void Take(int row, DecisionRequest request)
    {
        foreach (var fact in request.Facts.All)
        {
            var slot = Layout.Find(fact.Key);
            if (slot < 0 || Layout.Facts[slot].Type.Kind != fact.Value.Kind)
            {
                throw new ArgumentException($"The request was made for another vocabulary: \"{fact.Key}\" is not a fact of this kind here.", nameof(request));
            }

            Put(slot, row, fact.Value);
        }
    }

    /// <summary>The row is no longer what its request says.</summary>
    internal void Detach(int row) => _sources[row] = null;

    /// <exception cref="ArgumentException">The fact is of another kind, or it is the day or the year of the request.</exception>
    internal void CheckSettable(int slot, FactKind? kind)
    {
        var fact = Layout.Facts[slot];
        if (kind is not null && fact.Type.Kind != kind && !(kind == FactKind.Text && fact.Type.Kind == FactKind.Choice))
        {
            throw new ArgumentException($"The fact {fact.Name} is {fact.Type}.", nameof(slot));
        }

        if (slot == Layout.DateSlot || slot == Layout.YearSlot)
        {
            throw new ArgumentException($"{fact.Name} is taken from the request itself.", nameof(slot));
        }
    }

    /// <exception cref="ArgumentException">The fact is of another quantity.</exception>
    internal void CheckQuantity<TQuantity>(int slot)
    {
        if (Layout.Facts[slot].Type.Dimension!.Quantity != typeof(TQuantity))
        {
            throw new ArgumentException($"The fact {Layout.Facts[slot].Name} is {Layout.Facts[slot].Type}, not a value of {typeof(TQuantity).Name}.", nameof(slot));
        }
    }

    internal void Forget(int slot, int row) => Known[(slot * Rows) + row] = 0;

    internal void PutCode(int slot, int row, long code)
    {
        var cell = (slot * Rows) + row;
        Codes[cell] = code;
        Known[cell] = -1;
    }

    internal void PutYear(int slot, int row, ComplianceYear year)
    {
        if (year == default)
        {
            throw new ArgumentException("The default of a compliance year is no year.", nameof(year));
        }

        PutCode(slot, row, DateCode.Of(year.FirstDay));
    }

    internal void PutText(int slot, int row, string text)
    {
        var cell = (slot * Rows) + row;

        // Hosts hand over the same few words again and again; what was numbered once is not looked up again.
        if (!ReferenceEquals(Texts[cell], text))
        {
            var isChoice = Layout.IsChoice(slot);
            long code = 0;
            if (!isChoice || !Layout.TryCode(slot, text, out code))
            {
                if (Layout.Vocabulary.IsBlank(Layout.Facts[slot].Type, text))
                {
                    Forget(slot, row);
                    return;
                }

                if (isChoice || text.Length > FactText.MaxTextLength)
                {
                    Refuse(slot, text);
                }

                text = VisibleText.Of(text);
                code = Layout.CodeOf(text);
            }

            Texts[cell] = text;
            Codes[cell] = code;
        }

        Known[cell] = -1;
    }

    private void Refuse(int slot, string text) =>
        throw new ArgumentException($"\"{ShownText.Short(text)}\" is not a value of the fact {Layout.Facts[slot].Name}; expected {Layout.Facts[slot].Type} of at most {FactText.MaxTextLength} characters. {Nearest.Hint(text, Layout.Facts[slot].Type.Words ?? [])}".TrimEnd(), nameof(text));

    internal void PutAmount(int slot, int row, decimal amount)
    {
        if (!FactText.InBounds(amount))
        {
            amount = AmountCode.Trim(amount);
            if (!FactText.InBounds(amount))
            {
                throw new ArgumentOutOfRangeException(nameof(amount), amount, $"The fact {Layout.Facts[slot].Name} is {FactText.Bounds}.");
            }
        }

        if (!Layout.Facts[slot].Type.Admits(amount))
        {
            throw new ArgumentOutOfRangeException(nameof(amount), amount, $"The fact {Layout.Facts[slot].Name} is {Layout.Facts[slot].Type}.");
        }

        var cell = (slot * Rows) + row;
        Amounts[cell] = amount;
        Known[cell] = -1;
        if (Layout.Scale(slot) is >= 0 and var scale)
        {
            Codes[cell] = AmountCode.Of(amount, scale);
        }
    }

    internal void PutSet(int slot, int row, IReadOnlyCollection<string> words)
    {
        var type = Layout.Facts[slot].Type;
        if (words.Count > VocabularyLimits.MaxWords || words.Any(w => w is null || w.Length > FactText.MaxTextLength || (type.Words?.Contains(w, StringComparer.Ordinal) == false && !Layout.Vocabulary.IsBlank(type, w))))
        {
            throw new ArgumentException($"The fact {Layout.Facts[slot].Name} is {type}, at most {VocabularyLimits.MaxWords} of them.", nameof(words));
        }

        // A copy: what the caller does with the list afterwards is no fact of this case. Of a list of blank words nothing is stated.
        var cell = (slot * Rows) + row;
        Sets[cell] = [.. words.Where(w => !Layout.Vocabulary.IsBlank(type, w)).Select(VisibleText.Of)];
        Known[cell] = words.Count == 0 || Sets[cell]!.Length > 0 ? -1 : 0;
    }

    internal void Put(int slot, int row, FactValue value)
    {
        switch (value.Kind)
        {
            case FactKind.Text or FactKind.Choice:
                PutText(slot, row, value.Shown);
                break;
            case FactKind.Number or FactKind.Quantity:
                PutAmount(slot, row, value.Amount);
                break;
            case FactKind.Flag:
                PutCode(slot, row, value.IsYes ? 1 : 0);
                break;
            case FactKind.Set:
                PutSet(slot, row, value.Words);
                break;
            default:
                PutCode(slot, row, DateCode.Of(value.Date));
                break;
        }
    }

    internal void CopyRowTo(FactColumns other, int from, int to)
    {
        for (var slot = 0; slot < Layout.Count; slot++)
        {
            var (source, target) = ((slot * Rows) + from, (slot * other.Rows) + to);
            other.Codes[target] = Codes[source];
            other.Known[target] = Known[source];
            other.Amounts[target] = Amounts[source];
            other.Texts[target] = Texts[source];
            other.Sets[target] = Sets[source];
        }

        other._sources[to] = _sources[from];
        other._ids[to] = _ids[from];
        other._purposes[to] = _purposes[from];
    }

    /// <summary>The row as a request: the one it was filled from, or one made of its facts.</summary>
    internal DecisionRequest ToRequest(int row)
    {
        if (_sources[row] is DecisionRequest request)
        {
            return request;
        }

        var facts = new Dictionary<string, FactValue>(StringComparer.Ordinal);
        for (var slot = 0; slot < Layout.Count; slot++)
        {
            if (Known[(slot * Rows) + row] != 0)
            {
                facts.Add(Layout.Facts[slot].Name, Value(slot, row));
            }
        }

        return new DecisionRequest(_ids[row], _purposes[row], ComplianceYear.Of(DateCode.ToDate(Codes[(Layout.YearSlot * Rows) + row])), DateCode.ToDate(Date(row)), new FactSet(facts));
    }

    private FactValue Value(int slot, int row)
    {
        var type = Layout.Facts[slot].Type;
        var cell = (slot * Rows) + row;
        return type.Kind switch
        {
            FactKind.Text or FactKind.Choice => FactValue.OfText(type.Kind, Texts[cell]!),
            FactKind.Number => FactValue.OfNumber(Amounts[cell], type.Unit),
            FactKind.Quantity => FactValue.OfQuantity(Amounts[cell], QuantityText.Format(Amounts[cell]) + " " + type.Dimension!.CanonicalUnit),
            FactKind.Flag => FactValue.OfFlag(Codes[cell] != 0),
            FactKind.Set => FactValue.OfSet(Sets[cell]!),
            FactKind.Date => FactValue.OfDate(DateCode.ToDate(Codes[cell])),
            _ => FactValue.OfYear(ComplianceYear.Of(DateCode.ToDate(Codes[cell]))),
        };
    }

    private void Clear(int row)
    {
        if (Rows == 1)
        {
            Array.Clear(Known, 0, Known.Length);
            return;
        }

        for (var cell = row; cell < Known.Length; cell += Rows)
        {
            Known[cell] = 0;
        }
    }
}
