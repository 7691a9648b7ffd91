using System;
using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography;
using System.Threading.Tasks;
using Ccts.Credits.Claims;
using Ccts.Credits.Journals;
using Ccts.Registry.Adapters.Channels;
using Ccts.Registry.Adapters.Exports;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Blocks;
using Ccts.Tokens.Custody;
using Ccts.Tokens.Supply;
using NodaTime;

namespace Ccts.Tokens.Tests;

public class TokenDeskTests
{
    [Fact]
    public void The_same_mint_asked_twice_is_one_mint_at_whatever_time_it_is_asked_again()
    {
        var bridge = new Bridge();
        Assert.True(bridge.Desk.Mint(Bridge.Mint("m", 1, 10)) is { IsAccepted: true, IsRepeat: false });
        Assert.True(bridge.Desk.Mint(Bridge.Mint("m", 1, 10) with { At = Bridge.Now + Duration.FromDays(1) }) is { IsAccepted: true, IsRepeat: true });
        Assert.Equal("key-reused", bridge.Desk.Mint(Bridge.Mint("m", 1, 11)).Refusal?.Code);
        Assert.Equal(10, bridge.Supply.Tonnes(TokenStanding.Live));
    }

    [Theory]
    [InlineData(5, 15)]
    [InlineData(10, 10)]
    [InlineData(1, 1000)]
    public void A_block_that_touches_a_minted_one_is_refused(ulong start, ulong end)
    {
        var bridge = new Bridge();
        bridge.Desk.Mint(Bridge.Mint("m", 1, 10));
        Assert.Equal("already-minted", bridge.Desk.Mint(Bridge.Mint("n", start, end, signal: Bridge.Signal(report: "b"))).Refusal?.Code);
    }

    [Fact]
    public async Task A_burned_unit_is_never_minted_again()
    {
        var bridge = new Bridge();
        bridge.Desk.Mint(Bridge.Mint("m", 1, 10));
        Assert.True((await bridge.Desk.BurnAsync(Bridge.Burn("b", "w1", 1, 10), TestContext.Current.CancellationToken)).IsAccepted);
        Assert.Equal("already-minted", bridge.Desk.Mint(Bridge.Mint("n", 1, 10)).Refusal?.Code);
    }

    [Fact]
    public void What_the_registry_does_not_show_in_custody_is_not_minted()
    {
        var bridge = new Bridge();
        Assert.Equal("not-in-custody", bridge.Desk.Mint(Bridge.Mint("m", 1, 10) with { Custody = new CustodyStatement(Bridge.Now, [Bridge.Block(1, 9)]) }).Refusal?.Code);
        Assert.Equal("not-in-custody", bridge.Desk.Mint(Bridge.Mint("m", 1, 10) with { Custody = new CustodyStatement(Bridge.Now, [new SerialBlock("icm", "other", 1, 10)]) }).Refusal?.Code);
        Assert.Equal("custody-stale", bridge.Desk.Mint(Bridge.Mint("m", 1, 10) with { At = Bridge.Now + Duration.FromMinutes(11) }).Refusal?.Code);
        Assert.Equal("custody-stale", bridge.Desk.Mint(Bridge.Mint("m", 1, 10) with { At = Bridge.Now - Duration.FromMinutes(1) }).Refusal?.Code);
    }

    [Fact]
    public void What_the_ledger_has_not_free_behind_it_is_not_minted()
    {
        var bridge = new Bridge();
        bridge.Ledger.Execute(new RetireUnits("r", Bridge.Now, "backing", new ChosenUnits(Bridge.Block(5, 5)), null));
        Assert.Equal("not-backed", bridge.Desk.Mint(Bridge.Mint("m", 1, 10)).Refusal?.Code);
    }

    [Fact]
    public void A_number_that_the_registry_tells_in_two_ways_is_not_held()
    {
        var answer = new UnitsAnswer([new UnitsPart(new BlockRange(1, 10), UnitState.Held, "C"), new UnitsPart(new BlockRange(4, 4), UnitState.Retired, "C"), new UnitsPart(new BlockRange(8, 9), UnitState.Held, "other")]);
        var custody = CustodyStatement.Of(Bridge.Block(1, 10), "C", answer, Bridge.Now);
        Assert.Equal(BlockSet.Of(new BlockRange(1, 3), new BlockRange(5, 7), new BlockRange(10, 10)), custody.Held("icm", "s"));
    }

