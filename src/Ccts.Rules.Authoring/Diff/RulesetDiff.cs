using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Rules.Authoring.Diff.Entries;
using Ccts.Rules.Files;
using Ccts.Rules.Rulesets;
using Ccts.Sdk;
using Ccts.Sdk.Law;

namespace Ccts.Rules.Authoring.Diff;

/// <summary>The differences between two rulesets, in words and figures.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class RulesetDiff
{
    private RulesetDiff(Ruleset old, Ruleset @new, IReadOnlyList<CaseChange>? cases)
    {
        Old = old.Identity;
        New = @new.Identity;
        Values = ValueChange.Between(old, @new);
        Rules = RuleChange.Between(old, @new);
        Targets = TargetChange.Between(old, @new);
        Entries = EntryDiff.Between(old, @new);
        Cases = cases ?? [];
    }

    /// <summary>The earlier ruleset.</summary>
    public RulesetIdentity Old { get; }

    /// <summary>The later one.</summary>
    public RulesetIdentity New { get; }

    /// <summary>Parameters and emission factors that were added, removed or changed.</summary>
    public IReadOnlyList<ValueChange> Values { get; }

    /// <summary>Rules that were added, removed or changed.</summary>
    public IReadOnlyList<RuleChange> Rules { get; }

    /// <summary>Targets by sector.</summary>
    public IReadOnlyList<TargetChange> Targets { get; }

    /// <summary>Cases of the earlier ruleset that the later one answers differently.</summary>
    public IReadOnlyList<CaseChange> Cases { get; }

    /// <summary>
    /// Every changed, added or removed entry of every file: factors, due days, sectors, baselines, retention, instruments,
    /// titles in Hindi, cases, overlays. Includes what <see cref="Values"/>, <see cref="Rules"/> and <see cref="Targets"/> list.
    /// </summary>
    public IReadOnlyList<EntryChange> Entries { get; }

    /// <summary>Whether the two say the same.</summary>
    public bool IsEmpty => Values.Count + Rules.Count + Targets.Count + Cases.Count + Entries.Count == 0;

    /// <summary>Every entry that differs in the files of two rulesets or overlays, valid or not.</summary>
    public static IReadOnlyList<EntryChange> EntriesBetween(RulesetFiles old, RulesetFiles @new) => EntryDiff.Between(Require.NotNull(old), Require.NotNull(@new));

    /// <summary>Compares two rulesets.</summary>
    /// <param name="old">The earlier one.</param>
    /// <param name="new">The later one.</param>
    /// <param name="oldFiles">Where given, its cases are asked of both.</param>
    public static RulesetDiff Between(Ruleset old, Ruleset @new, RulesetFiles? oldFiles = null)
    {
        Require.NotNull(old);
        Require.NotNull(@new);
        return new RulesetDiff(old, @new, oldFiles is null ? null : CaseChange.Between(old, @new, oldFiles));
    }
}
