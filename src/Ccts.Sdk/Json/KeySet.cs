using System;
using System.Collections.Generic;

namespace Ccts.Sdk.Json;

/// <summary>The keys of one object, to find duplicates: the members read so far while they are few, a hash set when they are many.</summary>
internal sealed class KeySet(LocatedNode node)
{
    private const int Few = 16;
    private HashSet<string>? _many;

    /// <summary>False when the key is there already.</summary>
    internal bool Add(string key)
    {
        var members = node.Items!;
        if (members.Count < Few)
        {
            return node.Member(key) is null;
        }

        if (_many is null)
        {
            _many = new HashSet<string>(StringComparer.Ordinal);
            members.ForEach(m => _many.Add(m.Key!));
        }

        return _many.Add(key);
    }
}
