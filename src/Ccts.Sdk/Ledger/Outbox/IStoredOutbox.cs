using System.Collections.Generic;

namespace Ccts.Sdk.Ledger.Outbox;

/// <summary>Reads the instructions that a store keeps, also while their owner moves them.</summary>
/// <remarks>Implementations are thread-safe. Reads show what is durable.</remarks>
public interface IStoredOutbox
{
    /// <summary>
    /// The place of the last instruction that was taken over; <c>default</c> before the first. Kept by itself, in the transaction that writes the instruction: a row that is deleted later must not seem never to have been
    /// there, or it would be sent again.
    /// </summary>
    IntentPlace Taken { get; }

    /// <summary>The instructions with which something remains to be done, in order of place.</summary>
    IEnumerable<OutboxRow> Open();

    /// <summary>Every instruction, in order of place. An owner reads on from it over minutes, beside its writes: rows are fetched by pages, or are those of one moment.</summary>
    IEnumerable<OutboxRow> All();

    /// <summary>The instruction with a key, or null.</summary>
    OutboxRow? Find(string key);

    /// <summary>Every move of an instruction, in order.</summary>
    IEnumerable<string> Moves(string key);
}
