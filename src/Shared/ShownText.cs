namespace Ccts;

/// <summary>A user's text as a message shows it.</summary>
internal static class ShownText
{
    /// <summary>The text, or its beginning where it is longer than 80 characters.</summary>
    internal static string Short(string text) => text.Length <= 80 ? text : text.Substring(0, 77) + "…";
}
