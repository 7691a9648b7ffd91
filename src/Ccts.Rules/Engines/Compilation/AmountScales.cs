using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Rules.Decisions.Requests;
using Ccts.Rules.Rules.Vocabulary;

namespace Ccts.Rules.Engines.Compilation;

/// <summary>
/// The scale at which amounts of each type are held as 64-bit numbers: fine enough for every limit of the type, or none
/// where no scale holds them all.
/// </summary>
internal sealed class AmountScales
{
    /// <summary>Kilograms of a tonne, tenths of a paisa: decimals that facts commonly have even if limits are whole.</summary>
    private const int LeastScale = 3;

    private readonly Dictionary<string, Held> _scales = new(StringComparer.Ordinal);

    internal AmountScales(IEnumerable<RuleValue> values)
    {
        foreach (var group in values.Where(v => v.Type.IsAmount).GroupBy(v => Name(v.Type), StringComparer.Ordinal))
        {
            var finest = group.OrderByDescending(v => AmountCode.Decimals(v.Value.Amount)).First();
            var scale = Math.Max(LeastScale, AmountCode.Decimals(finest.Value.Amount));
            var beyond = group.FirstOrDefault(v => !AmountCode.Holds(v.Value.Amount, scale));
            _scales.Add(group.Key, beyond is null
                ? new Held(scale, $"every limit has at most {scale} decimals; the finest is {finest.Value.Shown} of {finest.From}")
                : new Held(FrameLayout.NoScale, $"{beyond.Value.Shown} of {beyond.From} does not fit 64 bits beside {finest.Value.Shown} of {finest.From}"));
        }
    }

    internal int Of(FactType type) => _scales.TryGetValue(Name(type), out var scale) ? scale.Scale : LeastScale;

    internal string Why(FactType type) => _scales.TryGetValue(Name(type), out var scale) ? scale.Why : $"no limit of a rule is of this type; {LeastScale} decimals are held";

    private sealed record Held(int Scale, string Why);

    private static string Name(FactType type) => type.Dimension?.Name ?? "number of " + type.Unit;
}
