using System;
using System.Collections.Generic;
using System.Linq;

namespace Ccts.Rules.Authoring.Impact;

/// <summary>Keeps the entities whose certificates change most, in bounded memory. Equal changes are ordered by key, so that the order of the input does not matter.</summary>
internal sealed class LargestChanges(int most)
{
    private readonly SortedSet<EntityImpact> _kept = new(Comparer<EntityImpact>.Create(Compare));

    internal IReadOnlyList<EntityImpact> ToList() => _kept.ToList();

    internal void Add(EntityImpact impact)
    {
        _kept.Add(impact);
        if (_kept.Count > most)
        {
            _kept.Remove(_kept.Max!);
        }
    }

    private static int Compare(EntityImpact? one, EntityImpact? other)
    {
        var bySize = Size(other!).CompareTo(Size(one!));
        var byKey = bySize != 0 ? bySize : string.CompareOrdinal(one!.Entity.Key, other!.Entity.Key);
        return byKey != 0 ? byKey : one!.Entity.Place.Line.CompareTo(other!.Entity.Place.Line);
    }

    // If a target is unknown or absent on one side, the certificates on the other are the change.
    private static decimal Size(EntityImpact impact) => Math.Abs((decimal)(impact.New.Certificates ?? 0) - (impact.Old.Certificates ?? 0));
}
