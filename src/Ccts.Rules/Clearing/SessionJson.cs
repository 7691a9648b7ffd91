using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json.Nodes;
using Ccts.Rules.Decisions.Requests;
using Ccts.Rules.Rules.Vocabulary;
using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Blocks;
using Ccts.Sdk.Problems;
using NodaTime;
using NodaTime.Text;

namespace Ccts.Rules.Clearing;

/// <summary>A session in the form that receipts keep: terms, and every row in order, with all fields as text.</summary>
internal static class SessionJson
{
    internal static JsonObject Write(ClearingSession session, FactVocabulary vocabulary) => new()
    {
        ["terms"] = Write(session.Terms, vocabulary),
        ["trades"] = Array(session.Trades.Select(Write)),
        ["holdings"] = Array(session.Holdings.Select(Write)),
        ["statement"] = Array(session.Statement.Select(Write)),
    };

    /// <summary>The session, or null with every problem.</summary>
    internal static ClearingSession? Read(LocatedNode node, FactVocabulary vocabulary, ProblemList problems)
    {
        var reader = new ObjectReader(node, problems);
        var terms = reader.Required("terms") is { } stated ? SessionTermsReader.Read(stated, vocabulary, problems) : null;
        var rows = new SessionRows(problems);
        var trades = Rows(reader.List("trades"), rows.Trade, problems);
        var holdings = Rows(reader.List("holdings"), rows.Holding, problems);
        var statement = Rows(reader.List("statement"), rows.Statement, problems);
        reader.Done();
        return problems.HasErrors || terms is null ? null : new ClearingSession(terms, trades, holdings, statement, problems);
    }

    private static List<T> Rows<T>(IEnumerable<LocatedNode> nodes, Func<SessionRow, T?> read, ProblemList problems)
        where T : class
    {
        var items = new List<T>();
        foreach (var node in nodes)
        {
            var reader = new ObjectReader(node, problems);
            if (read(SessionRow.Of(reader)) is { } item)
            {
                items.Add(item);
            }

            reader.Done();
        }

        return items;
    }

    private static JsonObject Write(SessionTerms terms, FactVocabulary vocabulary)
    {
        var json = new JsonObject
        {
            ["session"] = terms.Session,
            ["year"] = terms.Year.ToString(),
            ["facts"] = RequestJson.Write(terms.Facts, vocabulary),
        };
        if (terms.Opens is { } opens && terms.Closes is { } closes)
        {
            json["opens"] = InstantPattern.ExtendedIso.Format(opens);
            json["closes"] = InstantPattern.ExtendedIso.Format(closes);
        }

        if (terms.Breaches is { } breaches)
        {
            json["breaches"] = Array(breaches.OrderBy(b => b.At).ThenBy(b => b.Account, StringComparer.Ordinal)
                .Select(b => new JsonObject { ["account"] = b.Account, ["at"] = InstantPattern.ExtendedIso.Format(b.At) }));
        }

        return json;
    }

    private static JsonObject Write(SessionTrade trade)
    {
        var json = trade.Block is { } block ? Write(block) : [];
        json["trade"] = trade.Id;
        json["at"] = InstantPattern.ExtendedIso.Format(trade.At);
        json["seller"] = trade.Seller;
        json["buyer"] = trade.Buyer;
        json["tonnes"] = trade.Tonnes.ToString(CultureInfo.InvariantCulture);
        json["price"] = trade.Price.ToString();
        json["kind"] = trade.Kind.Name;
        Put(json, "vintage", trade.Vintage?.ToString(CultureInfo.InvariantCulture));
        Put(json, "verdict", trade.Exchange?.ToString().ToLowerInvariant());
        Put(json, "reason", trade.ExchangeReason);
        return json;
    }

    private static JsonObject Write(SessionHolding holding)
    {
        var json = Write(holding.Units.Block);
        json["account"] = holding.Account;
        json["kind"] = holding.Units.Lot.Kind.Name;
        json["vintage"] = LimitCodes.Text(holding.Units.Lot.Vintage);
        json["status"] = holding.Status.Word();
        Put(json, holding.Days);
        return json;
    }

    private static JsonObject Write(StatedHolding stated)
    {
        var json = Write(stated.Block);
        json["status"] = SessionRows.WordOf(stated.Status);
        Put(json, "account", stated.Account);
        Put(json, "kind", stated.Kind);
        Put(json, "vintage", stated.Vintage?.ToString(CultureInfo.InvariantCulture));
        Put(json, SessionRows.VintageEnds, stated.VintageEnds?.ToString(CultureInfo.InvariantCulture));
        Put(json, stated.Days);
        return json;
    }

    internal static void Put(JsonObject json, UnitDays days)
    {
        Put(json, "issued", Text(days.Issued));
        Put(json, "expires", Text(days.Expires));
    }

    internal static string? Text(LocalDate? day) => day is { } known ? LocalDatePattern.Iso.Format(known) : null;

    internal static JsonObject Write(SerialBlock block) => new()
    {
        ["registry"] = block.Registry,
        ["scope"] = block.Scope,
        ["start"] = block.Start.ToString(),
        ["end"] = block.End.ToString(),
    };

    internal static void Put(JsonObject json, string name, string? text)
    {
        if (text is not null)
        {
            json[name] = text;
        }
    }

    internal static JsonArray Array(IEnumerable<JsonNode> items) => new([.. items]);
}
