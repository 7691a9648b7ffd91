using System.Text.Json.Nodes;

namespace Ccts.Rules.Files;

/// <summary>A file of a ruleset as a manifest names it.</summary>
internal sealed record ManifestEntry(string Path, int Size, string Sha256)
{
    internal JsonObject Json() => new() { ["path"] = Path, ["size"] = Size, ["sha256"] = Sha256 };
}
