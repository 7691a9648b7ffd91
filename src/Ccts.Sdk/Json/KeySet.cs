using System;
using System.Collections.Generic;

namespace Ccts.Sdk.Json;

/// <summary>The keys of one object, to find duplicates: a plain list while there are few, a hash set when there are many.</summary>
internal sealed class KeySet
{
    private const int Few = 16;
    private readonly List<string> _few = [];
    private HashSet<string>? _many;

    /// <summary>False when the key is there already.</summary>
    internal bool Add(string key)
    {
        if (_many is not null)
        {
            return _many.Add(key);
        }

        foreach (var known in _few)
        {
            if (string.Equals(known, key, StringComparison.Ordinal))
            {
                return false;
            }
        }

        _few.Add(key);
        if (_few.Count > Few)
        {
            _many = new HashSet<string>(_few, StringComparer.Ordinal);
        }

        return true;
    }
}
