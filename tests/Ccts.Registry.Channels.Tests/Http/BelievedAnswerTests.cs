using System;
using System.Net;
using System.Net.Http;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Ccts.Registry.Adapters.Channels;
using Ccts.Registry.Adapters.Channels.Http;
using Ccts.Registry.Adapters.Channels.Icm;
using Ccts.Registry.Adapters.Registries;
using Ccts.Sdk.Ledger.Blocks;

namespace Ccts.Registry.Channels.Tests.Http;

/// <summary>One gate for every word that ends an instruction: it names the instruction, comes with no failure, and what it repeats of the instruction is so.</summary>
public sealed class BelievedAnswerTests
{
    private static readonly UnitInstruction Instruction = new()
    {
        Key = "k", Kind = InstructionKind.Retire, Units = new SerialBlock("icm", "s", new BlockRange(1, 10)), FromAccount = "R-mill", Beneficiary = "ACME",
    };

    [Theory]
    // Done.
    [InlineData(200, """{"status":"COMPLETED","reference":"k"}""", "confirmed")]
    [InlineData(202, """{"status":"COMPLETED","reference":"k","scope":"s","start":1,"end":"10","beneficiary":"ACME","instruction":"RETIRE","from":"R-mill"}""", "confirmed")]
    [InlineData(200, """{"status":"COMPLETED"}""", "no-reference")]
    [InlineData(409, """{"status":"COMPLETED","reference":"k"}""", "contradictory-answer")]
    [InlineData(500, """{"status":"COMPLETED","reference":"k","done":[{"start":"1","end":"10"}]}""", "contradictory-answer")]
    [InlineData(200, """{"status":"COMPLETED","reference":"k","done":[{"start":"1","end":"10","scope":"other"}]}""", "unreadable-numbers")]
    [InlineData(200, """{"status":"COMPLETED","reference":"k","scope":"other"}""", "other-instruction")]
    [InlineData(200, """{"status":"COMPLETED","reference":"k","start":"1","end":"5"}""", "other-instruction")]
    [InlineData(200, """{"status":"COMPLETED","reference":"k","beneficiary":"SOMEBODY ELSE"}""", "other-instruction")]
    [InlineData(200, """{"status":"COMPLETED","reference":"k","purpose":"2026","serial":"CCC-IN-1-10"}""", "confirmed")]
    [InlineData(200, """{"status":"COMPLETED","reference":"k","to":""}""", "confirmed")]
    [InlineData(200, """{"status":"COMPLETED","reference":"k","to":"R-buyer"}""", "other-instruction")]
    [InlineData(200, """{"status":"COMPLETED","reference":"k","beneficiary":""}""", "other-instruction")]
    [InlineData(200, """{"status":"COMPLETED","reference":"k","instruction":"CANCEL"}""", "other-instruction")]
    [InlineData(200, """{"status":"COMPLETED","reference":"k","from":"R-kiln"}""", "other-instruction")]
    [InlineData(200, """{"status":"COMPLETED","reference":"other"}""", "other-reference")]
    [InlineData(200, """{"status":"COMPLETED","reference":"k","code":"not-permitted"}""", "contradictory-answer")]
    [InlineData(200, """{"status":"COMPLETED","reference":"k","code":"units-elsewhere"}""", "contradictory-answer")]
    [InlineData(200, """{"status":"COMPLETED","reference":"k","code":"0","message":"done"}""", "confirmed")]
    [InlineData(200, """{"status":"COMPLETED","reference":"k","code":"Not-Permitted"}""", "contradictory-answer")]
    [InlineData(200, """{"status":"COMPLETED","reference":"k","errors":[{"code":"E-17"}]}""", "contradictory-answer")]
    [InlineData(200, """{"status":"COMPLETED","reference":"k","result":{"success":false}}""", "contradictory-answer")]
    [InlineData(200, """{"status":"COMPLETED","reference":"k","code":"NOT_PERMITTED"}""", "contradictory-answer")]
    [InlineData(200, """{"status":"COMPLETED","reference":"k","errorMessage":"account blocked"}""", "contradictory-answer")]
    [InlineData(200, """{"status":"COMPLETED","reference":"k","error_description":"units not available"}""", "contradictory-answer")]
    [InlineData(200, """{"status":"COMPLETED","reference":"k","errormessage":"x"}""", "contradictory-answer")]
    [InlineData(200, """{"status":"COMPLETED","reference":"k","errorCode":"E-17"}""", "contradictory-answer")]
    [InlineData(200, """{"status":"COMPLETED","reference":"k","hasErrors":true}""", "contradictory-answer")]
    [InlineData(200, """{"status":"COMPLETED","reference":"k","failureReason":"insufficient"}""", "contradictory-answer")]
    [InlineData(200, """{"status":"COMPLETED","reference":"k","rejected":true}""", "contradictory-answer")]
    [InlineData(200, """{"status":"COMPLETED","reference":"k","accepted":false}""", "unknown-remark")]
    [InlineData(200, """{"status":"COMPLETED","reference":"k","success":0}""", "unknown-remark")]
    [InlineData(200, """{"status":"COMPLETED","reference":"k","message":"Your request was not processed"}""", "unknown-remark")]
    [InlineData(200, """{"status":"COMPLETED","reference":"k","message":"The transfer could not be completed."}""", "unknown-remark")]
    [InlineData(200, """{"status":"COMPLETED","reference":"k","message":"Transfer rejected by custodian"}""", "unknown-remark")]
    [InlineData(200, """{"status":"COMPLETED","reference":"k","code":"UNITS_NOT_FOUND"}""", "unknown-remark")]
    [InlineData(200, """{"status":"COMPLETED","reference":"k","state":"QUEUED"}""", "unknown-remark")]
    [InlineData(200, """{"status":"COMPLETED","reference":"k","results":[{"range":"1-5"},{"error":"x"}]}""", "contradictory-answer")]
    [InlineData(200, """{"status":"COMPLETED","reference":"k","quantity":"9"}""", "unknown-remark")]
    [InlineData(200, """{"status":"COMPLETED","reference":"k","quantity":10,"errorCode":"000","errorMessage":"SUCCESS","failed":false,"hasErrors":false,"warnings":[]}""", "confirmed")]
    [InlineData(200, """{"status":"COMPLETED","reference":"k","code":"200","message":"Retired without failure. No errors.","noErrors":true,"error":"none","errorCount":0}""", "confirmed")]
    [InlineData(200, """{"status":"COMPLETED","reference":"k","errors":[],"error":null,"success":true,"message":"No error."}""", "confirmed")]
    [InlineData(200, """{"status":"COMPLETED","reference":"k","message":"Insufficient balance"}""", "unknown-remark")]
    [InlineData(200, """{"status":"COMPLETED","reference":"k","message":"No units were retired"}""", "unknown-remark")]
    [InlineData(200, """{"status":"COMPLETED","reference":"k","message":"0 units retired"}""", "unknown-remark")]
    [InlineData(200, """{"status":"COMPLETED","reference":"k","message":"Duplicate request ignored"}""", "unknown-remark")]
    [InlineData(200, """{"status":"COMPLETED","reference":"k","message":"Under review by the registry"}""", "unknown-remark")]
    [InlineData(200, """{"status":"COMPLETED","reference":"k","message":"Submitted for approval"}""", "unknown-remark")]
    [InlineData(200, """{"status":"COMPLETED","reference":"k","message":"Only 9 of 10 units were retired"}""", "unknown-remark")]
    [InlineData(200, """{"status":"COMPLETED","reference":"k","message":"not all units could be retired"}""", "unknown-remark")]
    [InlineData(200, """{"status":"COMPLETED","reference":"k","message":"The retirement has not yet been made"}""", "unknown-remark")]
    [InlineData(200, """{"status":"COMPLETED","reference":"k","message":"Units weren't retired"}""", "unknown-remark")]
    [InlineData(200, """{"status":"COMPLETED","reference":"k","message":"Retirement was unsuccessful"}""", "unknown-remark")]
    [InlineData(200, """{"status":"COMPLETED","reference":"k","messages":["Transfer rejected"]}""", "unknown-remark")]
    [InlineData(200, """{"status":"COMPLETED","reference":"k","remarks":"Account is suspended"}""", "unknown-remark")]
    [InlineData(200, """{"status":"COMPLETED","reference":"k","state":"IN_PROGRESS"}""", "unknown-remark")]
    [InlineData(200, """{"status":"COMPLETED","reference":"k","result":"NOT_OK"}""", "unknown-remark")]
    [InlineData(200, """{"status":"COMPLETED","reference":"k","reasonCode":"INSUFFICIENT_UNITS"}""", "unknown-remark")]
    [InlineData(200, """{"status":"COMPLETED","reference":"k","problem":{"title":"limit"}}""", "contradictory-answer")]
    [InlineData(200, """{"status":"COMPLETED","reference":"k","err":"x"}""", "contradictory-answer")]
    [InlineData(200, """{"status":"COMPLETED","reference":"k","confirmed":false}""", "unknown-remark")]
    [InlineData(200, """{"status":"COMPLETED","reference":"k","retiredQuantity":9}""", "unknown-remark")]
    [InlineData(200, """{"status":"COMPLETED","reference":"k","units":"9"}""", "unknown-remark")]
    [InlineData(200, """{"status":"COMPLETED","reference":"k","quantity":-10}""", "unknown-remark")]
    [InlineData(200, """{"status":"COMPLETED","reference":"k","quantity":10.0}""", "confirmed")]
    [InlineData(200, """{"status":"COMPLETED","reference":"k","quantity":"10.000 tCO2e"}""", "confirmed")]
    [InlineData(200, """{"status":"COMPLETED","reference":"k","quantity":1e1,"message":"Retired 10 of 10 units, 0 failed, 0 rejected."}""", "confirmed")]
    [InlineData(200, """{"status":"COMPLETED","reference":"k","errorMessage":"N/A","rejectionReason":"Not applicable","isError":"false"}""", "confirmed")]
    [InlineData(200, """{"status":"COMPLETED","reference":"k","previousStatus":"PENDING","history":[{"status":"QUEUED"}]}""", "confirmed")]
    [InlineData(200, """{"status":"COMPLETED","reference":"k","message":"Held for approval"}""", "unknown-remark")]
    [InlineData(200, """{"status":"COMPLETED","reference":"k","message":"Validated, not submitted"}""", "unknown-remark")]
    [InlineData(200, """{"status":"COMPLETED","reference":"k","message":"अस्वीकृत"}""", "unknown-remark")]
    [InlineData(200, """{"status":"COMPLETED","reference":"k","dryRun":true}""", "unknown-remark")]
    [InlineData(200, """{"status":"COMPLETED","reference":"k","isPending":true}""", "unknown-remark")]
    [InlineData(200, """{"status":"COMPLETED","reference":"k","x":[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]}""", "unreadable")]
    // What is not understood beside a yes: the numbers are asked for.
    [InlineData(200, """{"status":"COMPLETED","reference":"k","message":"Retired 900 of 1250"}""", "unknown-remark")]
    [InlineData(200, """{"status":"COMPLETED","reference":"k","message":"Retired 1 of 10"}""", "unknown-remark")]
    [InlineData(200, """{"status":"COMPLETED","reference":"k","message":"This cannot be undone; do not reply."}""", "unknown-remark")]
    [InlineData(200, """{"status":"COMPLETED","reference":"k","warnings":["quota nearly used"]}""", "unknown-remark")]
    [InlineData(200, """{"status":"COMPLETED","reference":"k","retired":false}""", "unknown-remark")]
    [InlineData(200, """{"status":"COMPLETED","reference":"k","retired":"false"}""", "unknown-remark")]
    [InlineData(200, """{"status":"COMPLETED","reference":"k","state":"ACTIVE"}""", "unknown-remark")]
    [InlineData(200, """{"status":"COMPLETED","reference":"k","amount":900}""", "unknown-remark")]
    [InlineData(200, """{"status":"COMPLETED","reference":"k","count":9}""", "unknown-remark")]
    [InlineData(200, """{"status":"COMPLETED","reference":"k","message":"Units not in account"}""", "unknown-remark")]
    [InlineData(200, """{"status":"COMPLETED","reference":"k","message":"Your request will be processed"}""", "unknown-remark")]
    [InlineData(200, """{"status":"COMPLETED","reference":"k","message":"Already retired"}""", "unknown-remark")]
    [InlineData(200, """{"status":"COMPLETED","reference":"k","message":"Stornierung erfolgt"}""", "unknown-remark")]
    [InlineData(200, """{"status":"COMPLETED","reference":"k","note":"see ticket"}""", "unknown-remark")]
    [InlineData(200, """{"status":"COMPLETED","reference":"k","outcome":"none"}""", "unknown-remark")]
    [InlineData(200, """{"status":"COMPLETED","reference":"k","processed":0}""", "unknown-remark")]
    [InlineData(200, """{"status":"COMPLETED","reference":"k","retirement":{"start":"1","end":"5"}}""", "unknown-remark")]
    [InlineData(200, """{"status":"COMPLETED","reference":"k","results":[{"retired":9}]}""", "unknown-remark")]
    [InlineData(200, """{"status":"COMPLETED","reference":"k","data":{"effect":"later"}}""", "unknown-remark")]
    [InlineData(200, """{"status":"COMPLETED","reference":"k","fee":25}""", "unknown-remark")]
    [InlineData(200, """{"status":"COMPLETED","reference":"k","code":"E-17"}""", "unknown-remark")]
    [InlineData(200, """{"status":"COMPLETED","reference":"k","done":[{"start":"1","end":"10","effective":false}]}""", "unknown-remark")]
    [InlineData(200, """{"status":"COMPLETED","reference":"k","amount":1e400}""", "unknown-remark")]
    [InlineData(200, """{"status":"COMPLETED","reference":"k","message":"The retirement was completed successfully. Thank you."}""", "confirmed")]
    [InlineData(200, """{"status":"COMPLETED","reference":"k","message":"Retired 10 credits from R-mill for ACME"}""", "confirmed")]
    [InlineData(200, """{"status":"COMPLETED","reference":"k","retired":true}""", "confirmed")]
    [InlineData(200, """{"status":"COMPLETED","reference":"k","retiredAt":"2026-11-29T09:30:00+05:30"}""", "confirmed")]
    [InlineData(200, """{"status":"COMPLETED","reference":"k","transactionId":"TX-99","certificateUrl":"https://registry.example/c/99"}""", "confirmed")]
    [InlineData(200, """{"status":"COMPLETED","reference":"k","completedOn":"29/11/2026","elapsedMs":182}""", "confirmed")]
    [InlineData(200, """{"status":"COMPLETED","reference":"k","data":{"retirement":{"id":"7b1c","quantity":10,"unit":"tCO2e","isRetired":true}}}""", "confirmed")]
    [InlineData(200, """{"status":"COMPLETED","reference":"k","amount":"10"}""", "confirmed")]
    [InlineData(200, """{"status":"COMPLETED","reference":"k","dryRun":false,"partial":false,"failed":0}""", "confirmed")]
    [InlineData(200, """{"status":"COMPLETED","reference":"k","message":"N/A","reason":"none"}""", "confirmed")]
    [InlineData(200, """{"status":"COMPLETED","reference":"k","networkFee":25}""", "confirmed")]
    [InlineData(200, """{"status":"COMPLETED","reference":"k","data":{"networkFee":25}}""", "confirmed")]
    [InlineData(200, """{"status":"COMPLETED","reference":"k","done":[{"start":"1","end":"10","networkFee":25}]}""", "confirmed")]
    [InlineData(200, """{"status":"COMPLETED","reference":"k","data":{"networkFee":25,"left":9}}""", "unknown-remark")]
    [InlineData(200, """{"status":"COMPLETED","reference":"k","done":[{"start":"1","end":"10","retired":true}]}""", "confirmed")]
    [InlineData(200, """{"status":"COMPLETED","reference":"k","message":"Request cancelled"}""", "unknown-remark")]
    [InlineData(200, """{"status":"COMPLETED","reference":"k","message":"Units in account"}""", "unknown-remark")]
    [InlineData(200, """{"status":"COMPLETED","reference":"k","message":"Out of units"}""", "unknown-remark")]
    [InlineData(200, """{"status":"COMPLETED","reference":"k","message":"Transferred"}""", "unknown-remark")]
    [InlineData(200, """{"status":"COMPLETED","reference":"k","message":"Instruction accepted"}""", "unknown-remark")]
    [InlineData(200, """{"status":"COMPLETED","reference":"k","message":"You have to retire the units"}""", "unknown-remark")]
    [InlineData(200, """{"status":"COMPLETED","reference":"k","cancelled":true}""", "unknown-remark")]
    [InlineData(200, """{"status":"COMPLETED","reference":"k","units":true}""", "unknown-remark")]
    [InlineData(200, """{"status":"COMPLETED","reference":"k","message":"units for account R-mill"}""", "unknown-remark")]
    [InlineData(200, """{"status":"COMPLETED","reference":"k","message":"10 units"}""", "confirmed")]
    [InlineData(200, """{"status":"COMPLETED","reference":"k","message":"Your request has been processed successfully."}""", "confirmed")]
    [InlineData(200, """{"status":"COMPLETED","reference":"k","message":"All 10 of the credits are retired"}""", "confirmed")]
    [InlineData(200, """{"status":"COMPLETED","reference":"k","message":"No errors"}""", "confirmed")]
    // A part of it.
    [InlineData(200, """{"status":"PARTIAL","reference":"k","done":[{"start":"1","end":"4"}]}""", "partial 1-4")]
    [InlineData(200, """{"status":"PARTIAL","reference":"k","done":[{"start":"1","end":"10"}]}""", "confirmed")]
    [InlineData(200, """{"status":"PARTIAL","done":[{"start":"1","end":"4"}]}""", "no-reference")]
    [InlineData(500, """{"status":"PARTIAL","reference":"k","done":[{"start":"1","end":"4"}]}""", "contradictory-answer")]
    [InlineData(500, """{"status":"PARTIAL","reference":"k","done":[{"start":"1","end":"10"}]}""", "contradictory-answer")]
    [InlineData(200, """{"status":"PARTIAL","reference":"k","done":[{"start":"1","end":"4","scope":"other"}]}""", "contradictory-answer")]
    // Refused for good.
    [InlineData(200, """{"status":"REJECTED","code":"not-permitted","reference":"k"}""", "rejected")]
    [InlineData(403, """{"status":"REJECTED","code":"not-permitted","reference":"k"}""", "rejected")]
    [InlineData(200, """{"status":"REJECTED","code":"malformed"}""", "no-reference")]
    [InlineData(400, """{"status":"REJECTED","code":"malformed"}""", "no-reference")]
    [InlineData(500, """{"status":"REJECTED","code":"malformed"}""", "contradictory-answer")]
    [InlineData(504, """{"status":"REJECTED","code":"not-permitted","reference":"k"}""", "contradictory-answer")]
    [InlineData(200, """{"status":"REJECTED","code":"not-permitted","reference":"k","beneficiary":"SOMEBODY ELSE"}""", "other-instruction")]
    [InlineData(200, """{"status":"REJECTED","code":"not-permitted","reference":"k","done":[{"start":"1","end":"4"}]}""", "contradictory-answer")]
    // Not now: that ends nothing, and may be a gateway's.
    [InlineData(503, """{"status":"REJECTED","code":"maintenance"}""", "not-taken")]
    [InlineData(429, """{"status":"REJECTED","code":"throttled"}""", "not-taken")]
    [InlineData(429, """{"status":"COMPLETED","reference":"k"}""", "contradictory-answer")]
    [InlineData(200, """{"status":"PENDING"}""", "pending")]
    public async Task An_answer_to_an_instruction_means(int status, string body, string expected)
    {
        using var channel = Channel(status, body);
        Assert.Equal(expected, Told(await channel.SendAsync(Instruction, TestContext.Current.CancellationToken)));
    }

