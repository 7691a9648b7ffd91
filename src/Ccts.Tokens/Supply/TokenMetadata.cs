using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Text.Json.Nodes;
using Ccts.Credits.Journals;
using Ccts.Sdk;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.Formats.Texts;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Problems;
using NodaTime;
using NodaTime.Text;

namespace Ccts.Tokens.Supply;

/// <summary>The metadata of a token: the units it represents, their project and the report that verified them.</summary>
/// <remarks>Immutable and thread-safe. The JSON form is that of ERC-1155 metadata, with these members as properties; <c>schemas/token-metadata.schema.json</c>.</remarks>
public sealed record TokenMetadata
{
    private static readonly string[] Names = ["kind", "project_id", "serial_number"];

    /// <summary>The form of the JSON.</summary>
    public const int Format = 1;

    /// <summary>The kind of unit, e.g. <c>ccc</c>.</summary>
    public required UnitKind Kind { get; init; }

    /// <summary>The compliance year for which the units were issued.</summary>
    public required ComplianceYear Vintage { get; init; }

    /// <summary>The project.</summary>
    public required string Project { get; init; }

    /// <summary>The digest of the verification report.</summary>
    public required Digest VerificationHash { get; init; }

    /// <summary>The serial of the units, as the registry writes it.</summary>
    public required string SerialNumber { get; init; }

    /// <summary>The day on which the registry issued the units; null where it is not known.</summary>
    public LocalDate? Issued { get; init; }

    /// <summary>The last day of the token; null where it does not expire.</summary>
    public LocalDate? ExpiryDate { get; init; }

    /// <summary>The digest of the JSON. It identifies the token class, and is its id under ERC-1155.</summary>
    public Digest Id => Digest.Of(ToJson());

    // For people to read. It is made from the properties, so the digest covers the whole file.
    private string Name => $"{Kind} {Vintage} {Project}";

    /// <summary>The JSON, always the same for the same content.</summary>
    public string ToJson()
    {
        var properties = new JsonObject
        {
            ["format"] = JsonValue.Create(Format),
            ["kind"] = JsonValue.Create(Kind.Name),
            ["vintage"] = JsonValue.Create(Vintage.ToString()),
            ["project_id"] = JsonValue.Create(Project),
            ["verification_hash"] = JsonValue.Create(VerificationHash.Text),
            ["serial_number"] = JsonValue.Create(SerialNumber),
        };
        if (Issued is { } issued)
        {
            properties["issued_on"] = JsonValue.Create(LocalDatePattern.Iso.Format(issued));
        }

        if (ExpiryDate is { } last)
        {
            properties["expiry_date"] = JsonValue.Create(LocalDatePattern.Iso.Format(last));
        }

        return new JsonObject
        {
            ["name"] = JsonValue.Create(Name),
            ["decimals"] = JsonValue.Create(0),
            ["properties"] = properties,
        }.ToJsonString();
    }

    /// <summary>Reads what <see cref="ToJson"/> writes. Strict: an unknown member, or a hash that is no digest, is an error.</summary>
    /// <param name="utf8">The JSON.</param>
    /// <param name="name">Its name in messages, or null.</param>
    /// <param name="metadata">The metadata, or null.</param>
    /// <param name="problems">Why not.</param>
    public static bool TryRead(byte[] utf8, string? name, [NotNullWhen(true)] out TokenMetadata? metadata, out IReadOnlyList<Problem> problems) => TryRead(utf8, name, isWritten: false, out metadata, out problems);

    /// <summary>The same for text in a journal: earlier versions accepted blank texts, the digest of an empty file, and contradictory days.</summary>
    internal static bool TryRead(byte[] utf8, string? name, bool isWritten, [NotNullWhen(true)] out TokenMetadata? metadata, out IReadOnlyList<Problem> problems)
    {
        var found = new ProblemList();
        var read = LocatedJson.Read(Require.NotNull(utf8), name, found) is { } root ? Read(new ObjectReader(root, found), isWritten) : null;
        metadata = found.HasErrors ? null : read;
        problems = found.ToList();
        return metadata is not null;
    }

    private static TokenMetadata? Read(ObjectReader json, bool isWritten)
    {
        var (name, decimals, properties) = (json.Text("name"), json.Integer("decimals"), json.Object("properties"));
        json.Done();
        if (properties?.Integer("format") is { } format && format != Format)
        {
            properties.Problems.Error("bad-value", properties.Node.Member("format")!.Place, $"It is of format {format}.", Format.ToString(CultureInfo.InvariantCulture));
        }

        var (kind, vintage, project) = (properties?.Text("kind"), properties?.Value<ComplianceYear>("vintage", ComplianceYear.TryParse), properties?.Text("project_id"));
        var (hash, serial) = (properties?.Text("verification_hash"), properties?.Text("serial_number"));
        var (issued, expires) = (properties?.OptionalDate("issued_on"), properties?.OptionalDate("expiry_date"));
        properties?.Done();
        if (properties is null || kind is null || vintage is not { } year || project is null || hash is null || serial is null)
        {
            return null;
        }

        void Fault(ObjectReader of, string member, string message, string expected) => of.Problems.Error("bad-value", of.Node.Member(member)!.Place, message, expected);
        if (!Digest.TryParse(hash, out var digest) || (!isWritten && digest.SaysNothing))
        {
            Fault(properties, "verification_hash", "The verification hash is no SHA-256 digest of a report.", "64 hexadecimal digits, the digest of the report and not of an empty file");
            return null;
        }

        foreach (var member in isWritten ? [] : Names.Where(m => NotStated.Shipped.IsSilent(properties.Node.Member(m)!.Value!)))
        {
            Fault(properties, member, $"\"{member}\" says nothing.", "what the registry has");
        }

        if (!isWritten && !((UnitKind)kind).IsOfTonnes)
        {
            Fault(properties, "kind", $"\"{kind}\" is no kind of tonnes of CO2e, and one token is one tonne.", "a kind such as ccc");
        }

        if (!isWritten && expires < issued)
        {
            Fault(properties, "expiry_date", $"The last day is before the day of issue, {LocalDatePattern.Iso.Format(issued.Value)}.", "a day not before it");
        }

        var read = new TokenMetadata { Kind = kind, Vintage = year, Project = project, VerificationHash = digest, SerialNumber = serial, Issued = issued, ExpiryDate = expires };
        if (decimals is not (null or 0))
        {
            Fault(json, "decimals", "One token is one tonne.", "0");
        }

        if (name is not null && name != read.Name)
        {
            Fault(json, "name", "The name is not that of the properties.", $"\"{read.Name}\"");
        }

        return read;
    }

    /// <summary>The bytes of <see cref="ToJson"/>.</summary>
    public byte[] ToUtf8() => Encoding.UTF8.GetBytes(ToJson());
}
