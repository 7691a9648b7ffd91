using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;

namespace ExchangeGate;

/// <summary>A matched order as received: who sells what to whom, at what price.</summary>
/// <param name="Id">The exchange's id; the same id twice is the same order.</param>
/// <param name="Seller">The account that gives.</param>
/// <param name="Buyer">The account that receives.</param>
/// <param name="Tonnes">Certificates, one tonne each.</param>
/// <param name="Price">Rupees for one certificate.</param>
internal sealed record Order(string Id, string Seller, string Buyer, long Tonnes, decimal Price)
{
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        PropertyNameCaseInsensitive = false, NumberHandling = JsonNumberHandling.Strict, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, RespectRequiredConstructorParameters = true, RespectNullableAnnotations = true, AllowDuplicateProperties = false,
    };

    /// <summary>Reads an order strictly; any missing, unknown or out-of-range member is an error.</summary>
    internal static (Order? Order, string Fault) Read(byte[] utf8, IReadOnlyCollection<string> members)
    {
        try
        {
            var order = JsonSerializer.Deserialize<Order>(utf8, Strict);
            var fault = order is null ? "An order is an object." : order.Fault(members);
            return (fault.Length == 0 ? order : null, fault);
        }
        catch (JsonException bad)
        {
            return (null, $"This is no order{(bad.Path is { Length: > 2 } path ? $": \"{path[2..]}\" cannot be read" : "")}. Expected: an object with \"id\", \"seller\" and \"buyer\" as text, \"tonnes\" as a whole number and \"price\" as a number of rupees, each once and nothing else.");
        }
    }

    private string Fault(IReadOnlyCollection<string> members) =>
        !IsName(Id, 60) ? "\"id\" has 1 to 60 letters, digits, dots and hyphens."
        : !IsName(Seller, 100) || !IsName(Buyer, 100) ? "\"seller\" and \"buyer\" have 1 to 100 letters, digits, dots and hyphens."
        : Seller == Buyer ? "\"buyer\" is the seller itself; expected another account."
        : Tonnes is < 1 or > 1_000_000_000 ? "\"tonnes\" is 1 to 1,000,000,000."
        : Price is <= 0 or > 1_000_000 || decimal.Round(Price, 2) != Price ? "\"price\" is above 0, at most 1,000,000 rupees, to the paisa."
        : new[] { ("seller", Seller), ("buyer", Buyer) }.FirstOrDefault(p => !members.Contains(p.Item2, StringComparer.Ordinal)) is (not null, _) stranger ? $"\"{stranger.Item1}\" is no member; the members are {string.Join(", ", members)}."
        : "";

    private static bool IsName(string text, int longest) => text.Length >= 1 && text.Length <= longest && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.');
}

/// <summary>The reason for an answer.</summary>
/// <param name="Code">Stable code of a rule, or of a refusal by the ledger.</param>
/// <param name="Message">One sentence.</param>
/// <param name="Clause">The clause it rests on, or null.</param>
internal sealed record Reason(string Code, string Message, string? Clause = null);

/// <summary>The gateway's answer to an order.</summary>
/// <param name="Order">The order.</param>
/// <param name="At">When.</param>
/// <param name="Answer"><c>accepted</c>, <c>refused</c>, or <c>referred</c> where the rules give no answer.</param>
/// <param name="Reasons">Why; empty when accepted.</param>
/// <param name="Keys">The instructions to the registry, one for each run of numbers.</param>
internal sealed record Answered(Order Order, Instant At, string Answer, IReadOnlyList<Reason> Reasons, IReadOnlyList<InstructedBlock> Keys);

/// <summary>A run of numbers with the key of the instruction that moves it.</summary>
internal sealed record InstructedBlock(string Key, Ccts.Sdk.Ledger.Blocks.SerialBlock Block);
