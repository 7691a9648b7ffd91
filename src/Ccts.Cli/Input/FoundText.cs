using System.IO;
using System.Text;
using Ccts.Sdk.Formats.Files;
using Ccts.Sdk.Problems;

namespace Ccts.Cli.Input;

/// <summary>Opens a text that is too long for memory, or is answered line by line: plain or packed, in any encoding that can be detected. A file that is no text is refused before its bytes are read as text.</summary>
internal static class FoundText
{
    private const int MostPackedBytes = 256 * 1024 * 1024;

    /// <summary>The text in UTF-8.</summary>
    /// <param name="path">A path, or - for standard input.</param>
    /// <param name="asked">What was expected: <c>one serial a line</c>.</param>
    /// <param name="isTable">Whether a workbook is read too, as the CSV of its sheet.</param>
    /// <exception cref="CctsDataException">There is no such file, or it is of another kind.</exception>
    internal static Stream Open(string path, string asked, bool isTable = false)
    {
        // Input from a terminal is answered line by line, so nothing is read ahead.
        if (path == FoundFiles.StandardInput)
        {
            return FoundFiles.OpenStream(path);
        }

        var stream = new PeekedStream(FoundFiles.OpenStream(path));
        if (isTable && stream.Content.Kind == ContentKind.Workbook)
        {
            return SheetInput.AsTable(new FoundFile(FoundFiles.NameOf(path), stream, IsInZip: false), path).Stream;
        }

        if (stream.Content.Kind is ContentKind.Zip or ContentKind.Gzip)
        {
            stream.Dispose();
            stream = new PeekedStream(new MemoryStream(Inputs.Read(path, MostPackedBytes)));
        }

        return !stream.Content.IsText ? throw new CctsDataException([stream.Content.NotThis(path, asked)])
            : stream.Content.Form is TextForm.Utf8 or TextForm.SingleByte ? stream
            : Encoding.CreateTranscodingStream(stream, stream.Content.Encoding, new UTF8Encoding(false));
    }
}
