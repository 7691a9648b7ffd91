using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Rules.Rules;
using Ccts.Rules.Rules.Vocabulary;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Problems;
using Ccts.Sdk.Quantities;

namespace Ccts.Rules.Decisions.Requests;

/// <content>States one fact: checks it against its type, numbers it, and keeps it in its column.</content>
internal sealed partial class FactColumns
{
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

        // Hosts state the same few words again and again, so a word that was numbered once is not looked up again.
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
                if (!Layout.Facts[slot].Type.Admits(text))
                {
                    Refuse(slot, text);
                }

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

        // A copy, so that later changes of the caller's list do not affect this case. A list of blank words states nothing.
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
}
