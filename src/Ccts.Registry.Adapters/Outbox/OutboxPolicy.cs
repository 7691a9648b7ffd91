using System;
using NodaTime;

namespace Ccts.Registry.Adapters.Outbox;

/// <summary>How patiently one registry is dealt with.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
/// <param name="SettlingTime">The settling time: after it, an instruction that has shown no effect will show none. It comes from the registry, with its source; never a guess.</param>
public sealed record OutboxPolicy(Duration SettlingTime)
{
    /// <summary>No registry is waited for longer; far beyond it no calendar reaches.</summary>
    internal static readonly Duration Longest = Duration.FromDays(3650);

    /// <summary>An attempt is given up after this long. Shorter than the lease of the outbox.</summary>
    public Duration AttemptTimeout { get; init; } = Duration.FromSeconds(30);

    /// <summary>The pause before the first repetition of an attempt or question; it doubles each time.</summary>
    public Duration FirstPause { get; init; } = Duration.FromSeconds(5);

    /// <summary>The longest pause between attempts or questions.</summary>
    public Duration LongestPause { get; init; } = Duration.FromMinutes(15);

    /// <summary>How often an instruction may be in doubt and turn out not done before it is parked.</summary>
    public int MostDoubts { get; init; } = 5;

    /// <summary>How often an instruction may be sent, for any reason, before it is parked.</summary>
    public int MostAttempts { get; init; } = 50;

    /// <summary>How many answers without word of the numbers, over at least the settling time, park an instruction.</summary>
    public int MostSilentAnswers { get; init; } = 10;

    /// <summary>How long a registry may have accepted an instruction without deciding before it is parked.</summary>
    public Duration LongestPending { get; init; } = Duration.FromDays(45);

    /// <summary>Checks every figure.</summary>
    /// <exception cref="InvalidOperationException">A value is out of its range; the message says which.</exception>
    public void Validate()
    {
        Require(SettlingTime > Duration.Zero && SettlingTime <= Longest, $"The settling time is above zero, at most {Longest.Days} days.");
        Require(AttemptTimeout > Duration.Zero && AttemptTimeout <= SettlingTime, "The time-out of an attempt is above zero and not longer than the settling time.");
        Require(FirstPause > Duration.Zero && FirstPause <= LongestPause && LongestPause <= Longest, $"The first pause is above zero and not longer than the longest, and that is at most {Longest.Days} days.");
        Require(MostDoubts > 0 && MostAttempts > 0 && MostSilentAnswers > 0, "Attempts, doubts and silent answers are above zero.");
        Require(LongestPending > Duration.Zero && LongestPending <= Longest, $"The longest time pending is above zero, at most {Longest.Days} days.");
    }

    internal Duration PauseAfter(int times)
    {
        var pause = FirstPause;
        for (var i = 1; i < times && pause < LongestPause; i++)
        {
            pause += pause;
        }

        return Duration.Min(pause, LongestPause);
    }

    private static void Require(bool holds, string otherwise)
    {
        if (!holds)
        {
            throw new InvalidOperationException(otherwise);
        }
    }
}
