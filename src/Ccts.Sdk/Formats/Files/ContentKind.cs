namespace Ccts.Sdk.Formats.Files;

/// <summary>What a file is, by its bytes and never by its name.</summary>
public enum ContentKind
{
    /// <summary>Nothing, or blanks.</summary>
    Empty,

    /// <summary>Plain text: CSV and the like, and whatever else people type.</summary>
    Text,

    /// <summary>JSON, or one JSON value a line.</summary>
    Json,

    /// <summary>A page of the web.</summary>
    Html,

    /// <summary>XML that is no page.</summary>
    Xml,

    /// <summary>A PDF.</summary>
    Pdf,

    /// <summary>A workbook of Excel 2007 or later (.xlsx, .xlsm, .xlsb).</summary>
    Workbook,

    /// <summary>A workbook of Excel 97 to 2003 (.xls).</summary>
    OldWorkbook,

    /// <summary>A spreadsheet or text of LibreOffice (.ods, .odt).</summary>
    OpenDocument,

    /// <summary>A text of a word processor (.docx, .rtf).</summary>
    Document,

    /// <summary>A zip with files inside.</summary>
    Zip,

    /// <summary>One file packed with gzip (.gz).</summary>
    Gzip,

    /// <summary>An archive of another kind (7z, rar, bzip2, xz, zstd).</summary>
    Archive,

    /// <summary>A picture.</summary>
    Picture,

    /// <summary>Bytes of no kind known here.</summary>
    Binary,

    /// <summary>An Office file that is encrypted and opens with its password only: a workbook, mostly.</summary>
    ProtectedWorkbook,

    /// <summary>The container of Office 97 to 2003, if the examined bytes do not show its content.</summary>
    OldOffice,
}
