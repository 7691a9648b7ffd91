using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Monitoring;

namespace Ccts.Sdk.Assessments.Validation;

/// <summary>How far a value is from its reference.</summary>
internal enum Likelihood
{
    Usual,
    Unusual,
    Slip,
}

/// <summary>What a value is compared with: one reference, or the lowest and highest of several.</summary>
/// <param name="Least">The least of the references.</param>
/// <param name="Most">The most of them.</param>
/// <param name="Range">How far from them a value may lie.</param>
internal readonly record struct Reference(decimal Least, decimal Most, PlausibleRange Range)
{
    /// <summary>One reference.</summary>
    internal static Reference? Of(decimal? reference, PlausibleRange? range) => Of(reference, reference, range);

    internal static Reference? Of(decimal? least, decimal? most, PlausibleRange? range) =>
        range is null || least is not > 0m || most is not { } highest ? null : new Reference(least.Value, highest, range);

    /// <summary>The bounds of what is known. What may hold or give off nothing, as hydrogen does, has no lower one.</summary>
    internal static Reference Within(PlausibleSpan span, PlausibleRange range) =>
        new(span.Least, span.Most, span.Least > 0m ? range : range with { UnusualBelow = null, WithheldBelow = null });

    internal Likelihood Judge(decimal value) =>
        value <= Least * Range.WithheldBelow || value > Most * Range.WithheldAbove ? Likelihood.Slip
        : value < Least * Range.UnusualBelow || value > Most * Range.UnusualAbove ? Likelihood.Unusual
        : Likelihood.Usual;

    /// <summary>The slip that would make the value usual, or null.</summary>
    internal Slip? Find(decimal value, IEnumerable<Slip> slips)
    {
        foreach (var slip in slips)
        {
            if (value < decimal.MaxValue / 1_000_000m && Judge(value * slip.Times) == Likelihood.Usual)
            {
                return slip;
            }
        }

        return null;
    }

    /// <summary>The same in words; empty where none would.</summary>
    internal string Likely(decimal value, string unit, IEnumerable<Slip> slips) => Find(value, slips)?.Said(value, unit) ?? "";

    /// <summary>The reference, or its range, in words.</summary>
    internal string Said(string unit) => ((Least == Most ? Slip.Shown(Least) : $"{Slip.Shown(Least)} to {Slip.Shown(Most)}") + " " + unit).TrimEnd();
}
