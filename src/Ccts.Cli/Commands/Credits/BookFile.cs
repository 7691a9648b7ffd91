using System;
using System.CommandLine;
using System.IO;
using Ccts.Cli.Input;
using Ccts.Credits.Journals;
using Ccts.Sdk.Problems;

namespace Ccts.Cli.Commands.Credits;

/// <summary>Reads the journal of a book from a file; what is damaged is bad input, with its line.</summary>
internal static class BookFile
{
    internal const string Asked = "the journal of a book";

    internal static Option<string?> Head() => new("--head") { Description = "How far the journal had come when it was looked at before (\"head\" of that answer): exit code 1 when lines up to there are gone or other." };

    /// <summary>Checks that the journal continues from the head that was kept; exit code 1 when it does not.</summary>
    internal static bool Follows(string? kept, Func<JournalHead, bool> follows) =>
        kept is null || (JournalHead.TryParse(kept, out var head) ? follows(head)
            : throw new CctsDataException([new Problem("bad-option", Severity.Error, $"\"{kept}\" is no head of a journal.", default) { Expected = "a number of lines, a colon and the digest of the last, as \"head\" of an earlier answer has it" }]));

    /// <summary>The sentence that goes with it.</summary>
    internal static string Sentence(bool isWhole, JournalHead head) => isWhole
        ? $"Every line of the journal follows the one before it. Head: {head}"
        : $"The journal does not go on from the head that was kept: lines up to there were cut off or written anew. Its head now: {head}";

    /// <summary>The note about an incomplete last line: its writer stopped before it was complete, and it was never answered.</summary>
    internal static string? TornEnd(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        file.Seek(Math.Max(0, file.Length - 1), SeekOrigin.Begin);
        return file.ReadByte() is -1 or '\n' ? null : "The last line has no end: it was never answered, and is left out.";
    }

    internal static int Read(string path, Func<ILineJournal, int> work) => Open(path, mayBegin: false, work);

    internal static int Open(string path, bool mayBegin, Func<ILineJournal, int> work)
    {
        if (!File.Exists(path) && (!mayBegin || Directory.Exists(path)))
        {
            throw new CctsDataException([new Problem("file-not-readable", Severity.Error, Directory.Exists(path) ? "This is a folder." : "There is no such file.", new SourcePlace(path, 0, 0, "")) { Expected = Asked }]);
        }

        try
        {
            return work(Lines(path));
        }
        catch (JournalDamagedException damage)
        {
            throw Damaged(path, damage);
        }
    }

    /// <summary>The lines of a journal, which may have none yet.</summary>
    /// <exception cref="CctsDataException">The file is of another kind.</exception>
    internal static FileLines Lines(string path)
    {
        FoundFiles.RequireText(path, Asked);
        var lines = new FileLines(path);
        try
        {
            lines.Read(0);
            return lines;
        }
        catch (JournalDamagedException damage)
        {
            throw Damaged(path, damage);
        }
    }

    /// <summary>The lines of another book, whose claims are asked for. One whose file was emptied would claim nothing.</summary>
    /// <exception cref="CctsDataException">The file is of another kind, or has no line.</exception>
    internal static FileLines Claiming(string path) => Lines(path) is { Count: > 0 } lines ? lines
        : throw new CctsDataException([new Problem("journal-empty", Severity.Error, "The journal has no line.", new SourcePlace(path, 1, 1, "")) { Expected = Asked, Hint = "A book begins its journal with its first entry: look whether the file was emptied, or is another." }]);

    private static CctsDataException Damaged(string path, JournalDamagedException damage) =>
        new([new Problem("journal-damaged", Severity.Error, damage.Reason, new SourcePlace(path, checked((int)damage.Line), 0, "")) { Expected = "a line that follows the one before it, as the book wrote it" }]);
}
