using System;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Ccts.Sdk.Law;

/// <summary>A value of the law or of policy, with its place in the ruleset, its force and its evidence; possibly an explicit unknown.</summary>
/// <remarks>Immutable and thread-safe. An unknown is not a zero: <see cref="Value"/> throws for it.</remarks>
/// <typeparam name="T">The type of the value.</typeparam>
public sealed class LegalValue<T> : ILegalValue
    where T : notnull
{
    private readonly T? _value;

    internal LegalValue(string path, T? value, bool known, Standing standing, string? reason, string? settledBy)
    {
        Path = Require.NotNull(path);
        Standing = Require.NotNull(standing);
        _value = value;
        IsKnown = known;
        Reason = reason;
        SettledBy = settledBy;
    }

    /// <summary>The parameter path in the ruleset, e.g. <c>electricity.ppa.default-factor</c>.</summary>
    public string Path { get; }

    /// <summary>False when the law is silent or the text was not read.</summary>
    public bool IsKnown { get; }

    /// <summary>Source, force and evidence.</summary>
    public Standing Standing { get; }

    /// <summary>For an unknown: why it is unknown.</summary>
    public string? Reason { get; }

    /// <summary>For an unknown: who could settle it, e.g. <c>BEE</c>.</summary>
    public string? SettledBy { get; }

    /// <summary>The value.</summary>
    /// <exception cref="InvalidOperationException">The value is unknown; the message says why and who can settle it.</exception>
    public T Value => IsKnown ? _value! : throw new UnknownLawException($"{Path} is unknown: {Reason} ({SettledBy} can settle it).");

    /// <inheritdoc/>
    public string Text => IsKnown ? Convert.ToString(_value, CultureInfo.InvariantCulture)! : "unknown";

    /// <summary>Path, value, force and evidence; for logs and debuggers.</summary>
    public override string ToString() => $"{Path} = {Text} ({Standing.Source}; {Standing.Force}, {Standing.Evidence})";

    /// <summary>Gives the value if it is known.</summary>
    public bool TryGet([MaybeNullWhen(false)] out T value)
    {
        value = _value;
        return IsKnown;
    }
}

/// <summary>Makes <see cref="LegalValue{T}"/>s.</summary>
public static class LegalValue
{
    /// <summary>A known value.</summary>
    public static LegalValue<T> Known<T>(string path, T value, Standing standing)
        where T : notnull => new(path, value, known: true, standing, reason: null, settledBy: null);

    /// <summary>An explicit unknown: why, and who could settle it.</summary>
    public static LegalValue<T> Unknown<T>(string path, Standing standing, string reason, string settledBy)
        where T : notnull => new(path, default, known: false, standing, Require.NotNull(reason), Require.NotNull(settledBy));
}
