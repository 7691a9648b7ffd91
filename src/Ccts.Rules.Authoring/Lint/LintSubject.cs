using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Rules.Authoring.Diff.Entries;
using Ccts.Rules.Authoring.Lint.Reasoning;
using Ccts.Rules.Files;
using Ccts.Rules.Rules;
using Ccts.Rules.Rules.Conditions;
using Ccts.Rules.Rulesets;
using Ccts.Rules.Rulesets.Overlays;
using Ccts.Sdk.Problems;

namespace Ccts.Rules.Authoring.Lint;

/// <summary>What is linted, and where remarks go.</summary>
internal sealed class LintSubject(Ruleset ruleset, RulesetFiles files, ProblemList remarks)
{
    private readonly Dictionary<string, IReadOnlyDictionary<string, SourcePlace>> _places = new(StringComparer.Ordinal);

    internal Ruleset Ruleset { get; } = ruleset;

    internal RulesetFiles Files { get; } = files;

    internal IReadOnlyList<Rule> Rules => Ruleset.Rules.Rules;

    /// <summary>The name of the law before: its year, or its revision if it is of the same year; that of its last overlay if it has one.</summary>
    internal static string NameOf(Ruleset ruleset, Ruleset before) => before.Overlays.Count > 0 ? $"revision {Overlay.Read(before.Overlays[before.Overlays.Count - 1]).Revision}"
        : before.Year == ruleset.Year ? $"revision {before.Identity.Revision}" : before.Year.ToString();

    /// <summary>What of the law before stands where the linted files stand: a ruleset's own files, or those of its last overlay.</summary>
    internal static RulesetFiles FilesOf(Ruleset before) => before.Overlays.Count > 0 ? before.Overlays[before.Overlays.Count - 1] : before.Files;

    /// <summary>Whether the law before is of the same kind: a ruleset with overlays is compared with the same ruleset under as many.</summary>
    internal bool IsLike(Ruleset before) => before.Overlays.Count == Ruleset.Overlays.Count;

    /// <summary>Whether something is in the linted files, not in their base.</summary>
    internal bool IsOwn(SourcePlace place) => place.File?.StartsWith(Files.Name + "/", StringComparison.Ordinal) == true;

    /// <summary>Whether a file is linted, and its place.</summary>
    internal bool OwnsFile(string path, out SourcePlace place)
    {
        place = new SourcePlace(Files.Name + "/" + path, 0, 0, "");
        return Files.Find(path) is not null;
    }

    /// <summary>Whether a row is in a linted table, and where; for an overlay the base's rows are not reported.</summary>
    /// <param name="table">The table.</param>
    /// <param name="key">The text in the column of its keys.</param>
    /// <param name="place">The row.</param>
    internal bool OwnsRow(LintTable table, string key, out SourcePlace place)
    {
        place = default;
        return PlacesOf(table).TryGetValue(key, out place);
    }

    private IReadOnlyDictionary<string, SourcePlace> PlacesOf(LintTable table)
    {
        if (!_places.TryGetValue(table.File, out var places))
        {
            places = Files.Find(table.File) is { } file ? CsvEntries.Places(file, table.Key) : new Dictionary<string, SourcePlace>(StringComparer.Ordinal);
            _places.Add(table.File, places);
        }

        return places;
    }

    /// <summary>A warning; it leads to exit code 1.</summary>
    internal void Warn(string code, SourcePlace place, string message, string? expected = null, string? hint = null) =>
        remarks.Warn(code, place, message, expected, hint);

    /// <summary>Worth knowing; nothing has to be done.</summary>
    internal void Tell(string code, SourcePlace place, string message, string? hint = null) =>
        remarks.Add(new Problem(code, Severity.Info, message, place) { Hint = hint });

    /// <summary>Whether on any day a case exists that meets the demands.</summary>
    /// <param name="demands">What is demanded of which condition.</param>
    /// <param name="lawIsFree">Whether unknown law counts as law that might say anything.</param>
    internal bool CanBe(IReadOnlyList<(Condition Condition, Demand Demand)> demands, bool lawIsFree = true) =>
        OpenLaw.Spans(Ruleset, demands.Select(d => d.Condition), lawIsFree).Any(span => new CaseSearch(span).CanBe(demands));

    /// <summary>The exceptions to a rule for a purpose that no other exception sets aside.</summary>
    internal IEnumerable<Rule> LastExceptions(Rule rule, Purpose purpose) =>
        Ruleset.Rules.ExceptionsTo(rule).Where(e => e.Scope.Purposes.Contains(purpose) && Ruleset.Rules.ExceptionsTo(e).Count == 0);
}
