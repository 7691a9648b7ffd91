using Ccts.Sdk.Formats.Texts;

namespace Ccts.Compliance.Sources;

/// <summary>Texts in which somebody has to say something.</summary>
internal static class SaidText
{
    /// <summary>Whether a text says nothing: it is missing or blank, or "n/a", "-", "TBD", yes or no stand in its place.</summary>
    internal static bool IsSilent(string? text) => text is null || NotStated.Shipped.Read(text) is null;
}
