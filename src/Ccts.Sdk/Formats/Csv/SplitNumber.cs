using System;
using System.Linq;

namespace Ccts.Sdk.Formats.Csv;

/// <summary>
/// A number that its own thousands separators split into fields, such as 36,66,138 without quotes, as copied from a
/// gazette. This is only a suspicion, so it is looked for only in rows with more fields than the header.
/// </summary>
/// <param name="Field">The first of its fields.</param>
/// <param name="Text">As written, with its commas.</param>
internal sealed record SplitNumber(int Field, string Text)
{
    internal string WithoutCommas => Text.Replace(",", "");

    /// <summary>The first number that takes up no more than the surplus fields; null when there is none.</summary>
    internal static SplitNumber? Find(CsvField[] fields, int surplus)
    {
        for (var first = 0; first < fields.Length - surplus; first++)
        {
            // The longest reading: 36,66,138 and not its end 66,138.
            for (var last = Math.Min(first + surplus, fields.Length - 1); last > first; last--)
            {
                if (IsNumber(fields, first, last))
                {
                    return new SplitNumber(first, string.Join(",", fields.Skip(first).Take(last - first + 1).Select(f => f.Text)));
                }
            }
        }

        return null;
    }

    // Groups of two (lakh, crore) or three digits, the last one of three and perhaps a fraction.
    private static bool IsNumber(CsvField[] fields, int first, int last)
    {
        var end = fields[last].Text;
        var point = end.IndexOf('.');
        return IsGroup(fields[first], 1, 3)
            && fields.Skip(first + 1).Take(last - first - 1).All(f => IsGroup(f, 2, 3))
            && !fields[last].Quoted
            && (point < 0 ? end.Length == 3 && IsDigits(end) : point == 3 && end.Length > 4 && IsDigits(end.Remove(point, 1)));
    }

    private static bool IsGroup(CsvField field, int least, int most) =>
        !field.Quoted && field.Text.Length >= least && field.Text.Length <= most && IsDigits(field.Text);

    private static bool IsDigits(string text) => text.All(c => c is >= '0' and <= '9');
}
