using System;
using System.Linq;
using System.Threading.Tasks;
using Ccts.Credits.Article6;
using Ccts.Credits.Article6.Aef;
using Ccts.Credits.Claims;
using Ccts.Registry.Adapters.Channels;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Blocks;
using Ccts.Sdk.Ledger.Journal;
using Ccts.Sdk.Trust.Receipts;
using NodaTime;

namespace Ccts.Credits.Tests;

public class ExportDeskTests
{
    private readonly InMemoryJournal _journal = new();
    private readonly LedgerEngine _ledger;
    private readonly Article6Book _book = Given.Book();
    private readonly ExportDesk _desk;

    public ExportDeskTests()
    {
        _ledger = new LedgerEngine(_journal, LedgerPolicy.Bare);
        _desk = new ExportDesk(Given.Rules, _book, _ledger);
    }

    [Fact]
    public async Task An_export_goes_from_the_request_to_the_tables()
    {
        Issue("itmo");
        var ask = Ask("x1", 1, 40);
        var answer = await _desk.ExportAsync(ask, TestContext.Current.CancellationToken);
        Assert.Null(answer.Refusal);
        Assert.Null(answer.NotInstructed);
        Assert.Equal("CA0002-IND01-IND-1-2025", answer.Action!.First.ToString());
        Assert.Contains("\"letter\":\"LOA-1\"", answer.Receipt!.Text, StringComparison.Ordinal);
        Assert.True(InstructionText.TryRead(Assert.Single(_journal.Intents(0)).Intent.Payload, out var instruction, out _));
        Assert.Equal(("JPN-ACCOUNT", Given.Block(1, 40)), (instruction!.ToAccount, instruction.Units));
        Assert.Equal([40, 0], new[] { "IND", "JPN" }.Select(p => _book.Adjustments().Where(a => a.Party == p).Sum(a => a.Tonnes)));
        var report = AefTables.Of(_book, new AefSubmission { Year = 2026 });
        Assert.Empty(AefCheck.Problems(report));
        Assert.Equal("40", Assert.Single(report.Of(AefTableKind.Actions))["Quantity (tCO2e)"]);

        // Asked again, it is the same export.
        var again = await _desk.ExportAsync(ask, TestContext.Current.CancellationToken);
        Assert.True(again is { IsAccepted: true, IsRepeat: true, NotInstructed: null });
        Assert.Equal(answer.Receipt.Text, again.Receipt?.Text);
        Assert.Single(_journal.Intents(0));
        Assert.Equal(60, _book.Find("LOA-1")!.Left);
    }

    /// <summary>The ledger's keys are of all its books: an export under a key that another book has used is instructed all the same, once, and its units leave no second time.</summary>
    [Fact]
    public async Task A_key_of_two_books_instructs_both()
    {
        Issue("itmo");
        Assert.Null((await _desk.ExportAsync(Ask("f1", 1, 10), TestContext.Current.CancellationToken)).NotInstructed);
        var beside = new ExportDesk(Given.Rules, Given.Book(), _ledger);
        var answer = await beside.ExportAsync(Ask("f1", 301, 310), TestContext.Current.CancellationToken);
        Assert.Null(answer.Refusal);
        Assert.Null(answer.NotInstructed);
        var intents = _journal.Intents(0).Select(i => i.Intent).ToList();
        Assert.Equal((2, "f1"), (intents.Count, intents[0].Key));
        Assert.StartsWith("f1/", intents[1].Key, StringComparison.Ordinal);
        Assert.True(InstructionText.TryRead(intents[1].Payload, out var instruction, out _));
        Assert.Equal(Given.Block(301, 310), instruction!.Units);
        Assert.True(await beside.ExportAsync(Ask("f1", 301, 310), TestContext.Current.CancellationToken) is { IsRepeat: true, NotInstructed: null });
        Assert.True(await _desk.ExportAsync(Ask("f1", 1, 10), TestContext.Current.CancellationToken) is { IsRepeat: true, NotInstructed: null });
        Assert.Equal(2, _journal.Intents(0).Count());
        Assert.Equal("not-free", (await new ExportDesk(Given.Rules, Given.Book(), _ledger).ExportAsync(Ask("zz1", 301, 310), TestContext.Current.CancellationToken)).Refusal?.Code);
    }

