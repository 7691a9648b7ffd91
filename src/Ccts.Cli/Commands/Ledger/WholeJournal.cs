using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using Ccts.Cli.Input;
using Ccts.Cli.Output;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Journal;
using Ccts.Sdk.Problems;

namespace Ccts.Cli.Commands.Ledger;

/// <summary>Converts a journal between text and database, byte for byte, after verifying all of it.</summary>
internal static class WholeJournal
{
    private static readonly byte[] Start = Encoding.UTF8.GetBytes("{\"format\":\"ccts-ledger-journal\"");

    /// <summary>Whether a file is a journal and not commands.</summary>
    internal static bool Is(string path)
    {
        if (PostgresLedger.IsMeant(path))
        {
            return true;
        }

        if (path == "-" || !JournalPath.HasContent(path))
        {
            return false;
        }

        if (JournalPath.IsDatabase(path))
        {
            return true;
        }

        using var file = JournalPath.OpenToRead(path);
        Span<byte> start = stackalloc byte[Start.Length];
        return file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) == start.Length && start.SequenceEqual(Start);
    }

    /// <exception cref="CctsDataException">It is damaged, or the target is not empty.</exception>
    internal static int TakeOver(string path, string journal, bool json, IReadOnlyList<string> options)
    {
        if (options.Count > 0)
        {
            throw new CctsDataException([new Problem("bad-option", Severity.Error, $"{path} is a whole journal, whose commands were decided long ago; {options[0]} has no say in it.", default) { Expected = $"no {options[0]}" }]);
        }

        var state = Prove(path, until: null);
        using var target = JournalTarget.Open(journal);
        using var lines = JournalLines.Open(path);
        target.TakeOver(lines, path);
        LedgerImport.Tell((int)state.Position, 0, [], path, written: true, json, ImportedNames.MayBeOne(state.Accounts));
        return ExitCode.Yes;
    }

    /// <summary>Writes the lines to standard output.</summary>
    /// <exception cref="CctsDataException">The journal is damaged; nothing was written.</exception>
    internal static void Write(string path, long? until)
    {
        Prove(path, until);
        using var lines = JournalLines.Open(path);
        foreach (var line in until is { } last ? lines.Read().Take((int)Math.Min(int.MaxValue, last + 1)) : lines.Read())
        {
            Console.Out.Write(line + "\n");
        }
    }

    internal static LedgerState Prove(string path, long? until)
    {
        JournalPath.RequireReadableTwice(path);
        return JournalFile.Replay(path, until, new JournalReader(path));
    }
}
