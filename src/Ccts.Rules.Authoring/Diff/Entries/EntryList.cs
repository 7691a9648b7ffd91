using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Problems;

namespace Ccts.Rules.Authoring.Diff.Entries;

/// <summary>Collects what is different in one file.</summary>
internal sealed class EntryList(string file)
{
    private readonly List<EntryChange> _changes = [];

    internal IReadOnlyList<EntryChange> Changes => _changes;

    /// <summary>That of what is being compared.</summary>
    internal EntryStanding? Standing { get; set; }

    /// <summary>A step further into the file, in words.</summary>
    internal static string Join(string path, string step) => path.Length == 0 ? step : path + ", " + step;

    internal void Add(string path, string? old, string? @new, SourcePlace place, bool isRow = false) =>
        _changes.Add(new EntryChange(file, path.Length == 0 ? "the whole file" : path, old, @new, place) { Standing = Standing, IsRow = isRow });

    /// <summary>What both have is in another order.</summary>
    internal void AddOrder(string path, IEnumerable<string> old, IEnumerable<string> @new, SourcePlace place)
    {
        var (before, after) = (old.ToList(), @new.ToList());
        var (had, has) = (new HashSet<string>(before, System.StringComparer.Ordinal), new HashSet<string>(after, System.StringComparer.Ordinal));
        before.RemoveAll(k => !has.Contains(k));
        after.RemoveAll(k => !had.Contains(k));
        if (!before.SequenceEqual(after, System.StringComparer.Ordinal))
        {
            Add(Join(path, "order"), string.Join(", ", before), string.Join(", ", after), place);
        }
    }
}
