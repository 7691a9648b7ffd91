using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Rules.Decisions;

namespace Ccts.Rules.Rules;

/// <summary>Which requests a rule is about.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class RuleScope
{
    internal RuleScope(IReadOnlyList<Purpose> purposes, IReadOnlyList<string>? segments, IReadOnlyList<string>? unitKinds)
    {
        Purposes = purposes;
        Segments = segments;
        UnitKinds = unitKinds;
    }

    /// <summary>The purposes.</summary>
    public IReadOnlyList<Purpose> Purposes { get; }

    /// <summary>The market segments, or null for all.</summary>
    public IReadOnlyList<string>? Segments { get; }

    /// <summary>The kinds of unit, or null for all.</summary>
    public IReadOnlyList<string>? UnitKinds { get; }

    internal bool Overlaps(RuleScope other) =>
        Purposes.Intersect(other.Purposes).Any() && Meet(Segments, other.Segments) && Meet(UnitKinds, other.UnitKinds);

    private static bool Meet(IReadOnlyList<string>? one, IReadOnlyList<string>? other) =>
        one is null || other is null || one.Intersect(other, StringComparer.Ordinal).Any();
}
