using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using NodaTime;

namespace Ccts.Registry.Adapters.Outbox;

/// <summary>What the ledger made of an outcome.</summary>
/// <param name="Code">Why it refused, as a stable kebab-case code; empty when it accepted.</param>
/// <param name="Reason">The same in one sentence.</param>
public sealed record LedgerReply(string Code, string Reason)
{
    /// <summary>The code of an instruction whose numbers no reservation holds. It is parked, and never sent in this form.</summary>
    public const string NotReserved = "not-reserved";

    /// <summary>It has taken the outcome in, now or before.</summary>
    public static LedgerReply Taken { get; } = new("", "");

    /// <summary>Whether it has.</summary>
    public bool IsTaken => Code.Length == 0;
}

/// <summary>
/// The host's ledger, as the outbox needs it. It holds the units until the registry has answered, and then does what the answer says.
/// </summary>
/// <remarks>Implementations are thread-safe and idempotent: after a crash the outbox repeats its calls.</remarks>
public interface IOutboxLedger
{
    /// <summary>
    /// Whether an instruction may be sent: its units are held for it until the registry has answered, and are free to leave. Asked before each attempt, since a sent request cannot be undone.
    /// <see cref="LedgerReply.NotReserved"/> parks it. With any other code it waits, and the outbox asks again.
    /// </summary>
    Task<LedgerReply> MayLeaveAsync(OutboxRecord record, CancellationToken cancellationToken = default);

    /// <summary>
    /// Records the outcome of an instruction: what was done moves, what was certainly not done is released, and what is uncertain is quarantined.
    /// </summary>
    Task<LedgerReply> SettleAsync(OutboxRecord record, CancellationToken cancellationToken = default);

    /// <summary>The registries for which a pause by the circuit breaker is in force.</summary>
    IReadOnlyList<string> Paused { get; }

    /// <summary>Begins or ends the circuit breaker's pause of new business with a registry. Other pauses stay as they are.</summary>
    /// <param name="registry">The registry.</param>
    /// <param name="pause">True to pause, false to go on.</param>
    /// <param name="key">An idempotency key.</param>
    /// <param name="reason">Why, for the record.</param>
    /// <param name="at">When.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    Task<LedgerReply> PauseAsync(string registry, bool pause, string key, string reason, Instant at, CancellationToken cancellationToken = default);
}
