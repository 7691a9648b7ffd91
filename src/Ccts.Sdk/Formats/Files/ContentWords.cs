namespace Ccts.Sdk.Formats.Files;

/// <summary>The names of kinds of files, and how to save each so that it can be read.</summary>
internal static class ContentWords
{
    private const string SaveSheet = "Open it in a spreadsheet program and save the sheet as \"CSV UTF-8 (Comma delimited)\".";

    internal static string Of(ContentKind kind) => kind switch
    {
        ContentKind.Empty => "an empty file",
        ContentKind.Text => "plain text or CSV",
        ContentKind.Json => "JSON",
        ContentKind.Html => "a web page (HTML)",
        ContentKind.Xml => "XML",
        ContentKind.Pdf => "a PDF",
        ContentKind.Workbook => "an Excel workbook (.xlsx)",
        ContentKind.OldWorkbook => "an old Excel workbook (.xls)",
        ContentKind.ProtectedWorkbook => "an Excel workbook that a password protects",
        ContentKind.OldOffice => "an old Office file (.xls and the like), or one that a password protects",
        ContentKind.OpenDocument => "a LibreOffice document",
        ContentKind.Document => "a text of a word processor",
        ContentKind.Zip => "a zip",
        ContentKind.Gzip => "a gzip archive (.gz)",
        ContentKind.Archive => "an archive",
        ContentKind.Picture => "a picture",
        _ => "binary data of no kind that is read here",
    };

    internal static string HowToSave(ContentKind kind) => kind switch
    {
        ContentKind.Empty => "Look whether it was written at all.",
        ContentKind.Text => "Give the JSON itself; a table goes where CSV is asked for.",
        ContentKind.Json => "Give the table; JSON goes where JSON is asked for.",
        ContentKind.Html => "Download the file itself and not the page that shows it; if it opens in a spreadsheet program, save it from there as \"CSV UTF-8 (Comma delimited)\".",
        ContentKind.Xml => "If it opens in a spreadsheet program, save it from there as \"CSV UTF-8 (Comma delimited)\".",
        ContentKind.OldWorkbook => "Open it in a spreadsheet program and save it as .xlsx, or the sheet as \"CSV UTF-8 (Comma delimited)\".",
        ContentKind.ProtectedWorkbook => "Open it with its password in a spreadsheet program, take the password away and save it as .xlsx; it is encrypted, so nothing in it can be read.",
        ContentKind.OldOffice => "Open it in a spreadsheet program and save it without a password as .xlsx, or the sheet as \"CSV UTF-8 (Comma delimited)\".",
        ContentKind.OpenDocument => "Open it in a spreadsheet program and save it as .xlsx, or the sheet as \"CSV UTF-8 (Comma delimited)\".",
        ContentKind.Workbook => SaveSheet,
        ContentKind.Pdf or ContentKind.Picture or ContentKind.Document => "Ask its author for the data itself, as CSV or JSON.",
        ContentKind.Zip or ContentKind.Gzip or ContentKind.Archive => "Unpack it and give the file that is inside.",
        _ => "Check that this is the right file.",
    };
}
