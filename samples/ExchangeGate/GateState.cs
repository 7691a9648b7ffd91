using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using Ccts.Registry.Adapters.Outbox;
using Ccts.Registry.Adapters.Watching;
using Ccts.Registry.Stub;
using Ccts.Rules.Clearing;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Outbox;
using Ccts.Sdk.Trust.Receipts;
using Microsoft.Extensions.DependencyInjection;

namespace ExchangeGate;

/// <summary>The data of the page, as JSON: orders, circuit breaker, differences, and the registry's failures.</summary>
internal sealed class GateState(IServiceProvider services, StubRegistry registry, IEnumerable<string> members)
{
    private const int Shown = 40;

    private readonly Session _session = services.GetRequiredService<Session>();
    private readonly OutboxDispatcher _outbox = services.GetRequiredService<OutboxDispatcher>();
    private readonly IOutboxStore _store = services.GetRequiredService<IOutboxStore>();
    private readonly ILedgerJournal _journal = services.GetRequiredService<ILedgerJournal>();
    private JsonObject? _proof;

    /// <summary>Instructions without a known outcome, or whose outcome the ledger has not recorded yet.</summary>
    internal int Unsettled => _session.Answers.Sum(a => a.Keys.Count) - Settled;

    /// <summary>Instructions whose confirmed outcome the ledger has recorded.</summary>
    internal int Settled => _session.Answers.SelectMany(a => a.Keys).Count(k => Find(k.Key) is { IsSettled: true, State: InstructionState.Confirmed });

    /// <summary>Whether an instruction is still under way. Asks the outbox first, because it is in memory.</summary>
    internal bool IsUnderWay => _outbox.Open().Any(r => !r.IsSettled) || Unsettled > 0;

    internal JsonObject Now()
    {
        var answers = _session.Answers.ToList();
        var open = _outbox.Open();
        var watch = services.GetServices<RegistryWatch>().Single();
        return new JsonObject
        {
            ["session"] = new JsonObject { ["name"] = _session.Name, ["open"] = _session.IsOpen, ["year"] = Session.Year.ToString(), ["ruleset"] = _session.Ruleset.Identity.Id },
            ["members"] = new JsonArray([.. members.Select(m => (JsonNode)m)]),
            ["orders"] = new JsonObject
            {
                ["accepted"] = answers.Count(a => a.Answer == "accepted"), ["refused"] = answers.Count(a => a.Answer == "refused"), ["referred"] = answers.Count(a => a.Answer == "referred"),
            },
            ["instructions"] = new JsonObject { ["open"] = open.Count(r => !r.State.IsFinal()), ["effects"] = registry.Effects.Count, ["sent"] = registry.Requests(StubRequest.Instruction) },
            ["registries"] = new JsonArray([.. _outbox.Registries().Select(r => new JsonObject { ["registry"] = r.Registry, ["open"] = r.IsOpen, ["paused"] = r.IsPaused, ["running"] = r.Running })]),
            ["watch"] = watch.LatestComplete is { } report ? JsonNode.Parse(report.ToJson()) : null,
            ["raised"] = watch.Raised.Count,
            ["faults"] = new JsonObject(registry.Faults.Where(f => f.Key != StubFault.None).OrderByDescending(f => f.Value).Select(f => KeyValuePair.Create(f.Key.ToString(), (JsonNode?)f.Value))),
            ["proof"] = _proof?.DeepClone(),
            ["last"] = new JsonArray([.. answers.AsEnumerable().Reverse().Take(Shown).Select(Write)]),
        };
    }

    internal JsonObject Proved(ClearingProof proof, Receipt receipt, bool verifies)
    {
        _proof = new JsonObject
        {
            ["clean"] = proof.IsClean, ["verifies"] = verifies, ["digest"] = receipt.Digest, ["trades"] = proof.Trades.Count, ["broken"] = proof.Broken.Count(),
            ["differences"] = proof.Differences.Count, ["recount"] = proof.Recount.Count,
        };
        return (JsonObject)_proof.DeepClone();
    }

    internal static JsonObject Fault(string code, string message) => new() { ["answer"] = "refused", ["reasons"] = new JsonArray(new JsonObject { ["code"] = code, ["message"] = message }) };

    /// <summary>An order with its answer and the states of its instructions.</summary>
    internal JsonObject WriteAnswer(Answered answered)
    {
        var json = Bare(answered);
        json["state"] = string.Join(", ", answered.Keys.Select(k => Find(k.Key)?.State.Word() ?? "intended").Distinct(StringComparer.Ordinal));
        return json;
    }

    private JsonNode Write(Answered answered) => WriteAnswer(answered);

    private static JsonObject Bare(Answered answered) => new()
    {
        ["id"] = answered.Order.Id, ["seller"] = answered.Order.Seller, ["buyer"] = answered.Order.Buyer, ["tonnes"] = answered.Order.Tonnes, ["price"] = answered.Order.Price, ["answer"] = answered.Answer,
        ["reasons"] = new JsonArray([.. answered.Reasons.Select(r => new JsonObject { ["code"] = r.Code, ["message"] = r.Message, ["clause"] = r.Clause })]),
        ["numbers"] = new JsonArray([.. answered.Keys.Select(k => (JsonNode)k.Block.ToString())]),
    };

    private OutboxRecord? Find(string key) => _store.Find(key) is { } row ? OutboxReading.Read(_store, row, _journal.Intents) : null;
}
