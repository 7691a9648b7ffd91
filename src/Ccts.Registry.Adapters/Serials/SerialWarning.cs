namespace Ccts.Registry.Adapters.Serials;

/// <summary>Stable codes for oddities of a serial that could be read.</summary>
public static class SerialWarning
{
    /// <summary>The letter O in place of the digit 0.</summary>
    public const string LetterO = "letter-o-for-zero";

    /// <summary>A template from documentation, not a real block.</summary>
    public const string Placeholder = "placeholder";

    /// <summary>Letters in the wrong case.</summary>
    public const string LetterCase = "letter-case";

    /// <summary>Blanks around or inside.</summary>
    public const string StraySpace = "stray-space";

    /// <summary>Digits of another script.</summary>
    public const string NonAsciiDigit = "non-ascii-digit";

    /// <summary>A dash that is not a hyphen.</summary>
    public const string NonAsciiDash = "non-ascii-dash";

    /// <summary>A number padded differently from the registry's. Padding is formatting, not identity.</summary>
    public const string ZeroPadding = "zero-padding";

    /// <summary>A country code or name that is not in ISO 3166-1.</summary>
    public const string UnknownCountry = "unknown-country";

    /// <summary>The vintage ends before it starts.</summary>
    public const string VintageOrder = "vintage-order";

    /// <summary>The grammar is a placeholder because no format is published.</summary>
    public const string Provisional = "provisional-grammar";
}
