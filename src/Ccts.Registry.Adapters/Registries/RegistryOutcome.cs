using System;
using Ccts.Sdk;
using NodaTime;

namespace Ccts.Registry.Adapters.Registries;

/// <summary>The result of a question to a registry. Not a bool, since "no" and "unknown" are different answers.</summary>
/// <remarks>Immutable and thread-safe as far as <typeparamref name="T"/> is.</remarks>
/// <typeparam name="T">What is confirmed.</typeparam>
public sealed class RegistryOutcome<T>
    where T : class
{
    private readonly Duration? _after;

    internal RegistryOutcome(T? value, string code, string reason, bool isUnknown)
    {
        Value = value;
        Code = ForeignText.Short(Require.NotNull(code))!;
        Reason = ForeignText.Sentence(Require.NotNull(reason));
        IsUnknown = isUnknown;
    }

    /// <summary>Whether the registry confirmed; <see cref="Value"/> is then there.</summary>
    public bool IsConfirmed => Value is not null;

    /// <summary>Whether it said no; <see cref="Reason"/> says why.</summary>
    public bool IsRejected => Value is null && !IsUnknown;

    /// <summary>Whether the result is unknown: ask again by serial range before doing anything, since a retirement cannot be undone.</summary>
    public bool IsUnknown { get; }

    /// <summary>What was confirmed; null otherwise.</summary>
    public T? Value { get; }

    /// <summary>How long the registry asks to be left alone, a day at most; or null.</summary>
    public Duration? After
    {
        get => _after;
        init => _after = LeftAlone.Within(value);
    }

    /// <summary>Stable kebab-case code; empty when confirmed.</summary>
    public string Code { get; }

    /// <summary>One sentence; empty when confirmed.</summary>
    public string Reason { get; }

    /// <summary>Confirmed, rejected or unknown, with the reason.</summary>
    public override string ToString() => IsConfirmed ? "confirmed" : (IsUnknown ? "unknown " : "rejected ") + Code + ": " + Reason;
}

/// <summary>Makes outcomes.</summary>
public static class RegistryOutcome
{
    /// <summary>The registry said yes.</summary>
    /// <param name="value">What it confirmed.</param>
    /// <param name="after">How long the registry asks callers to wait, or null.</param>
    /// <typeparam name="T">What is confirmed.</typeparam>
    public static RegistryOutcome<T> Confirmed<T>(T value, Duration? after = null)
        where T : class => new(Require.NotNull(value), "", "", isUnknown: false) { After = after };

    /// <summary>The registry, or the adapter for it, said no.</summary>
    public static RegistryOutcome<T> Rejected<T>(string code, string reason)
        where T : class => new(null, code, reason, isUnknown: false);

    /// <summary>Nobody can say.</summary>
    /// <param name="code">Stable kebab-case code.</param>
    /// <param name="reason">One sentence.</param>
    /// <param name="after">How long the registry asks callers to wait, or null.</param>
    /// <typeparam name="T">What is not confirmed.</typeparam>
    public static RegistryOutcome<T> Unknown<T>(string code, string reason, Duration? after = null)
        where T : class => new(null, code, reason, isUnknown: true) { After = after };

    /// <summary>The adapter lacks the capability.</summary>
    public static RegistryOutcome<T> NotSupported<T>(RegistryCapabilities capability)
        where T : class => Rejected<T>("not-supported", $"This adapter lacks the capability {capability}.");
}
