using System;
using System.Linq;
using Ccts.Rules.Files;
using Ccts.Rules.Rulesets.Targets;
using Ccts.Sdk.Quantities;

namespace Ccts.Rules.Authoring.Schedules;

/// <summary>A number as a schedule prints it, representing every number that rounds to it.</summary>
internal readonly record struct PrintedNumber(string Text, decimal Value, decimal HalfUnit)
{
    internal decimal Least => Value - HalfUnit;

    internal decimal Most => Value + HalfUnit;

    internal static bool TryParse(string text, out PrintedNumber number, out string? reason)
    {
        number = default;
        reason = "a plain number above zero, as printed but without thousands separators, such as 0.8086 or 3666138";
        if (!Scalars.TryDecimal(text, out var value, out _) || value <= 0m || value >= 1_000_000_000_000_000m)
        {
            return false;
        }

        var point = text.IndexOf('.');
        var decimals = point < 0 ? 0 : text.Length - point - 1;
        if (decimals > 12)
        {
            reason = "at most twelve decimals";
            return false;
        }

        number = new PrintedNumber(text, value, Enumerable.Repeat(0.1m, decimals).Aggregate(0.5m, (unit, tenth) => unit * tenth));
        reason = null;
        return true;
    }

    /// <summary>A target; a dash was handled before.</summary>
    internal static bool TryParseTarget(string text, out PrintedNumber number, out string? reason)
    {
        var read = TryParse(text, out number, out reason);
        reason = read ? null : reason + $"; \"{TargetReader.Dash}\" where the schedule prints a dash";
        return read;
    }

    /// <summary>Whether the product of two printed numbers can be another printed number.</summary>
    internal static bool CanBeProduct(PrintedNumber stated, params PrintedNumber[] factors)
    {
        try
        {
            var least = factors.Aggregate(1m, (product, f) => product * Math.Max(0m, f.Least));
            var most = factors.Aggregate(1m, (product, f) => product * f.Most);
            return least <= stated.Most && stated.Least <= most;
        }
        catch (OverflowException)
        {
            return false;
        }
    }

    /// <summary>The value without trailing zeros.</summary>
    public override string ToString() => QuantityText.Format(Value);
}
