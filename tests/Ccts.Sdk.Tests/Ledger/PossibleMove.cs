using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Ledger;
using NodaTime;
using static Ccts.Sdk.Tests.Ledger.Given;

namespace Ccts.Sdk.Tests.Ledger;

/// <summary>A way for units from one place to another, found by trying every command on units in every place.</summary>
internal sealed record PossibleMove(string Command, ShadowAccount? From, ShadowAccount To, bool IsToAnother)
{
    private static readonly Instant AfterValidity = Instant.FromUtc(2028, 6, 1, 0, 0);

    private static readonly LedgerPolicy Limits = new() { Units = [new UnitRule("ccc", MayBeSurrendered: true) { ValidityMonths = 12 }] };

    internal static IReadOnlyList<PossibleMove> All { get; } = Try().Distinct().ToList();

    private static IEnumerable<PossibleMove> Try()
    {
        foreach (var into in Enum.GetValues<ShadowAccount>())
        {
            foreach (var command in new LedgerCommand[] { new IssueUnits("k", Noon, "mill", Units(1, 10)) { Into = into }, new ReceiveUnits("k", Noon, "mill", Units(1, 10), null) { Into = into } })
            {
                if (new Run { Policy = Limits }.Do(command).Refusal is null)
                {
                    yield return new PossibleMove(command is IssueUnits ? "issue" : "receive", null, into, IsToAnother: false);
                }
            }
        }

        foreach (var (from, before) in Starts())
        {
            foreach (var command in Commands(from))
            {
                var run = new Run { Policy = Limits }.Issued("mill", Units(1, 10));
                foreach (var first in before)
                {
                    run.Accepted(first);
                }

                if (run.Do(command).Refusal is null)
                {
                    var there = run.State.View("other");
                    var place = (there ?? run.State.View("mill")!).Holdings.First(h => h.Units.Range.Start == 1).Place;
                    yield return new PossibleMove(Word(command), from, place, there is not null);
                }
            }
        }
    }

    // Units in each live place; reserved ones both from free and from banked.
    private static IEnumerable<(ShadowAccount From, LedgerCommand[] Before)> Starts()
    {
        var all = new OldestUnits("ccc", 10);
        yield return (ShadowAccount.Free, []);
        yield return (ShadowAccount.Reserved, [new ReserveUnits("b1", Noon, "mill", "r", all, ReservationPurpose.Other)]);
        yield return (ShadowAccount.Reserved, [new BankUnits("b1", Noon, "mill", all), new ReserveUnits("b2", Noon, "mill", "r", all with { From = ShadowAccount.Banked }, ReservationPurpose.Other)]);
        foreach (var place in Enum.GetValues<ShadowAccount>().Where(p => p is > ShadowAccount.Reserved and < ShadowAccount.Surrendered))
        {
            yield return (place, [new AssignUnits("b1", Noon, "mill", all, place, null)]);
        }
    }

    private static IEnumerable<LedgerCommand> Commands(ShadowAccount from)
    {
        UnitSelection take = from == ShadowAccount.Reserved ? new ReservedUnits("r") : new OldestUnits("ccc", 10) { From = from };
        yield return new ReserveUnits("k", Noon, "mill", "r2", take, ReservationPurpose.Other);
        yield return new ReleaseUnits("k", Noon, "mill", "r");
        yield return new SurrenderUnits("k", Noon, "mill", 2025, take);
        yield return new RetireUnits("k", Noon, "mill", take, null);
        yield return new ConvertUnits("k", Noon, "mill", take, Units(101, 110, scope: "new"));
        yield return new BankUnits("k", Noon, "mill", take);
        yield return new BufferUnits("k", Noon, "mill", take);
        yield return new CancelUnits("k", Noon, "mill", take, "r");
        yield return new ReverseUnits("k", Noon, "mill", take, "r");
        yield return new ExpireUnits("k", AfterValidity, "mill", take);
        yield return new ClawBackUnits("k", Noon, "mill", "other", take, "r");
        foreach (var into in Enum.GetValues<ShadowAccount>())
        {
            yield return new AssignUnits("k", Noon, "mill", take, into, null);
            yield return new TransferUnits("k", Noon, "mill", "other", take) { Into = into };
        }
    }

    private static string Word(LedgerCommand command) => command.Name.Replace('-', ' ');
}
