using System.Collections.Generic;
using System.Linq;
using System;
using Ccts.Credits.Journals;
using Ccts.Credits.Offsets.Moves;
using Ccts.Sdk;

namespace Ccts.Credits.Offsets;

/// <summary>The members of an event by name, and which of them belong to which move.</summary>
internal static class OffsetParts
{
    internal const string Description = "description", CreditType = "creditType", From = "from", Until = "until", Report = "report", Tonnes = "tonnes", Units = "units", Buffer = "buffer", Document = "document", Note = "note";

    internal static string[] Needed(OffsetMove move) => Require.NotNull(move).Word switch
    {
        OffsetMove.RegisterWord => [Description, CreditType, From],
        OffsetMove.AmendWord => [Description],
        OffsetMove.RenewWord => [From],
        OffsetMove.SuspendWord or OffsetMove.CancelWord => [Note],
        OffsetMove.ReportWord => [Report, From, Until, Tonnes],
        OffsetMove.VerifyWord => [Report, Tonnes, Document],
        OffsetMove.RefuseWord or OffsetMove.ReturnWord => [Report, Note],
        OffsetMove.ReviewWord or OffsetMove.RecommendWord => [Report],
        OffsetMove.IssueWord => [Report, Units],
        OffsetMove.ReverseWord => [Tonnes],
        OffsetMove.RetireWord or OffsetMove.CancelUnitsWord => [Units],
        _ => [],
    };

    internal static string[] Allowed(OffsetMove move) => Require.NotNull(move).Word switch
    {
        OffsetMove.RegisterWord or OffsetMove.RenewWord => [Until],
        OffsetMove.IssueWord or OffsetMove.ReverseWord => [Buffer],
        // A move that only the ruleset defines, for a report or a project.
        _ => OffsetMove.Known.Contains(move) ? [] : [Report],
    };

    /// <summary>What is missing from an event or does not belong to it; null when complete.</summary>
    internal static BookRefusal? Fault(OffsetEvent e)
    {
        var given = Given(e).ToList();
        return Needed(e.Move).Except(given, StringComparer.Ordinal).ToList() is { Count: > 0 } missing ? new("malformed", $"{e.Move} needs {string.Join(", ", missing)}.")
            : given.Except([.. Needed(e.Move), .. Allowed(e.Move), Document, Note], StringComparer.Ordinal).ToList() is { Count: > 0 } other ? new("malformed", $"{e.Move} takes no {string.Join(", ", other)}.")
            : null;
    }

    internal static Digest DigestOf(string text) => Digest.TryParse(text, out var digest) ? digest : throw new FormatException($"\"{text}\" is no SHA-256 digest.");

    private static IEnumerable<string> Given(OffsetEvent e) => new[]
    {
        (Description, e.Description is not null), (CreditType, e.CreditType is not null), (From, e.From is not null), (Until, e.Until is not null), (Report, !string.IsNullOrWhiteSpace(e.Report)),
        (Tonnes, e.Tonnes is not null), (Units, e.Units.Count > 0), (Buffer, e.Buffer.Count > 0), (Document, e.Document is not null), (Note, !string.IsNullOrWhiteSpace(e.Note)),
    }.Where(m => m.Item2).Select(m => m.Item1);
}
