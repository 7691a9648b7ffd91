using System.CommandLine;
using Ccts.Cli.Commands.Accounts;
using Ccts.Cli.Commands.Assess;
using Ccts.Cli.Commands.Audits;
using Ccts.Cli.Commands.Claims;
using Ccts.Cli.Commands.Clearing;
using Ccts.Cli.Commands.Credits;
using Ccts.Cli.Commands.Decide;
using Ccts.Cli.Commands.Ingest;
using Ccts.Cli.Commands.Ledger;
using Ccts.Cli.Commands.Outbox;
using Ccts.Cli.Commands.Plans;
using Ccts.Cli.Commands.Position;
using Ccts.Cli.Commands.Projects;
using Ccts.Cli.Commands.Receipts;
using Ccts.Cli.Commands.Reports;
using Ccts.Cli.Commands.Rulesets;
using Ccts.Cli.Commands.Serials;
using Ccts.Cli.Commands.Targets;
using Ccts.Cli.Commands.Verifying;
using Ccts.Cli.Commands.Years;
using Ccts.Cli.Commands.Extracts;
using Ccts.Cli.Commands.Factors;
using Ccts.Cli.Commands.Forms;
using Ccts.Cli.Commands.ProFormas;
using Ccts.Cli.Output;

namespace Ccts.Cli;

internal static class Program
{
    internal static RootCommand Root()
    {
        var root = Commands();
        AnswerFile.AddTo(root);
        return root;
    }

    private static RootCommand Commands() =>
        new("Carbon Credit Trading Scheme: assess plants, read serial numbers, work with rulesets.")
        {
            AssessCommand.Create(),
            IngestCommand.Create(),
            EvidenceCommands.Create(),
            CloudCommand.Create(),
            ReportCommand.Create(),
            ProFormaCommand.Create(),
            DecideCommand.Create(),
            ClearCommand.Create(),
            SettleCommand.Create(),
            PositionCommand.Create(),
            FactorsCommand.Create(),
            ReceiptCommand.Create(),
            RulesetCommand.Create(),
            SerialCommand.Create(),
            LedgerCommands.Create(),
            OutboxCommands.Create(),
            ReconcileCommand.Create(),
            DoubleCountCommand.Create(),
            ClaimsCommand.Create(),
            TargetsCommand.Create(),
            YearCommand.Create(),
            FormCommand.Create(),
            AccountCommand.Create(),
            GroupCommand.Create(),
            PlanCommand.Create(),
            VerificationCommand.Create(),
            ExtractCommand.Create(),
            AuditCommand.Create(),
            ProjectCommand.Create(),
            LetterCommand.Create(),
            AefCommand.Create(),
            TokenCommand.Create(),
        };

    private static int Main(string[] args) => CommandLine.Run(Root(), args);
}
