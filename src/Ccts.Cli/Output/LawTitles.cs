using System;
using Ccts.Rules.Rulesets;

namespace Ccts.Cli.Output;

/// <summary>The titles of a ruleset's values in an account.</summary>
internal static class LawTitles
{
    internal static Func<string, string?> In(Ruleset ruleset, bool isHindi = false) => path => ruleset.Parameters.TryGetValue(path, out var parameter) ? (isHindi ? parameter.HindiTitle : null) ?? parameter.Title : null;

    internal static string Of(string path, Func<string, string?> titleOf) =>
        titleOf(path) ?? path.Replace("targets/", "target of ", StringComparison.Ordinal).Replace("caller/", "stated by the caller: ", StringComparison.Ordinal);
}
