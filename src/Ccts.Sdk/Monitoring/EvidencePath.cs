using System;
using System.Collections.Generic;
using System.Linq;

namespace Ccts.Sdk.Monitoring;

/// <summary>How evidence names a value of its stream, and which documents support it.</summary>
internal static class EvidencePath
{
    /// <summary>The path of a member, or of a member of a named item.</summary>
    internal static string Of(params string[] steps) => string.Join("/", steps.Select(s => s.Replace("~", "~0").Replace("/", "~1")));

    /// <summary>The documents that name the value; if none does, those of the whole stream.</summary>
    internal static IReadOnlyList<EvidenceDocument> Behind(MonitoredStream stream, string path)
    {
        // A path that ends in a slash covers everything below it.
        var own = stream.Evidence.Where(d => d.Of == path || (path[path.Length - 1] == '/' && d.Of?.StartsWith(path, StringComparison.Ordinal) == true)).ToList();
        return own.Count > 0 ? own : [.. stream.Evidence.Where(d => d.Of is null)];
    }
}
