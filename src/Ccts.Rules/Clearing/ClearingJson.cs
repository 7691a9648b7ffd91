using System.Globalization;
using System.Linq;
using System.Text.Json.Nodes;
using Ccts.Sdk;
using Ccts.Sdk.Assessments;
using Ccts.Sdk.Ledger;
using NodaTime.Text;

namespace Ccts.Rules.Clearing;

/// <summary>A clearing proof as JSON: the stable contract of <c>ccts clear --json</c>.</summary>
/// <remarks>Members may be added, never renamed or removed. Tonnes are whole numbers as text, amounts <c>"value unit"</c> text.</remarks>
public static class ClearingJson
{
    /// <summary>The proof; with <paramref name="messages"/> each limit with its sentence, which later versions may word better.</summary>
    public static JsonObject Write(ClearingProof proof, bool messages = true)
    {
        Require.NotNull(proof);
        return new JsonObject
        {
            ["session"] = proof.Session.Terms.Session,
            ["clean"] = proof.IsClean,
            ["ruleset"] = AssessmentJson.Ruleset(proof.Ruleset),
            ["trades"] = SessionJson.Array(proof.Trades.Select(t => Write(t, messages))),
            ["blocks"] = SessionJson.Array(proof.Blocks.Select(Write)),
            ["accounts"] = SessionJson.Array(proof.Accounts.Select(Write)),
            ["totals"] = new JsonObject
            {
                ["opening"] = Text(proof.Accounts.Sum(a => a.Opening)),
                ["closing"] = Text(proof.Accounts.Sum(a => a.Closing)),
                ["moved"] = Text(proof.Accounts.Sum(a => a.Sold)),
            },
            ["recount"] = SessionJson.Array(proof.Recount.Select(f => (JsonNode)JsonValue.Create(f)!)),
            ["differences"] = SessionJson.Array(proof.Differences.Select(Write)),
            ["exchange"] = Exchange(proof),
        };
    }

    private static JsonObject Write(TradeVerdict verdict, bool messages) => new()
    {
        ["trade"] = verdict.Trade.Id,
        ["outcome"] = verdict.Outcome.ToString().ToLowerInvariant(),
        ["effect"] = verdict.Effect switch { TradeEffect.Moved => "moved", TradeEffect.SetAside => "set-aside", _ => "none" },
        ["sellerFree"] = Text(verdict.SellerFree),
        ["sellerBalance"] = Text(verdict.SellerBalance),
        ["limits"] = SessionJson.Array(verdict.Limits.Select(l => Write(l, messages))),
        ["units"] = SessionJson.Array(verdict.Units.Select(Write)),
    };

    private static JsonObject Write(BrokenLimit limit, bool messages)
    {
        var json = new JsonObject { ["code"] = limit.Code, ["effect"] = limit.Effect.ToString().ToLowerInvariant() };
        SessionJson.Put(json, "rule", limit.Rule);
        SessionJson.Put(json, "clause", limit.Clause);
        SessionJson.Put(json, "value", limit.Value);
        SessionJson.Put(json, "limit", limit.Limit);
        SessionJson.Put(json, "message", messages ? limit.Message : null);
        if (limit.Block is { } block)
        {
            json["block"] = SessionJson.Write(block);
        }

        if (limit.Missing.Count > 0)
        {
            json["missing"] = SessionJson.Array(limit.Missing.Select(m => (JsonNode)JsonValue.Create(m)!));
        }

        return json;
    }

    private static JsonObject Write(Parcel units)
    {
        var json = SessionJson.Write(units.Block);
        json["kind"] = units.Lot.Kind.Name;
        json["vintage"] = LimitCodes.Text(units.Lot.Vintage);
        json["tonnes"] = Text(units.Tonnes);
        return json;
    }

    private static JsonObject Write(BlockHistory block)
    {
        var json = Write(block.Units);
        SessionJson.Put(json, new UnitDays(block.Issued, block.Expires));
        json["stays"] = SessionJson.Array(block.Stays.Select((s, i) => Write(s, i + 1 < block.Stays.Count ? block.Stays[i + 1] : null)));
        return json;
    }

    private static JsonObject Write(BlockStay stay, BlockStay? next)
    {
        var json = new JsonObject { ["account"] = stay.Account, ["status"] = stay.Status.Word(), ["couldSell"] = stay.CouldSell };
        SessionJson.Put(json, "from", stay.Since is { } since ? InstantPattern.ExtendedIso.Format(since) : null);
        SessionJson.Put(json, "until", next?.Since is { } until ? InstantPattern.ExtendedIso.Format(until) : null);
        SessionJson.Put(json, "trade", stay.Trade);
        return json;
    }

    private static JsonObject Write(AccountTotals account) => new()
    {
        ["account"] = account.Account,
        ["kind"] = account.Kind.Name,
        ["opening"] = Text(account.Opening),
        ["bought"] = Text(account.Bought),
        ["sold"] = Text(account.Sold),
        ["closing"] = Text(account.Closing),
        ["sellable"] = Text(account.Sellable),
    };

    private static JsonObject Write(HoldingDifference difference)
    {
        var json = SessionJson.Write(difference.Block);
        json["difference"] = WordOf(difference.Kind);
        SessionJson.Put(json, "account", difference.Account);
        SessionJson.Put(json, "status", difference.Status?.Word());
        SessionJson.Put(json, "statedAccount", difference.StatedAccount);
        SessionJson.Put(json, "statedStatus", difference.StatedStatus is { } status ? SessionRows.WordOf(status) : null);
        return json;
    }

    private static JsonObject Exchange(ClearingProof proof) => new()
    {
        ["agree"] = proof.Trades.Count(t => t.AgreesWithExchange == true),
        ["disagree"] = proof.Disagreements.Count(),
        ["notStated"] = proof.Trades.Count(t => t.AgreesWithExchange is null),
        ["disagreements"] = SessionJson.Array(proof.Disagreements.Select(t => new JsonObject
        {
            ["trade"] = t.Trade.Id,
            ["exchange"] = t.Trade.Exchange == ExchangeVerdict.Accepted ? "accepted" : "rejected",
            ["outcome"] = t.Outcome.ToString().ToLowerInvariant(),
        })),
    };

    /// <summary>The word for a difference in receipts and accounts.</summary>
    public static string WordOf(DifferenceKind kind) => kind switch
    {
        DifferenceKind.NotStated => "not-stated",
        DifferenceKind.NotInBooks => "not-in-books",
        _ => kind.ToString().ToLowerInvariant(),
    };

    private static string Text(long tonnes) => tonnes.ToString(CultureInfo.InvariantCulture);
}
