using System;
using NodaTime;

namespace Ccts.Sdk.Ledger;

/// <summary>Days counted from 1 January 1970: a command's day is compared with those of its units without a step in the calendar.</summary>
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
