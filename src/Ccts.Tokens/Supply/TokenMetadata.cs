using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Ccts.Credits.Journals;
using Ccts.Sdk.Ledger;
using Ccts.Sdk;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Problems;
using NodaTime;
using NodaTime.Text;

namespace Ccts.Tokens.Supply;

/// <summary>The metadata of a token: the units it represents, their project and the report that verified them.</summary>
/// <remarks>Immutable and thread-safe. The JSON form is that of ERC-1155 metadata, with these members as properties; <c>schemas/token-metadata.schema.json</c>.</remarks>
public sealed record TokenMetadata
{
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
    public static bool TryRead(byte[] utf8, string? name, [NotNullWhen(true)] out TokenMetadata? metadata, out IReadOnlyList<Problem> problems) => TryRead(utf8, name, mayBeBlank: false, out metadata, out problems);

    /// <summary>The same for text in a journal: earlier versions accepted a blank project or serial.</summary>
    internal static bool TryRead(byte[] utf8, string? name, bool mayBeBlank, [NotNullWhen(true)] out TokenMetadata? metadata, out IReadOnlyList<Problem> problems)
    {
        metadata = null;
        var where = "";
        try
        {
            var root = JsonNode.Parse(Require.NotNull(utf8), documentOptions: new JsonDocumentOptions { MaxDepth = 8 }) as JsonObject ?? throw new FormatException("It is no JSON object.");
            var properties = root["properties"] as JsonObject ?? throw new FormatException("It lacks \"properties\".");
            foreach (var member in root.Where(m => m.Key is not ("name" or "decimals" or "properties")))
            {
                where = "/" + member.Key;
                throw new FormatException($"There is no member \"{member.Key}\".");
            }

            where = "/decimals";
            if (root["decimals"] is not JsonValue decimals || !decimals.TryGetValue<int>(out var places) || places != 0)
            {
                throw new FormatException("One token is one tonne, so \"decimals\" is 0.");
            }

            string? Take(string member, bool needed = true)
            {
                where = "/properties/" + member;
                var text = properties[member]?.GetValue<string>();
                properties.Remove(member);
                return (text is null && needed) || (text is not null && !mayBeBlank && string.IsNullOrWhiteSpace(text)) ? throw new FormatException($"It lacks \"{member}\".") : text;
            }

            LocalDate? Day(string member) => Take(member, needed: false) is { } text ? LocalDatePattern.Iso.Parse(text).GetValueOrThrow() : null;

            where = "/properties/format";
            if (properties["format"]?.GetValue<int>() != Format)
            {
                throw new FormatException($"It is not of format {Format}.");
            }

            properties.Remove("format");
            var read = new TokenMetadata
            {
                Kind = Take("kind")!,
                Vintage = ComplianceYear.TryParse(Take("vintage")!, out var year, out var reason) ? year : throw new FormatException(reason),
                Project = Take("project_id")!,
                VerificationHash = Digest.TryParse(Take("verification_hash"), out var digest) ? digest : throw new FormatException("The verification hash is no SHA-256 digest: 64 hexadecimal digits are expected."),
                SerialNumber = Take("serial_number")!,
                Issued = Day("issued_on"),
                ExpiryDate = Day("expiry_date"),
            };
            foreach (var other in properties)
            {
                where = "/properties/" + other.Key;
                throw new FormatException($"There is no member \"{other.Key}\".");
            }

            where = "/name";
            if (root["name"]?.GetValue<string>() != read.Name)
            {
                throw new FormatException($"The name is that of the properties, \"{read.Name}\".");
            }

            metadata = read;
            problems = [];
        }
        catch (Exception bad) when (bad is JsonException or FormatException or InvalidOperationException or ArgumentException or UnparsableValueException)
        {
            problems = [new Problem("token-metadata", Severity.Error, bad.Message, new SourcePlace(name, 0, 0, where)) { Expected = "metadata as schemas/token-metadata.schema.json has it" }];
        }

        return metadata is not null;
    }

    /// <summary>The bytes of <see cref="ToJson"/>.</summary>
    public byte[] ToUtf8() => Encoding.UTF8.GetBytes(ToJson());
}
