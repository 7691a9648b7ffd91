using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Rules.Files;
using Ccts.Rules.Law.Parameters;
using Ccts.Rules.Rulesets;
using Ccts.Sdk.Law;

namespace Ccts.Rules.Authoring.Diff;

/// <summary>A parameter, or a row of one, that was added, removed or has another value or standing.</summary>
/// <param name="Path">The parameter, with the key of the row in brackets.</param>
/// <param name="Title">What it means.</param>
/// <param name="Old">What it was at the end of the earlier year: value and unit, <c>unknown</c>, or null when there was none.</param>
/// <param name="New">What it is at the end of the later year.</param>
/// <param name="Percent">The change in per cent of the old value, to two places; null where that means nothing.</param>
/// <param name="OldStanding">Its source, force and evidence before.</param>
/// <param name="NewStanding">Its source, force and evidence now.</param>
public sealed record ValueChange(string Path, string Title, string? Old, string? New, decimal? Percent, Standing? OldStanding, Standing? NewStanding)
{
    internal static IReadOnlyList<ValueChange> Between(Ruleset old, Ruleset @new) =>
        old.Parameters.Keys.Union(@new.Parameters.Keys, StringComparer.Ordinal).OrderBy(p => p, StringComparer.Ordinal)
            .SelectMany(path => Between(Find(old, path), Find(@new, path), old, @new))
            .ToList();

    private static Parameter? Find(Ruleset ruleset, string path) => ruleset.Parameters.TryGetValue(path, out var parameter) ? parameter : null;

    private static IEnumerable<ValueChange> Between(Parameter? old, Parameter? @new, Ruleset before, Ruleset after)
    {
        var known = (@new ?? old)!;
        var keys = (old?.Rows ?? []).Concat(@new?.Rows ?? []).Select(r => r.Key).Distinct(StringComparer.Ordinal);
        foreach (var key in keys)
        {
            var (was, isNow) = (old?.On(before.Year.LastDay, key), @new?.On(after.Year.LastDay, key));
            if (was?.ToString() != isNow?.ToString() || was?.Standing.Force != isNow?.Standing.Force || was?.Standing.Evidence != isNow?.Standing.Evidence)
            {
                var path = key.Length == 0 ? known.Path : $"{known.Path}[{key}]";
                yield return new ValueChange(path, known.Title, was?.ToString(), isNow?.ToString(), PercentOf(was, isNow), was?.Standing, isNow?.Standing);
            }
        }
    }

    private static decimal? PercentOf(DatedValue? old, DatedValue? @new)
    {
        if (old?.Text is not { } was || @new?.Text is not { } now || old.Unit != @new.Unit
            || !Scalars.TryDecimal(was, out var before, out _) || !Scalars.TryDecimal(now, out var after, out _) || before == 0m)
        {
            return null;
        }

        // A percentage for people to read; nothing is computed from it.
        try
        {
            return Math.Round((after - before) / before * 100m, 2, MidpointRounding.AwayFromZero);
        }
        catch (OverflowException)
        {
            return null;
        }
    }
}
