namespace Ccts.Registry.Adapters.Outbox;

/// <content>What makes the dispatcher look earlier than planned.</content>
public sealed partial class OutboxDispatcher
{
    /// <summary>Reads the journal now. Call it when the ledger accepted a command with instructions.</summary>
    public void Wake() => _alarm.Ring();

    /// <summary>Asks a registry now about everything that is in doubt or pending there. Call it when a notification was accepted. It changes no state.</summary>
    /// <param name="registry">The registry.</param>
    public void Wake(string registry)
    {
        lock (_lock)
        {
            _board.AskNow(Require.NotNull(registry), Now);
        }

        _alarm.Ring();
    }
}
