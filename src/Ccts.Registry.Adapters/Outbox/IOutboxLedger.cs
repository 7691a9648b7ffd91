using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using NodaTime;

namespace Ccts.Registry.Adapters.Outbox;

/// <summary>What the ledger made of an outcome.</summary>
/// <param name="Code">Why it refused, as a stable kebab-case code; empty when it has taken it in.</param>
/// <param name="Reason">The same in one sentence.</param>
public sealed record LedgerReply(string Code, string Reason)
{
    /// <summary>The code of an instruction whose numbers no reservation holds for it: it is parked, and never sent as it stands.</summary>
    public const string NotReserved = "not-reserved";

    /// <summary>It has taken the outcome in, now or before.</summary>
    public static LedgerReply Taken { get; } = new("", "");

    /// <summary>Whether it has.</summary>
    public bool IsTaken => Code.Length == 0;
}

/// <summary>
/// The host's ledger, as the outbox needs it: until the registry has answered it holds the units, and afterwards does what the answer says.
/// </summary>
/// <remarks>Implementations are thread-safe and idempotent: after a crash the same is asked again.</remarks>
public interface IOutboxLedger
{
    /// <summary>
    /// Whether an instruction may leave: what it is about is held for it until the registry has answered, and may be given out. Asked before each attempt, since nothing is undone afterwards.
    /// <see cref="LedgerReply.NotReserved"/> parks it; with any other code it waits, and is asked about again.
    /// </summary>
    Task<LedgerReply> MayLeaveAsync(OutboxRecord record, CancellationToken cancellationToken = default);

    /// <summary>
    /// Takes in what became of an instruction: what was done moves, what certainly was not is released, what is in question is out of reach.
    /// </summary>
    Task<LedgerReply> SettleAsync(OutboxRecord record, CancellationToken cancellationToken = default);

    /// <summary>The registries with which the breaker's own pause is in force.</summary>
    IReadOnlyList<string> Paused { get; }

    /// <summary>Begins or ends the breaker's own pause of new business with a registry. Pauses of others stay as they are.</summary>
    /// <param name="registry">The registry.</param>
    /// <param name="pause">True to pause, false to go on.</param>
    /// <param name="key">An idempotency key.</param>
    /// <param name="reason">Why, for the record.</param>
    /// <param name="at">When.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    Task<LedgerReply> PauseAsync(string registry, bool pause, string key, string reason, Instant at, CancellationToken cancellationToken = default);
}
