using System;
using System.Collections.Generic;

namespace Ccts.Credits.Article6.Aef;

/// <summary>Compares ids in a report regardless of spelling: one authorization in two spellings would cover twice as much.</summary>
internal sealed class AefNames : IEqualityComparer<string>
{
    internal static AefNames Plain { get; } = new();

    public bool Equals(string? x, string? y) => PlainName.Same(x!, y!);

    // Names that are the same have one key.
    public int GetHashCode(string obj) => StringComparer.Ordinal.GetHashCode(PlainName.Key(obj));
}
