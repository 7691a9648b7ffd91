using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Formats.Json;

namespace Ccts.Rules.Rules;

/// <summary>Which requests a rule is about.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class RuleScope
{
    // One bit for each purpose: every rule is compared with every other when a ruleset is read.
    private readonly int _purposes;

    internal RuleScope(IReadOnlyList<Purpose> purposes, IReadOnlyList<string>? segments, IReadOnlyList<string>? unitKinds)
    {
        Purposes = purposes;
        foreach (var purpose in purposes)
        {
            _purposes |= 1 << (int)purpose;
        }

        Segments = segments;
        UnitKinds = unitKinds;
    }

    /// <summary>The purposes.</summary>
    public IReadOnlyList<Purpose> Purposes { get; }

    /// <summary>The market segments, or null for all.</summary>
    public IReadOnlyList<string>? Segments { get; }

    /// <summary>The kinds of unit, or null for all.</summary>
    public IReadOnlyList<string>? UnitKinds { get; }

    /// <summary>Whether a request can be within both.</summary>
    public bool Overlaps(RuleScope other) =>
        (_purposes & Require.NotNull(other)._purposes) != 0 && Meet(Segments, other.Segments) && Meet(UnitKinds, other.UnitKinds);

    private static bool Meet(IReadOnlyList<string>? one, IReadOnlyList<string>? other) =>
        one is null || other is null || one.Any(word => other.Holds(word));
}
