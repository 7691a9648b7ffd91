using System.Collections.Generic;
using System.Linq;

namespace Ccts.Sdk.Law;

/// <summary>The words that stand for force and evidence in data files and JSON.</summary>
internal static class LawWords
{
    internal static IReadOnlyDictionary<string, Force> Forces { get; } = new Dictionary<string, Force>(System.StringComparer.Ordinal)
    {
        ["in-force"] = Force.InForce,
        ["draft"] = Force.Draft,
        ["superseded"] = Force.Superseded,
        ["none"] = Force.None,
    };

    internal static IReadOnlyDictionary<string, Evidence> Evidences { get; } = new Dictionary<string, Evidence>(System.StringComparer.Ordinal)
    {
        ["verbatim"] = Evidence.Verbatim,
        ["transcribed"] = Evidence.Transcribed,
        ["secondary"] = Evidence.Secondary,
        ["derived"] = Evidence.Derived,
        ["assumption"] = Evidence.Assumption,
        ["unknown"] = Evidence.Unknown,
    };

    internal static string Of(Force force) => Forces.First(pair => pair.Value == force).Key;

    internal static string Of(Evidence evidence) => Evidences.First(pair => pair.Value == evidence).Key;
}
