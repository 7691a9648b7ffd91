using System;
using System.Collections.Generic;
using System.IO;
using System.Text;
using Ccts.Sdk.Formats.Files;
using Ccts.Sdk.Problems;
using Ccts.Unpacking;
#if NETSTANDARD2_0
using Gzip = Ccts.Unpacking.GzipMembers;
#else
using Gzip = Ccts.Unpacking.WholeGzip;
#endif

namespace Ccts.Ingestion.Rows;

/// <summary>A file opened by what its bytes are and never by its name: a workbook, or text in any form that shows, either of them packed with gzip.</summary>
internal static class SniffedFile
{
    private const long MostTimesLarger = 200;
    private const long ManyTimesOf = 1024 * 1024;
    private const long MostOfUnknown = 1024 * ManyTimesOf;

    /// <summary>The bytes of a file, unpacked where it is a gzip archive.</summary>
    /// <exception cref="InvalidDataException">The archive is damaged, or unpacks to far more than a plant's record; also thrown while it is read.</exception>
    internal static PeekedStream Unpacked(Stream bytes, long? length)
    {
        var peeked = new PeekedStream(bytes);
        if (peeked.Content.Kind != ContentKind.Gzip)
        {
            return peeked;
        }

        var most = length is { } known ? MostTimesLarger * Math.Max(ManyTimesOf, known) : MostOfUnknown;
        return new PeekedStream(new BoundedStream(new Gzip(peeked), most, () => new InvalidDataException($"It unpacks to more than {most} bytes.")));
    }

    /// <summary>Its rows; null with the reason in <paramref name="problems"/>.</summary>
    internal static RowReader? Rows(PeekedStream bytes, string file, TableLayout layout, IReadOnlyList<string> columns, ProblemList problems)
    {
        switch (bytes.Content.Kind)
        {
            case ContentKind.Workbook:
                return XlsxRows.Open(bytes, file, layout, columns, problems);
            case ContentKind.Json when !layout.IsJsonLines:
                return Rows(bytes, file, layout with { IsJsonLines = true }, columns, problems);
            case ContentKind.Text or ContentKind.Json or ContentKind.Empty:
                return RowReader.Open(new StreamReader(bytes, EncodingOf(bytes.Content, layout), detectEncodingFromByteOrderMarks: false, 16 * 1024), file, layout, columns, problems);
            default:
                problems.Add(bytes.Content.NotThis(file, "CSV, JSON lines or .xlsx, packed with gzip if need be"));
                return null;
        }
    }

    /// <summary>That a packed file cannot be unpacked.</summary>
    internal static Problem Damaged(string file, InvalidDataException broken) =>
        new("file-damaged", Severity.Error, "It cannot be unpacked: " + broken.Message, new SourcePlace(file, 0, 0, "")) { Hint = "Fetch it again, or unpack it and give the file that is inside." };

    /// <summary>Text of two or four bytes a letter is recognisable, whatever the mapping says; one-byte text is not.</summary>
    internal static Encoding EncodingOf(FileContent content, TableLayout layout) =>
        content.Form is not (TextForm.Utf8 or TextForm.SingleByte) || (content.Form == TextForm.Utf8 && layout.IsWide) ? content.Encoding : layout.Encoding;
}
