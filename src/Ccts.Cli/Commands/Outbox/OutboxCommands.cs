using System.CommandLine;
using Ccts.Cli.Input;

namespace Ccts.Cli.Commands.Outbox;

/// <summary><c>ccts outbox</c>: shows instructions to registries, and records an operator's decisions about them.</summary>
internal static class OutboxCommands
{
    internal static Command Create() => new("outbox", "See instructions to registries, and decide on those that wait for a person.")
    {
        OutboxList.Create(),
        OutboxShow.Create(),
        OutboxOperate.Retry(),
        OutboxOperate.Resolve(),
        OutboxOperate.Cancel(),
        OutboxOperate.Settle(),
        PostgresLedger.ConnectionOption(),
    };

    internal static Argument<string> LedgerArgument() => new("LEDGER") { Description = "The ledger: an SQLite file, or postgres:NAME, as a host keeps it." };

    internal static Argument<string> KeyArgument() => new("KEY") { Description = "The instruction's key, as \"ccts outbox list\" prints it." };

    internal static Option<bool> JsonOption() => new("--json") { Description = "Print JSON." };
}
