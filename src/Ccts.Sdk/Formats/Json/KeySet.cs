using System;
using System.Collections.Generic;

namespace Ccts.Sdk.Formats.Json;

/// <summary>
/// The keys of one object that is still being read, to find duplicates: its members so far while they are few, a hash set when
/// they are many. Mutable, and a struct because a file has thousands of objects.
/// </summary>
/// <param name="first">Where the object's members begin in the list of members.</param>
internal struct KeySet(int first)
{
    private const int Few = 16;
    private HashSet<string>? _many;

    /// <summary>False when the key is there already.</summary>
    internal bool Add(List<LocatedNode> members, string key)
    {
        if (_many is null && members.Count - first >= Few)
        {
            _many = new HashSet<string>(StringComparer.Ordinal);
            for (var i = first; i < members.Count; i++)
            {
                _many.Add(members[i].Key!);
            }
        }

        return _many?.Add(key) ?? !IsAmongFew(members, key);
    }

    private readonly bool IsAmongFew(List<LocatedNode> members, string key)
    {
        for (var i = first; i < members.Count; i++)
        {
            if (string.Equals(members[i].Key, key, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