    [Fact]
    public void A_signal_is_believed_only_from_a_key_for_verifications_of_the_agency_it_names()
    {
        var bridge = new Bridge();
        using var forger = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        Assert.Equal("signature-wrong", bridge.Desk.Mint(Bridge.Mint("m", 1, 10, signal: Bridge.Signal("agency", forger, 1000, "a"))).Refusal?.Code);
        Assert.Equal("key-unknown", bridge.Desk.Mint(Bridge.Mint("m", 1, 10, signal: Bridge.Signal("nobody", forger, 1000, "a"))).Refusal?.Code);
        Assert.Equal("key-use", bridge.Desk.Mint(Bridge.Mint("m", 1, 10, signal: Bridge.ReceiptSignal())).Refusal?.Code);
        var signal = Bridge.Signal();
        var other = signal with { Signal = signal.Signal with { Tonnes = 1_000_000 } };
        Assert.Equal("signature-wrong", bridge.Desk.Mint(Bridge.Mint("m", 1, 10, signal: other)).Refusal?.Code);
    }

    [Fact]
    public void No_more_is_minted_than_one_report_verifies_however_it_is_split()
    {
        var bridge = new Bridge();
        Assert.True(bridge.Desk.Mint(Bridge.Mint("m", 1, 60, signal: Bridge.Signal(100))).IsAccepted);
        Assert.Equal("beyond-verified", bridge.Desk.Mint(Bridge.Mint("n", 61, 101, signal: Bridge.Signal(100))).Refusal?.Code);
        Assert.Equal("statement-differs", bridge.Desk.Mint(Bridge.Mint("n", 61, 101, signal: Bridge.Signal(900))).Refusal?.Code);
        Assert.True(bridge.Desk.Mint(Bridge.Mint("n", 61, 100, signal: Bridge.Signal(100))).IsAccepted);
    }

    [Fact]
    public void A_token_says_of_its_tonnes_what_the_agency_verified()
    {
        var ask = Bridge.Mint("m", 1, 10);
        Refused("vintage-differs", ask with { Metadata = ask.Metadata with { Vintage = new ComplianceYear(2026) } });
        Refused("project-differs", ask with { Metadata = ask.Metadata with { Project = "P-2" } });
        Refused("verification-hash-differs", ask with { Metadata = ask.Metadata with { VerificationHash = Bridge.Signal(report: "b").Signal.Report } });
    }

    [Fact]
    public void A_token_is_of_the_kind_and_vintage_that_the_registry_states()
    {
        var ask = Bridge.Mint("m", 1, 10);
        CustodyStatement Stated(string kind, int vintage) => new(Bridge.Now, [new CustodyBlock(Bridge.Block(1, 1000)) { Kind = kind, Vintage = vintage }]);
        Refused("kind-differs", ask with { Custody = Stated("itmo", 2025) });
        Refused("vintage-differs", ask with { Custody = Stated("ccc", 2019) });
        Assert.True(new Bridge().Desk.Mint(ask with { Custody = Stated("CCC", 2025) }).IsAccepted);
    }

    [Fact]
    public void A_token_is_of_the_vintage_and_the_project_of_an_export()
    {
        var ask = Bridge.Mint("m", 1, 10);
        CustodyStatement Stated(int? ends, string? project) => new(Bridge.Now, [new CustodyBlock(Bridge.Block(1, 1000)) { VintageEnds = ends, Project = project }]);
        Refused("vintage-differs", ask with { Custody = Stated(2017, null) });
        Refused("vintage-differs", ask with { Custody = Stated(2027, null) });
        Refused("project-differs", ask with { Custody = Stated(2026, "1686") });
        foreach (var (ends, project) in new (int?, string?)[] { (2025, "1"), (2026, "P1"), (null, "VCS-01"), (2026, "a project without a number"), (null, null) })
        {
            Assert.Null(new Bridge().Desk.Mint(ask with { Custody = Stated(ends, project) }).Refusal);
        }
    }

