using System;
using Ccts.Cli.Commands.Ledger;
using Ccts.Sdk.Assessments.Position;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.History;
using Ccts.Sdk.Ledger.Journal;
using NodaTime;
using NodaTime.Text;
using static Ccts.Cli.Input.BadOption;

namespace Ccts.Cli.Commands.Position;

/// <summary>An account's holdings by a journal, their time, and the units settled for a year.</summary>
internal sealed record HeldUnits(AccountView Account, Instant At, SettledSoFar Settled)
{
    /// <summary>Null when no journal was named.</summary>
    /// <exception cref="Sdk.Problems.CctsDataException">The options do not go together, or the journal is damaged.</exception>
    internal static HeldUnits? Read(string? journal, string? account, string? at, ComplianceYear year)
    {
        if ((journal is null) != (account is null))
        {
            throw Bad("--journal and --account go together.", "both or neither");
        }

        if (journal is null)
        {
            return at is null ? null : throw Bad("--at is about a journal.", "--journal and --account");
        }

        var reader = new JournalReader(journal);
        var view = JournalFile.Replay(journal, until: null, reader).View(account!)
            ?? throw Bad($"There is no account {account} in {journal}.", "an account that \"ccts ledger show\" lists");
        using var lines = JournalLines.Open(journal);
        return new HeldUnits(view, at is null ? reader.LastAt : InstantOf(at), SettledSoFar.Of(new JournalReader(journal).ReadAll(lines.Read()), account!, year));
    }

    internal OversellAlert Alert(LedgerPolicy policy, decimal warnAt) => warnAt is > 0m and <= 1m
        ? OversellAlert.Of(Account, UnitKind.Ccc, policy, At, warnAt)
        : throw Bad(FormattableString.Invariant($"--warn-at is {warnAt}."), "a share above 0 and at most 1");

    private static Instant InstantOf(string text)
    {
        var parsed = InstantPattern.ExtendedIso.Parse(text);
        return parsed.Success ? parsed.Value : throw Bad($"--at \"{text}\" is not an instant.", "an instant such as 2026-10-15T09:30:00Z");
    }
}
