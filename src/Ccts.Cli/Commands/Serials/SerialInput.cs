using System.IO;
using System.Text;
using Ccts.Cli.Input;
using Ccts.Sdk.Formats.Files;
using Ccts.Sdk.Problems;

namespace Ccts.Cli.Commands.Serials;

/// <summary>Opens lines of serials: plain or packed, in any encoding that says what it is. What is no text is refused before its bytes are taken for serials.</summary>
internal static class SerialInput
{
    private const int MostPackedBytes = 256 * 1024 * 1024;

    /// <exception cref="CctsDataException">There is no such file, or it is of another kind.</exception>
    internal static Stream Open(string path)
    {
        // What is typed at a terminal is answered line by line, so nothing is read ahead of it.
        if (path == FoundFiles.StandardInput)
        {
            return FoundFiles.OpenStream(path);
        }

        var stream = new PeekedStream(FoundFiles.OpenStream(path));
        if (stream.Content.Kind is ContentKind.Zip or ContentKind.Gzip)
        {
            stream.Dispose();
            stream = new PeekedStream(new MemoryStream(Inputs.Read(path, MostPackedBytes)));
        }

        return !stream.Content.IsText ? throw new CctsDataException([stream.Content.NotThis(path, "one serial a line")])
            : stream.Content.Form is TextForm.Utf8 or TextForm.SingleByte ? stream
            : Encoding.CreateTranscodingStream(stream, stream.Content.Encoding, new UTF8Encoding(false));
    }
}