    [Theory]
    [InlineData("null", "nothing")]
    [InlineData("\"RETIRE\"", "nothing")]
    [InlineData("""{"reference":"k","status":"COMPLETED"}""", "confirmed")]
    [InlineData("""{"reference":"k","status":"REJECTED","code":"not-permitted"}""", "rejected")]
    [InlineData("""{"reference":"k","status":"REJECTED","code":"units-elsewhere"}""", "nothing")]
    [InlineData("""{"reference":"k","status":"REJECTED","code":"E-4711"}""", "unknown-code")]
    [InlineData("""{"reference":"k","status":"PENDING_REVIEW"}""", "unknown-word")]
    [InlineData("""{"reference":"k"}""", "no-word")]
    [InlineData("""{"status":"COMPLETED"}""", "no-reference")]
    [InlineData("""{"reference":"other","status":"COMPLETED"}""", "other-reference")]
    [InlineData("""{"reference":"k","status":"COMPLETED","scope":"other"}""", "other-instruction")]
    public async Task What_a_registry_says_of_the_instruction_beside_its_numbers_is_understood_or_unknown(string status, string expected)
    {
        using var channel = Channel(200, $$"""{"scope":"s","start":"1","end":"10","total":0,"units":[],"instruction":{{status}}}""");
        var told = (await channel.AskAsync(Instruction, null, TestContext.Current.CancellationToken)).Value!.Status;
        Assert.Equal(expected, told is null ? "nothing" : Told(told));
    }

