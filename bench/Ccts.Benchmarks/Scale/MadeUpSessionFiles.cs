using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Ccts.Rules.Clearing;
using Ccts.Rules.Rulesets.Catalogs;
using Ccts.Sdk.Ledger.Blocks;
using NodaTime.Text;

namespace Ccts.Benchmarks.Scale;

/// <summary>
/// A made-up session as the files that <c>ccts clear</c> reads, so that the tool itself can be held to a session of an exchange's size:
/// its proof, its receipt and the replay of that receipt.
/// </summary>
internal static class MadeUpSessionFiles
{
    internal static void Write(string folder, int trades)
    {
        var session = MadeUpSession.Of(RulesetCatalog.Default.Find("in-ccts/2025-26")!, trades, TradeMix.Honest);
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "session.json"), Terms(session.Terms));
        Rows(folder, "trades.csv", "trade,at,seller,buyer,tonnes,price,kind,registry,scope,start,end", session.Trades.Select(t =>
            $"{t.Id},{InstantPattern.ExtendedIso.Format(t.At)},{t.Seller},{t.Buyer},{t.Tonnes},{t.Price},{t.Kind},{(t.Block is { } block ? Of(block) : ",,,")}"));
        Rows(folder, "holdings.csv", "account,registry,scope,start,end,vintage,kind,status,issued", session.Holdings.Select(h =>
            $"{h.Account},{Of(h.Units.Block)},{h.Units.Lot.Vintage},{h.Units.Lot.Kind},free,{h.Issued:uuuu-MM-dd}"));
        Rows(folder, "statement.csv", "account,registry,scope,start,end,status", session.Statement.Select(s => $"{s.Account},{Of(s.Block)},held"));
    }

    private static string Of(SerialBlock block) => $"{block.Registry},{block.Scope},{block.Start},{block.End}";

    private static void Rows(string folder, string name, string columns, IEnumerable<string> rows) => File.WriteAllLines(Path.Combine(folder, name), rows.Prepend(columns));

    private static string Terms(SessionTerms terms) => $$"""
        {
          "session": "{{terms.Session}}", "year": "{{terms.Year}}", "breaches": [],
          "opens": "{{InstantPattern.ExtendedIso.Format(terms.Opens!.Value)}}", "closes": "{{InstantPattern.ExtendedIso.Format(terms.Closes!.Value)}}",
          "facts": { "session.floor-price": "800 INR", "session.forbearance-price": "1200 INR", "market.paused": false, "market.segment": "compliance", "trade.venue": "power-exchange", "unit.double-use": false }
        }
        """;
}
