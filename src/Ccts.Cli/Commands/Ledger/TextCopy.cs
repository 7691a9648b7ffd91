using System;
using System.IO;
using System.Linq;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Problems;

namespace Ccts.Cli.Commands.Ledger;

/// <summary>A copy of a text journal. The source is verified first, and the copy appears only when complete.</summary>
internal static class TextCopy
{
    /// <exception cref="CctsDataException">The journal is damaged, the target already exists, or it cannot be written.</exception>
    internal static void Make(string from, string to)
    {
        var state = WholeJournal.Prove(from, until: null);
        if (LedgerAudit.Findings(state) is { Count: > 0 } findings)
        {
            throw new CctsDataException(findings.Select(f => new Problem("ledger-damaged", Severity.Error, f, new SourcePlace(from, 0, 0, ""))).ToList());
        }

        if (File.Exists(to) || Directory.Exists(to))
        {
            throw Bad("file-exists", to, "There is a file already.", "the path of a file that is not there yet");
        }

        var partial = to + ".partial";
        try
        {
            using (var source = JournalPath.OpenToRead(from))
            using (var target = new FileStream(partial, FileMode.Create, FileAccess.Write, FileShare.None, JournalPath.Unbuffered))
            {
                source.CopyTo(target);
                target.Flush(flushToDisk: true);
            }

            File.Move(partial, to);
        }
        catch (Exception no) when (no is IOException or UnauthorizedAccessException or ArgumentOutOfRangeException)
        {
            if (no is not PathTooLongException)
            {
                File.Delete(partial);
            }

            throw Bad("file-not-written", to, "The copy could not be made: " + no.Message, "a path in a folder that may be written to, on a disk with room");
        }
    }

    private static CctsDataException Bad(string code, string path, string message, string expected) =>
        new([new Problem(code, Severity.Error, message, new SourcePlace(path, 0, 0, "")) { Expected = expected }]);
}
