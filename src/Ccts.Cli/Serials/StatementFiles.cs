using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using Ccts.Registry.Adapters.Exports;
using Ccts.Sdk.Problems;

namespace Ccts.Cli.Serials;

/// <summary>Opens exports, plain or zipped. A zip is refused beyond limits: it may be made to unpack without end.</summary>
internal sealed class StatementFiles(ExportReader reader)
{
    private const int MostEntries = 16;
    private const long MostBytes = 4L << 30;
    private const int MostTimesLarger = 200;

    internal StatementFiles()
        : this(new ExportReader())
    {
    }

    internal int Rows { get; private set; }

    /// <summary>Rows that cannot be used, and rows that can but are wrong.</summary>
    internal List<Problem> Problems { get; } = [];

    /// <summary>As which format each file was read.</summary>
    internal List<ExportRecognition> Recognised { get; } = [];

    /// <summary>Problems beyond those kept.</summary>
    internal int Untold { get; private set; }

    internal IEnumerable<StatementEntry> Read(string path, string? format, Action<int>? progress = null, bool isOwnLedger = false)
    {
        foreach (var (name, stream) in Open(path))
        {
            using (stream)
            {
                foreach (var row in reader.Read(stream, name, new ExportReading { Format = format, IsOwnLedger = isOwnLedger, Recognised = Recognised.Add }))
                {
                    Rows++;
                    progress?.Invoke(Rows);
                    Keep(row.Problem);
                    if (row.Entry is { } entry)
                    {
                        yield return entry;
                    }
                }
            }
        }
    }

    private void Keep(Problem? problem)
    {
        const int most = 1000;
        if (problem is not null && Problems.Count < most)
        {
            Problems.Add(problem);
        }
        else if (problem is not null)
        {
            Untold++;
        }
    }

    private static IEnumerable<(string Name, Stream Stream)> Open(string path)
    {
        if (!path.EndsWith(".zip", StringComparison.OrdinalIgnoreCase))
        {
            yield return (path, File.OpenRead(path));
            yield break;
        }

        using var zip = OpenZip(path);
        Check(path, zip);
        foreach (var entry in zip.Entries.Where(IsFile))
        {
            // The length in the directory may lie, so what is read is bounded too.
            yield return (path + "!" + entry.FullName, new BoundedStream(entry.Open(), entry.Length, path));
        }
    }

    // A zipped folder has an entry of its own, which ends with a slash and has no name.
    private static bool IsFile(ZipArchiveEntry entry) => entry.Name.Length > 0;

    private static ZipArchive OpenZip(string path)
    {
        try
        {
            return ZipFile.OpenRead(path);
        }
        catch (InvalidDataException broken)
        {
            throw Refusal(path, "zip-broken", broken.Message);
        }
    }

    private static void Check(string path, ZipArchive zip)
    {
        // No statement would read as a statement that the registry has nothing.
        if (!zip.Entries.Any(IsFile))
        {
            throw Refusal(path, "zip-empty", "The zip holds no file.");
        }

        if (zip.Entries.Count > MostEntries)
        {
            throw Refusal(path, "zip-too-many", $"The zip has {zip.Entries.Count} files; at most {MostEntries} are read.");
        }

        long total = 0;
        foreach (var entry in zip.Entries)
        {
            total += entry.Length;
            if (total > MostBytes || entry.Length > MostTimesLarger * Math.Max(1024, entry.CompressedLength))
            {
                throw Refusal(path, "zip-too-large", $"\"{entry.FullName}\" unpacks to more than {MostBytes} bytes or {MostTimesLarger} times its size.");
            }
        }
    }

    internal static CctsDataException Refusal(string path, string code, string message) =>
        new([new Problem(code, Severity.Error, message, new SourcePlace(path, 1, 1, ""))]);
}
