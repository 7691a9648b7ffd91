using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Ccts.Rules.Rulesets;
using Ccts.Sdk;
using Ccts.Sdk.Assessments;
using Ccts.Sdk.Assessments.Calculations;
using Ccts.Sdk.Assessments.Certificates;
using Ccts.Sdk.Assessments.Inventory;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Law;
using Ccts.Sdk.Problems;

namespace Ccts.Rules.Authoring.Impact;

/// <summary>
/// Applies two rulesets to entities one after the other and keeps sums, so that memory does not grow with the entities.
/// Certificates are computed by <see cref="CertificateCalculator"/>, as in an assessment. An unknown target stays unknown.
/// </summary>
/// <remarks>Not thread-safe; one a stream of entities.</remarks>
public sealed class ImpactStudy
{
    /// <summary>The name under which entities are counted whose sector neither ruleset knows.</summary>
    public const string OtherSector = "(not a sector of either ruleset)";

    private const int MostKeys = 100_000;

    private readonly Ruleset _old;
    private readonly Ruleset _new;
    private readonly LargestChanges _movers;
    private readonly LargestChanges _sideChanges;
    private readonly Dictionary<string, Sums> _sectors = new(StringComparer.Ordinal);
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly HashSet<string> _rows = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Path, string Used, string Other), (int Entities, decimal Tonnes)> _readings = [];
    private readonly ProblemList _remarks = new();
    private (int Entities, long Tonnes, SourcePlace First) _notInForce;

    /// <summary>A study of two rulesets, each of a compliance year.</summary>
    /// <param name="old">The earlier one.</param>
    /// <param name="new">The later one.</param>
    /// <param name="most">The maximum length of the report's lists, 1 to 100,000.</param>
    /// <exception cref="CctsDataException">One is of a baseline year, which has no compliance.</exception>
    public ImpactStudy(Ruleset old, Ruleset @new, int most = 50)
    {
        (_old, _new) = (Checked(Require.NotNull(old)), Checked(Require.NotNull(@new)));
        if (most is < 1 or > 100_000)
        {
            throw new ArgumentOutOfRangeException(nameof(most), most, "1 to 100,000");
        }

        (_movers, _sideChanges) = (new LargestChanges(most), new LargestChanges(most));
    }

    /// <summary>Computes one entity and adds it to the sums.</summary>
    /// <exception cref="CctsDataException">Its output is in another unit than its target, not above zero, or the numbers are too large.</exception>
    public EntityImpact Add(ImpactEntity entity)
    {
        Require.NotNull(entity);
        var earlier = entity.Earlier ?? (entity.Key, entity.OnRequest);
        var (before, after) = (Row(_old.Assessment, earlier.Key, earlier.OnRequest), Row(_new.Assessment, entity.Key, entity.OnRequest));
        var impact = new EntityImpact(
            entity,
            after?.Entity ?? before?.Entity ?? entity.Name ?? entity.Key,
            after?.Sector ?? before?.Sector ?? Known(entity.Sector),
            Outcome(entity, before, _old.Assessment.Certificates, null),
            Outcome(entity, after, _new.Assessment.Certificates, Read));
        _rows.UnionWith(new[] { before?.Key, after?.Key }.OfType<string>());
        Remark(entity, impact);
        FarFromBaseline.Remark(entity, before ?? after, (before is null ? _new : _old).Assessment.Monitoring.Plausibility, _remarks);
        NoteForce(entity, impact, before, after);
        Count(impact);
        return impact;
    }

    /// <summary>What was found so far.</summary>
    public ImpactReport Report() => new()
    {
        Old = _old.Identity,
        New = _new.Identity,
        Sectors = _sectors.OrderBy(s => s.Key, StringComparer.Ordinal).Select(s => s.Value.ToImpact(s.Key)).ToList(),
        Movers = _movers.ToList(),
        SideChanges = _sideChanges.ToList(),
        Readings = _readings.OrderBy(r => r.Key.Path, StringComparer.Ordinal).ThenBy(r => r.Key.Other, StringComparer.Ordinal).Select(r => new ReadingImpact(r.Key.Path, r.Key.Used, r.Key.Other, r.Value.Entities, r.Value.Tonnes)).ToList(),
        Unreached = UnreachedEntries.OfEntities(_old, _new, _rows),
        Remarks = [.. _remarks.ToList(), .. NotInForce],
    };

    private static Ruleset Checked(Ruleset ruleset) => ruleset.Kind == RulesetKind.ComplianceYear
        ? ruleset
        : throw Refusal("baseline-year", default, $"{ruleset.Identity.Id} is a baseline year, with which nobody complies.", "rulesets of compliance years");

    private static EntityTarget? Row(AssessmentRules rules, string key, bool onRequest) =>
        (onRequest ? rules.TargetsOnRequest : rules.Targets).TryGetValue(key, out var row) ? row : null;

    private static EntityOutcome Outcome(ImpactEntity entity, EntityTarget? row, CertificateRules rules, Action<CertificateRules, EntityTarget, CertificateResult>? read)
    {
        if (row is null)
        {
            return EntityOutcome.Unknown;
        }

        if (row.Target is not { } target)
        {
            return EntityOutcome.NoTarget;
        }

        if (target.Basis != entity.Output.Basis)
        {
            throw Refusal("output-unit", entity.Place, $"The output of {entity.Key} is {entity.Output}, its target is {target}.", "output in the unit of the target");
        }

        try
        {
            var result = CertificateCalculator.Result(entity.Emissions, entity.Output, target, rules);
            read?.Invoke(rules, row, result);
            return EntityOutcome.Of(target, result);
        }
        catch (ArgumentOutOfRangeException)
        {
            throw Refusal("no-production", entity.Place, $"The output of {entity.Key} is not above zero, so there is no intensity.", "an output above zero");
        }
        catch (OverflowException)
        {
            throw Refusal("number-too-large", entity.Place, $"The numbers of {entity.Key} multiply beyond what can be held.", "an output and emissions of a plant");
        }
    }

    private static CctsDataException Refusal(string code, SourcePlace place, string message, string expected) =>
        new([new Problem(code, Severity.Error, message, place) { Expected = expected }]);

    private void Read(CertificateRules rules, EntityTarget row, CertificateResult used)
    {
        foreach (var reading in Readings.OfCertificates(rules, row, used).Where(r => r.Certificates.Quantity != used.Quantity))
        {
            var key = (reading.Path, reading.Used, reading.Reading);
            var (entities, tonnes) = _readings.TryGetValue(key, out var sum) ? sum : default;
            _readings[key] = (entities + 1, tonnes + Math.Abs((decimal)reading.Certificates.Quantity!.Value - used.Quantity!.Value));
        }
    }

    private string Known(string? sector) =>
        sector is not null && (_new.Assessment.Sectors.ContainsKey(sector) || _old.Assessment.Sectors.ContainsKey(sector)) ? sector : OtherSector;

    private void Remark(ImpactEntity entity, EntityImpact impact)
    {
        if (_seen.Contains(entity.Key) || (_seen.Count < MostKeys && !_seen.Add(entity.Key)))
        {
            _remarks.Warn("counted-twice", entity.Place, $"{entity.Key} occurs more than once in the input and is counted each time.");
        }

        if (entity.Sector is { } stated && impact.Sector != stated)
        {
            _remarks.Warn("sector-differs", entity.Place, $"The input puts {entity.Key} into \"{stated}\"; it is counted under \"{impact.Sector}\".");
        }
    }

    private void NoteForce(ImpactEntity entity, EntityImpact impact, EntityTarget? before, EntityTarget? after)
    {
        if (new[] { before, after }.Any(r => r is { Target: not null, Standing.Force: not Force.InForce }))
        {
            var tonnes = impact.New.Certificates ?? impact.Old.Certificates ?? 0;
            _notInForce = (_notInForce.Entities + 1, _notInForce.Tonnes + tonnes, _notInForce.Entities == 0 ? entity.Place : _notInForce.First);
        }
    }

    /// <summary>Reports rows of drafts in the sums: they were asked for, but bind nobody, and a sum does not show that.</summary>
    private IEnumerable<Problem> NotInForce => _notInForce.Entities == 0 ? [] :
        [new Problem("not-in-force", Severity.Warning, $"{_notInForce.Entities.ToString("N0", CultureInfo.InvariantCulture)} entities are counted by rows that are not in force, with {_notInForce.Tonnes.ToString("N0", CultureInfo.InvariantCulture)} certificates: nobody owes or earns by them.", _notInForce.First)];

    private void Count(EntityImpact impact)
    {
        if (!_sectors.TryGetValue(impact.Sector, out var sums))
        {
            _sectors.Add(impact.Sector, sums = new Sums());
        }

        sums.Add(impact);
        if (impact.Change is { } change && change != 0)
        {
            _movers.Add(impact);
        }

        if (impact.ChangesSide)
        {
            _sideChanges.Add(impact);
        }
    }

    private sealed class Sums
    {
        private readonly Dictionary<SideMove, int> _moves = [];
        private SectorSide _old = SectorSide.Zero;
        private SectorSide _new = SectorSide.Zero;
        private (SectorSide Old, SectorSide New) _both = (SectorSide.Zero, SectorSide.Zero);

        internal void Add(EntityImpact impact)
        {
            var move = new SideMove(impact.Old.Side, impact.New.Side);
            _moves[move] = _moves.TryGetValue(move, out var count) ? count + 1 : 1;
            (_old, _new) = (_old.With(impact.Old), _new.With(impact.New));
            if (impact.Change is not null)
            {
                _both = (_both.Old.With(impact.Old), _both.New.With(impact.New));
            }
        }

        internal SectorImpact ToImpact(string sector) => new(sector, _moves.Values.Sum(), _old, _new, new Dictionary<SideMove, int>(_moves)) { OldOfBoth = _both.Old, NewOfBoth = _both.New };
    }
}