    /// <summary>What an export says of vintage and project goes with the units; a row that names no account where others do is in nobody's custody.</summary>
    [Fact]
    public void An_export_keeps_what_it_says_of_its_units()
    {
        ExportRow Row(ulong start, ulong end, string? account) => new(new StatementEntry { File = "v.csv", Line = 2, Registry = "icm", Account = account, Block = Bridge.Block(start, end), State = UnitState.Held, VintageYear = 2017, Project = "1686" }, null);
        var stated = CustodyStatement.Of([Row(1, 10, null)], Bridge.Now, "C");
        Refused("vintage-differs", Bridge.Mint("m", 1, 10) with { Custody = stated });
        Assert.Equal("11-20", CustodyStatement.Of([Row(1, 10, null), Row(11, 20, "C"), Row(21, 30, "D")], Bridge.Now, "C").Held("icm", "s").ToString());
    }

    [Fact]
    public void A_token_without_a_last_day_does_not_stand_for_units_that_have_one()
    {
        var ask = Bridge.Mint("m", 1, 10);
        var stated = new CustodyStatement(Bridge.Now, [new CustodyBlock(Bridge.Block(1, 10), Bridge.Issued, Bridge.Issued.PlusYears(3))]);
        Refused("expiry-differs", ask with { Custody = stated, Metadata = ask.Metadata with { ExpiryDate = null } });
    }

    private static void Refused(string code, MintAsk ask) => Assert.Equal(code, new Bridge().Desk.Mint(ask).Refusal?.Code);

    [Fact]
    public void A_claim_elsewhere_is_a_double_use_and_nobody_having_looked_is_no_permission()
    {
        var bridge = new Bridge();
        Assert.Equal("double-use", bridge.Desk.Mint(Bridge.Mint("m", 1, 10) with { ClaimedElsewhere = [Bridge.Block(10, 20)] }).Refusal?.Code);
        Assert.False(bridge.Desk.Mint(Bridge.Mint("m", 1, 10) with { ClaimedElsewhere = null }).IsAccepted);
        Assert.True(bridge.Desk.Mint(Bridge.Mint("m", 1, 10) with { ClaimedElsewhere = [Bridge.Block(11, 20)] }).IsAccepted);
    }

    [Fact]
    public async Task A_pause_stops_business_and_not_what_takes_bad_tokens_back()
    {
        var bridge = new Bridge();
        bridge.Desk.Mint(Bridge.Mint("m", 1, 10));
        bridge.Desk.Stake("s", Bridge.Now, "w1", [Bridge.Block(1, 2)]);
        Assert.True(bridge.Desk.Pause("p", Bridge.Now, paused: true, "by order").IsAccepted);
        Assert.Equal("paused", bridge.Desk.Mint(Bridge.Mint("n", 11, 20)).Refusal?.Code);
        Assert.Equal("paused", bridge.Desk.Transfer(Bridge.Transfer("t", "w1", "w2", 3, 3)).Refusal?.Code);
        Assert.Equal("paused", (await bridge.Desk.BurnAsync(Bridge.Burn("b", "w1", 3, 3), TestContext.Current.CancellationToken)).Refusal?.Code);
        Assert.True(bridge.Desk.ClawBack("c", Bridge.Now, "w1", "custodian", [Bridge.Block(3, 10)], "false data").IsAccepted);
        Assert.True((await bridge.Desk.SlashAsync("x", Bridge.Now, "w1", [Bridge.Block(1, 2)], "false data", TestContext.Current.CancellationToken)).IsAccepted);
        Assert.Equal((0, 8, 2), (bridge.Supply.Tonnes(TokenStanding.Live), bridge.Supply.Tonnes(TokenStanding.ClawedBack), bridge.Supply.Tonnes(TokenStanding.Slashed)));
    }

