using System;
using System.Collections.Generic;
using System.Linq;

namespace Ccts.Cli.Commands.Ledger;

/// <summary>Finds names that may be one name in two spellings, which a ledger keeps apart.</summary>
internal sealed class Spellings
{
    private const string Drawn = "drawn\n";
    private readonly Dictionary<string, List<string>> _seen = new(StringComparer.Ordinal);
    private readonly Func<string, string> _keyOf;

    /// <param name="known">The names that are there already.</param>
    /// <param name="keyOf">By what a name is told; <see cref="PlainName.Key"/> where it is null.</param>
    internal Spellings(IEnumerable<string> known, Func<string, string>? keyOf = null)
    {
        _keyOf = keyOf ?? PlainName.Key;
        foreach (var name in known)
        {
            OtherOf(name);
        }
    }

    /// <summary>An earlier name that this one may be; null where there is none.</summary>
    internal string? OtherOf(string name)
    {
        var (written, drawn) = (OtherOf(_keyOf(name), name), OtherOf(Drawn + _keyOf(PlainName.Drawn(name)), name));
        return written ?? drawn;
    }

    private string? OtherOf(string key, string name)
    {
        if (!_seen.TryGetValue(key, out var names))
        {
            _seen.Add(key, names = []);
        }

        var first = names.Find(n => !OrganisationName.AreTwo(n, name));
        if (!names.Contains(name))
        {
            names.Add(name);
        }

        return string.Equals(first, name, StringComparison.Ordinal) ? null : first;
    }

    /// <summary>A sentence for each account that may be another one.</summary>
    internal static List<string> Of(IEnumerable<string> accounts)
    {
        var seen = new Spellings([], OrganisationName.Key);
        return [.. accounts.Select(a => (Name: a, Other: seen.OtherOf(a))).Where(a => a.Other is not null).Select(a => $"The accounts \"{a.Other}\" and \"{a.Name}\" may be one name in two spellings; \"ccts clear\" refuses both together.")];
    }
}
