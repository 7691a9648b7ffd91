using System;
using NodaTime;

namespace Ccts.Sdk.Ledger;

/// <summary>Days counted from 1 January 1970: a command's day can be compared with its units' days without calendar arithmetic.</summary>
internal static class DayNumber
{
    internal static long? Of(LocalDate? day) => day is { } known ? Of(known.AtMidnight().WithOffset(Offset.Zero).ToInstant(), Offset.Zero) : null;

    internal static long Of(Instant at, Offset civilTime)
    {
        var ticks = at.ToUnixTimeTicks() + civilTime.Ticks;
        var day = ticks / NodaConstants.TicksPerDay;
        return ticks % NodaConstants.TicksPerDay < 0 ? day - 1 : day;
    }
}
