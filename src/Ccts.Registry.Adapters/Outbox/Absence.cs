using System.Collections.Generic;
using System.Linq;
using NodaTime;

namespace Ccts.Registry.Adapters.Outbox;

/// <summary>
/// The time between the last recorded move of an outbox and the owner that takes it over. No process measured it: the only evidence is the date that the
/// new owner started with. A date that is wrong by a year would end every wait for the registry at once, so a long absence is treated as a wrong date.
/// </summary>
/// <param name="now">The new owner's date.</param>
/// <param name="open">What is open.</param>
/// <param name="longest">The longest absence that is believed.</param>
internal sealed class Absence(Instant now, IReadOnlyCollection<OutboxRecord> open, Duration longest)
{
    private readonly Instant _last = open.Count == 0 ? now : open.Max(r => r.Since);

    /// <summary>The length by the dates; negative where the last move is dated after now.</summary>
    internal Duration Length => now - _last;

    /// <summary>Whether the dates can be right.</summary>
    internal bool IsBelieved => Length <= longest && Length >= -longest;

    /// <summary>
    /// How far the waits of an instruction move. A wait dated in the future starts anew now, since otherwise it would last until our clock reaches that date. Where the absence is not
    /// believed, no time since the last move of the outbox counts, until which an owner was at work; and none since the instruction's own last move where no absence is believed, or that date is ahead of ours.
    /// </summary>
    internal Duration ShiftOf(OutboxRecord record) => record.Since <= now && IsBelieved ? Duration.Zero : now - (longest == Duration.Zero || _last > now ? record.Since : _last);
}
