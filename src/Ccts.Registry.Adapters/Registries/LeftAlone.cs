using NodaTime;

namespace Ccts.Registry.Adapters.Registries;

/// <summary>How long a registry asks to be left alone.</summary>
internal static class LeftAlone
{
    private static readonly Duration Longest = Duration.FromDays(1);

    /// <summary>One that asks for a year, or for less than nothing, has slipped.</summary>
    internal static Duration? Within(Duration? asked) => asked is { } time ? Duration.Max(Duration.Zero, Duration.Min(time, Longest)) : null;
}
