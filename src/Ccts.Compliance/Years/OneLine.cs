using System.Linq;

namespace Ccts.Compliance.Years;

/// <summary>Names and notes that stand in a line: a control character in one could forge another line.</summary>
public static class OneLine
{
    /// <summary>Whether a text holds a control character, or a separator of lines.</summary>
    public static bool HasControl(string text) => Require.NotNull(text).Any(IsControl);

    /// <summary>The text with each of them as one blank.</summary>
    public static string Of(string text) => HasControl(text) ? new string([.. text.Select(c => IsControl(c) ? ' ' : c)]) : text;

    private static bool IsControl(char c) => char.IsControl(c) || c is '\u2028' or '\u2029';
}
