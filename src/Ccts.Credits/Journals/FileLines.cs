using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using Ccts.Sdk;

namespace Ccts.Credits.Journals;

/// <summary>A journal in one text file. Every line is on disk before the append returns. While appending, the writer holds a lock file, <c>.lock</c>, beside the journal.</summary>
/// <remarks>
/// Thread-safe, and safe with other processes and other instances on the same file. A last line without a line ending was never confirmed: it is ignored, and cut
/// off by the next append. Anything else behind the last line ending was not written by a book and is refused, since the file may be another one.
/// </remarks>
public sealed class FileLines : ILineJournal
{
    private const int LockTries = 2000;
    private const int MillisecondsBetween = 5;
    private static readonly byte[] Begins = Encoding.ASCII.GetBytes(JournalRecord.Beginning);
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private readonly FileInfo _file;

    // The complete lines read so far and the byte at which they end; they are not read again.
    private long _count;
    private long _end;

    /// <summary>The journal in a file; a file that does not exist is an empty journal.</summary>
    public FileLines(string path) => _file = new FileInfo(Path.GetFullPath(Require.NotNull(path)));

    private string FullName => _file.FullName;

    /// <inheritdoc/>
    /// <exception cref="JournalDamagedException">Lines that were there are gone.</exception>
    public long Count
    {
        get
        {
            lock (_file)
            {
                if (File.Exists(FullName))
                {
                    using var file = OpenToRead();
                    CountOn(file);
                }

                return _count;
            }
        }
    }

    /// <inheritdoc/>
    /// <exception cref="IOException">Others have been appending for ten seconds without a gap, or the disk refuses.</exception>
    /// <exception cref="JournalDamagedException">Lines that were there are gone.</exception>
    public bool TryAppend(long expected, string line)
    {
        if (Array.IndexOf(Require.NotNull(line).ToCharArray(), '\n') >= 0)
        {
            throw new ArgumentException("A line has no end within it.", nameof(line));
        }

        lock (_file)
        {
            using var alone = EnterAlone();
            using var file = new FileStream(FullName, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite);
            CountOn(file);
            if (_count != expected)
            {
                return false;
            }

            var bytes = Strict.GetBytes(line + "\n");
            RequireTorn(file, _count, _end);
            file.SetLength(_end);
            file.Position = _end;
            file.Write(bytes, 0, bytes.Length);
            file.Flush(flushToDisk: true);
            (_count, _end) = (_count + 1, _end + bytes.Length);
            return true;
        }
    }

    /// <inheritdoc/>
    /// <exception cref="JournalDamagedException">Lines that were there are gone, or one is no UTF-8.</exception>
    public IEnumerable<string> Read(long after)
    {
        lock (_file)
        {
            if (!File.Exists(FullName))
            {
                return after == 0 && _count == 0 ? [] : throw CutOff(0);
            }

            using var file = OpenToRead();
            var (from, end) = after == _count ? (_count, _end) : (0, 0);
            file.Position = RequireLength(file, end);
            var lines = new List<string>();
            var count = from;
            foreach (var bytes in WholeLines(file))
            {
                count++;
                end += bytes.Count + 1;
                if (count > after)
                {
                    lines.Add(Text(bytes, count));
                }
            }

            RequireTorn(file, count, end);
            (_count, _end) = count >= after ? (count, end) : throw CutOff(count);
            return lines;
        }
    }

    // On Unix, files opened for sharing do not exclude each other, so the lock file is opened unshared.
    private FileStream EnterAlone()
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                return new FileStream(FullName + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (tries < LockTries && Directory.Exists(Path.GetDirectoryName(FullName)))
            {
                Thread.Sleep(MillisecondsBetween);
            }
        }
    }

    private FileStream OpenToRead() => new(FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);

    private void CountOn(FileStream file)
    {
        file.Position = RequireLength(file, _end);
        foreach (var bytes in WholeLines(file))
        {
            (_count, _end) = (_count + 1, _end + bytes.Count + 1);
        }
    }

    private static long RequireLength(FileStream file, long end) => file.Length >= end ? end : throw CutOff(0);

    // What a power cut leaves of a line is its beginning, or zeros.
    private static void RequireTorn(FileStream file, long count, long end)
    {
        var head = new byte[Begins.Length];
        file.Position = end;
        var length = file.Read(head, 0, head.Length);
        var torn = head.Take(length).ToList();
        if (!torn.SequenceEqual(Begins.Take(length)) && torn.Exists(b => b != 0))
        {
            throw new JournalDamagedException(count + 1, "It is not the beginning of a line that a book writes, and has no line ending.");
        }
    }

    private static JournalDamagedException CutOff(long count) => new(count + 1, "Lines that were there are gone.");

    private static string Text(ArraySegment<byte> bytes, long line)
    {
        try
        {
            return Strict.GetString(bytes.Array!, bytes.Offset, bytes.Count);
        }
        catch (DecoderFallbackException bad)
        {
            throw new JournalDamagedException(line, "It is no UTF-8.", bad);
        }
    }

    // Lines without their endings; text after the last line ending is left out.
    private static IEnumerable<ArraySegment<byte>> WholeLines(FileStream file)
    {
        var buffer = new byte[64 * 1024];
        var kept = 0;
        for (int here; (here = file.Read(buffer, kept, buffer.Length - kept)) > 0;)
        {
            var (start, total) = (0, kept + here);
            for (var at = kept; at < total; at++)
            {
                if (buffer[at] == (byte)'\n')
                {
                    yield return new ArraySegment<byte>(buffer, start, at - start);
                    start = at + 1;
                }
            }

            kept = total - start;
            var next = kept > buffer.Length / 2 ? new byte[buffer.Length * 2] : buffer;
            Buffer.BlockCopy(buffer, start, next, 0, kept);
            buffer = next;
        }
    }
}
