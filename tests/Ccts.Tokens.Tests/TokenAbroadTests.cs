using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Ccts.Credits.Article6;
using Ccts.Credits.Article6.Aef;
using Ccts.Credits.Claims;
using Ccts.Credits.Journals;
using Ccts.Rules.Authoring.Unknowns;
using Ccts.Rules.Engines;
using Ccts.Rules.Rulesets.Catalogs;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Blocks;
using Ccts.Sdk.Ledger.Journal;
using Ccts.Tokens.Supply;
using NodaTime;

namespace Ccts.Tokens.Tests;

/// <summary>A transfer abroad is one call: the letter counts itself down, or nothing moves.</summary>
public class TokenAbroadTests
{
    // The list of activities was for three years; on this day it still held.
    private static readonly Instant Now = Instant.FromUtc(2026, 1, 15, 6, 0);
    private static readonly LocalDate Day = new(2026, 1, 15);
    private static readonly LocalDate Issued = new(2025, 12, 1);
    private static readonly DecisionEngine Bare = DecisionEngine.Of(RulesetCatalog.Default.Resolve(new ComplianceYear(2025), new LocalDate(2026, 12, 1)));
    private static readonly DecisionEngine Policy = DecisionEngine.Of(RulesetCatalog.Default.Resolve(new ComplianceYear(2025), new LocalDate(2026, 12, 1), ["ct02-token"]));

    private readonly InMemoryLines _letterLines = new(), _tokenLines = new();
    private readonly Article6Book _letters;
    private readonly TokenSupply _supply;
    private readonly LedgerEngine _ledger = new(new InMemoryJournal(), LedgerPolicy.Bare);

    public TokenAbroadTests()
    {
        (_letters, _supply) = (new Article6Book(_letterLines), new TokenSupply(_tokenLines));
        Assert.Null(_letters.Authorise("loa", Now, new Letter
        {
            Id = "LOA-1", Date = Issued, Authority = "NDA-ART6-2025", Approach = "CA0002", Tonnes = 40, Activities = ["Green Hydrogen"], Sectors = ["Energy"],
            Purpose = Article6Purpose.Ndc, Parties = ["JPN"], From = new LocalDate(2026, 1, 1), Until = new LocalDate(2026, 12, 31),
        }).Refusal);
    }

    [Fact]
    public void The_letter_counts_down_with_the_transfer_and_the_tables_have_it()
    {
        var desk = Minted("itmo");
        var answer = desk.Transfer(Abroad("t", 1, 30));
        Assert.Null(answer.Refusal);
        Assert.Equal(("CA0002-IND01-IND-1-2025", 30L), (answer.Export!.First.ToString(), answer.Export.Tonnes));
        Assert.Equal((10L, 30L), (_letters.Find("LOA-1")!.Left, _supply.Tonnes("japan")));
        Assert.Equal(30, Assert.Single(_letters.Adjustments()).Tonnes);
        Assert.Empty(AefCheck.Problems(AefTables.Of(_letters, new AefSubmission { Year = 2026 })));

        Assert.True(desk.Transfer(Abroad("t", 1, 30)) is { IsRepeat: true, Export.Tonnes: 30 });
        Assert.Equal("letter-used-up", desk.Transfer(Abroad("u", 31, 41)).Refusal?.Code);
        Assert.Equal((10L, 30L), (_letters.Find("LOA-1")!.Left, _supply.Tonnes("japan")));

        // The token and the first transfer are one use, and a second of either is found.
        Assert.Empty(ClaimReport.Of(_letters.Claims.Concat(_supply.Claims)));
        Assert.Equal(Bridge.Block(30, 30), Assert.Single(ClaimReport.Of([.. _letters.Claims, .. _supply.Claims.Where(c => c.Use is null), new Claim("tokens", ClaimKind.Token, Bridge.Block(30, 30))])).Units);
    }

