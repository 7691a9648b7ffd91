namespace Ccts.Sdk.Formats.Files;

/// <summary>How the characters of a text are written.</summary>
public enum TextForm
{
    /// <summary>UTF-8, of which ASCII is a part.</summary>
    Utf8,

    /// <summary>UTF-16, the low byte first: "Unicode text" of Excel and Notepad, and what older PowerShells redirect.</summary>
    Utf16LittleEndian,

    /// <summary>UTF-16, the high byte first.</summary>
    Utf16BigEndian,

    /// <summary>UTF-32, the low byte first.</summary>
    Utf32LittleEndian,

    /// <summary>UTF-32, the high byte first.</summary>
    Utf32BigEndian,

    /// <summary>One byte a character. Nothing in the file says which characters; of European and Indian offices it is nearly always Windows-1252.</summary>
    SingleByte,
}
