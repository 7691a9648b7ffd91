using System;
using System.Collections.Generic;
using Ccts.Sdk.Law;

namespace Ccts.Rules.Law;

/// <summary>The words by which ruleset files name force and evidence.</summary>
internal static class Words
{
    internal static readonly IReadOnlyDictionary<string, Force> Force = new Dictionary<string, Force>(StringComparer.Ordinal)
    {
        ["in-force"] = Sdk.Law.Force.InForce,
        ["draft"] = Sdk.Law.Force.Draft,
        ["superseded"] = Sdk.Law.Force.Superseded,
        ["none"] = Sdk.Law.Force.None,
    };

    internal static readonly IReadOnlyDictionary<string, Evidence> Evidence = new Dictionary<string, Evidence>(StringComparer.Ordinal)
    {
        ["verbatim"] = Sdk.Law.Evidence.Verbatim,
        ["transcribed"] = Sdk.Law.Evidence.Transcribed,
        ["secondary"] = Sdk.Law.Evidence.Secondary,
        ["derived"] = Sdk.Law.Evidence.Derived,
        ["assumption"] = Sdk.Law.Evidence.Assumption,
        ["unknown"] = Sdk.Law.Evidence.Unknown,
    };

    internal static string Of(Force force) => force switch
    {
        Sdk.Law.Force.InForce => "in-force",
        Sdk.Law.Force.Draft => "draft",
        Sdk.Law.Force.Superseded => "superseded",
        _ => "none",
    };

    internal static string Of(Evidence evidence) => evidence.ToString().ToLowerInvariant();
}
