namespace Ccts.Registry.Adapters.Outbox;

/// <content>What makes the dispatcher look before its time.</content>
public sealed partial class OutboxDispatcher
{
    /// <summary>Looks into the journal now: to be called when a command with instructions was accepted.</summary>
    public void Wake() => _alarm.Ring();

    /// <summary>Asks a registry now about everything that is in doubt or pending there: to be called when a notification was accepted. It changes no state.</summary>
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
