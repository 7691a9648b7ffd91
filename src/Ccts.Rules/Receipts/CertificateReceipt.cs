using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json.Nodes;
using Ccts.Rules.Rulesets;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Problems;
using Ccts.Sdk.Trust.Receipts;
using NodaTime.Text;

namespace Ccts.Rules.Receipts;

/// <summary>A certificate of surrender or retirement: the units that an account gave up, each run by its numbers, as a receipt that anybody can add up again.</summary>
/// <remarks>Thread-safe. The same journal gives the same certificate and digest, so whoever has the journal can make it again. <see cref="ReceiptReplay"/> replays it.</remarks>
public static class CertificateReceipt
{
    /// <summary>Makes the certificate.</summary>
    /// <param name="entries">The ledger's entries, all of them, in order.</param>
    /// <param name="account">The account that gave units up.</param>
    /// <param name="purpose">The purpose. Takes surrenders for the ruleset's year, or retirements within its days, in Indian time.</param>
    /// <param name="head">The hash of the journal's last line.</param>
    /// <param name="ruleset">The ruleset of the year.</param>
    /// <exception cref="CctsDataException">Nothing was given up.</exception>
    public static Receipt Of(IEnumerable<JournalEntry> entries, string account, CertificatePurpose purpose, string head, Ruleset ruleset)
    {
        Require.NotNull(account);
        var (year, place) = (Require.NotNull(ruleset).Year, purpose == CertificatePurpose.Surrender ? ShadowAccount.Surrendered : ShadowAccount.Retired);
        var moves = Require.Each(entries).Where(e => e.Event is UnitsMoved m && m.To == place && string.Equals(m.Account, account, StringComparison.Ordinal)
            && (purpose == CertificatePurpose.Surrender ? m.ComplianceYear == year.StartYear : e.At.WithOffset(LedgerPolicy.Bare.CivilTime).Date is var day && day >= year.FirstDay && day <= year.LastDay)).ToList();
        if (moves.Count == 0)
        {
            throw new CctsDataException([new Problem("nothing-given-up", Severity.Error, $"The account {account} {(purpose == CertificatePurpose.Surrender ? "surrendered nothing for" : "retired nothing in")} {year}.", default) { Expected = "units that were given up" }]);
        }

        return Receipt.Of(new CertificateReplay(ruleset.Identity), new JsonObject
        {
            ["account"] = account,
            ["purpose"] = CertificateReplay.WordOf(purpose),
            ["year"] = year.ToString(),
            ["journalHead"] = Require.NotNull(head),
            ["moves"] = new JsonArray([.. moves.Select(Move)]),
        });
    }

    private static JsonNode Move(JournalEntry entry)
    {
        var moved = (UnitsMoved)entry.Event;
        return new JsonObject
        {
            ["position"] = entry.Position.ToString(CultureInfo.InvariantCulture),
            ["at"] = InstantPattern.ExtendedIso.Format(entry.At),
            ["remark"] = moved.Remark,
            ["units"] = new JsonArray([.. moved.Units.Select(u => (JsonNode)new JsonObject
            {
                ["registry"] = u.Lot.Registry,
                ["scope"] = u.Lot.Scope,
                ["kind"] = u.Lot.Kind.Name,
                ["vintage"] = u.Lot.Vintage,
                ["from"] = u.Range.Start.ToString(),
                ["to"] = u.Range.End.ToString(),
            })]),
        };
    }
}
