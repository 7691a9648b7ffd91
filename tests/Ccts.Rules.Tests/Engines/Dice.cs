using System;
using System.Collections.Generic;

namespace Ccts.Rules.Tests.Engines;

/// <summary>Choices that follow from a number alone, so that a failure is found again by its number.</summary>
internal sealed class Dice(int seed)
{
    private readonly Random _random = new(seed);

    /// <summary>How fine and how large the limits of a ruleset are: what decides the scale at which its amounts are held.</summary>
    internal int Reach { get; } = (seed & int.MaxValue) % 3;

    internal int Below(int count) => _random.Next(count);

    internal bool OneIn(int count) => _random.Next(count) == 0;

    internal T Of<T>(params IReadOnlyList<T> items) => items[_random.Next(items.Count)];
}