    /// <summary>A receipt states the adjustments that the book has: by a letter whose first transfer is the use, none before it.</summary>
    [Theory]
    [InlineData(FirstTransferDefinition.UseOrCancellation, 0)]
    [InlineData(FirstTransferDefinition.Authorization, 10)]
    public async Task A_receipt_has_the_adjustments_of_the_book(FirstTransferDefinition definition, int adjusted)
    {
        Issue("itmo");
        var book = Given.Book(Given.Letter() with { Purpose = Article6Purpose.Oimp, FirstTransfer = definition });
        var answer = await new ExportDesk(Given.Rules, book, _ledger).ExportAsync(Ask("x1", 1, 10), TestContext.Current.CancellationToken);
        Assert.Null(answer.Refusal);
        Assert.Equal(adjusted, book.Adjustments().Sum(a => a.Tonnes));
        var stated = System.Text.Json.Nodes.JsonNode.Parse(answer.Receipt!.Text)!["outputs"]!["adjustments"]!.AsArray();
        Assert.Equal(adjusted, stated.Sum(a => int.Parse(a!["tonnes"]!.GetValue<string>(), System.Globalization.CultureInfo.InvariantCulture)));
    }

    /// <summary>A kind that the ruleset does not have, a status that nobody has heard of and a year that is not the units' are refused, and nothing is written.</summary>
    [Fact]
    public async Task What_the_books_do_not_understand_or_contradict_does_not_leave()
    {
        Issue("vcu");
        Assert.Equal("malformed", (await _desk.ExportAsync(Ask("x1", 1, 40), TestContext.Current.CancellationToken)).Refusal?.Code);
        var (ledger, book) = (new LedgerEngine(new InMemoryJournal(), LedgerPolicy.Bare), Given.Book(Given.Letter() with { Vintages = null }));
        ledger.Execute(new IssueUnits("issue", Given.Now, "seller", new Parcel(new UnitLot("icm", "s", "itmo", 2025), new BlockRange(1, 100))));
        var desk = new ExportDesk(Given.Rules, book, ledger);
        var ask = Ask("x2", 1, 40) with { Account = "seller" };
        Assert.Equal("malformed", (await desk.ExportAsync(ask with { AdjustmentStatus = "soon" }, TestContext.Current.CancellationToken)).Refusal?.Code);
        Assert.Equal("vintage-differs", (await desk.ExportAsync(ask with { Transfer = ask.Transfer with { Vintage = 2024 } }, TestContext.Current.CancellationToken)).Refusal?.Code);
        Assert.Equal("vintage-differs", (await desk.ExportAsync(ask with { Transfer = ask.Transfer with { Vintage = 2027 } }, TestContext.Current.CancellationToken)).Refusal?.Code);
        Assert.Empty(book.Actions);
        Assert.Null((await desk.ExportAsync(ask with { Transfer = ask.Transfer with { Vintage = 2026 } }, TestContext.Current.CancellationToken)).Refusal);
    }

    /// <summary>A letter that ends tomorrow is one today; what was written before it ended and is instructed later, somebody decides.</summary>
    [Fact]
    public async Task A_revocation_from_a_later_day_does_not_reach_back()
    {
        Issue("itmo");
        Assert.Null(_book.Revoke("r", Given.Now, "LOA-1", Given.Day.PlusDays(1), "made up").Refusal);
        var answer = await _desk.ExportAsync(Ask("x1", 1, 40), TestContext.Current.CancellationToken);
        Assert.Null(answer.Refusal);
        Assert.Null(answer.NotInstructed);
        Assert.Equal("letter-revoked", (await _desk.ExportAsync(Ask("x2", 41, 50) with { Transfer = Ask("x2", 41, 50).Transfer with { Date = Given.Day.PlusDays(1), At = Given.Now + Duration.FromDays(1) } }, TestContext.Current.CancellationToken)).Refusal?.Code);
    }

    [Theory]
    [InlineData("ccc")]
    [InlineData("offset-ccc")]
    public async Task A_certificate_of_the_country_never_leaves_whatever_the_letter(string kind)
    {
        Issue(kind);
        Assert.Equal("certificate-not-exportable", (await _desk.ExportAsync(Ask("x1", 1, 40), TestContext.Current.CancellationToken)).Refusal?.Code);
        Assert.Equal(100, _book.Find("LOA-1")!.Left);
        Assert.Empty(_journal.Intents(0));
    }

