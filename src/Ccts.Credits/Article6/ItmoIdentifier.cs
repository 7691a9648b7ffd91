using System;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using Ccts.Sdk;
using Ccts.Sdk.Ledger.Blocks;

namespace Ccts.Credits.Article6;

/// <summary>
/// The unique identifier of an ITMO: cooperative approach, registry and first transferring Party, serial, vintage, such as
/// <c>CA0002-IND01-IND-1-2026</c> (decision 6/CMA.4, annex I, paragraph 5, as transcribed; the example is made up).
/// </summary>
/// <remarks>Immutable and thread-safe. Other forms in use, with two-letter countries or blocks in one text, are refused here; the serial grammars read them.</remarks>
public sealed record ItmoIdentifier : IComparable<ItmoIdentifier>
{
    private static readonly Regex Form = new(
        @"^(?<approach>CA[0-9]{4})-(?<registry>[A-Z]{3}[0-9]{2})-(?<party>[A-Z]{3})-(?<serial>[1-9][0-9]{0,2}(?:[0-9]*|(?:,[0-9]{3})*))-(?<vintage>[0-9]{4})$",
        RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    /// <summary>An identifier from its parts.</summary>
    /// <param name="approach">Cooperative approach: <c>CA</c> and four digits.</param>
    /// <param name="registry">Registry of the Party: its three letters and two digits.</param>
    /// <param name="party">First transferring Party, ISO 3166-1 alpha-3.</param>
    /// <param name="serial">Serial, from 1.</param>
    /// <param name="vintage">Calendar year.</param>
    /// <exception cref="ArgumentException">A part has the wrong form.</exception>
    public ItmoIdentifier(string approach, string registry, string party, BlockNumber serial, int vintage)
    {
        (Approach, Registry, Party, Serial, Vintage) = (Require.NotNull(approach), Require.NotNull(registry), Require.NotNull(party), serial, vintage);
        if (!Form.IsMatch(ToString()))
        {
            throw new ArgumentException($"\"{this}\" is no ITMO identifier: {Expected} is expected.", nameof(approach));
        }
    }

    /// <summary>What is expected, for messages.</summary>
    public const string Expected = "CAnnnn-AAAnn-AAA-serial-yyyy";

    /// <summary>Cooperative approach.</summary>
    public string Approach { get; }

    /// <summary>Registry of the Party.</summary>
    public string Registry { get; }

    /// <summary>First transferring Party.</summary>
    public string Party { get; }

    /// <summary>Serial.</summary>
    public BlockNumber Serial { get; }

    /// <summary>Calendar year.</summary>
    public int Vintage { get; }

    /// <summary>The scope in which serials are unique: everything but the serial.</summary>
    public string Scope => $"{Approach}-{Registry}-{Party}-{Vintage.ToString("0000", CultureInfo.InvariantCulture)}";

    /// <summary>Reads an identifier. Commas may separate the thousands of the serial, all of them or none.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out ItmoIdentifier? id)
    {
        var match = text is null || text.Length > 80 ? Match.Empty : Form.Match(text);
        id = match.Success && text![text.Length - 1] != '\n' && BlockNumber.TryParse(match.Groups["serial"].Value.Replace(",", ""), out var serial)
            ? new ItmoIdentifier(match.Groups["approach"].Value, match.Groups["registry"].Value, match.Groups["party"].Value, serial, int.Parse(match.Groups["vintage"].Value, CultureInfo.InvariantCulture))
            : null;
        return id is not null;
    }

    /// <summary>The same with another serial.</summary>
    public ItmoIdentifier At(BlockNumber serial) => new(Approach, Registry, Party, serial, Vintage);

    /// <summary>By scope, then by serial.</summary>
    public int CompareTo(ItmoIdentifier? other) => other is null ? 1 : string.CompareOrdinal(Scope, other.Scope) is var byScope and not 0 ? byScope : Serial.CompareTo(other.Serial);

    /// <summary>Earlier in the order.</summary>
    public static bool operator <(ItmoIdentifier left, ItmoIdentifier right) => Require.NotNull(left).CompareTo(right) < 0;

    /// <summary>Later in the order.</summary>
    public static bool operator >(ItmoIdentifier left, ItmoIdentifier right) => Require.NotNull(left).CompareTo(right) > 0;

    /// <summary>Earlier or the same.</summary>
    public static bool operator <=(ItmoIdentifier left, ItmoIdentifier right) => Require.NotNull(left).CompareTo(right) <= 0;

    /// <summary>Later or the same.</summary>
    public static bool operator >=(ItmoIdentifier left, ItmoIdentifier right) => Require.NotNull(left).CompareTo(right) >= 0;

    /// <summary>The identifier, without commas.</summary>
    public override string ToString() => $"{Approach}-{Registry}-{Party}-{Serial}-{Vintage.ToString("0000", CultureInfo.InvariantCulture)}";
}
