using System.Collections.Generic;
using System.Linq;
using NodaTime;

namespace Ccts.Registry.Adapters.Outbox;

/// <summary>
/// The time between the last move that an outbox has seen and an owner that takes it over. Nobody counted it: all that speaks for it is the date with which the
/// new owner began. A date that is wrong by a year would end every wait for the registry at once, so a long absence is taken for a wrong date.
/// </summary>
/// <param name="now">The new owner's date.</param>
/// <param name="open">What is open.</param>
/// <param name="longest">The longest absence that is believed.</param>
internal sealed class Absence(Instant now, IReadOnlyCollection<OutboxRecord> open, Duration longest)
{
    private readonly Duration _length = open.Count == 0 ? Duration.Zero : now - open.Max(r => r.Since);

    /// <summary>How long it was by the dates; below zero where the last move is dated after now.</summary>
    internal Duration Length => _length;

    /// <summary>Whether the dates can be right.</summary>
    internal bool IsBelieved => _length <= longest && _length >= -longest;

    /// <summary>
    /// By how much the waits of an instruction move. One that was dated ahead of us is counted from now on, or it would last until our clock has come to that date. Of an absence that is not
    /// believed nothing counts; where the last move is dated after now, and by how much nobody can say, nothing since the instruction's own last move.
    /// </summary>
    internal Duration ShiftOf(OutboxRecord record) => record.Since > now ? now - record.Since
        : IsBelieved ? Duration.Zero
        : _length > Duration.Zero ? _length
        : now - record.Since;
}
