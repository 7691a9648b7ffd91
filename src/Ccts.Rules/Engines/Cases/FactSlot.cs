using System;
using Ccts.Rules.Decisions.Requests;
using Ccts.Rules.Rules.Vocabulary;

namespace Ccts.Rules.Engines.Cases;

/// <summary>The place of a fact in the frames of an engine, looked up once by name and then used for every case.</summary>
/// <remarks>Immutable and thread-safe. Frames refuse <c>default</c>.</remarks>
public readonly struct FactSlot : IEquatable<FactSlot>
{
    internal FactSlot(FrameLayout layout, int index)
    {
        Layout = layout;
        Index = index;
    }

    /// <summary>The fact; null for <c>default</c>.</summary>
    public Fact? Fact => Layout?.Facts[Index];

    internal FrameLayout? Layout { get; }

    internal int Index { get; }

    /// <summary>Whether both are the same place of the same engine.</summary>
    public bool Equals(FactSlot other) => ReferenceEquals(Layout, other.Layout) && Index == other.Index;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is FactSlot other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Index;

    /// <summary>Whether both are the same place of the same engine.</summary>
    public static bool operator ==(FactSlot left, FactSlot right) => left.Equals(right);

    /// <summary>Whether both are different places.</summary>
    public static bool operator !=(FactSlot left, FactSlot right) => !left.Equals(right);

    /// <summary>The name of the fact.</summary>
    public override string ToString() => Fact?.Name ?? "";
}
