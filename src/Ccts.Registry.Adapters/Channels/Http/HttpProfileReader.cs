using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Registry.Adapters.Exports;
using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.Problems;

namespace Ccts.Registry.Adapters.Channels.Http;

/// <summary>Reads the file of a profile strictly; every fault with its place.</summary>
internal static class HttpProfileReader
{
    private static readonly Dictionary<string, RefusalMeaning> RefusalWords = new(StringComparer.Ordinal)
    {
        ["final"] = RefusalMeaning.Final,
        ["passes"] = RefusalMeaning.Passes,
        ["throttled"] = RefusalMeaning.Throttled,
        ["token-refused"] = RefusalMeaning.TokenRefused,
        ["units-elsewhere"] = RefusalMeaning.UnitsElsewhere,
    };

    internal static HttpProfile Read(ObjectReader root)
    {
        root.OptionalText("$schema");
        var paths = root.Object("paths");
        var profile = new HttpProfile
        {
            Registry = root.Text("registry") ?? "",
            Source = root.Text("source") ?? "",
            SendPath = Path(paths, "send"),
            AskPath = Path(paths, "ask"),
            HoldingsPath = Path(paths, "holdings"),
            ProbePath = Path(paths, "probe"),
            PageSize = PageSize(root),
            Kinds = ProfileWords.Kinds(root),
            Outcomes = ProfileWords.Read(root, "outcomes", ProfileWords.Outcomes),
            Refusals = ProfileWords.Read(root, "refusals", RefusalWords),
            States = ProfileWords.Read(root, "states", UnitStateWords.All),
            Renamed = ProfileWords.Renamed(root, "names", HttpProfile.Names),
            Unrelated = ProfileWords.List(root, "unrelated"),
        };
        paths?.Done();
        root.Done();
        return profile;
    }

    private static int PageSize(ObjectReader root)
    {
        var size = root.Integer("pageSize") ?? 1;
        if (size is < 1 or > 10_000)
        {
            root.Problems.Error("bad-value", root.Node.Place, $"A page of {size} rows is not asked for.", "1 to 10,000");
        }

        return size;
    }

    // A path must stay on the registry's own host; one that names another host is refused.
    private static string Path(ObjectReader? paths, string name)
    {
        var path = paths?.Text(name) ?? "";
        if (paths is not null && path.Length > 0 && (path[0] == '/' || path.Split('?')[0].IndexOfAny([':', '\\', '#']) >= 0 || path.Split('?')[0].Split('/').Contains("..", StringComparer.Ordinal)))
        {
            paths.Problems.Error("bad-value", paths.Node.Place, $"\"{path}\" leaves the base address.", "a path below it, without \"/\" in front, such as \"v1/units?scope={scope}\"");
        }

        return path;
    }
}
