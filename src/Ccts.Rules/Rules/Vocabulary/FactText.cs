using System;
using System.Linq;
using Ccts.Rules.Files;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.Formats.Texts;
using Ccts.Sdk.Quantities;

namespace Ccts.Rules.Rules.Vocabulary;

/// <summary>Reads the text of a value by its type. Amounts are bounded so that their sums stay exact in a decimal.</summary>
internal static class FactText
{
    internal const int MaxDecimals = 12;
    internal const decimal MaxAmount = 1_000_000_000_000_000m;
    internal const int MaxTextLength = 500;

    internal static bool TryParse(string text, FactType type, out FactValue? value, out string? reason)
    {
        value = null;
        reason = null;
        switch (type.Kind)
        {
            case FactKind.Text when text.Length <= MaxTextLength && NotStated.Shipped.Read(text) is { } stated && type.Admits(stated):
                value = FactValue.OfText(type.Kind, stated);
                break;
            case FactKind.Text:
                reason = type.Form is not null ? type.ToString() : $"text of at most {MaxTextLength} characters that states something; \"n/a\" and its like do not";
                break;
            case FactKind.Choice when type.Words!.Holds(text):
                value = FactValue.OfText(type.Kind, text);
                break;
            case FactKind.Number when Scalars.TryDecimal(text, out var number, out _):
                value = InBounds(number) && type.Admits(number) ? FactValue.OfNumber(number, type.Unit) : null;
                break;
            case FactKind.Quantity:
                value = type.Dimension!.TryParse(text, out var canonical, out var refused) && InBounds(canonical) && type.Admits(canonical) ? FactValue.OfQuantity(canonical, text) : null;
                reason = value is null ? refused ?? type + ", " + Bounds : null;
                break;
            case FactKind.Date when Scalars.TryDate(text, out var date, out _):
                value = FactValue.OfDate(date);
                break;
            case FactKind.Year when ComplianceYear.TryParse(text, out var year, out _):
                value = FactValue.OfYear(year);
                break;
            case FactKind.Flag when text is "true" or "false":
                value = FactValue.OfFlag(text == "true");
                break;
            case FactKind.Number:
                reason = type + ", " + Bounds;
                break;
        }

        reason = value is null ? reason ?? type.ToString() : null;
        return value is not null;
    }

    internal static string Bounds => $"less than {QuantityText.Format(MaxAmount)} either way and at most {MaxDecimals} decimals";

    internal static bool InBounds(decimal amount) => Math.Abs(amount) < MaxAmount && ExactDecimal.Scale(amount) <= MaxDecimals;
}
