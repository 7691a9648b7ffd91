namespace Ccts.Sdk.Law;

/// <summary>Which ruleset a result rests on.</summary>
/// <param name="Id">e.g. <c>in-ccts/2025-26</c>.</param>
/// <param name="Revision">Rises with every publication; 1 or more.</param>
/// <param name="Digest"><c>sha256:</c> and 64 hexadecimal digits over the ruleset's files.</param>
public sealed record RulesetIdentity(string Id, int Revision, string Digest);
