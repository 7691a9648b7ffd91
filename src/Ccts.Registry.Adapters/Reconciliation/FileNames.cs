using System;
using System.Collections.Generic;

namespace Ccts.Registry.Adapters.Reconciliation;

/// <summary>File names by small numbers, so that a row needs only two bytes for its file.</summary>
internal sealed class FileNames
{
    private readonly List<string> _names = [];
    private readonly Dictionary<string, ushort> _numbers = new(StringComparer.Ordinal);

    internal string this[ushort number] => _names[number];

    internal ushort NumberOf(string name)
    {
        if (!_numbers.TryGetValue(name, out var number))
        {
            if (_names.Count > ushort.MaxValue)
            {
                throw new InvalidOperationException($"Rows of more than {ushort.MaxValue + 1} files cannot be held at once. Join the files, or work in parts (docs/scale.md).");
            }

            number = (ushort)_names.Count;
            _names.Add(name);
            _numbers.Add(name, number);
        }

        return number;
    }
}
