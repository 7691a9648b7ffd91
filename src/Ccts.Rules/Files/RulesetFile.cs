using Ccts.Sdk.Problems;

namespace Ccts.Rules.Files;

/// <summary>One file of a ruleset: the name for messages, its path inside the ruleset, its exact bytes.</summary>
public sealed record RulesetFile(string Name, string Path, byte[] Bytes)
{
    /// <summary>The place of its beginning, for problems of the whole file.</summary>
    public SourcePlace Start => new(Name, 1, 1, "");
}