    [Fact]
    public async Task What_stands_in_the_way_is_told_and_nothing_is_half_done()
    {
        Issue("itmo");
        async Task<string?> No(ExportAsk ask) => (await _desk.ExportAsync(ask, TestContext.Current.CancellationToken)).Refusal?.Code;
        Assert.Equal("double-use", await No(Ask("a", 1, 40) with { ClaimedElsewhere = [Given.Block(40, 50)] }));
        Assert.NotNull(await No(Ask("b", 1, 40) with { ClaimedElsewhere = null }));
        Assert.Equal("adjustment-not-committed", await No(Ask("c", 1, 40) with { AdjustmentStatus = "not-started" }));
        Assert.Equal("not-free", await No(Ask("d", 990, 1001)));
        Assert.Equal("letter-used-up", await No(Ask("e", 1, 101)));
        Assert.Equal("letter-unknown", await No(Ask("f", 1, 40) with { Transfer = Given.Transfer("f", 1, 40, "LOA-9") }));
        _ledger.Execute(new PauseBusiness("p", Given.Now, "icm", true, "by order"));
        Assert.Equal("paused", await No(Ask("g", 1, 40)));
        Assert.Equal(100, _book.Find("LOA-1")!.Left);
        Assert.Empty(_journal.Intents(0));
    }

    [Fact]
    public async Task After_the_term_of_the_list_of_activities_nobody_can_say_and_nothing_leaves()
    {
        Issue("itmo");
        var late = Ask("x", 1, 40) with { Transfer = Given.Transfer("x", 1, 40) with { Date = new LocalDate(2026, 3, 1), At = Instant.FromUtc(2026, 3, 1, 6, 0) } };
        var no = (await _desk.ExportAsync(late, TestContext.Current.CancellationToken)).Refusal!;
        foreach (var told in new[] { "known until 2026-02-16", "no renewal was found", "MoEFCC (NDA, G.S.R. 569(E)) can settle it" })
        {
            Assert.Contains(told, no.Message, StringComparison.Ordinal);
        }
    }

    /// <summary>A letter may make the issuance the first transfer: its day is the ledger's, and nobody states another.</summary>
    [Fact]
    public async Task The_day_of_issue_is_that_of_the_ledger()
    {
        var book = Given.Book(Given.Letter() with { Purpose = Article6Purpose.Oimp, FirstTransfer = FirstTransferDefinition.Issuance });
        var issued = new LocalDate(2025, 12, 20);
        _ledger.Execute(new IssueUnits("issue", Given.Now, "exporter", new Parcel(new UnitLot("icm", "s", "itmo", 2025, issued), new BlockRange(1, 100))));
        var (desk, ask) = (new ExportDesk(Given.Rules, book, _ledger), Ask("x", 1, 40));
        Assert.Equal("issue-day-differs", (await desk.ExportAsync(ask with { Transfer = ask.Transfer with { Issued = issued.PlusDays(1) } }, TestContext.Current.CancellationToken)).Refusal?.Code);
        var answer = await desk.ExportAsync(ask, TestContext.Current.CancellationToken);
        Assert.Equal((null, issued), (answer.Refusal, answer.Action!.Issued));
        Assert.True(await desk.ExportAsync(ask, TestContext.Current.CancellationToken) is { IsRepeat: true, Refusal: null, NotInstructed: null });
        Assert.Equal("20/12/2025", Assert.Single(AefTables.Of(book, new AefSubmission { Year = 2025 }).Of(AefTableKind.Actions))["Action date"]);
    }

    /// <summary>An export that is dated back into the term of the list, or forward out of a revocation, would choose its own law.</summary>
    [Fact]
    public async Task An_export_is_of_the_day_on_which_it_is_asked_for()
    {
        Issue("itmo");
        var late = Instant.FromUtc(2026, 3, 1, 6, 0);
        foreach (var transfer in new[] { Given.Transfer("x", 1, 40) with { At = late }, Given.Transfer("x", 1, 40) with { Date = Given.Day.PlusDays(1) } })
        {
            Assert.Equal("date-differs", (await _desk.ExportAsync(Ask("x", 1, 40) with { Transfer = transfer }, TestContext.Current.CancellationToken)).Refusal?.Code);
        }

        Assert.Equal(100, _book.Find("LOA-1")!.Left);
    }

