using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Ccts.Registry.Adapters.Serials;
using Ccts.Sdk;
using Ccts.Sdk.Problems;

namespace Ccts.Registry.Adapters.Exports;

/// <summary>A set of export formats that recognises an export by its headers.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class ExportFormats
{
    private static readonly Lazy<ExportFormats> s_builtIn = new(() => FromFiles(DefinitionFiles.In(typeof(ExportFormats).Assembly, "Formats/")));

    private readonly ExportFormat[] _formats;

    private ExportFormats(IEnumerable<ExportFormat> formats) => _formats = formats.OrderBy(f => f.Id, StringComparer.Ordinal).ToArray();

    /// <summary>The formats that come with the package.</summary>
    public static ExportFormats BuiltIn => s_builtIn.Value;

    /// <summary>Every format, in order of ids.</summary>
    public IReadOnlyList<ExportFormat> All => _formats;

    /// <summary>These formats with others added; one with an existing id replaces it.</summary>
    public ExportFormats With(ExportFormats others)
    {
        var replaced = new HashSet<string>(Require.NotNull(others)._formats.Select(f => f.Id), StringComparer.Ordinal);
        return new ExportFormats(_formats.Where(f => !replaced.Contains(f.Id)).Concat(others._formats));
    }

    /// <summary>Reads every <c>*.json</c> file of a directory.</summary>
    /// <exception cref="CctsDataException">A file has faults; all of them are listed, each with its place.</exception>
    public static ExportFormats FromDirectory(string path) => FromFiles(DefinitionFiles.In(Require.NotNull(path)));

    /// <summary>Reads format files from streams, which are closed afterwards.</summary>
    /// <exception cref="CctsDataException">A file has faults; all of them are listed, each with its place.</exception>
    public static ExportFormats FromFiles(IEnumerable<(string Name, Stream Content)> files)
    {
        var problems = new ProblemList();
        var formats = DefinitionFiles.Read(Require.NotNull(files), "format", ExportFormatReader.Read, f => f.Id, problems);
        return problems.HasErrors ? throw new CctsDataException(problems.ToList()) : new ExportFormats(formats);
    }

    /// <summary>The format with this id, or null.</summary>
    public ExportFormat? Find(string id)
    {
        Require.NotNull(id);
        return Array.Find(_formats, f => f.Id == id);
    }

    /// <summary>Every format that fits: its recognisable and required headers are there, and none of another format.</summary>
    /// <param name="headers">The headers as they stand.</param>
    /// <param name="registry">Only formats of this registry, or null for any.</param>
    /// <returns>The formats in order of ids. More than one means that the headers are ambiguous and the caller has to choose.</returns>
    public IReadOnlyList<ExportFormat> Fitting(IReadOnlyList<string> headers, string? registry = null)
    {
        var plain = Require.Each(headers).Select(HeaderText.Plain).ToArray();
        return _formats.Where(f => registry is null || f.Registry == registry).Where(f => Fits(new ExportColumns(f, plain))).ToArray();
    }

    /// <summary>The one format that fits the headers; null if none does, or several do.</summary>
    /// <param name="headers">The headers as they stand.</param>
    /// <param name="registry">Only formats of this registry, or null for any.</param>
    public ExportFormat? Recognise(IReadOnlyList<string> headers, string? registry = null) => Fitting(headers, registry) is [var only] ? only : null;

    private static bool Fits(ExportColumns columns) =>
        columns.Telling().Count == columns.Format.Recognise.Count && columns.Missing().Count == 0 && columns.Forbidden().Count == 0 && columns.Misgivings() is null;
}
