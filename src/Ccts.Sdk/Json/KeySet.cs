using System;
using System.Collections.Generic;

namespace Ccts.Sdk.Json;

/// <summary>The keys of one object, to find duplicates: the members read so far while they are few, a hash set when they are many.</summary>
internal sealed class KeySet(List<LocatedNode> members)
{
    private const int Few = 16;
    private readonly int _first = members.Count;
    private HashSet<string>? _many;

    /// <summary>False when the key is there already.</summary>
    internal bool Add(string key)
    {
        if (_many is null && members.Count - _first >= Few)
        {
            _many = new HashSet<string>(StringComparer.Ordinal);
            for (var i = _first; i < members.Count; i++)
            {
                _many.Add(members[i].Key!);
            }
        }

        return _many?.Add(key) ?? !IsAmongFew(key);
    }

    private bool IsAmongFew(string key)
    {
        for (var i = _first; i < members.Count; i++)
        {
            if (string.Equals(members[i].Key, key, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
