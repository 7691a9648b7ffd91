using System;
using System.IO;
using System.Linq;
using System.Text;
using Ccts.Rules.Clearing;
using Ccts.Rules.Receipts;
using Ccts.Rules.Rulesets;
using Ccts.Rules.Rulesets.Catalogs;
using Ccts.Rules.Rulesets.Overlays;
using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.Problems;
using Ccts.Sdk.Trust.Receipts;

namespace Ccts.Rules.Tests.Clearing;

/// <summary>The sample session, whole or with other files, read as the tool reads it.</summary>
internal static class Sessions
{
    internal static Ruleset Ruleset { get; } = RulesetCatalog.Default.Find("in-ccts/2025-26")!;

    internal static string Text(string file) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "samples", "data", "session", file));

    internal static ClearingSession Read(string? terms = null, string? trades = null, string? holdings = null, string? statement = null)
    {
        var problems = new ProblemList();
        var root = LocatedJson.Read(Encoding.UTF8.GetBytes(terms ?? Text("session.json")), "session.json", problems)!;
        var read = SessionTermsReader.Read(root, Ruleset.Rules.Vocabulary, problems);
        var files = new SessionFiles(problems);
        var traded = files.Trades(Encoding.UTF8.GetBytes(trades ?? Text("trades.csv")), "trades.csv");
        var held = files.Holdings(Encoding.UTF8.GetBytes(holdings ?? Text("holdings.csv")), "holdings.csv");
        var stated = files.Statement(Encoding.UTF8.GetBytes(statement ?? Text("statement.csv")), "statement.csv");
        return problems.HasErrors ? throw new CctsDataException(problems.ToList()) : new ClearingSession(read!, traded, held, stated, problems);
    }

    /// <summary>The same year under a token's policy, which sets a validity of 36 months.</summary>
    internal static Ruleset WithValidity { get; } = OverlayReader.Apply(Ruleset, EmbeddedRulesets.Overlays().Single(f => f.Name == "rulesets/overlays/ct02-token"));

    internal static ClearingProof Prove(string? terms = null, string? trades = null, string? holdings = null, string? statement = null) =>
        ClearingProof.Of(Read(terms, trades, holdings, statement), Ruleset);

    internal static ReceiptVerdict Verify(string text) =>
        ReceiptReplay.Verify(Encoding.UTF8.GetBytes(text), "receipt.json", identity => identity.Digest == WithValidity.Identity.Digest ? WithValidity : RulesetCatalog.Default.FindByDigest(identity.Digest));

    /// <summary>A CSV with its rows in the opposite order.</summary>
    internal static string Reversed(string csv)
    {
        var lines = csv.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return string.Join('\n', lines.Take(1).Concat(lines.Skip(1).Reverse())) + "\n";
    }
}
