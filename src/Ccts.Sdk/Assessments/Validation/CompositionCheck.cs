using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Problems;
using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.Assessments.Validation;

/// <summary>Checks compositions, of gases and of process materials.</summary>
internal static class CompositionCheck
{
    /// <summary>How far the sum of a gas's shares may be from 1, because laboratories round. Chosen by this product, not the law.</summary>
    private const decimal Slack = 0.005m;

    // Physics, not law: the range of any gas at the conditions of meters.
    internal const decimal LeastVolume = 20m;
    internal const decimal MostVolume = 30m;

    internal static void Check(ReportCheck check, FuelStream stream)
    {
        if (stream.Composition is not { } made)
        {
            return;
        }

        if (stream.Measured is not MeteredGas gas)
        {
            check.Error("carbon-content-unit", "composition", $"\"{stream.Id}\" has a composition by volume, but it is not a metered gas.", "amounts in Sm3, SCM, MMSCM or Nm3");
            return;
        }

        Shares(check, made.Shares, [.. GasComposition.Components]);
        if (Whole(made.Shares) is { } sum && Math.Abs(sum - 1m) > Slack)
        {
            check.Error("composition-not-whole", "composition", $"The shares of \"{stream.Id}\" add up to {QuantityText.Format(sum)}.", "1, or 100 %: name what does not burn too, such as N2");
        }

        if (made.MolarVolume is { } volume and (< LeastVolume or > MostVolume))
        {
            check.Error("implausible-factor", "molarVolume", $"\"{stream.Id}\" has a molar volume of {QuantityText.Format(volume)} m3/kmol.", $"{QuantityText.Format(LeastVolume)} to {QuantityText.Format(MostVolume)} m3/kmol, of the conditions of the amounts");
        }

        if (string.IsNullOrWhiteSpace(made.Source))
        {
            check.Error("factor-without-source", "analysisSource", $"\"{stream.Id}\" does not say where its composition comes from.", "the laboratory and its report");
        }

        if (gas.Net is not null || gas.Gross is not null || stream.Factor.Value is not null)
        {
            UnusedInputs.Warn(check, "composition", "a composition beside a calorific value or factor", "the composition is used alone", "Delete the others, or the composition.");
        }
    }

    /// <summary>What the shares add up to; null if one of them is missing.</summary>
    internal static decimal? Whole(IReadOnlyList<ComponentShare> shares) => shares.All(s => s.Share is >= 0m and <= 1m) ? shares.Sum(s => s.Share) : null;

    /// <summary>Checks that components are known, given once, and between 0 and 1.</summary>
    internal static void Shares(ReportCheck check, IReadOnlyList<ComponentShare> shares, IReadOnlyCollection<string> known)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < shares.Count; i++)
        {
            check.TurnToPart("composition", i);
            var (component, share) = (shares[i].Component, shares[i].Share);
            FactorCheck.Fraction(check, "share", share, zeroAllowed: true);
            if (!known.Contains(component, StringComparer.Ordinal))
            {
                check.Error("unknown-component", "component", $"\"{ShownText.Short(component)}\" is no component that can be counted.", string.Join(", ", known), check.Problems.IsFull ? null : check.Problems.Nearest(component, known));
            }
            else if (!seen.Add(component))
            {
                check.Error("duplicate-id", "component", $"\"{component}\" stands twice in the composition of \"{check.Stream.Id}\".", "each component once");
            }
        }

        check.TurnBack();
    }
}
