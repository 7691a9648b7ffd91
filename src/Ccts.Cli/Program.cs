using System.CommandLine;

namespace Ccts.Cli;

internal static class Program
{
    internal static RootCommand Commands() =>
        new("Carbon Credit Trading Scheme: assess plants, read serial numbers, work with rulesets.")
        {
            Assess.AssessCommand.Create(),
            ProFormas.ProFormaCommand.Create(),
            Decide.DecideCommand.Create(),
            Clearing.ClearCommand.Create(),
            Position.PositionCommand.Create(),
            Factors.FactorsCommand.Create(),
            Receipts.ReceiptCommand.Create(),
            Rulesets.RulesetCommand.Create(),
            Serials.SerialCommand.Create(),
            Ledger.LedgerCommands.Create(),
            Serials.ReconcileCommand.Create(),
            Serials.DoubleCountCommand.Create(),
            Targets.TargetsCommand.Create(),
        };

    private static int Main(string[] args) => CommandLine.Run(Commands(), args);
}
