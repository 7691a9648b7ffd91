using System;
using System.Linq;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Journal;
using Ccts.Sdk.Problems;

namespace Ccts.Cli.Commands.Ledger;

/// <summary>Replays the lines of a journal, and says how to repair one whose writing was interrupted.</summary>
internal static class JournalText
{
    /// <exception cref="CctsDataException">The journal is damaged or contradicts itself.</exception>
    internal static void Apply(JournalLines lines, string path, JournalReader reader, LedgerState state, long? until, EarlyUses? early = null)
    {
        try
        {
            foreach (var entry in reader.ReadAll(lines.Read()).TakeWhile(e => until is null || e.Position <= until))
            {
                state.Apply(entry);
                early?.See(entry);
            }
        }
        catch (LedgerContradictionException no)
        {
            // Line 1 is the header.
            var place = new SourcePlace(path, (int)Math.Min(int.MaxValue, no.Position + 1), 1, "");
            throw new CctsDataException([new Problem("ledger-contradiction", Severity.Error, no.Message, place) { Hint = "The lines before it are a valid ledger." }]);
        }
        catch (CctsDataException cut) when (lines.IsCutAfter(reader.Line))
        {
            throw new CctsDataException(cut.Problems.Select(p => p with { Hint = Mend(reader.Line) }).ToList());
        }
    }

    // An import is written in one piece, but a crash or a full disk may leave a part of it; its keys let it be finished.
    private static string Mend(int whole) =>
        $"The last line has no end, so an import was cut short. Cut it off (\"head -n {whole} JOURNAL > MENDED\" keeps the lines before it, which are a valid ledger), and import the same file again: what is in the journal is known by its keys, only the rest is added.";
}
