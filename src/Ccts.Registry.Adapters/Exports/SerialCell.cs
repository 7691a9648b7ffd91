using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Registry.Adapters.Serials;

namespace Ccts.Registry.Adapters.Exports;

/// <summary>Reads a cell of serials: one, or several with any separator.</summary>
internal static class SerialCell
{
    private const int MostSerials = 1000;

    // Separators that no serial contains come first, blanks last, because some serials contain them.
    private static readonly string[][] s_separators = [["\r\n", "\n", "\r"], [";"], ["|"], [","], [" and ", " und ", " y ", " et "], [" & "], [" + "], [" / "], ["/"], [" - ", " – ", " — "], ["\t"], ["  "], [" "]];

    /// <summary>Every serial of the cell in order; an unreadable one has its error.</summary>
    internal static IReadOnlyList<(string Text, SerialReading? Reading, SerialError? Error)> Read(string cell, SerialGrammars grammars)
    {
        if (grammars.TryRead(cell, out var whole, out var error))
        {
            return [(cell, whole, null)];
        }

        IReadOnlyList<(string, SerialReading?, SerialError?)> best = [(cell, null, error)];
        var most = 0;
        foreach (var separators in s_separators.Where(s => s.Any(by => cell.Contains(by))))
        {
            var texts = cell.Split(separators, StringSplitOptions.RemoveEmptyEntries).Select(t => t.Trim(' ', '\t', '"', '\'', ',', ';', '.')).Where(t => t.Length > 0).ToArray();
            if (texts.Length is < 2 or > MostSerials)
            {
                continue;
            }

            var read = texts.Select(t => One(t, grammars)).ToArray();
            var count = read.Count(r => r.Reading is not null);
            if (count == texts.Length)
            {
                return read;
            }

            (best, most) = count > most ? (read, count) : (best, most);
        }

        return best;
    }

    private static (string Text, SerialReading? Reading, SerialError? Error) One(string text, SerialGrammars grammars) =>
        grammars.TryRead(text, out var reading, out var error) ? (text, reading, null) : (text, null, error);
}