    /// <summary>A day that only the registry states: the token ends no later, and the audit finds one that was made before the registry said so.</summary>
    [Fact]
    public void The_registrys_own_last_day_in_custody_counts_where_it_is_the_earlier()
    {
        var (bridge, last) = (new Bridge(), new LocalDate(2027, 6, 30));
        var stated = new CustodyStatement(Bridge.Now, [new CustodyBlock(Bridge.Block(1, 500)), new CustodyBlock(Bridge.Block(501, 1000), Bridge.Issued, last)]);
        var late = Bridge.Mint("m", 501, 510) with { Custody = stated };
        Assert.Equal("expiry-differs", bridge.Desk.Mint(late).Refusal?.Code);
        Assert.Equal("expiry-differs", bridge.Desk.Mint(late with { Key = "n", Metadata = late.Metadata with { ExpiryDate = last.PlusDays(1) } }).Refusal?.Code);
        Assert.Equal("issue-day-differs", bridge.Desk.Mint(late with { Key = "o", Custody = new CustodyStatement(Bridge.Now, [new CustodyBlock(Bridge.Block(501, 1000), Bridge.Issued.PlusDays(1))]) }).Refusal?.Code);
        Assert.True(bridge.Desk.Mint(late with { Key = "p", Metadata = late.Metadata with { ExpiryDate = last } }).IsAccepted);
        Assert.True(bridge.Desk.Mint(Bridge.Mint("q", 1, 10) with { Custody = stated }).IsAccepted);
        Assert.Equal("token-expired", bridge.Desk.Transfer(Bridge.Transfer("t", "w1", "w2", 501, 501) with { At = Instant.FromUtc(2027, 7, 1, 6, 0) }).Refusal?.Code);
        Assert.Empty(TokenAudit.Findings(bridge.Supply, bridge.Ledger.Account("backing"), stated));

        var shorter = new CustodyStatement(Bridge.Now, [new CustodyBlock(Bridge.Block(1, 1000), null, last.PlusDays(-1))]);
        Assert.Equal(2, TokenAudit.Findings(bridge.Supply, bridge.Ledger.Account("backing"), shorter).Count);
    }

    [Fact]
    public void A_desk_that_knows_the_other_books_looks_for_itself()
    {
        var bridge = new Bridge(others: () => [new Claim("article6", ClaimKind.Article6, Bridge.Block(10, 20))]);
        Assert.Equal("claimed-elsewhere", bridge.Desk.Mint(Bridge.Mint("m", 1, 10)).Refusal?.Code);
        Assert.True(bridge.Desk.Mint(Bridge.Mint("n", 1, 9)).IsAccepted);
        Assert.Equal(Bridge.Block(1, 9), Assert.Single(bridge.Supply.Claims).Units);
    }

    [Fact]
    public async Task A_token_whose_unit_is_claimed_later_moves_and_burns_no_more()
    {
        Claim[] claims = [];
        var bridge = new Bridge(others: () => claims);
        bridge.Desk.Mint(Bridge.Mint("m", 1, 10));
        claims = [new Claim("article6", ClaimKind.Article6, Bridge.Block(5, 5))];
        Assert.Equal("double-use", bridge.Desk.Transfer(Bridge.Transfer("t", "w1", "w2", 1, 5)).Refusal?.Code);
        Assert.Equal("double-use", (await bridge.Desk.BurnAsync(Bridge.Burn("b", "w1", 5, 5), TestContext.Current.CancellationToken)).Refusal?.Code);
        Assert.True(bridge.Desk.Transfer(Bridge.Transfer("u", "w1", "w2", 1, 4)).IsAccepted);
    }

    [Fact]
    public void A_command_with_a_part_missing_is_refused_and_nothing_is_written()
    {
        var bridge = new Bridge();
        Assert.True(bridge.Desk.Mint(Bridge.Mint("m", 1, 10)).IsAccepted);
        Assert.Equal("malformed", bridge.Desk.Transfer(Bridge.Transfer("t", "w1", null!, 1, 1)).Refusal?.Code);
        Assert.Equal("malformed", bridge.Desk.Stake("s", Bridge.Now, "w1", []).Refusal?.Code);
        Assert.Equal("malformed", bridge.Desk.Stake("u", Bridge.Now, "w1", [new SerialBlock("icm", "s", BlockRange.All)]).Refusal?.Code);
        Assert.Equal(1, bridge.Lines.Count);
    }

