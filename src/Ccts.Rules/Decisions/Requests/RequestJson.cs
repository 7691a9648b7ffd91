using System;
using System.Linq;
using System.Text.Json.Nodes;
using Ccts.Rules.Rules;
using Ccts.Rules.Rules.Vocabulary;
using Ccts.Sdk;
using Ccts.Sdk.Quantities;
using NodaTime.Text;

namespace Ccts.Rules.Decisions.Requests;

/// <summary>Writes a request in canonical form: amounts in their canonical units, sets in order. <see cref="DecisionRequestReader"/> reads it.</summary>
/// <remarks>Pure and thread-safe.</remarks>
public static class RequestJson
{
    /// <summary>The request as JSON.</summary>
    /// <param name="request">The request.</param>
    /// <param name="vocabulary">The facts that the ruleset knows.</param>
    public static JsonObject Write(DecisionRequest request, FactVocabulary vocabulary)
    {
        Require.NotNull(request);
        Require.NotNull(vocabulary);
        var json = new JsonObject
        {
            ["purpose"] = PurposeWords.Of(request.Purpose),
            ["year"] = request.Year.ToString(),
            ["date"] = LocalDatePattern.Iso.Format(request.Date),
            ["facts"] = Write(request.Facts, vocabulary),
        };
        if (request.Id is not null)
        {
            json["id"] = request.Id;
        }

        return json;
    }

    internal static JsonObject Write(FactSet stated, FactVocabulary vocabulary)
    {
        var facts = new JsonObject();
        foreach (var fact in stated.Values.Where(f => f.Key is not (FactVocabulary.Date or FactVocabulary.Year)).OrderBy(f => f.Key, StringComparer.Ordinal))
        {
            facts[fact.Key] = Write(fact.Value, vocabulary.Find(fact.Key)?.Type);
        }

        return facts;
    }

    private static JsonNode Write(FactValue value, FactType? type) => value.Kind switch
    {
        FactKind.Flag => JsonValue.Create(value.IsYes),
        FactKind.Set => new JsonArray([.. value.Words.Select(w => (JsonNode)JsonValue.Create(w)!)]),
        FactKind.Number => JsonValue.Create(QuantityText.Format(value.Amount))!,
        FactKind.Quantity when type?.Dimension is { } dimension => JsonValue.Create(QuantityText.Format(value.Amount) + " " + dimension.CanonicalUnit)!,
        _ => JsonValue.Create(value.Shown)!,
    };
}
