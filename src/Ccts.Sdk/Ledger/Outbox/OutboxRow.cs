namespace Ccts.Sdk.Ledger.Outbox;

/// <summary>One instruction as a store keeps it. <see cref="State"/> is for the dispatcher; a store only keeps it.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
/// <param name="Place">Where it was committed.</param>
/// <param name="Key">Its idempotency key, unique in the store.</param>
/// <param name="Registry">To which registry it goes.</param>
/// <param name="Payload">The instruction as it was committed with the ledger's entry; never changed.</param>
/// <param name="Version">How often it has moved; 1 for an instruction just taken over.</param>
/// <param name="IsOpen">Whether anything remains to be done with it. Open ones are read when an owner takes over.</param>
/// <param name="State">How far it has come, as text.</param>
public sealed record OutboxRow(IntentPlace Place, string Key, string Registry, string Payload, long Version, bool IsOpen, string State);

/// <summary>One move of one instruction.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
/// <param name="Row">The instruction after it. A store writes it only over version <c>Row.Version - 1</c>; version 1 is new.</param>
/// <param name="Move">What moved it, when and by whom, as text; kept for good, in order.</param>
public sealed record OutboxWrite(OutboxRow Row, string Move);
