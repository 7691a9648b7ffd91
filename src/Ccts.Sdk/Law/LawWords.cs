using System;
using System.Collections.Generic;

namespace Ccts.Sdk.Law;

/// <summary>The words for force and evidence in data files, JSON and accounts. Thread-safe.</summary>
public static class LawWords
{
    /// <summary>Words of force and what each stands for.</summary>
    public static IReadOnlyDictionary<string, Force> Forces { get; } = new Dictionary<string, Force>(StringComparer.Ordinal)
    {
        ["in-force"] = Force.InForce,
        ["draft"] = Force.Draft,
        ["superseded"] = Force.Superseded,
        ["none"] = Force.None,
    };

    /// <summary>Words of evidence and what each stands for.</summary>
    public static IReadOnlyDictionary<string, Evidence> Evidences { get; } = new Dictionary<string, Evidence>(StringComparer.Ordinal)
    {
        ["verbatim"] = Evidence.Verbatim,
        ["transcribed"] = Evidence.Transcribed,
        ["secondary"] = Evidence.Secondary,
        ["derived"] = Evidence.Derived,
        ["assumption"] = Evidence.Assumption,
        ["unknown"] = Evidence.Unknown,
    };

    /// <summary>The word of a force.</summary>
    public static string Of(Force force) => force switch
    {
        Force.InForce => "in-force",
        Force.Draft => "draft",
        Force.Superseded => "superseded",
        _ => "none",
    };

    /// <summary>The word of an evidence.</summary>
    public static string Of(Evidence evidence) => evidence switch
    {
        Evidence.Verbatim => "verbatim",
        Evidence.Transcribed => "transcribed",
        Evidence.Secondary => "secondary",
        Evidence.Derived => "derived",
        Evidence.Assumption => "assumption",
        _ => "unknown",
    };
}