    [Fact]
    public void A_pause_of_the_registry_in_the_ledger_stops_minting()
    {
        var bridge = new Bridge();
        bridge.Ledger.Execute(new PauseBusiness("p", Bridge.Now, "icm", true, "by order"));
        Assert.Equal("paused", bridge.Desk.Mint(Bridge.Mint("m", 1, 10)).Refusal?.Code);
    }

    [Fact]
    public async Task A_pause_of_the_registry_in_the_ledger_stops_burning()
    {
        var bridge = new Bridge();
        bridge.Desk.Mint(Bridge.Mint("m", 1, 10));
        bridge.Ledger.Execute(new PauseBusiness("p", Bridge.Now, "ICM", true, "by order"));
        Assert.Equal("paused", (await bridge.Desk.BurnAsync(Bridge.Burn("b", "w1", 1, 4), TestContext.Current.CancellationToken)).Refusal?.Code);
        Assert.Equal(10, bridge.Supply.Tonnes("w1"));
    }

    [Fact]
    public async Task A_burn_is_committed_with_its_retirement_and_asked_again_sends_no_second_one()
    {
        var bridge = new Bridge();
        bridge.Desk.Mint(Bridge.Mint("m", 1, 10));
        for (var i = 0; i < 3; i++)
        {
            Assert.True((await bridge.Desk.BurnAsync(Bridge.Burn("b", "w1", 1, 4), TestContext.Current.CancellationToken)).IsAccepted);
        }

        var intent = Assert.Single(bridge.Journal.Intents(0)).Intent;
        Assert.True(InstructionText.TryRead(intent.Payload, out var instruction, out _));
        Assert.Equal((Bridge.Block(1, 4), "CUSTODY", "B"), (instruction!.Units, instruction.FromAccount, instruction.Beneficiary));
        Assert.Matches("^b/[0-9a-f]{16}/0$", intent.Key);
        Assert.Empty(bridge.Supply.NotInstructed());
    }

    /// <summary>Two supplies share a ledger and its outbox, and each has keys of its own: the registry would take the second instruction for the first.</summary>
    [Fact]
    public async Task Two_supplies_with_the_same_key_of_a_burn_give_two_instructions()
    {
        var bridge = new Bridge();
        var other = new Bridge(beside: bridge);
        bridge.Desk.Mint(Bridge.Mint("m", 1, 10));
        other.Desk.Mint(Bridge.Mint("m", 11, 20));
        Assert.True((await bridge.Desk.BurnAsync(Bridge.Burn("b", "w1", 1, 4), TestContext.Current.CancellationToken)).IsAccepted);
        Assert.True((await other.Desk.BurnAsync(Bridge.Burn("b", "w1", 11, 14), TestContext.Current.CancellationToken)).IsAccepted);
        Assert.Equal((0, 0), (bridge.Supply.NotInstructed().Count, other.Supply.NotInstructed().Count));
        Assert.Equal(2, bridge.Journal.Intents(0).Select(i => i.Intent.Key).Distinct(StringComparer.Ordinal).Count());
    }

    /// <summary>The units of a burned token end for its beneficiary, whether or not the registry is instructed yet: nobody else may have them.</summary>
    [Fact]
    public async Task A_burn_that_waits_still_claims_its_units()
    {
        var bridge = new Bridge();
        bridge.Desk.Mint(Bridge.Mint("m", 1, 10));
        bridge.Ledger.Execute(new PauseBusiness("p", Bridge.Now, "icm", true, "by order"));
        bridge.Desk.Stake("s", Bridge.Now, "w1", [Bridge.Block(9, 10)]);
        Assert.True((await bridge.Desk.SlashAsync("x", Bridge.Now, "w1", [Bridge.Block(9, 10)], "false data", TestContext.Current.CancellationToken)).IsAccepted);
        bridge.Ledger.Execute(new PauseBusiness("q", Bridge.Now, "icm", false, "over"));
        bridge.Ledger.Execute(new FreezeAccount("f", Bridge.Now, "backing", true, "by order"));
        Assert.True((await bridge.Desk.BurnAsync(Bridge.Burn("b", "w1", 1, 4), TestContext.Current.CancellationToken)).IsAccepted);
        Assert.Contains("b", bridge.Supply.NotInstructed());
        foreach (var block in new[] { Bridge.Block(4, 4), Bridge.Block(9, 9), Bridge.Block(5, 5) })
        {
            Assert.Equal("claimed-elsewhere", ClaimReport.Refusal([block], bridge.Supply.Claims)?.Code);
        }

        // The registry's word that they have ended is the end of this use, and no second one; a use of somebody else is.
        Assert.Empty(ClaimReport.Of([.. bridge.Supply.Claims, new Claim("icm", ClaimKind.Ended, Bridge.Block(1, 4)), new Claim("icm", ClaimKind.Ended, Bridge.Block(9, 10))]));
        Assert.Single(ClaimReport.Of([.. bridge.Supply.Claims, new Claim("article6", ClaimKind.Article6, Bridge.Block(1, 4))]));
        Assert.Single(ClaimReport.Of([.. bridge.Supply.Claims, new Claim("icm", ClaimKind.Ended, Bridge.Block(5, 5))]));
    }

