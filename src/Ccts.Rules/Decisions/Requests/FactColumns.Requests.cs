using System;
using System.Collections.Generic;
using Ccts.Rules.Rules;
using Ccts.Rules.Rules.Vocabulary;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Quantities;

namespace Ccts.Rules.Decisions.Requests;

/// <content>Turns a request into a row, and a row into a request.</content>
internal sealed partial class FactColumns
{
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

    /// <summary>The row as a request: the one it was filled from, or one made from its facts.</summary>
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
}