    [Fact]
    public async Task What_may_be_done_with_what_went_abroad_is_an_unknown_of_the_law_and_not_done()
    {
        var desk = Minted("itmo");
        Assert.Null(desk.Transfer(Abroad("t", 1, 30)).Refusal);
        var stop = TestContext.Current.CancellationToken;
        SerialBlock[] there = [Bridge.Block(30, 30)];
        TokenAnswer[] tried =
        [
            desk.Transfer(Abroad("further", 1, 5) with { From = "japan", To = "singapore" }),
            desk.Transfer(Bridge.Transfer("home", "japan", "w1", 30, 30) with { At = Now }),
            await desk.BurnAsync(Bridge.Burn("burn", "japan", 1, 5) with { At = Now }, stop),
            desk.Stake("stake", Now, "japan", there),
            desk.ClawBack("claw", Now, "japan", "court", there, "false data"),
        ];
        Assert.All(tried, t => Assert.Equal("after-first-transfer", t.Refusal?.Code));
        Assert.All(tried, t => Assert.Contains("unknown of the law (article6.after-first-transfer)", t.Refusal!.Message, StringComparison.Ordinal));
        Assert.Equal(30, _supply.Tonnes("japan"));
        Assert.Equal("already-transferred", _letters.Transfer(new FirstTransfer { Key = "x", At = Now, Date = Day, Letter = "LOA-1", Units = Bridge.Block(30, 31), Vintage = 2025, Activity = "Green Hydrogen", Registry = "IND01", Party = "JPN", Mitigation = MitigationType.EmissionReductions }).Refusal?.Code);

        // What stayed is as free as before.
        Assert.Null(desk.Stake("s", Now, "w1", [Bridge.Block(31, 31)]).Refusal);
        Assert.Null(desk.ClawBack("c", Now, "w1", "court", [Bridge.Block(32, 32)], "false data").Refusal);
        Assert.Null((await desk.SlashAsync("x", Now, "w1", [Bridge.Block(31, 31)], "false data", stop)).Refusal);
        Assert.Equal("after-first-transfer", desk.ClawBack("d", Now, "japan", "court", [Bridge.Block(29, 30)], "false data").Refusal?.Code);
    }

