using System;

namespace Ccts.Cli.Output;

/// <summary>
/// Text from files, safe to show. Rulesets and exports come from anybody, and a terminal obeys control characters. A character that prints as
/// nothing or reverses the writing direction is shown as U+FFFD. JSON escapes such characters (<see cref="PrintableJson"/>), and CSV keeps them.
/// </summary>
internal static class Printable
{
    internal static string Of(string text)
    {
        foreach (var c in text)
        {
            if (!IsPrinted(c))
            {
                return string.Create(text.Length, text, static (shown, source) =>
                {
                    for (var i = 0; i < shown.Length; i++)
                    {
                        shown[i] = IsPrinted(source[i]) ? source[i] : '\uFFFD';
                    }
                });
            }
        }

        return text;
    }

    private static bool IsPrinted(char c) => c is '\n' or '\t' || ShownText.IsShown(c);
}
