using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;

namespace Ccts.Sdk.Entities;

/// <summary>
/// The registration number of an obligated entity, as the gazette prints it: three letters for the sector, <c>OE</c>,
/// three digits, two letters for the state, e.g. <c>CMTOE085RJ</c>.
/// </summary>
/// <remarks>
/// The form was inferred from the schedules; no text defines it. An unknown sector code is therefore allowed and
/// only flagged by <see cref="IsKnownSector"/>. Equality is by the number. <c>default</c> has an empty number.
/// </remarks>
public readonly record struct RegistrationNumber
{
    /// <summary>Sector codes seen in schedule rows or quoted from them.</summary>
    private static readonly HashSet<string> SeenSectors = new(StringComparer.Ordinal) { "CMT", "CGU", "ALM", "REF", "TXT" };

    private readonly string? _text;

    private RegistrationNumber(string text) => _text = text;

    /// <summary>The number exactly as given.</summary>
    public string Text => _text ?? "";

    /// <summary>The first three letters, e.g. <c>CMT</c>.</summary>
    public string SectorCode => _text?.Substring(0, 3) ?? "";

    /// <summary>The running number within the sector, three digits.</summary>
    public string Serial => _text?.Substring(5, 3) ?? "";

    /// <summary>The last two letters, e.g. <c>RJ</c>.</summary>
    public string StateCode => _text?.Substring(8, 2) ?? "";

    /// <summary>Whether the sector code is one of those seen so far.</summary>
    public bool IsKnownSector => SeenSectors.Contains(SectorCode);

    /// <summary>Reads a registration number strictly: capitals and digits only, no blanks.</summary>
    public static bool TryParse(string? text, out RegistrationNumber number, [NotNullWhen(false)] out string? reason)
    {
        var fits = text is { Length: 10 }
            && Letters(text, 0, 3) && text[3] == 'O' && text[4] == 'E' && Digits(text, 5, 3) && Letters(text, 8, 2);
        number = fits ? new RegistrationNumber(text!) : default;
        reason = fits ? null : "a registration number such as CMTOE085RJ (three capitals, OE, three digits, two capitals)";
        return fits;
    }

    /// <summary>Reads a registration number strictly.</summary>
    /// <exception cref="FormatException">The text does not have the form.</exception>
    public static RegistrationNumber Parse(string text) =>
        TryParse(text, out var number, out var reason) ? number : throw new FormatException($"\"{text}\" is not {reason}.");

    /// <summary>The number exactly as given.</summary>
    public override string ToString() => Text;

    private static bool Letters(string text, int start, int count)
    {
        for (var i = start; i < start + count; i++)
        {
            if (text[i] is < 'A' or > 'Z')
            {
                return false;
            }
        }

        return true;
    }

    private static bool Digits(string text, int start, int count)
    {
        for (var i = start; i < start + count; i++)
        {
            if (text[i] is < '0' or > '9')
            {
                return false;
            }
        }

        return true;
    }
}