    /// <summary>The register of unknowns says so, and who can settle it.</summary>
    [Theory]
    [InlineData("2025-26")]
    [InlineData("2026-27")]
    public void The_unknown_is_in_the_register(string year)
    {
        var unknown = Assert.Single(UnknownsRegister.Of(RulesetCatalog.Default.Resolve(ComplianceYear.Parse(year), new LocalDate(2026, 12, 1))), u => u.Path == "article6.after-first-transfer");
        Assert.Null(unknown.Value);
        Assert.Contains("MoEFCC", unknown.SettledBy, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_letter_does_not_cover_stays()
    {
        var desk = Minted("itmo");
        string? No(TransferAsk ask) => desk.Transfer(ask).Refusal?.Code;
        var ask = Abroad("t", 1, 30);
        Assert.Equal("wallet-not-domestic", No(ask with { Letter = null }));
        Assert.Equal("wallet-not-domestic", No(ask with { Letter = null, Destination = "unknown" }));
        Assert.Equal("letter-not-needed", No(ask with { Destination = "domestic" }));
        Assert.Equal("letter-unknown", No(ask with { Letter = ask.Letter! with { Letter = "LOA-9" } }));
        Assert.Equal("letter-other-party", No(ask with { Letter = ask.Letter! with { Party = "SGP" } }));
        Assert.Equal("activity-not-listed", No(ask with { Letter = ask.Letter! with { Activity = "Perpetual motion" } }));
        Assert.Equal("adjustment-not-committed", No(ask with { Letter = ask.Letter! with { AdjustmentStatus = "not-started" } }));
        Assert.Equal("vintage-differs", No(ask with { Letter = ask.Letter! with { Vintage = 2027 } }));
        Assert.Equal("malformed", No(ask with { Letter = ask.Letter! with { Registry = "India" } }));
        Assert.Equal("one-block", No(ask with { Units = [Bridge.Block(1, 5), Bridge.Block(7, 9)] }));
        Assert.Equal("letter-unknown", Desk(Policy, letters: null).Transfer(ask).Refusal?.Code);
        Assert.NotNull(No(ask with { At = Now + Duration.FromDays(60) }));
        Assert.Null(_letters.Authorise("next", Now, _letters.Find("LOA-1")!.Letter with { Id = "LOA-2", From = Day.PlusDays(1) }).Refusal);
        Assert.Equal("wallet-not-domestic", No(ask with { Letter = ask.Letter! with { Letter = "LOA-2" } }));
        Assert.Null(_letters.Revoke("r", Now, "LOA-1", Day, "by order").Refusal);
        Assert.Equal("wallet-not-domestic", No(ask));
        Assert.Empty(_letters.Actions);
        Assert.Equal(0, _supply.Tonnes("japan"));
    }

    /// <summary>A compliance year lies in two calendar years, and its units are outcomes of either.</summary>
    [Theory]
    [InlineData(2025)]
    [InlineData(2026)]
    public void Outcomes_are_of_either_calendar_year_of_the_vintage(int year)
    {
        var ask = Abroad("t", 1, 30);
        Assert.Null(Minted("itmo").Transfer(ask with { Letter = ask.Letter! with { Vintage = year } }).Refusal);
        Assert.Equal(year, Assert.Single(_letters.Actions).First.Vintage);
    }

    [Theory]
    [InlineData("ccc")]
    [InlineData("offset-ccc")]
    public void A_certificate_of_the_country_never_leaves_whatever_the_letter(string kind)
    {
        Assert.Equal("certificate-not-exportable", Minted(kind).Transfer(Abroad("t", 1, 30) with { Reason = "own-accounts" }).Refusal?.Code);
        Assert.Equal(40, _letters.Find("LOA-1")!.Left);
    }

    /// <summary>A ruleset without the token's policy has no word on wallets: it lets nothing out.</summary>
    [Fact]
    public void Without_a_token_s_policy_nothing_leaves()
    {
        Minted("itmo");
        var desk = Desk(Bare, _letters);
        Assert.Equal("wallet-not-domestic", desk.Transfer(Abroad("t", 1, 30)).Refusal?.Code);
        Assert.Equal("wallet-not-domestic", desk.Transfer(Abroad("t", 1, 30) with { Letter = null, Destination = "unknown" }).Refusal?.Code);
        Assert.Equal(40, _letters.Find("LOA-1")!.Left);
    }

    /// <summary>The process ended between the letter and the token: the same ask completes it, and counts nothing twice.</summary>
    [Fact]
    public void What_was_counted_before_the_process_ended_is_completed_by_the_same_ask()
    {
        var torn = new TornLines(_tokenLines);
        var desk = Desk(Policy, _letters, new TokenSupply(torn));
        Assert.Null(desk.Mint(Mint("itmo")).Refusal);
        torn.IsTorn = true;
        Assert.Throws<System.IO.IOException>(() => desk.Transfer(Abroad("t", 1, 40)));
        Assert.Equal(0, _letters.Find("LOA-1")!.Left);

        desk = Desk(Policy, new Article6Book(_letterLines), new TokenSupply(_tokenLines));
        Assert.NotNull(desk.Transfer(Abroad("other", 1, 40)).Refusal);
        var answer = desk.Transfer(Abroad("t", 1, 40));
        Assert.Null(answer.Refusal);
        Assert.Equal(40, answer.Export!.Tonnes);
        Assert.Equal((40, 40), (_supply.Tonnes("japan"), _letters.Actions.Sum(a => a.Tonnes)));
    }

    [Fact]
    public async Task However_many_desks_use_a_letter_at_once_it_is_never_used_beyond_its_quantity()
    {
        Minted("itmo");
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(i => Task.Run(() => Desk(Policy, new Article6Book(_letterLines), new TokenSupply(_tokenLines)).Transfer(Abroad("t" + i, (ulong)(1 + (i * 7)), (ulong)(7 + (i * 7)))))));
        Assert.Equal(5, answers.Count(a => a.IsAccepted));
        Assert.Equal((5, 35), (_letters.Find("LOA-1")!.Left, _supply.Tonnes("japan")));
    }

    /// <summary>A mint asks the letters and an export asks the tokens, each within its own decision: neither waits for the other for ever, and no unit is used by both.</summary>
    [Fact]
    public async Task Two_desks_that_ask_each_other_at_once_both_answer()
    {
        var desk = Desk(Policy, _letters);
        var exports = new ExportDesk(Bare, _letters, _ledger, () => _supply.Claims);
        Issue("itmo");
        var minting = Task.Run(() => Enumerable.Range(1, 300).Select(i => desk.Mint(Mint("itmo", "m" + i, (ulong)i, (ulong)i)).IsAccepted).ToList());
        var exporting = Task.Run(async () =>
        {
            var done = new List<bool>();
            for (var i = 1UL; i <= 300; i++)
            {
                var ask = new ExportAsk
                {
                    Transfer = new FirstTransfer { Key = "x" + i, At = Now, Date = Day, Letter = "LOA-1", Units = Bridge.Block(i, i), Vintage = 2025, Activity = "Green Hydrogen", Registry = "IND01", Party = "JPN", Mitigation = MitigationType.EmissionReductions },
                    Account = "backing", ToAccount = "abroad", FromRegistryAccount = "CUSTODY", ToRegistryAccount = "JP", AdjustmentStatus = "committed", ClaimedElsewhere = [],
                };
                done.Add((await exports.ExportAsync(ask, TestContext.Current.CancellationToken)).IsAccepted);
            }

            return done;
        });
        await Task.WhenAll(minting, exporting).WaitAsync(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken);
        Assert.All((await minting).Zip(await exporting), pair => Assert.False(pair.First && pair.Second));
        Assert.Empty(ClaimReport.Of(_letters.Claims.Concat(_supply.Claims)));
    }

    private TokenDesk Desk(DecisionEngine rules, Article6Book? letters, TokenSupply? supply = null) => new(new TokenDeskOptions
    {
        Rules = rules, Supply = supply ?? _supply, Ledger = _ledger, BackingAccount = "backing", CustodyAccount = "CUSTODY", Trust = Bridge.Trust(), CustodyMaxAge = Duration.FromMinutes(10), OtherClaims = () => [], Letters = letters,
    });

    private TokenDesk Minted(string kind)
    {
        var desk = Desk(Policy, _letters);
        Issue(kind);
        Assert.Null(desk.Mint(Mint(kind)).Refusal);
        return desk;
    }

    private void Issue(string kind) => _ledger.Execute(new IssueUnits("issue", Now, "backing", new Parcel(new UnitLot("icm", "s", kind, 2025, Issued), new BlockRange(1, 1000))));

    private MintAsk Mint(string kind, string key = "m", ulong start = 1, ulong end = 100)
    {
        Issue(kind);
        var ask = Bridge.Mint(key, start, end);
        return ask with { At = Now, Custody = new Custody.CustodyStatement(Now, [Bridge.Block(1, 1000)]), Metadata = ask.Metadata with { Kind = kind, Issued = Issued, ExpiryDate = Issued.PlusYears(3) } };
    }

    private static TransferAsk Abroad(string key, ulong start, ulong end) => new()
    {
        Key = key, At = Now, From = "w1", To = "japan", Units = [Bridge.Block(start, end)], Reason = "sale", Destination = "non-domestic",
        Letter = new LetterUse { Letter = "LOA-1", Vintage = 2025, Activity = "Green Hydrogen", Registry = "IND01", Party = "JPN", Mitigation = MitigationType.EmissionReductions, AdjustmentStatus = "committed" },
    };

    /// <summary>A journal whose disk is gone.</summary>
    private sealed class TornLines(ILineJournal lines) : ILineJournal
    {
        internal bool IsTorn { get; set; }

        public long Count => lines.Count;

        public IEnumerable<string> Read(long after) => lines.Read(after);

        public bool TryAppend(long expected, string line) => IsTorn ? throw new System.IO.IOException("The disk is gone.") : lines.TryAppend(expected, line);
    }
}
