using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Journal;
using Ccts.Sdk.Problems;

namespace Ccts.Ledger.Testing.Contract;

/// <summary>A change to the store from outside is detected, with its place, and no engine opens the store as intact.</summary>
internal static class DamageCases
{
    private const long Entries = 12;
    private const long Snapshot = 4;

    // An entry within the snapshot, one after it, the last but one, and the last.
    private static readonly long[] Places = [2, 8, Entries - 1, Entries];

    internal static IEnumerable<LedgerStoreCase> All =>
        from damage in Enumerable.Range(0, (int)StoreDamage.SnapshotChanged + 1).Select(d => (StoreDamage)d)
        from position in Places
        where position < Entries || damage is not (StoreDamage.Swapped or StoreDamage.Doubled)
        select new LedgerStoreCase($"damage is found: {damage} at entry {position} of {Entries}", fixture => Found(fixture, damage, position));

    private static string? Found(LedgerStoreFixture fixture, StoreDamage damage, long position)
    {
        KeepingCases.With(fixture, Fill);
        using (var whole = fixture.Read())
        {
            if (whole is null)
            {
                return "this store is read by nobody but its journal";
            }

            Expect.None(whole.Findings(), "findings before the damage");
        }

        if (!fixture.TryDamage(damage, position))
        {
            return "the fixture cannot do this damage";
        }

        using (var damaged = fixture.Read()!)
        {
            var findings = damaged.Findings();
            Expect.True(findings.Count > 0);
            Expect.True(damage > StoreDamage.Doubled || findings.Any(f => Regex.IsMatch(f, $@"\b({position}|{position + 1})\b", RegexOptions.None, TimeSpan.FromSeconds(1))));
        }

        if (damage == StoreDamage.SnapshotChanged || (damage <= StoreDamage.CutOff && position > Snapshot))
        {
            RefusedToAnEngine(fixture);
        }

        return null;
    }

    private static void Fill(ILedgerJournal journal)
    {
        var engine = KeepingCases.Engine(journal);
        for (var i = 1; i <= Entries; i++)
        {
            engine.Execute(KeepingCases.Issue("i" + i, (ulong)i, (ulong)i), new RegistryIntent("k" + i, "icm", "payload " + i));
            if (i == Snapshot)
            {
                engine.TakeSnapshot();
            }
        }
    }

    private static void RefusedToAnEngine(LedgerStoreFixture fixture)
    {
        try
        {
            KeepingCases.With(fixture, journal => KeepingCases.Engine(journal));
        }
        catch (Exception bad) when (bad is CctsDataException or LedgerContradictionException)
        {
            return;
        }

        throw new ContractBrokenException("An engine was built on the damaged store.");
    }
}
