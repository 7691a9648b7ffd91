using System.IO;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Blocks;
using Ccts.Sdk.Ledger.Journal;
using Ccts.Sdk.Ledger.Settlement;
using Ccts.Sdk.Quantities;
using NodaTime;

namespace Example;

internal static class LedgerExample
{
    internal static void Run(TextWriter output)
    {
        var at = Instant.FromUtc(2026, 10, 15, 9, 30);                        // the host's clock; the ledger has none
        var journal = new InMemoryJournal();                                  // or an ILedgerJournal of your own that lasts
        var ledger = new LedgerEngine(journal, LedgerPolicy.Bare);            // limits of law: LedgerLimits.Of(ruleset) of Ccts.Rules

        // Units enter once, under the registry's own numbers.
        var units = new Parcel(new UnitLot("icm", "s", UnitKind.Ccc, 2025), new BlockRange(1, 100));
        var issue = new IssueUnits("issue-1", at, "mill", units);
        ledger.Execute(issue);
        output.WriteLine($"given twice, done once: {ledger.Execute(issue).IsRepeat}");

        // A no is an answer, not an exception. It is written to the journal, and its key is used up.
        var answer = ledger.Execute(new RetireUnits("retire-1", at, "mill", new OldestUnits(UnitKind.Ccc, 500)));
        output.WriteLine(answer.Refusal);

        // Units against money: the ledger's commands are done here, what is asked about the money is the host's to do.
        var trade = new DeliveryVersusPayment(
            new Delivery("t-1", "mill", "buyer", new OldestUnits(UnitKind.Ccc, 40), Inr.FromRupees(40_000m), PayBy: at + Duration.FromHours(2)));
        var step = Settle(ledger, trade.On(DeliverySignal.Begin, at), at);
        output.WriteLine($"{step.Next.State}, {step.Payment}");
        step = Settle(ledger, step.Next.On(DeliverySignal.PaymentConfirmed, at), at);
        output.WriteLine($"{step.Next.State}, buyer has {ledger.Account("buyer")!.Tonnes(UnitKind.Ccc, ShadowAccount.Free)} t");

        // A snapshot spares the replay of what came before it. The next engine begins with it and goes on from the journal.
        ledger.TakeSnapshot();
        ledger.Execute(new BankUnits("bank-1", at, "mill", new OldestUnits(UnitKind.Ccc, 10)));
        var rebuilt = new LedgerEngine(journal, ledger.Policy).Account("mill")!;
        output.WriteLine($"rebuilt: {rebuilt.Tonnes(UnitKind.Ccc, ShadowAccount.Free)} t free, {rebuilt.Tonnes(UnitKind.Ccc, ShadowAccount.Banked)} t banked");
    }

    // Gives each command to the ledger and its answer back to the trade, until the trade waits for something else.
    private static DeliveryStep Settle(LedgerEngine ledger, DeliveryStep step, Instant at)
    {
        while (step.Command is { } command)
        {
            step = step.Next.Answered(command.Key, ledger.Execute(command).Refusal, at);
        }

        return step;
    }
}
