using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.IO;
using System.Linq;
using Ccts.Rules.Law;
using Ccts.Rules.Rulesets.Overlays;
using Ccts.Rules.Trust.Signing;
using Ccts.Sdk;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Law;
using Ccts.Sdk.Problems;
using NodaTime;

namespace Ccts.Rules.Rulesets.Catalogs;

/// <summary>
/// Finds rulesets by compliance year and day of knowledge, by id and revision, or by digest. Draft and superseded rulesets are
/// found only by id or digest; a baseline year is never returned as a compliance year.
/// </summary>
/// <remarks>Immutable and thread-safe: to add a new revision, make a new catalog and swap the reference.</remarks>
public sealed class RulesetCatalog
{
    private static readonly Lazy<RulesetCatalog> Embedded = new(() => Of(EmbeddedRulesets.All().Select(RulesetReader.Read), EmbeddedRulesets.Overlays().Select(Overlay.Read)));

    // Those in force by kind and year, in the order in which they became known, so that resolving allocates nothing.
    private readonly Dictionary<(RulesetKind Kind, ComplianceYear Year), Ruleset[]> _inForce;

    private readonly CatalogOverlays _overlays;

    private RulesetCatalog(IReadOnlyList<Ruleset> rulesets, IReadOnlyList<Ruleset> answering, CatalogOverlays overlays)
    {
        Rulesets = rulesets;
        _overlays = overlays;
        _inForce = answering
            .GroupBy(r => (r.Kind, r.Year))
            .ToDictionary(g => g.Key, g => g.OrderBy(r => r.Published).ThenBy(r => r.Identity.Revision).ToArray());
    }

    /// <summary>The rulesets shipped inside this package, read once; a host needs no path.</summary>
    public static RulesetCatalog Default => Embedded.Value;

    /// <summary>Every ruleset, by id and revision.</summary>
    public IReadOnlyList<Ruleset> Rulesets { get; }

    /// <summary>Every overlay, by id and revision.</summary>
    public IReadOnlyList<Overlay> Overlays => _overlays.All;

    /// <summary>A catalog of rulesets already read, and of overlays. Duplicates count once.</summary>
    /// <exception cref="CctsDataException">Two different rulesets, or overlays, have the same id and revision, a higher revision is published on an earlier day, or two ids are in force for one year.</exception>
    public static RulesetCatalog Of(IEnumerable<Ruleset> rulesets, IEnumerable<Overlay>? overlays = null) => Of(rulesets, overlays, r => r.Force == Force.InForce);

    private static RulesetCatalog Of(IEnumerable<Ruleset> rulesets, IEnumerable<Overlay>? overlays, Func<Ruleset, bool> answers)
    {
        var sorted = Require.Each(rulesets)
            .GroupBy(r => r.Identity.Digest, StringComparer.Ordinal).Select(g => g.First())
            .OrderBy(r => r.Identity.Id, StringComparer.Ordinal).ThenBy(r => r.Identity.Revision)
            .ToList();
        var problems = new ProblemList();
        for (var i = 1; i < sorted.Count; i++)
        {
            var (before, after) = (sorted[i - 1], sorted[i]);
            if (before.Identity.Id == after.Identity.Id && before.Identity.Revision == after.Identity.Revision)
            {
                problems.Error("duplicate-revision", new SourcePlace(after.Identity.Id, 0, 0, ""), $"Two different rulesets are called {after}: {before.Identity.Digest} and {after.Identity.Digest}.", "a higher revision with every change");
            }
            else if (before.Identity.Id == after.Identity.Id && after.Published < before.Published)
            {
                problems.Error("published-out-of-order", new SourcePlace(after.Identity.Id, 0, 0, ""), $"{after} is published on {after.Published:uuuu-MM-dd}, before revision {before.Identity.Revision} of {before.Published:uuuu-MM-dd}: the earlier revision would answer for good.", "a day on or after that of the revision before");
            }
        }

        // Their days of publication alone would decide between two ids, so a slip in an id would bypass the numbering of revisions.
        var answering = sorted.Where(answers).ToList();
        foreach (var year in answering.GroupBy(r => (r.Kind, r.Year)))
        {
            foreach (var other in year.Select(r => r.Identity.Id).Distinct(StringComparer.Ordinal).Skip(1))
            {
                problems.Error("two-laws-of-a-year", new SourcePlace(other, 0, 0, ""), $"{year.First().Identity.Id} and {other} are both in force for {year.Key.Year}: the later published would answer in place of the other.", "one id in force for each year", "A later revision keeps the id; a draft says so in \"force\".");
            }
        }

        return problems.HasErrors ? throw new CctsDataException(problems.ToList()) : new RulesetCatalog(sorted, answering, new CatalogOverlays(Require.Each(overlays ?? [], nameof(overlays))));
    }

