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

    /// <summary>The format whose tell-tale headers are all there; of several, the one that says more. Null when there is none, or more than one.</summary>
    /// <param name="headers">The headers as they stand.</param>
    /// <param name="registry">Only formats of this registry, or null for any.</param>
    public ExportFormat? Recognise(IReadOnlyList<string> headers, string? registry = null)
    {
        var fits = Fits(headers, registry, isOwn: false);
        return fits.Count == 1 ? fits[0] : null;
    }

    /// <summary>
    /// The formats that these headers are of. One whose tell-tales are all among those of another says less and gives way to it. On the own
    /// side a registry's format needs a header that no ledger of a host has by its documented columns.
    /// </summary>
    internal IReadOnlyList<ExportFormat> Fits(IReadOnlyList<string> headers, string? registry, bool isOwn)
    {
        var present = new HashSet<string>(Require.NotNull(headers).Select(Plain), StringComparer.OrdinalIgnoreCase);
        var documented = new HashSet<string>(_formats.Where(f => f.Registry.Length == 0).SelectMany(f => f.Columns.Values.SelectMany(c => c)).Select(Plain), StringComparer.OrdinalIgnoreCase);
        var fits = new List<(ExportFormat Format, HashSet<string> Told)>();
        foreach (var format in _formats.Where(f => (registry is null || f.Registry == registry) && !f.Forbid.Any(h => present.Contains(Plain(h)))))
        {
            var told = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
            var all = format.Recognise.All(h => h.Split('|').FirstOrDefault(either => present.Contains(Plain(either))) is { } found && (told.Add(Plain(found)) || true));
            if (all && !(isOwn && format.Registry.Length > 0 && told.IsSubsetOf(documented)))
            {
                fits.Add((format, told));
            }
        }

        return fits.Where(f => !fits.Any(other => f.Told.IsProperSubsetOf(other.Told))).Select(f => f.Format).ToList();
    }

    /// <summary>A header without the blanks that come and go between versions of an export.</summary>
    internal static string Plain(string header) => string.Join(" ", header.Trim('\uFEFF').Replace("/", " / ").Split([' ', '\t', '\u00A0', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries));

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
