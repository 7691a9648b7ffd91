using System.Runtime.InteropServices;

namespace Ccts.Sdk.Ledger;

/// <summary>
/// An instruction to a registry, given with the command that needs it and kept if and only if that command is accepted: one transaction with
/// the entry. Send it only once <see cref="ILedgerJournal.Intents"/> shows it.
/// </summary>
/// <param name="Key">The idempotency key under which it is sent. The host has to keep it unique among all intents: the ledger does not compare them.</param>
/// <param name="Registry">To which registry.</param>
/// <param name="Payload">What is sent, in the adapter's own form.</param>
public sealed record RegistryIntent(string Key, string Registry, string Payload);

/// <summary>A durable registry intent, with its place. Position and number identify it permanently.</summary>
/// <param name="Position">The position of the entry it belongs to.</param>
/// <param name="Number">Its place among the intents of that entry, from 0.</param>
/// <param name="Intent">The instruction.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct CommittedIntent(long Position, int Number, RegistryIntent Intent);
