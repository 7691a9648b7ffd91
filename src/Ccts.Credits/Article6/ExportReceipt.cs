using System;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Ccts.Credits.Journals;
using Ccts.Rules.Decisions;
using Ccts.Rules.Decisions.Requests;
using Ccts.Rules.Engines;
using Ccts.Rules.Rulesets;
using Ccts.Sdk;
using Ccts.Sdk.Law;
using Ccts.Sdk.Problems;
using Ccts.Sdk.Trust.Receipts;

namespace Ccts.Credits.Article6;

/// <summary>
/// Proof of an export: the request to the ruleset, the letter before the export and the transfer, with their results: the decision, the identifiers, what the
/// letter still covers and the corresponding adjustments. Anyone with the ruleset can replay it.
/// </summary>
/// <remarks>Pure and thread-safe. The form is that of every <see cref="Receipt"/>.</remarks>
public static class ExportReceipt
{
    /// <summary>The kind, as receipts name it.</summary>
    public const string Kind = "export";

    /// <summary>The receipt of an export, at any time after it; null when nothing was exported under the key, or under another ruleset.</summary>
    /// <param name="book">The book that recorded the export.</param>
    /// <param name="key">The key of the export.</param>
    /// <param name="ruleset">The ruleset that permitted it.</param>
    public static Receipt? Of(Article6Book book, string key, Ruleset ruleset)
    {
        Require.NotNull(ruleset);
        if (Require.NotNull(book).Export(Require.NotNull(key)) is not { } export || export.Record.Find(Article6State.Ruleset) != ruleset.Identity.Digest)
        {
            return null;
        }

        // The accounts are private and a replay does not need them, so they are left out.
        var transfer = export.Record.ToJson();
        foreach (var member in new[] { Article6State.Request, Article6State.Ruleset }.Concat(Article6State.Terms))
        {
            transfer.Remove(member);
        }

        var letter = export.Before.Letter.ToRecord(Article6State.Authorise, "letter", default).ToJson();
        return Receipt.Of(new Replaying(ruleset), new JsonObject
        {
            ["year"] = ruleset.Year.ToString(), ["request"] = JsonNode.Parse(export.Record.Text(Article6State.Request)), ["letter"] = letter,
            ["used"] = export.Before.Used.ToString(CultureInfo.InvariantCulture), ["transfer"] = transfer,
        });
    }

    /// <summary>Recomputes the outputs of such a receipt; for <see cref="ReceiptVerifier"/>, in addition to the kinds of <see cref="Ccts.Rules.Receipts.ReceiptReplay"/>.</summary>
    /// <param name="ruleset">The ruleset that the receipt names.</param>
    public static IReceiptReplay Replay(Ruleset ruleset) => new Replaying(Require.NotNull(ruleset));

    private sealed class Replaying(Ruleset ruleset) : IReceiptReplay
    {
        public string Kind => ExportReceipt.Kind;

        public RulesetIdentity Ruleset => ruleset.Identity;

        public JsonObject Outputs(byte[] input, string format)
        {
            try
            {
                var root = JsonNode.Parse(input, documentOptions: new JsonDocumentOptions { MaxDepth = 16 }) as JsonObject ?? throw new FormatException("The input is no JSON object.");
                JsonObject Part(string name) => root[name] as JsonObject ?? throw new FormatException($"The input lacks \"{name}\".");
                if (!DecisionRequestReader.TryRead(Encoding.UTF8.GetBytes(Part("request").ToJsonString()), null, ruleset.Rules.Vocabulary, out var request, out var problems))
                {
                    throw new CctsDataException(problems);
                }

                var letter = Letter.Of(JournalRecord.Read((JsonObject)Part("letter").DeepClone()));
                var used = long.Parse(root["used"]?.GetValue<string>() ?? throw new FormatException("The input lacks \"used\"."), NumberStyles.None, CultureInfo.InvariantCulture);
                return Outputs(request, new LetterStanding(letter, used, null, null), JournalRecord.Read((JsonObject)Part("transfer").DeepClone()));
            }
            catch (Exception bad) when (bad is JsonException or FormatException or InvalidOperationException or ArgumentException or OverflowException or NodaTime.Text.UnparsableValueException)
            {
                throw new CctsDataException([new Problem("export-receipt", Severity.Error, bad.Message, default) { Expected = "the input of an export's receipt" }]);
            }
        }

        private JsonObject Outputs(DecisionRequest request, LetterStanding before, JournalRecord transfer)
        {
            if (!ItmoIdentifier.TryParse(transfer.Text("first"), out var first))
            {
                throw new FormatException("The first identifier cannot be read.");
            }

            var state = Article6State.Before(before, first);
            if (state.Check(transfer) is { } no)
            {
                throw new FormatException(no.Message);
            }

            state.Apply(transfer);
            var action = state.Actions[0];
            return new JsonObject
            {
                ["decision"] = DecisionJson.Write(DecisionEngine.Of(ruleset).Decide(request).Explain()),
                ["first"] = action.First.ToString(), ["last"] = action.Last.ToString(), ["tonnes"] = Text(action.Tonnes), ["letterLeft"] = Text(state.Find(before.Letter.Id)!.Left),
                ["from"] = action.TransferringParty, ["to"] = action.Party,
                // The letter's definition of the first transfer applies. Where the use is the first transfer, there is none yet.
                ["adjustments"] = new JsonArray([.. FirstTransfers.Of([action], _ => before.Letter).SelectMany(a => CorrespondingAdjustmentEntry.Of(a.Action)).Select(a =>
                    (JsonNode)new JsonObject { ["party"] = a.Party, ["year"] = Text(a.Year), ["tonnes"] = Text(a.Tonnes) })]),
            };
        }

        private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
    }
}
