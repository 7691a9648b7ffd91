using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Registry.Adapters.Exports;
using Ccts.Registry.Adapters.Registries;
using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.Problems;

namespace Ccts.Registry.Adapters.Channels.Http;

/// <summary>Reads the file of a profile strictly; every fault with its place.</summary>
internal static class HttpProfileReader
{
    private static readonly Dictionary<string, OutcomeKind> OutcomeWords = new(StringComparer.Ordinal)
    {
        ["confirmed"] = OutcomeKind.Confirmed,
        ["rejected"] = OutcomeKind.Rejected,
        ["pending"] = OutcomeKind.Pending,
        ["partial"] = OutcomeKind.Partial,
        ["unknown"] = OutcomeKind.Unknown,
    };

    private static readonly Dictionary<string, RefusalMeaning> RefusalWords = new(StringComparer.Ordinal)
    {
        ["final"] = RefusalMeaning.Final,
        ["passes"] = RefusalMeaning.Passes,
        ["throttled"] = RefusalMeaning.Throttled,
        ["token-refused"] = RefusalMeaning.TokenRefused,
        ["units-elsewhere"] = RefusalMeaning.UnitsElsewhere,
    };

    private static readonly Dictionary<string, UnitState> StateWords = new(StringComparer.Ordinal)
    {
        ["issued"] = UnitState.Issued,
        ["held"] = UnitState.Held,
        ["buffer"] = UnitState.Buffer,
        ["retired"] = UnitState.Retired,
        ["cancelled"] = UnitState.Cancelled,
        ["retired-or-cancelled"] = UnitState.RetiredOrCancelled,
        ["converted"] = UnitState.Converted,
    };

    private static readonly (InstructionKind Kind, string Word)[] Kinds = [(InstructionKind.Transfer, "transfer"), (InstructionKind.Retire, "retire"), (InstructionKind.Cancel, "cancel")];

    internal static HttpProfile Read(byte[] utf8, string? file)
    {
        var problems = new ProblemList();
        var root = LocatedJson.Read(utf8, file, problems);
        var profile = root is null ? null : Read(new ObjectReader(root, problems));
        return problems.HasErrors || profile is null ? throw new CctsDataException(problems.ToList()) : profile;
    }

    private static HttpProfile Read(ObjectReader root)
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
            Kinds = KindWords(root),
            Outcomes = Words(root, "outcomes", OutcomeWords),
            Refusals = Words(root, "refusals", RefusalWords),
            States = Words(root, "states", StateWords),
            Renamed = Renamed(root),
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

    // A path must stay on the registry's own host: nothing that names another one is taken.
    private static string Path(ObjectReader? paths, string name)
    {
        var path = paths?.Text(name) ?? "";
        if (paths is not null && path.Length > 0 && (path[0] == '/' || path.Split('?')[0].IndexOfAny([':', '\\', '#']) >= 0 || path.Split('?')[0].Split('/').Contains("..", StringComparer.Ordinal)))
        {
            paths.Problems.Error("bad-value", paths.Node.Place, $"\"{path}\" leaves the base address.", "a path below it, without \"/\" in front, such as \"v1/units?scope={scope}\"");
        }

        return path;
    }

    private static Dictionary<InstructionKind, string> KindWords(ObjectReader root)
    {
        var words = new Dictionary<InstructionKind, string>();
        if (root.Object("instructions") is { } from)
        {
            foreach (var (kind, word) in Kinds)
            {
                words[kind] = from.Text(word) ?? "";
            }

            from.Done();
        }

        return words;
    }

    private static Dictionary<string, T> Words<T>(ObjectReader root, string key, Dictionary<string, T> meanings)
    {
        var words = new Dictionary<string, T>(StringComparer.Ordinal);
        if (root.Object(key) is not { } from)
        {
            return words;
        }

        foreach (var meaning in meanings)
        {
            foreach (var node in from.OptionalList(meaning.Key))
            {
                if (node.Kind != LocatedKind.String || string.IsNullOrEmpty(node.Value))
                {
                    root.Problems.Error("wrong-type", node.Place, $"This is {node.Describe()}.", "a word in double quotes");
                }
                else if (words.ContainsKey(node.Value!))
                {
                    root.Problems.Error("bad-value", node.Place, $"The word \"{node.Value}\" has two meanings.", "one meaning for each word");
                }
                else
                {
                    words.Add(node.Value!, meaning.Value);
                }
            }
        }

        from.Done();
        return words;
    }

    private static Dictionary<string, string> Renamed(ObjectReader root)
    {
        var renamed = new Dictionary<string, string>(StringComparer.Ordinal);
        if (root.OptionalObject("names") is { } from)
        {
            foreach (var name in HttpProfile.Names)
            {
                if (from.OptionalText(name) is { } other)
                {
                    renamed[name] = other;
                }
            }

            from.Done();
        }

        return renamed;
    }
}
