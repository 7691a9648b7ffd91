using System.CommandLine;

namespace Ccts.Cli.Commands.Receipts;

/// <summary><c>ccts receipt</c>: verifies receipts of past results, and says how long to keep them.</summary>
internal static class ReceiptCommand
{
    internal static Command Create() => new("receipt", "Verify proofs of past results, and ask how long to keep them.")
    {
        ReceiptVerifyCommand.Create(),
        ReceiptRetentionCommand.Create(),
    };
}
