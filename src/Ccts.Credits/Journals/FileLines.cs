using System;
using System.Collections.Generic;
using System.IO;
using System.Text;
using Ccts.Sdk;

namespace Ccts.Credits.Journals;

/// <summary>A journal in one text file. Every line is on the disk before it is answered, and one process at a time writes.</summary>
/// <remarks>Thread-safe. A last line without its end was never answered: it is passed over, and cut off by the next append.</remarks>
public sealed class FileLines : ILineJournal
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private readonly FileInfo _file;

    /// <summary>The journal in a file; a file that does not exist is an empty journal.</summary>
    public FileLines(string path) => _file = new FileInfo(Path.GetFullPath(Require.NotNull(path)));

    /// <inheritdoc/>
    public long Count => Lines().Count;

    /// <inheritdoc/>
    /// <exception cref="IOException">Another process is writing, or the disk refuses.</exception>
    public bool TryAppend(long expected, string line)
    {
        if (Array.IndexOf(Require.NotNull(line).ToCharArray(), '\n') >= 0)
        {
            throw new ArgumentException("A line has no end within it.", nameof(line));
        }

        lock (_file)
        {
            using var file = new FileStream(_file.FullName, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
            var (count, end) = Whole(file);
            if (count != expected)
            {
                return false;
            }

            var bytes = Strict.GetBytes(line + "\n");
            file.SetLength(end);
            file.Position = end;
            file.Write(bytes, 0, bytes.Length);
            file.Flush(flushToDisk: true);
            return true;
        }
    }

    /// <inheritdoc/>
    public IEnumerable<string> Read(long after)
    {
        var lines = Lines();
        return lines.GetRange((int)after, lines.Count - (int)after);
    }

    private List<string> Lines()
    {
        lock (_file)
        {
            if (!File.Exists(_file.FullName))
            {
                return [];
            }

            using var file = new FileStream(_file.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            var bytes = new byte[file.Length];
            var read = 0;
            for (int here; read < bytes.Length && (here = file.Read(bytes, read, bytes.Length - read)) > 0;)
            {
                read += here;
            }

            var end = Array.LastIndexOf(bytes, (byte)'\n', Math.Max(0, read - 1), read) + 1;
            var text = Strict.GetString(bytes, 0, end);
            return text.Length == 0 ? [] : [.. text.Substring(0, text.Length - 1).Split('\n')];
        }
    }

    private static (long Count, long End) Whole(FileStream file)
    {
        var (count, end, at) = (0L, 0L, 0L);
        var buffer = new byte[64 * 1024];
        for (int here; (here = file.Read(buffer, 0, buffer.Length)) > 0;)
        {
            for (var i = 0; i < here; i++)
            {
                at++;
                if (buffer[i] == (byte)'\n')
                {
                    count++;
                    end = at;
                }
            }
        }

        return (count, end);
    }
}