    [Fact]
    public async Task Where_the_ledger_refuses_the_instruction_the_burn_waits_and_can_be_instructed_later()
    {
        var bridge = new Bridge();
        bridge.Desk.Mint(Bridge.Mint("m", 1, 10));
        bridge.Ledger.Execute(new FreezeAccount("f", Bridge.Now, "backing", true, "by order"));
        Assert.True((await bridge.Desk.BurnAsync(Bridge.Burn("b", "w1", 1, 4), TestContext.Current.CancellationToken)).IsAccepted);
        Assert.Equal(["b"], bridge.Supply.NotInstructed());
        Assert.Equal(RefusalCode.Frozen, (await bridge.Desk.InstructAsync("b", Bridge.Now, TestContext.Current.CancellationToken))?.Code);
        bridge.Ledger.Execute(new FreezeAccount("g", Bridge.Now, "backing", false, "by order"));
        Assert.Null(await bridge.Desk.InstructAsync("b", Bridge.Now, TestContext.Current.CancellationToken));
        Assert.Empty(bridge.Supply.NotInstructed());
        Assert.Single(bridge.Journal.Intents(0));
    }

    [Fact]
    public async Task The_sweep_ends_what_the_ledger_would_let_expire_and_nothing_a_day_before()
    {
        var bridge = new Bridge();
        bridge.Desk.Mint(Bridge.Mint("m", 1, 10));
        var lastDay = Instant.FromUtc(2029, 11, 1, 6, 0);
        Assert.Empty((await bridge.Desk.SweepAsync("s1", lastDay, TestContext.Current.CancellationToken)).Ended);
        var sweep = await bridge.Desk.SweepAsync("s2", lastDay + Duration.FromDays(1), TestContext.Current.CancellationToken);
        Assert.Equal(Bridge.Block(1, 10), Assert.Single(sweep.Ended).Units);
        Assert.Empty(sweep.LedgerRefused);
        Assert.Equal(10, bridge.Ledger.Account("backing")!.Tonnes(UnitKinds.Ccc, ShadowAccount.Expired));
        Assert.Equal("not-held", (await bridge.Desk.BurnAsync(Bridge.Burn("b", "w1", 1, 1) with { At = lastDay }, TestContext.Current.CancellationToken)).Refusal?.Code);
    }

    [Fact]
    public void The_audit_finds_a_token_whose_unit_left_the_ledger_or_the_registry()
    {
        var bridge = new Bridge();
        bridge.Desk.Mint(Bridge.Mint("m", 1, 10));
        Assert.Empty(TokenAudit.Findings(bridge.Supply, bridge.Ledger.Account("backing"), Bridge.Custody));
        bridge.Ledger.Execute(new TransferUnits("t", Bridge.Now, "backing", "thief", new ChosenUnits(Bridge.Block(3, 3))));
        Assert.Contains("3", Assert.Single(TokenAudit.Findings(bridge.Supply, bridge.Ledger.Account("backing"), Bridge.Custody)), StringComparison.Ordinal);
        Assert.Equal(2, TokenAudit.Findings(bridge.Supply, bridge.Ledger.Account("backing"), new CustodyStatement(Bridge.Now, [Bridge.Block(1, 9)])).Count);
    }

