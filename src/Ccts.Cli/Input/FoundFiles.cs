using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Ccts.Sdk.Formats.Files;
using Ccts.Sdk.Problems;
using Ccts.Unpacking;

namespace Ccts.Cli.Input;

/// <summary>
/// Opens a file by its path: plain, packed with gzip, or the files in a zip. The bytes decide, not the name. A file that unpacks to too
/// much is refused, since it may be a zip bomb.
/// </summary>
internal static class FoundFiles
{
    internal const string StandardInput = "-";
    private const long MostBytes = 4L << 30;
    private const int MostTimesLarger = 200;
    private const int ManyTimesOf = 64 * 1024;

    internal static string NameOf(string path) => path == StandardInput ? "(standard input)" : path;

    /// <summary>Every file, one after the other; the caller closes each. A workbook is given as it is: <see cref="SheetInput.AsTable"/> makes a table of it where one is asked for.</summary>
    /// <exception cref="CctsDataException">There is no such file, or it cannot be opened or unpacked.</exception>
    internal static IEnumerable<FoundFile> Open(string path)
    {
        var stream = new PeekedStream(OpenStream(path));
        return stream.Content.Kind != ContentKind.Zip ? [Unpacked(NameOf(path), stream, LengthOf(path), isInZip: false)] : OpenZip(path, stream);
    }

    /// <summary>Checks whether every path can be opened, before minutes go into reading the first.</summary>
    /// <exception cref="CctsDataException">Some cannot be opened; all of them are listed.</exception>
    internal static void CheckAll(IReadOnlyList<string> paths)
    {
        var problems = new List<Problem>();
        foreach (var path in paths.Where(p => p != StandardInput).Distinct(StringComparer.Ordinal))
        {
            try
            {
                OpenFile(path).Dispose();
            }
            catch (CctsDataException bad)
            {
                problems.AddRange(bad.Problems);
            }
        }

        if (problems.Count > 0)
        {
            throw new CctsDataException(problems);
        }
    }

    /// <summary>The bytes of the file, unchanged.</summary>
    /// <exception cref="CctsDataException">It cannot be opened.</exception>
    internal static Stream OpenStream(string path) => path == StandardInput ? Console.OpenStandardInput() : OpenFile(path);

    /// <summary>Refuses a file that is known to be no text, such as a workbook, before it is read line by line as a journal is. Where it cannot be opened, whoever reads it says so.</summary>
    /// <param name="path">The path.</param>
    /// <param name="asked">What was expected: <c>the journal of a book</c>.</param>
    /// <exception cref="CctsDataException">It is of another kind.</exception>
    internal static void RequireText(string path, string asked)
    {
        FileContent content;
        try
        {
            using var stream = new PeekedStream(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete));
            content = stream.Content;
        }
        catch (Exception no) when (no is IOException or UnauthorizedAccessException)
        {
            return;
        }

        if (content is { IsText: false, Kind: not ContentKind.Binary })
        {
            throw new CctsDataException([content.NotThis(path, asked)]);
        }
    }

    /// <summary>The path of an existing folder.</summary>
    /// <exception cref="CctsDataException">There is none.</exception>
    internal static string Folder(string path) => Directory.Exists(path) ? path : throw Refusal(path, "no-folder", File.Exists(path) ? "This is a file." : "There is no such folder.", "a folder");

    internal static CctsDataException Refusal(string path, string code, string message, string? expected = null, string? hint = null) =>
        new([new Problem(code, Severity.Error, message, new SourcePlace(NameOf(path), 0, 0, "")) { Expected = expected, Hint = hint }]);

    /// <summary>What a gzip archive holds; anything else as it is.</summary>
    internal static FoundFile Unpacked(string name, PeekedStream stream, long length, bool isInZip)
    {
        if (stream.Content.Kind != ContentKind.Gzip)
        {
            return new FoundFile(name, stream, isInZip);
        }

        var most = Math.Min(MostBytes, MostTimesLarger * Math.Max(ManyTimesOf, length));
        var unpacked = new BoundedStream(new WholeGzip(stream), most, () => Refusal(name, "gzip-too-large", $"It unpacks to more than {most} bytes.", $"at most {MostTimesLarger} times its size"));
        try
        {
            return new FoundFile(name, new PeekedStream(unpacked), isInZip);
        }
        catch (InvalidDataException broken)
        {
            throw Damaged(name, broken);
        }
    }

    /// <summary>The message for a damaged file in an archive.</summary>
    internal static CctsDataException Damaged(string name, InvalidDataException broken) =>
        Refusal(name, "file-damaged", "It cannot be unpacked: " + broken.Message, hint: "Download it again, or unpack it and give the file that is inside.");

    private static IEnumerable<FoundFile> OpenZip(string path, PeekedStream opened)
    {
        opened.Dispose();
        return path == StandardInput ? throw Refusal(path, "file-kind", "This is a zip, which cannot be read from standard input.", "a file", "Unpack it, or give its path.") : ZippedFiles.Open(path, MostBytes, MostTimesLarger);
    }

    private static FileStream OpenFile(string path)
    {
        try
        {
            return File.OpenRead(SheetInput.Split(path).File);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            var message = Directory.Exists(path) ? "This is a folder." : File.Exists(path) ? "The file cannot be opened: " + cause.Message : "There is no such file.";
            throw Refusal(path, "file-not-readable", message, "a file that can be read, or - for standard input");
        }
    }

    private static long LengthOf(string path) => path == StandardInput ? 0 : new FileInfo(SheetInput.Split(path).File).Length;
}
