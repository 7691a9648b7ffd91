using System;
using System.IO;
using Ccts.Credits.Journals;
using Ccts.Sdk.Problems;

namespace Ccts.Cli.Commands.Credits;

/// <summary>Reads the journal of a book from a file; what is damaged is bad input, with its line.</summary>
internal static class BookFile
{
    internal static int Read(string path, Func<ILineJournal, int> work)
    {
        if (!File.Exists(path))
        {
            throw new CctsDataException([new Problem("file-not-readable", Severity.Error, Directory.Exists(path) ? "This is a folder." : "There is no such file.", new SourcePlace(path, 0, 0, "")) { Expected = "the journal of a book" }]);
        }

        try
        {
            return work(new FileLines(path));
        }
        catch (JournalDamagedException damage)
        {
            throw new CctsDataException([new Problem("journal-damaged", Severity.Error, damage.Reason, new SourcePlace(path, checked((int)damage.Line), 0, "")) { Expected = "a line that follows the one before it, as the book wrote it" }]);
        }
    }
}
