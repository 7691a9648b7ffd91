using Ccts.Ledger.Testing.Model;
using Ccts.Sdk.Blocks;
using Ccts.Sdk.Ledger;
using NodaTime;

namespace Ccts.Sdk.Tests.Ledger;

/// <summary>Short words for ledger tests. Registry, scope and figures are made up.</summary>
internal static class Given
{
    internal static readonly Instant Noon = Instant.FromUtc(2026, 10, 15, 6, 30);

    internal static LedgerPolicy Policy => RandomCommands.Policy;

    internal static Parcel Units(ulong start, ulong end, string kind = "ccc", int vintage = 2025, string scope = "s") =>
        new(new UnitLot("icm", scope, kind, vintage), new BlockRange(start, end));

    /// <summary>The same units, issued on a day.</summary>
    internal static Parcel On(this Parcel units, int year, int month, int day) => units with { Lot = units.Lot.Dated(new LocalDate(year, month, day), units.Lot.Expires) };

    /// <summary>The same units, issued on the day of these tests: what an issue says that names no day.</summary>
    internal static Parcel OnTheDay(this Parcel units) => units.On(2026, 10, 15);

    internal static SerialBlock Block(ulong start, ulong end, string scope = "s") => new("icm", scope, start, end);
}

/// <summary>A state that commands are run against one after the other.</summary>
internal sealed class Run
{
    private int _keys;

    internal LedgerState State { get; private set; } = new();

    internal LedgerPolicy Policy { get; set; } = Given.Policy;

    internal System.Collections.Generic.List<JournalEntry> Entries { get; } = [];

    internal string NextKey() => "k" + (++_keys).ToString(System.Globalization.CultureInfo.InvariantCulture);

    internal Decision Do(LedgerCommand command)
    {
        var decision = State.Decide(Policy, command);
        if (decision.EntryAt(State.Position + 1, command) is { } entry)
        {
            State.Apply(entry);
            Entries.Add(entry);
        }

        return decision;
    }

    internal Run Issued(string account, Parcel units)
    {
        Accepted(new IssueUnits(NextKey(), Given.Noon, account, units));
        return this;
    }

    internal LedgerEvent Accepted(LedgerCommand command)
    {
        var decision = Do(command);
        Assert.Null(decision.Refusal);
        Assert.Empty(LedgerAudit.Findings(State));
        return decision.Event!;
    }

    internal Refusal Refused(RefusalCode code, LedgerCommand command)
    {
        var before = State.Position;
        var decision = Do(command);
        Assert.Equal(code, decision.Refusal?.Code);
        Assert.True(State.Position - before <= 1);
        Assert.Empty(LedgerAudit.Findings(State));
        Assert.DoesNotContain("?", decision.Refusal!.Message, System.StringComparison.Ordinal);
        return decision.Refusal;
    }
}