    /// <summary>Rows that come with an error may be some of them, or old: they are no evidence that nothing was done.</summary>
    [Theory]
    [InlineData("\"errors\":[{\"code\":\"E-17\"}]", true)]
    [InlineData("\"success\":false", true)]
    [InlineData("\"errorMessage\":\"the index is rebuilding\"", true)]
    [InlineData("\"hasErrors\":true", true)]
    [InlineData("\"message\":\"Units that are pending or not shown are elsewhere\",\"errorCode\":\"0\"", false)]
    [InlineData("\"errors\":[],\"success\":true,\"message\":\"0 errors\"", false)]
    [InlineData("\"instruction\":{\"reference\":\"k\",\"status\":\"REJECTED\",\"code\":\"not-permitted\",\"message\":\"access denied\"}", false)]
    public async Task Numbers_beside_an_error_are_not_believed(string beside, bool isError)
    {
        using var channel = Channel(200, $$"""{"scope":"s","start":"1","end":"10","total":1,"units":[{"start":"1","end":"10","state":"ACTIVE","account":"R-mill"}],{{beside}}}""");
        var told = await channel.AskAsync(Instruction, null, TestContext.Current.CancellationToken);
        Assert.Equal(isError ? "error-in-answer" : "", told.Code);
    }

    /// <summary>An odd answer is a doubt about one instruction, and says nothing of the registry.</summary>
    [Fact]
    public async Task An_answer_about_another_instruction_is_no_registry_in_trouble()
    {
        using var channel = Channel(200, """{"status":"COMPLETED","reference":"other"}""");
        Assert.False((await channel.SendAsync(Instruction, TestContext.Current.CancellationToken)).IsTrouble);
    }

