using System;
using System.Collections.Generic;
using System.Text.Json.Nodes;
using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.Monitoring.Writing;

/// <summary>Adds members to a stream's JSON; what is null is left out.</summary>
internal static class StreamWriting
{
    internal static void AddText(this JsonObject json, string key, string? text)
    {
        if (text is not null)
        {
            json[key] = text;
        }
    }

    /// <summary>A quantity in its canonical unit, or a pure number when the unit is empty.</summary>
    internal static void AddQuantity<T>(this JsonObject json, string key, T? quantity)
        where T : struct, IQuantity
    {
        if (quantity is { } value)
        {
            json[key] = value.ToString();
        }
    }

    internal static void AddNumber(this JsonObject json, string key, decimal? number)
    {
        if (number is { } value)
        {
            json[key] = PlainNumber.Format(value);
        }
    }

    internal static void AddAmounts<T>(this JsonObject json, Amounts<T> amounts, Func<T, string>? write = null)
        where T : struct, IQuantity
    {
        var periods = new JsonObject();
        foreach (var (period, amount) in amounts)
        {
            // Add refuses a second amount for the same period.
            periods.Add(period.ToString(), JsonValue.Create(write is null ? amount.ToString() : write(amount)));
        }

        json["amounts"] = periods;
    }

    internal static void AddFactor<T>(this JsonObject json, FactorChoice<T> factor)
        where T : struct, IQuantity
    {
        if (factor == FactorChoice<T>.RulesetDefault)
        {
            return;
        }

        var choice = new JsonObject { ["tier"] = ReportWords.Tiers[factor.Tier] };
        choice.AddQuantity("value", factor.Value);
        choice.AddText("source", factor.Source);
        choice.AddText("whyTypeI", factor.WhyTypeI);
        json["factor"] = choice;
    }

    internal static void AddSamples(this JsonObject json, int? samples) => json.AddCount("samples", samples);

    internal static void AddCount(this JsonObject json, string key, int? count)
    {
        if (count is { } known)
        {
            json[key] = known;
        }
    }

    internal static void AddConditions(this JsonObject json, StatedConditions? stated)
    {
        if (stated is not null)
        {
            var conditions = new JsonObject { ["amounts"] = stated.Amounts.ToString() };
            conditions.AddText("calorificValue", stated.CalorificValue?.ToString());
            conditions["source"] = stated.Source;
            json["conditions"] = conditions;
        }
    }

    internal static void AddStock(this JsonObject json, StockBalance? stock)
    {
        if (stock is not null)
        {
            json["stock"] = new JsonObject
            {
                ["opening"] = stock.Opening.ToString(),
                ["received"] = stock.Received.ToString(),
                ["movedOut"] = stock.MovedOut.ToString(),
                ["closing"] = stock.Closing.ToString(),
            };
        }
    }

    internal static void AddStock<T>(this JsonObject json, MeteredStock<T>? stock, Func<T, string> write)
        where T : struct, IQuantity
    {
        if (stock is not null)
        {
            json["stock"] = new JsonObject
            {
                ["opening"] = write(stock.Opening),
                ["received"] = write(stock.Received),
                ["movedOut"] = write(stock.MovedOut),
                ["closing"] = write(stock.Closing),
            };
        }
    }

    internal static void AddEvidence(this JsonObject json, IReadOnlyList<EvidenceDocument> evidence)
    {
        if (evidence.Count > 0)
        {
            json["evidence"] = Evidence(evidence);
        }
    }

    /// <summary>Documents as a report and the steps of an assessment write them.</summary>
    internal static JsonArray Evidence(IReadOnlyList<EvidenceDocument> evidence)
    {
        var list = new JsonArray();
        foreach (var document in evidence)
        {
            var item = new JsonObject { ["document"] = document.Document };
            item.AddText("of", document.Of);
            item.AddText("instrument", document.Instrument);
            item.AddText("calibrated", document.Calibrated);
            item.AddText("calibratedUntil", document.CalibratedUntil);
            item.AddText("accreditation", document.Accreditation);
            item.AddText("accreditedFrom", document.AccreditedFrom);
            item.AddText("accreditedUntil", document.AccreditedUntil);
            item.AddText("sha256", document.Sha256);
            item.AddCount("firstRow", document.FirstRow);
            item.AddCount("lastRow", document.LastRow);
            item.AddText("column", document.Column);
            item.AddText("by", document.By);
            item.AddText("recordedAt", document.RecordedAt);
            item.AddText("method", document.Method);
            list.Add((JsonNode)item);
        }

        return list;
    }
}