    [Fact]
    public async Task A_second_claim_is_found_wherever_it_comes_in()
    {
        Issue("itmo");
        await _desk.ExportAsync(Ask("x1", 1, 40), TestContext.Current.CancellationToken);
        Assert.Equal("not-free", (await _desk.ExportAsync(Ask("x2", 30, 50), TestContext.Current.CancellationToken)).Refusal?.Code);
        var claims = _book.Claims.Append(new Claim("token", ClaimKind.Token, Given.Block(35, 36))).Append(new Claim("verra.csv", ClaimKind.Holding, Given.Block(1, 10))).Append(new Claim("other", ClaimKind.Token, Given.Block(35, 36, "elsewhere")));
        var duplicate = Assert.Single(ClaimReport.Of(claims));
        Assert.Equal(Given.Block(35, 36), duplicate.Units);
    }

    [Fact]
    public async Task A_desk_that_knows_the_other_books_looks_for_itself()
    {
        Issue("itmo");
        var claims = new[] { new Claim("tokens", ClaimKind.Token, Given.Block(40, 41)), new Claim("icm.csv", ClaimKind.Holding, Given.Block(1, 1000)) };
        var desk = new ExportDesk(Given.Rules, _book, _ledger, () => claims);
        Assert.Equal("claimed-elsewhere", (await desk.ExportAsync(Ask("a", 1, 40), TestContext.Current.CancellationToken)).Refusal?.Code);
        Assert.True((await desk.ExportAsync(Ask("b", 1, 39), TestContext.Current.CancellationToken)).IsAccepted);
    }

    [Fact]
    public async Task A_receipt_replays_later_from_the_journal_alone_and_no_part_of_it_can_be_changed()
    {
        Issue("itmo");
        await _desk.ExportAsync(Ask("x1", 1, 40), TestContext.Current.CancellationToken);
        Assert.Null(_book.Amend("amend", Given.Now, Given.Letter(tonnes: 90) with { Version = 2 }).Refusal);
        var second = (await _desk.ExportAsync(Ask("x2", 41, 60), TestContext.Current.CancellationToken)).Receipt!;
        _book.Use("use", Given.Now, Given.Day, "JPN", _book.Actions[0].First, _book.Actions[0].Last, Article6Purpose.Ndc);
        var first = ExportReceipt.Of(_book, "x1", Given.Rules.Ruleset)!;
        Assert.Equal([ReceiptOutcome.Identical, ReceiptOutcome.Identical], new[] { first, second }.Select(r => Verify(r.Text)));
        Assert.Contains("\"letterLeft\":\"60\"", first.Text, StringComparison.Ordinal);
        Assert.Contains("\"letterLeft\":\"30\"", second.Text, StringComparison.Ordinal);
        Assert.Contains("\"first\":\"CA0002-IND01-IND-41-2025\"", second.Text, StringComparison.Ordinal);
        foreach (var (from, to) in new[] { ("\"tonnes\":\"40\"", "\"tonnes\":\"41\""), ("\"used\":\"0\"", "\"used\":\"1\""), ("\"JPN\"", "\"SGP\""), ("\"end\":\"40\"", "\"end\":\"50\""), ("IND01-IND-1-", "IND01-IND-2-"), ("\"used\":\"0\"", "\"used\":\"x\""), ("\"used\":\"0\"", "\"used\":\"99\"") })
        {
            var changed = first.Text.Replace(from, to, StringComparison.Ordinal);
            Assert.NotEqual(first.Text, changed);
            Assert.NotEqual(ReceiptOutcome.Identical, Verify(changed));
        }

        Assert.Null(ExportReceipt.Of(_book, "use", Given.Rules.Ruleset));
        Assert.Null(ExportReceipt.Of(_book, "x9", Given.Rules.Ruleset));
    }

    [Fact]
    public async Task A_frozen_account_exports_nothing_and_the_letter_keeps_its_tonnes()
    {
        Issue("itmo");
        _ledger.Execute(new FreezeAccount("f", Given.Now, "exporter", true, "court"));
        Assert.False((await _desk.ExportAsync(Ask("x", 1, 40), TestContext.Current.CancellationToken)).IsAccepted);
        Assert.Equal(100, _book.Find("LOA-1")!.Left);
    }