    /// <summary>
    /// These rulesets and overlays take precedence over those of another catalog, such as a host's own folder over <see cref="Default"/>. If both have the
    /// same id and revision with different content, this catalog's replaces it and every later revision of that id, because a
    /// changed copy departs from there. If this one has another id in force for a year, that answers for the year; the other's is
    /// found by id and digest still.
    /// </summary>
    /// <param name="other">What comes after.</param>
    public RulesetCatalog Over(RulesetCatalog other)
    {
        Require.NotNull(other);
        var (left, overlaysLeft) = (
            LeftOf(other.Rulesets, Rulesets, r => (r.Identity.Id, r.Identity.Revision, r.Identity.Digest)),
            LeftOf(other.Overlays, Overlays, o => (o.Id, o.Revision, o.Files.Digest)));
        var own = new HashSet<string>(Answering.Select(r => r.Identity.Digest), StringComparer.Ordinal);
        var others = new HashSet<string>(other.Answering.Where(o => !_inForce.TryGetValue((o.Kind, o.Year), out var of) || of[0].Identity.Id == o.Identity.Id).Select(r => r.Identity.Digest), StringComparer.Ordinal);
        return Of(Rulesets.Concat(left), Overlays.Concat(overlaysLeft), r => own.Contains(r.Identity.Digest) || others.Contains(r.Identity.Digest));
    }

    /// <summary>These and one more, which answers if it is in force.</summary>
    /// <exception cref="CctsDataException">The two are incompatible.</exception>
    internal RulesetCatalog With(Ruleset ruleset)
    {
        var own = new HashSet<string>(Answering.Select(r => r.Identity.Digest), StringComparer.Ordinal);
        return Of(Rulesets.Append(ruleset), Overlays, r => own.Contains(r.Identity.Digest) || (r.Identity.Digest == ruleset.Identity.Digest && r.Force == Force.InForce));
    }

    // One id for each kind and year.
    private IEnumerable<Ruleset> Answering => _inForce.Values.SelectMany(r => r);

    private static IEnumerable<T> LeftOf<T>(IReadOnlyList<T> others, IReadOnlyList<T> own, Func<T, (string Id, int Revision, string Digest)> identity)
    {
        var changed = others.Select(identity)
            .Where(o => own.Select(identity).Any(i => i.Id == o.Id && i.Revision == o.Revision && i.Digest != o.Digest))
            .GroupBy(o => o.Id, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.Min(o => o.Revision), StringComparer.Ordinal);
        return others.Where(o => !changed.TryGetValue(identity(o).Id, out var first) || identity(o).Revision < first);
    }

    /// <summary>Reads every ruleset and overlay at or below a folder, as a folder or an archive (<c>.cctsrules</c>).</summary>
    /// <exception cref="CctsDataException">A ruleset has errors (all errors of all rulesets are listed), or none was found.</exception>
    /// <exception cref="IOException">The folder cannot be read.</exception>
    public static RulesetCatalog FromDirectory(string directory) => new CatalogFolder(policy: null, default).Read(Require.NotNull(directory));

    /// <summary>Reads every ruleset at or below a folder, and refuses them all unless each is signed as a policy demands.</summary>
    /// <param name="directory">The folder.</param>
    /// <param name="signatures">What the host demands of signatures.</param>
    /// <param name="on">The day of the check: keys must be valid on it.</param>
    /// <exception cref="CctsDataException">A ruleset is refused or has errors (all reasons are listed), none was found, or something accepted earlier is gone.</exception>
    /// <exception cref="IOException">The folder cannot be read.</exception>
    public static RulesetCatalog FromDirectory(string directory, SignaturePolicy signatures, LocalDate on) =>
        new CatalogFolder(Require.NotNull(signatures), on).Read(Require.NotNull(directory));

    /// <summary>The rules of a compliance year as they were known on a day: the latest revision published by then.</summary>
    /// <param name="year">The compliance year.</param>
    /// <param name="asOf">The day of knowledge; pass today's date for what is known now.</param>
    /// <param name="ruleset">The ruleset, or null.</param>
    /// <param name="refusal">Why there is none, or null.</param>
    public bool TryResolve(ComplianceYear year, LocalDate asOf, [NotNullWhen(true)] out Ruleset? ruleset, [NotNullWhen(false)] out Problem? refusal) =>
        TryResolve(RulesetKind.ComplianceYear, year, asOf, out ruleset, out refusal);

