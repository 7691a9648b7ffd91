using Ccts.Registry.Adapters.Exports;
using NodaTime;

namespace Ccts.Registry.Adapters.Reconciliation;

/// <summary>
/// The last moment that statements may cover, in Indian time. A day ends with its last moment in India. A row with only a date
/// counts from the beginning of that day in India, so that no statement of the same day is lost.
/// </summary>
internal sealed class AsOf
{
    private static readonly Offset s_india = Offset.FromHoursAndMinutes(5, 30);

    private readonly Instant _instant;
    private readonly LocalDateTime _inIndia;

    internal AsOf(Instant instant)
    {
        _instant = instant;
        _inIndia = Instant.Min(instant, Instant.MaxValue - Duration.FromDays(1)).WithOffset(s_india).LocalDateTime;
    }

    internal AsOf(LocalDate day)
        : this(day.At(LocalTime.MaxValue).WithOffset(s_india).ToInstant())
    {
    }

    internal bool Precedes(StatementEntry entry) =>
        entry.Moment is { } moment ? moment > _instant : entry.Date is { } day && Precedes(day);

    internal bool Precedes(LocalDate day) => day.AtMidnight() > _inIndia;
}
