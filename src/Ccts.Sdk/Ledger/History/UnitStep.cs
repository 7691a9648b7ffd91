using System.Collections.Generic;

namespace Ccts.Sdk.Ledger.History;

/// <summary>One entry in the life of units: what it did to those that were asked for.</summary>
/// <remarks>Immutable and thread-safe. Do not change the lists.</remarks>
/// <param name="Entry">The entry.</param>
/// <param name="What">What happened, in a word: issued, received, reserved, released, the word of a move such as transfer or surrender, convert, or converted-from.</param>
/// <param name="Units">Which of the units asked for, and their lots.</param>
/// <param name="FromAccount">Whose they were, or null when they were not in the ledger.</param>
/// <param name="From">Their place, or null when they were not in the ledger.</param>
/// <param name="ToAccount">Whose they were afterwards.</param>
/// <param name="To">Where they stood afterwards.</param>
/// <param name="Reservation">The reservation that took or gave them, or null.</param>
/// <param name="Counterparts">For a conversion, the units on its other side; otherwise empty.</param>
/// <param name="Intents">The instructions to registries that were committed with the entry.</param>
/// <param name="Hash">The hash of the journal's line: it proves the entry and all before it.</param>
public sealed record UnitStep(
    JournalEntry Entry, string What, IReadOnlyList<Parcel> Units, string? FromAccount, ShadowAccount? From, string ToAccount, ShadowAccount To, string? Reservation,
    IReadOnlyList<Parcel> Counterparts, IReadOnlyList<RegistryIntent> Intents, string Hash);