    /// <summary>The rules of a compliance year as they were known on a day.</summary>
    /// <exception cref="CctsDataException">There are none; the one problem says why.</exception>
    public Ruleset Resolve(ComplianceYear year, LocalDate asOf) =>
        TryResolve(year, asOf, out var ruleset, out var refusal) ? ruleset : throw new CctsDataException([refusal]);

    /// <summary>The rules of a compliance year as they were known on a day, with overlays applied.</summary>
    /// <param name="year">The compliance year.</param>
    /// <param name="asOf">The day of knowledge, for the rules and for each overlay.</param>
    /// <param name="overlays">Ids of overlays, in the order in which they are applied; drafts too, because they are named.</param>
    /// <exception cref="CctsDataException">There are none, there is no such overlay, or one does not fit; all reasons are listed.</exception>
    public Ruleset Resolve(ComplianceYear year, LocalDate asOf, IReadOnlyList<string> overlays) =>
        _overlays.Lay(Resolve(year, asOf), asOf, Require.All(overlays));

    /// <summary>The factors of a baseline year as they were known on a day.</summary>
    /// <exception cref="CctsDataException">There are none; the one problem says why.</exception>
    public Ruleset ResolveBaseline(ComplianceYear year, LocalDate asOf) =>
        TryResolve(RulesetKind.Baseline, year, asOf, out var ruleset, out var refusal) ? ruleset : throw new CctsDataException([refusal]);

    /// <summary>A ruleset by id, including draft and superseded ones, or null.</summary>
    /// <param name="id">The id.</param>
    /// <param name="revision">The revision; the highest when left out.</param>
    public Ruleset? Find(string id, int? revision = null) =>
        Require.NotNull(id).Length == 0 ? null : Rulesets.LastOrDefault(r => string.Equals(r.Identity.Id, id, StringComparison.Ordinal) && (revision is null || r.Identity.Revision == revision));

    /// <summary>The ruleset with exactly this digest, or null.</summary>
    public Ruleset? FindByDigest(string digest) =>
        Require.NotNull(digest).Length == 0 ? null : Rulesets.FirstOrDefault(r => string.Equals(r.Identity.Digest, digest, StringComparison.Ordinal));

    private bool TryResolve(RulesetKind kind, ComplianceYear year, LocalDate asOf, [NotNullWhen(true)] out Ruleset? ruleset, [NotNullWhen(false)] out Problem? refusal)
    {
        ruleset = null;
        if (_inForce.TryGetValue((kind, year), out var revisions))
        {
            var last = revisions.Length - 1;
            while (last >= 0 && revisions[last].Published > asOf)
            {
                last--;
            }

            ruleset = last < 0 ? null : revisions[last];
        }

        refusal = ruleset is null ? Refuse(kind, year, asOf) : null;
        return ruleset is not null;
    }

    private Problem Refuse(RulesetKind kind, ComplianceYear year, LocalDate asOf)
    {
        var ofYear = Rulesets.Where(r => r.Year == year).ToList();
        var kinds = Rulesets.Where(r => r.Kind == kind && r.Force == Force.InForce).Select(r => r.Year).Distinct().OrderBy(y => y).ToList();
        var expected = "one of " + string.Join(", ", kinds);
        return ofYear switch
        {
            { Count: 0 } => Refusal("no-ruleset", $"There is no ruleset for {year}.", expected),
            _ when ofYear.All(r => r.Kind != kind) && kind == RulesetKind.ComplianceYear =>
                Refusal("baseline-year", $"{year} is a baseline year: it gives factors, and nobody complies with it.", expected),
            _ when ofYear.All(r => r.Kind != kind) => Refusal("compliance-year", $"{year} is a compliance year, not a baseline year.", expected),
            _ when ofYear.Where(r => r.Kind == kind).All(r => r.Force != Force.InForce) =>
                Refusal("not-in-force", $"The rulesets for {year} are not in force: {string.Join(", ", ofYear.Select(r => $"{r} ({LawWords.Of(r.Force)})"))}.", expected, "Ask for a draft or superseded ruleset by its id."),
            _ => Refusal("not-yet-known", $"No ruleset for {year} was published by {asOf:uuuu-MM-dd}; the first is of {ofYear.Where(r => r.Kind == kind && r.Force == Force.InForce).Min(r => r.Published):uuuu-MM-dd}.", "a later day"),
        };
    }

    private static Problem Refusal(string code, string message, string expected, string? hint = null) =>
        new(code, Severity.Error, message, default) { Expected = expected, Hint = hint };
}
