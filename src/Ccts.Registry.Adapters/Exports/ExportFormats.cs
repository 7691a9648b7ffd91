using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Ccts.Sdk;
using Ccts.Sdk.Problems;

namespace Ccts.Registry.Adapters.Exports;

/// <summary>A set of export formats that recognises an export by its headers.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class ExportFormats
{
    private const string ResourcePrefix = "Formats/";
    private static readonly Lazy<ExportFormats> s_builtIn = new(LoadBuiltIn);

    private readonly ExportFormat[] _formats;

    private ExportFormats(IEnumerable<ExportFormat> formats) => _formats = formats.OrderBy(f => f.Id, StringComparer.Ordinal).ToArray();

    /// <summary>The formats that come with the package.</summary>
    public static ExportFormats BuiltIn => s_builtIn.Value;

    /// <summary>Every format, in order of ids.</summary>
    public IReadOnlyList<ExportFormat> All => _formats;

    /// <summary>These formats with others added; one with an id that is here already takes its place.</summary>
    public ExportFormats With(ExportFormats others)
    {
        var replaced = new HashSet<string>(Require.NotNull(others)._formats.Select(f => f.Id), StringComparer.Ordinal);
        return new ExportFormats(_formats.Where(f => !replaced.Contains(f.Id)).Concat(others._formats));
    }

    /// <summary>Reads every <c>*.json</c> file of a directory.</summary>
    /// <exception cref="CctsDataException">A file has faults; all of them are listed, each with its place.</exception>
    public static ExportFormats FromDirectory(string path) => FromFiles(
        Directory.GetFiles(Require.NotNull(path), "*.json").OrderBy(f => f, StringComparer.Ordinal)
            .Select(f => (Path.GetFileName(f), (Stream)File.OpenRead(f))));

    /// <summary>Reads format files from streams, which are closed afterwards.</summary>
    /// <exception cref="CctsDataException">A file has faults; all of them are listed, each with its place.</exception>
    public static ExportFormats FromFiles(IEnumerable<(string Name, Stream Content)> files)
    {
        var problems = new ProblemList();
        var formats = new List<ExportFormat>();
        foreach (var (name, content) in Require.NotNull(files))
        {
            using (content)
            {
                var bytes = new MemoryStream();
                content.CopyTo(bytes);
                if (ExportFormatReader.Read(bytes.ToArray(), name, problems) is { } format)
                {
                    Add(formats, format, name, problems);
                }
            }
        }

        return problems.HasErrors ? throw new CctsDataException(problems.ToList()) : new ExportFormats(formats);
    }

    /// <summary>The format with this id, or null.</summary>
    public ExportFormat? Find(string id) => Array.Find(_formats, f => f.Id == id);

    /// <summary>The format whose tell-tale headers are all there; of several, the one with most. Null when there is none.</summary>
    /// <param name="headers">The headers as they stand.</param>
    /// <param name="registry">Only formats of this registry, or null for any.</param>
    public ExportFormat? Recognise(IReadOnlyList<string> headers, string? registry = null)
    {
        var present = new HashSet<string>(Require.NotNull(headers).Select(Plain), StringComparer.OrdinalIgnoreCase);
        ExportFormat? best = null;
        foreach (var format in _formats.Where(f => registry is null || f.Registry == registry))
        {
            if (format.Recognise.All(h => h.Split('|').Any(either => present.Contains(Plain(either)))) && format.Recognise.Count > (best?.Recognise.Count ?? 0))
            {
                best = format;
            }
        }

        return best;
    }

    /// <summary>A header without the blanks that come and go between versions of an export.</summary>
    internal static string Plain(string header) => string.Join(" ", header.Split([' ', '\t', '\u00A0'], StringSplitOptions.RemoveEmptyEntries));

    private static void Add(List<ExportFormat> formats, ExportFormat format, string file, ProblemList problems)
    {
        if (formats.Exists(f => f.Id == format.Id))
        {
            problems.Error("duplicate-format", new SourcePlace(file, 1, 1, "/format"), $"Another file has the format \"{format.Id}\" already.", "an id of its own");
            return;
        }

        formats.Add(format);
    }

    private static ExportFormats LoadBuiltIn()
    {
        var assembly = typeof(ExportFormats).Assembly;
        return FromFiles(assembly.GetManifestResourceNames()
            .Where(n => n.StartsWith(ResourcePrefix, StringComparison.Ordinal))
            .Select(n => (n.Substring(ResourcePrefix.Length), assembly.GetManifestResourceStream(n)!)));
    }
}
