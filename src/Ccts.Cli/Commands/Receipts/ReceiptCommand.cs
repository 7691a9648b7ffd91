using System.CommandLine;

namespace Ccts.Cli.Commands.Receipts;

/// <summary><c>ccts receipt</c>: what one does with proofs of past results.</summary>
internal static class ReceiptCommand
{
    internal static Command Create() => new("receipt", "Proofs of past results.")
    {
        ReceiptVerifyCommand.Create(),
        ReceiptRetentionCommand.Create(),
    };
}
