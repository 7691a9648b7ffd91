using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Ccts.Registry.Adapters.Serials;
using Ccts.Sdk;
using Ccts.Sdk.Formats.Files;
using Ccts.Sdk.Problems;

namespace Ccts.Registry.Adapters.Exports;

/// <summary>Reads exports of registries and ledgers of hosts, CSV or JSON, as a stream of entries.</summary>
/// <remarks>
/// Immutable and thread-safe; a stream being read belongs to one caller. A file's content decides how it is read, not its name: CSV separated by commas,
/// semicolons, tabs or bars, in UTF-8, UTF-16 or Windows-1252, with title lines above its header or a line <c>sep=;</c>; or JSON. CSV of any
/// size takes bounded memory; JSON is at most 64 MiB.
/// </remarks>
public sealed class ExportReader
{
    private readonly SerialGrammars _grammars;
    private readonly ExportFormats _formats;

    /// <summary>A reader with the package's own grammars and formats.</summary>
    public ExportReader()
        : this(SerialGrammars.BuiltIn, ExportFormats.BuiltIn)
    {
    }

    /// <summary>A reader with grammars and formats of the host's choice.</summary>
    public ExportReader(SerialGrammars grammars, ExportFormats formats)
    {
        _grammars = Require.NotNull(grammars);
        _formats = Require.NotNull(formats);
    }

    /// <summary>Whether the kind of credits is read as well: <see cref="StatementEntry.Details"/>. A reconciliation does not need it.</summary>
    public bool WithDetails { get; init; }

    /// <summary>Opens a statement: an export of a registry, or of anybody else.</summary>
    /// <param name="stream">The bytes from their beginning.</param>
    /// <param name="file">Its name, for messages.</param>
    /// <param name="format">A format's or a registry's id, or null to recognise the format by its headers.</param>
    /// <exception cref="CctsDataException">There is no such format; the file is no table; its headers fit no format, or several; or a column for units, state or date is missing.</exception>
    public OpenedExport OpenStatement(Stream stream, string file, string? format = null) => Open(stream, file, new FormatChooser(_formats, format, isOwn: false));

    /// <summary>Opens the caller's own ledger. It is never taken for a registry's export because of its columns: for that the format has to be named.</summary>
    /// <param name="stream">The bytes from their beginning.</param>
    /// <param name="file">Its name, for messages.</param>
    /// <param name="format">A format's or a registry's id, or null for a ledger in its plain columns.</param>
    /// <exception cref="CctsDataException">As for <see cref="OpenStatement"/>; or the columns are those of a registry's export.</exception>
    public OpenedExport OpenLedger(Stream stream, string file, string? format = null) => Open(stream, file, new FormatChooser(_formats, format, isOwn: true));

    /// <summary>Every row of a statement in order; a row that cannot be read is a problem with its line, and reading continues.</summary>
    /// <param name="stream">The export.</param>
    /// <param name="file">Its name, for messages.</param>
    /// <param name="format">A format's or a registry's id, or null to recognise the format by its headers.</param>
    /// <exception cref="CctsDataException">As for <see cref="OpenStatement"/>.</exception>
    public IEnumerable<ExportRow> Read(Stream stream, string file, string? format = null) => OpenStatement(stream, file, format).Rows();

    private OpenedExport Open(Stream stream, string file, FormatChooser chooser)
    {
        Require.NotNull(file);
        chooser.CheckAsked();
        var peeked = Require.NotNull(stream) as PeekedStream ?? new PeekedStream(stream);
        return peeked.Content.Kind switch
        {
            ContentKind.Json => Open(new JsonExport(peeked, file), file, chooser, peeked.Content.Form, separator: null, headerLine: 0),
            ContentKind.Text => OpenTable(peeked, file, chooser),
            ContentKind.Empty => throw new CctsDataException([new Problem("empty-export", Severity.Error, "The file has no header row.", new SourcePlace(file, 1, 1, ""))]),
            _ => throw new CctsDataException([peeked.Content.NotThis(file, "CSV or JSON")]),
        };
    }

    private OpenedExport OpenTable(PeekedStream stream, string file, FormatChooser chooser)
    {
        var text = new StreamReader(new MemoryStream(stream.Head.ToArray()), ExportTable.EncodingOf(stream.Content.Form), detectEncodingFromByteOrderMarks: true).ReadToEnd();
        var head = TableHead.Find(text, chooser.Fits);
        var (separator, line) = head is null ? (',', 1) : (head.Separator, head.Line);
        return Open(new ExportTable(stream, file, separator, line), file, chooser, stream.Content.Form, separator, line);
    }

    private OpenedExport Open(IRowSource source, string file, FormatChooser chooser, TextForm form, char? separator, int headerLine)
    {
        var (columns, choice) = chooser.Choose(source.Headers, new SourcePlace(file, Math.Max(1, headerLine), 1, ""));
        var recognition = new ExportRecognition
        {
            File = file,
            Format = columns.Format.Id,
            Registry = columns.Format.Registry,
            Choice = choice,
            Because = columns.Format.IsOwn ? columns.ReadFrom() : columns.Telling(),
            Layout = columns.Layout(),
            NotRead = columns.NotRead(),
            Separator = separator,
            Form = form,
            HeaderLine = headerLine,
        };
        return new OpenedExport(recognition, source, new ExportRowReader(columns, source, _grammars, file, isAmbiguousPoint: separator == ';', WithDetails));
    }
}