    /// <summary>An empty text is how many write that there is none.</summary>
    [Theory]
    [InlineData("R-mill", "")]
    [InlineData("", "k")]
    public async Task An_empty_account_or_reference_of_a_row_is_none(string account, string reference)
    {
        using var channel = Channel(200, $$"""{"scope":"s","start":"1","end":"10","total":1,"units":[{"start":"1","end":"10","state":"RETIRED","account":"{{account}}","reference":"{{reference}}"}]}""");
        var told = await channel.AskAsync(Instruction, null, TestContext.Current.CancellationToken);
        Assert.Equal("1-10", told.Value!.Read(Instruction).Done.ToString());
    }

    /// <summary>Debug pages and gateways write what they were sent into their answer. The host's secrets are in no outcome that is made of it.</summary>
    [Theory]
    [InlineData("""{"status":"REJECTED","reference":"k","code":"malformed","message":"You sent: Authorization: Bearer stub\u002Dtoken-17 and Basic aG9zdDpzJTJGM2NyM3Q="}""")]
    [InlineData("""{"status":"PENDING","reference":"k","message":"client_secret=s%2F3cr3t&x=s/3cr3t","id":"stub-token-17"}""")]
    [InlineData("""{"status":"REJECTED","reference":"k","code":"stub-token-17"}""")]
    [InlineData("""{"status":"stub-token-17","reference":"k"}""")]
    public async Task A_secret_that_is_echoed_is_told_nowhere(string body)
    {
        using var channel = Channel(400, body, "stub-token-17", "s/3cr3t");
        using var good = Channel(200, body, "stub-token-17", "s/3cr3t");
        foreach (var outcome in new[] { await channel.SendAsync(Instruction, TestContext.Current.CancellationToken), await good.SendAsync(Instruction, TestContext.Current.CancellationToken) })
        {
            var told = outcome + outcome.Code + outcome.Reason + outcome.Reference;
            Assert.DoesNotContain("3cr3t", told, StringComparison.Ordinal);
            Assert.DoesNotContain("token-17", told, StringComparison.Ordinal);
            Assert.DoesNotContain("aG9zdDpz", told, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("s", true)]
    [InlineData("ANOTHER-BATCH", false)]
    public async Task Rows_of_another_scope_are_no_answer(string scope, bool isAnswer)
    {
        using var channel = Channel(200, $$"""{"scope":"s","start":"1","end":"10","total":1,"units":[{"start":"1","end":"10","scope":"{{scope}}","state":"RETIRED","account":"R-mill","reference":"k"}]}""");
        var told = await channel.AskAsync(Instruction, null, TestContext.Current.CancellationToken);
        Assert.Equal(isAnswer, told.IsConfirmed);
        Assert.Equal(!isAnswer, told.IsUnknown);
    }

    /// <summary>A question is answered where the answer repeats it, has as many rows as it states, and nothing that was not asked for.</summary>
    [Theory]
    [InlineData("s", "1", "10", 1, "", "")]
    [InlineData("s", "1", "10", 2, "", "incomplete")]
    [InlineData("s", "1", "10", 0, "", "incomplete")]
    [InlineData("s", "1", "10", 2, """,{"start":"11","end":"20","state":"ACTIVE","account":"R-mill"}""", "filter-ignored")]
    [InlineData("s", "1", "20", 1, "", "other-answer")]
    [InlineData("s", "2", "10", 1, "", "other-answer")]
    [InlineData("S", "1", "10", 1, "", "other-answer")]
    [InlineData("s", "1", "10", 1, """],"hasMore":true,"more":[""", "incomplete")]
    [InlineData("s", "1", "10", 1, """],"page":{"partial":true},"more":[""", "incomplete")]
    [InlineData("s", "1", "10", 1, """],"next":"v1/units?page=2","more":[""", "incomplete")]
    [InlineData("s", "1", "10", 1, """],"quantity":10,"hasMore":false,"more":[""", "")]
    public async Task A_question_is_answered_whole_and_alone(string scope, string start, string end, int total, string more, string code)
    {
        using var channel = Channel(200, $$"""{"scope":"{{scope}}","start":"{{start}}","end":"{{end}}","total":{{total}},"units":[{"start":"1","end":"10","state":"RETIRED","account":"R-mill","reference":"k"}{{more}}]}""");
        var told = await channel.AskAsync(Instruction, null, TestContext.Current.CancellationToken);
        Assert.Equal((code.Length == 0, code), (told.IsConfirmed, told.Code));
    }

    private static string Told(ChannelOutcome outcome) => outcome.Kind switch
    {
        OutcomeKind.Rejected => outcome.MayBeSentAgain ? "not-taken" : "rejected",
        OutcomeKind.Unknown => outcome.Code,
        OutcomeKind.Partial => $"partial {outcome.Done}",
        var kind => kind.ToString().ToLowerInvariant(),
    };

    private static HttpChannel Channel(int status, string body, string token = "t", string secret = "secret") =>
        IcmChannels.OverHttp(new HttpAccess(new Uri("https://registry.example"), new Uri("https://registry.example/token"), "host", secret, "R-mill"), IcmChannels.Profile with { Unrelated = ["networkFee"] }, handler: new Saying(status, body, token));

    private sealed class Saying(int status, string body, string token) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var isToken = request.RequestUri!.AbsolutePath == "/token";
            return Task.FromResult(new HttpResponseMessage((HttpStatusCode)(isToken ? 200 : status))
            {
                Content = new StringContent(isToken ? $$"""{"access_token":"{{token}}","token_type":"bearer","expires_in":3600}""" : body, Encoding.UTF8, "application/json"), RequestMessage = request,
            });
        }
    }
}
