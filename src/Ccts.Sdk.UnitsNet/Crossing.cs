using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;

namespace Ccts.Sdk.UnitsNet;

/// <summary>
/// One quantity and its units in Ccts.Sdk and in UnitsNet. A number keeps its unit, so that
/// UnitsNet's binary conversion factors are never applied; any other unit is refused.
/// </summary>
internal sealed class Crossing<TQuantity, TUnit, TTheirs>
    where TQuantity : struct
    where TUnit : struct, Enum
    where TTheirs : struct, Enum
{
    private readonly string _quantity;
    private readonly Func<decimal, TUnit, TQuantity> _of;
    private readonly Func<TQuantity, TUnit, decimal> _in;
    private readonly (TTheirs Theirs, TUnit Ours)[] _pairs;

    internal Crossing(string quantity, Func<decimal, TUnit, TQuantity> of, Func<TQuantity, TUnit, decimal> @in, params (TTheirs Theirs, TUnit Ours)[] pairs)
    {
        _quantity = quantity;
        _of = of;
        _in = @in;
        _pairs = pairs;
    }

    /// <summary>UnitsNet's units that look the same but are not, each with the reason.</summary>
    internal IReadOnlyDictionary<TTheirs, string> Refused { get; init; } = new Dictionary<TTheirs, string>();

    internal bool TryFrom(double number, TTheirs unit, BinaryPassage passage, out TQuantity value, [NotNullWhen(false)] out string? reason)
    {
        value = default;
        if (!TryFind(unit, out var ours, out reason))
        {
            return false;
        }

        if (!BinaryNumber.TryTo(number, Known(passage), out var exact, out reason))
        {
            reason = Refusal(unit, reason);
            return false;
        }

        try
        {
            value = _of(exact, ours);
            return true;
        }
        catch (OverflowException beyond)
        {
            reason = Refusal(unit, beyond.Message);
            return false;
        }
    }

    internal bool TryTo(TQuantity value, TTheirs unit, BinaryPassage passage, out double number, [NotNullWhen(false)] out string? reason)
    {
        number = 0;
        if (!TryFind(unit, out var ours, out reason))
        {
            return false;
        }

        decimal exact;
        try
        {
            exact = _in(value, ours);
            reason = Known(passage) == BinaryPassage.Closest || EqualityComparer<TQuantity>.Default.Equals(_of(exact, ours), value)
                ? null
                : "it has too many digits in that unit";
        }
        catch (OverflowException beyond)
        {
            exact = 0m;
            reason = beyond.Message;
        }

        if (reason is null && BinaryNumber.TryFrom(exact, passage, out number, out reason))
        {
            return true;
        }

        reason = Refusal(unit, reason!);
        number = 0;
        return false;
    }

    internal TQuantity From(double number, TTheirs unit, BinaryPassage passage) =>
        TryFrom(number, unit, passage, out var value, out var reason) ? value : throw new UnitsNetConversionException(reason);

    internal double To(TQuantity value, TTheirs unit, BinaryPassage passage) =>
        TryTo(value, unit, passage, out var number, out var reason) ? number : throw new UnitsNetConversionException(reason);

    private bool TryFind(TTheirs unit, out TUnit ours, [NotNullWhen(false)] out string? reason)
    {
        foreach (var pair in _pairs)
        {
            if (EqualityComparer<TTheirs>.Default.Equals(pair.Theirs, unit))
            {
                (ours, reason) = (pair.Ours, null);
                return true;
            }
        }

        ours = default;
        var why = Refused.TryGetValue(unit, out var special) ? special : "it is not a unit that both sides define alike";
        reason = Refusal(unit, $"{why}; convert it within UnitsNet, knowing that this rounds, to one of {string.Join(", ", _pairs.Select(p => p.Theirs))}");
        return false;
    }

    private string Refusal(TTheirs unit, string why) => $"This {_quantity} in {unit} cannot pass: {why.TrimEnd('.')}.";

    private static BinaryPassage Known(BinaryPassage passage) => passage is BinaryPassage.Exact or BinaryPassage.Closest
        ? passage
        : throw new ArgumentOutOfRangeException(nameof(passage), passage, "Exact or Closest.");
}