    [Fact]
    public async Task Nothing_is_instructed_without_a_first_transfer_or_under_a_letter_revoked_meanwhile()
    {
        Issue("itmo");
        Assert.Equal("not-exported", (await _desk.InstructAsync(Ask("x", 1, 40), cancellation: TestContext.Current.CancellationToken))?.Code);

        // The process ended between the book and the ledger, and the letter was revoked before anybody tried again.
        var other = new LedgerEngine(new InMemoryJournal(), LedgerPolicy.Bare);
        other.Execute(new IssueUnits("issue", Given.Now, "exporter", new Parcel(new UnitLot("icm", "s", "itmo", 2025), new BlockRange(1, 1000))));
        Assert.Null((await new ExportDesk(Given.Rules, _book, other).ExportAsync(Ask("x", 1, 40), TestContext.Current.CancellationToken)).Refusal);
        var claimed = new ExportDesk(Given.Rules, _book, _ledger, () => [new Claim("tokens", ClaimKind.Token, Given.Block(40, 40)), new Claim("tokens", ClaimKind.Token, Given.Block(1, 9)) { Use = Claim.UseOfFirstTransfer("x") }]);
        Assert.StartsWith("icm:s:40-40 is claimed", (await claimed.InstructAsync(Ask("x", 1, 40), cancellation: TestContext.Current.CancellationToken))?.Message, StringComparison.Ordinal);
        Assert.Equal("not-exported", (await _desk.InstructAsync(Ask("x", 1, 41), cancellation: TestContext.Current.CancellationToken))?.Code);
        Assert.True(_book.Revoke("r", Given.Now, "LOA-1", Given.Day, "by order").IsAccepted);
        Assert.Equal("letter-revoked", (await _desk.InstructAsync(Ask("x", 1, 40), cancellation: TestContext.Current.CancellationToken))?.Code);
        Assert.Equal(1000, _ledger.Account("exporter")!.Tonnes("itmo", ShadowAccount.Free));
    }

    [Fact]
    public async Task What_was_instructed_stays_so_when_the_letter_is_revoked_later()
    {
        Issue("itmo");
        Assert.Null((await _desk.ExportAsync(Ask("x", 1, 40), TestContext.Current.CancellationToken)).NotInstructed);
        Assert.True(_book.Revoke("r", Given.Now, "LOA-1", Given.Day, "by order").IsAccepted);
        Assert.Null(await _desk.InstructAsync(Ask("x", 1, 40), cancellation: TestContext.Current.CancellationToken));
    }

    /// <summary>A token that went abroad has counted its letter down: under its key nothing leaves a second time, whatever else is asked for.</summary>
    [Fact]
    public async Task The_first_transfer_of_a_token_is_no_export()
    {
        Issue("itmo");
        Assert.Null(_book.Transfer(Given.Transfer("k1", 1, 20)).Refusal);
        var ask = Ask("k1", 1, 20) with { AdjustmentStatus = "not-started", ToRegistryAccount = "US-9", ClaimedElsewhere = [Given.Block(1, 20)] };
        Assert.Equal("key-reused", (await _desk.ExportAsync(ask, TestContext.Current.CancellationToken)).Refusal?.Code);
        Assert.Equal("key-reused", (await _desk.InstructAsync(ask, cancellation: TestContext.Current.CancellationToken))?.Code);
        Assert.Equal("key-reused", (await _desk.ExportAsync(Ask("k1", 1, 20), TestContext.Current.CancellationToken)).Refusal?.Code);
        Assert.Empty(_journal.Intents(0));
    }

    private static ReceiptOutcome Verify(string receipt) => ReceiptVerifier.Verify(
        System.Text.Encoding.UTF8.GetBytes(receipt), "r", h => h.Ruleset == Given.Rules.Ruleset.Identity ? ExportReceipt.Replay(Given.Rules.Ruleset) : null, [ExportReceipt.Kind], null, Receipt.DefaultMaxBytes).Outcome;

    private static ExportAsk Ask(string key, ulong start, ulong end) => new()
    {
        Transfer = Given.Transfer(key, start, end), Account = "exporter", ToAccount = "abroad", FromRegistryAccount = "IND-ACCOUNT", ToRegistryAccount = "JPN-ACCOUNT", AdjustmentStatus = "committed", ClaimedElsewhere = [],
    };

    private void Issue(string kind) => Assert.True(_ledger.Execute(new IssueUnits("issue", Given.Now, "exporter", new Parcel(new UnitLot("icm", "s", kind, 2025, new LocalDate(2025, 12, 1)), new BlockRange(1, 1000)))).IsAccepted);
}
