using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Rules.Files;
using Ccts.Rules.Law.Parameters;
using Ccts.Rules.Rulesets;
using Ccts.Sdk.Law;

namespace Ccts.Rules.Authoring.Diff;

/// <summary>A parameter, or a row of one, or an emission factor that was added, removed or has another value or standing.</summary>
/// <param name="Path">The parameter, with the key of the row in brackets; the path of a factor.</param>
/// <param name="Title">What it means.</param>
/// <param name="Old">The value at the end of the earlier year: value and unit, <c>unknown</c>, or null if there was none.</param>
/// <param name="New">What it is at the end of the later year.</param>
/// <param name="Percent">The change in per cent of the old value, to two places; null if not meaningful.</param>
/// <param name="OldStanding">Its source, force and evidence before.</param>
/// <param name="NewStanding">Its source, force and evidence now.</param>
public sealed record ValueChange(string Path, string Title, string? Old, string? New, decimal? Percent, Standing? OldStanding, Standing? NewStanding)
{
    internal static IReadOnlyList<ValueChange> Between(Ruleset old, Ruleset @new) =>
        old.Parameters.Keys.Union(@new.Parameters.Keys, StringComparer.Ordinal).OrderBy(p => p, StringComparer.Ordinal)
            .SelectMany(path => Between(Find(old, path), Find(@new, path), old, @new))
            .Concat(Factors(old, @new))
            .ToList();

    private static IEnumerable<ValueChange> Factors(Ruleset old, Ruleset @new)
    {
        var (before, after) = (FactorValue.Of(old.Factors).ToDictionary(f => f.Path, StringComparer.Ordinal), FactorValue.Of(@new.Factors).ToDictionary(f => f.Path, StringComparer.Ordinal));
        foreach (var path in before.Keys.Union(after.Keys, StringComparer.Ordinal))
        {
            var (was, isNow) = (before.TryGetValue(path, out var b) ? b : null, after.TryGetValue(path, out var a) ? a : null);
            if (was?.ToString() != isNow?.ToString() || was?.Standing.Force != isNow?.Standing.Force || was?.Standing.Evidence != isNow?.Standing.Evidence)
            {
                yield return new ValueChange(path, (isNow ?? was)!.Title, was?.ToString(), isNow?.ToString(), was?.Value == isNow?.Value ? null : PercentOf(Number(was), Number(isNow)), was?.Standing, isNow?.Standing);
            }
        }
    }

    private static decimal? Number(FactorValue? value) => value is not null && Scalars.TryDecimal(value.Value.Split(' ')[0], out var number, out _) ? number : null;

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

    private static decimal? PercentOf(DatedValue? old, DatedValue? @new) =>
        old?.Text is { } was && @new?.Text is { } now && old.Unit == @new.Unit && Scalars.TryDecimal(was, out var before, out _) && Scalars.TryDecimal(now, out var after, out _) ? PercentOf(before, after) : null;

    private static decimal? PercentOf(decimal? old, decimal? @new)
    {
        if (old is not { } before || @new is not { } after || before == 0m)
        {
            return null;
        }

        // A percentage for display; nothing is computed from it.
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