    [Fact]
    public async Task Many_who_mint_overlapping_blocks_at_once_on_two_desks_never_mint_a_unit_twice()
    {
        var lines = new InMemoryLines();
        var first = new Bridge(lines);
        var second = new Bridge(lines, first);
        await Task.WhenAll(Enumerable.Range(0, 40).Select(i => Task.Run(() =>
        {
            var start = (ulong)((i * 7 % 90) + 1);
            return (i % 2 == 0 ? first : second).Desk.Mint(Bridge.Mint("m" + i, start, start + 12));
        }, TestContext.Current.CancellationToken)));
        var runs = first.Supply.Runs();
        Assert.NotEmpty(runs);
        Assert.All(runs, r => Assert.DoesNotContain(runs, o => !ReferenceEquals(o, r) && o.Units.Overlaps(r.Units)));
        Assert.Equal(runs, second.Supply.Runs());
    }

    /// <summary>A token says of its units what the ledger knows: else any unit could become a tonne of another kind, year or age.</summary>
    [Fact]
    public void A_token_that_says_of_its_units_what_the_ledger_does_not_is_not_made()
    {
        var bridge = new Bridge();
        var mint = Bridge.Mint("m", 1, 10);
        string? Refused(TokenMetadata metadata) => bridge.Desk.Mint(mint with { Metadata = metadata }).Refusal?.Code;
        Assert.Equal("kind-differs", Refused(mint.Metadata with { Kind = "itmo" }));
        Assert.Equal("issue-day-differs", Refused(mint.Metadata with { Issued = Bridge.Issued.PlusDays(1) }));
        Assert.Equal("issue-day-differs", Refused(mint.Metadata with { Issued = null }));
        Assert.Null(Refused(mint.Metadata));

        foreach (var (scope, lot, code) in new[]
        {
            ("vcu", new UnitLot("icm", "vcu", "vcu", 2025, Bridge.Issued), "kind-differs"),
            ("old", new UnitLot("icm", "old", UnitKinds.Ccc, 2024, Bridge.Issued), "vintage-differs"),
            ("short", new UnitLot("icm", "short", UnitKinds.Ccc, 2025, Bridge.Issued, Bridge.Issued.PlusYears(1)), "expiry-differs"),
        })
        {
            bridge.Ledger.Execute(new IssueUnits("issue-" + scope, Bridge.Now, "backing", new Parcel(lot, new BlockRange(1, 10))));
            var units = new SerialBlock("icm", scope, 1, 10);
            Assert.Equal(code, bridge.Desk.Mint(mint with { Key = scope, Units = [units], Custody = new CustodyStatement(Bridge.Now, [units]) }).Refusal?.Code);
        }
    }

    /// <summary>A word that the ruleset does not have is a refusal, whoever says it.</summary>
    [Fact]
    public void A_word_that_the_ruleset_does_not_have_is_refused()
    {
        var bridge = new Bridge();
        var units = new SerialBlock("icm", "vcu", 1, 10);
        bridge.Ledger.Execute(new IssueUnits("vcu", Bridge.Now, "backing", new Parcel(new UnitLot("icm", "vcu", "vcu", 2025, Bridge.Issued), units.Range)));
        var mint = Bridge.Mint("m", 1, 10);
        Assert.Equal("malformed", bridge.Desk.Mint(mint with { Key = "g", Units = [units], Custody = new CustodyStatement(Bridge.Now, [units]), Metadata = mint.Metadata with { Kind = "vcu" } }).Refusal?.Code);
        Assert.Null(bridge.Desk.Mint(mint).Refusal);
        Assert.Equal("malformed", bridge.Desk.Transfer(Bridge.Transfer("t1", "w1", "w2", 1, 1) with { Destination = "mars" }).Refusal?.Code);
        Assert.Equal("malformed", bridge.Desk.Transfer(Bridge.Transfer("t2", "w1", "w2", 1, 1) with { Reason = "gift" }).Refusal?.Code);
        Assert.Equal(10, bridge.Supply.Tonnes(TokenStanding.Live));
    }
}
