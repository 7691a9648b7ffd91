using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Ccts.Credits.Article6;
using Ccts.Credits.Attributes;
using Ccts.Credits.Claims;
using Ccts.Credits.Journals;
using Ccts.Credits.Requests;
using Ccts.Registry.Adapters.Channels;
using Ccts.Registry.Adapters.Channels.Http;
using Ccts.Registry.Adapters.Channels.Icm;
using Ccts.Registry.Adapters.Outbox;
using Ccts.Registry.Adapters.Registries;
using Ccts.Registry.Stub;
using Ccts.Rules.Decisions;
using Ccts.Rules.Decisions.Requests;
using Ccts.Rules.Engines;
using Ccts.Rules.Rulesets;
using Ccts.Rules.Rulesets.Catalogs;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Blocks;
using Ccts.Sdk.Ledger.Journal;
using Ccts.Sdk.Ledger.Outbox;
using Ccts.Tokens.Custody;
using Ccts.Tokens.Supply;
using NodaTime;

namespace Ccts.Tokens.Tests;

/// <summary>
/// A whole market in small: a ledger with its outbox, a registry over HTTP, tokens, letters with their tables, and a host that retires. Beside it a model that
/// knows one word for each number.
/// </summary>
internal sealed class MarketWalk : IAsyncDisposable
{
    internal const int Issued = 200;
    private const string Backing = "holder", Custody = "R-mill", Abroad = "R-abroad";
    private static readonly LocalDate Day = new(2026, 1, 15);
    private static readonly Instant Now = Instant.FromUtc(2026, 1, 15, 6, 0);
    private static readonly Ruleset Ruleset = RulesetCatalog.Default.Resolve(new ComplianceYear(2025), new LocalDate(2026, 12, 1));
    private static readonly DecisionEngine Rules = DecisionEngine.Of(Ruleset);
    private static readonly DecisionEngine TokenRules = DecisionEngine.Of(RulesetCatalog.Default.Resolve(new ComplianceYear(2025), new LocalDate(2026, 12, 1), ["ct02-token"]));

    private readonly Random _random;
    private readonly StubRegistry _registry;
    private readonly InMemoryJournal _journal = new();
    private readonly InMemoryOutbox _outbox = new(SystemClock.Instance);
    private readonly LedgerEngine _ledger;
    private readonly Article6Book _letters = new(new InMemoryLines());
    private readonly CreditBook _credits = new(new InMemoryLines());
    private readonly TokenSupply _supply = new(new InMemoryLines());
    private readonly TokenDesk _tokens;
    private readonly ExportDesk _exports;
    private readonly HttpChannel _channel;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _running;
    private readonly List<Claim> _retired = [];
    private readonly Place[] _model = new Place[Issued + 1];
    private int _keys;

    private MarketWalk(StubRegistry registry, int seed)
    {
        (_random, _registry) = (new Random(seed), registry);
        _registry.Issue(Custody, "s", new BlockRange(1, Issued));
        _ledger = new LedgerEngine(_journal, LedgerLimits.Of(Ruleset));
        _ledger.Execute(new IssueUnits("issue", Now, Backing, new Parcel(new UnitLot("icm", "s", "itmo", 2025, new LocalDate(2025, 12, 1)), new BlockRange(1, Issued))));
        _credits.Set("credits", Now, [Block(1, Issued)], new CreditAttributes { CreditType = CreditType.Reduction, Adjustment = new("committed", "IND", "JPN", null) });
        foreach (var (id, tonnes) in new[] { ("LOA-1", 40L), ("LOA-2", 30L) })
        {
            _letters.Authorise(id, Now, new Letter
            {
                Id = id, Date = new LocalDate(2025, 12, 1), Authority = "NDA-ART6-2025", Approach = "CA0002", Tonnes = tonnes, Activities = ["Green Hydrogen"], Sectors = ["Energy"],
                Purpose = Article6Purpose.Ndc, Parties = ["JPN", "SGP"], From = new LocalDate(2026, 1, 1), Until = new LocalDate(2026, 12, 31),
            });
        }

        _tokens = new TokenDesk(new TokenDeskOptions
        {
            Rules = TokenRules, Supply = _supply, Ledger = _ledger, BackingAccount = Backing, CustodyAccount = Custody, Trust = Bridge.Trust(), CustodyMaxAge = Duration.FromMinutes(10),
            OtherClaims = () => _retired, Letters = _letters,
        });
        _exports = new ExportDesk(Rules, _letters, _ledger, () => _supply.Claims.Concat(_retired));
        _channel = IcmChannels.OverHttp(new HttpAccess(registry.Address, registry.TokenAddress, "host", "stub-secret", Custody) { Timeout = TimeSpan.FromSeconds(1) });
        var settling = Duration.FromSeconds(1);
        var link = new RegistryLink(_channel, new RegistryLinkOptions
        {
            SettlingTime = settling, RequestsPerMinute = 600_000, Burst = 1000, BreakAfter = 1000,
            Patience = new OutboxPolicy(settling) { FirstPause = Duration.FromMilliseconds(20), LongestPause = Duration.FromMilliseconds(100), AttemptTimeout = settling },
        });
        var dispatcher = new OutboxDispatcher(_outbox, _journal, new EngineLedger(_ledger), [link], new OutboxDispatcherOptions { LookEvery = Duration.FromMilliseconds(20), Lease = Duration.FromMinutes(1) });
        _running = dispatcher.RunAsync(_stop.Token);
    }

    /// <summary>What became of a number.</summary>
    internal enum Place
    {
        Free,
        Token,
        Burned,
        Exported,
        Retired,

        /// <summary>Its token went abroad under a letter.</summary>
        TokenAbroad,
    }

    internal static async Task<MarketWalk> BeginAsync(int seed, int faultsInThousand) => new(
        await StubRegistry.StartAsync(new StubOptions
        {
            Seed = seed, FaultsInThousand = faultsInThousand, LateBy = TimeSpan.FromMilliseconds(100),
            Faults = [StubFault.ServerError, StubFault.ServerErrorAfterActing, StubFault.DroppedBeforeActing, StubFault.DroppedAfterActing, StubFault.Doubled, StubFault.Html, StubFault.Truncated, StubFault.LateEffect],
        }),
        seed);

    internal int Count(Place place) => _model.Skip(1).Count(p => p == place);

    internal LedgerEngine Ledger => _ledger;

    /// <summary>Asks for something at random. It is accepted exactly when the model says that no number of it is used, and asked once more it changes nothing.</summary>
    internal async Task StepAsync(CancellationToken cancellation)
    {
        var start = (ulong)_random.Next(1, Issued - 8);
        var (key, block) = ("k" + (++_keys).ToString(CultureInfo.InvariantCulture), Block(start, start + (ulong)_random.Next(0, 8)));
        var times = _random.Next(4) == 0 ? 2 : 1;
        switch (_random.Next(5))
        {
            case 0:
                // The same ask twice: what the registry shows may change between two looks at it.
                var mint = Mint(key, block);
                Asked(block, Place.Free, Place.Token, Times(times, () => _tokens.Mint(mint).Refusal?.Message));
                break;
            case 1:
                Asked(block, Place.Token, Place.Burned, await TimesAsync(times, async () => (await _tokens.BurnAsync(Bridge.Burn(key, "w", start, block.End.ToUInt64()) with { At = Now }, cancellation)).Refusal?.Message));
                break;
            case 2:
                var letter = _random.Next(2) == 0 ? "LOA-1" : "LOA-2";
                var isCovered = _letters.Find(letter)!.Left >= (long)block.Count.ToUInt64();
                Asked(block, isCovered ? Place.Free : null, Place.Exported, await TimesAsync(times, async () => (await _exports.ExportAsync(Export(key, block, letter), cancellation)).Refusal?.Message));
                break;
            case 3:
                var under = _random.Next(2) == 0 ? "LOA-1" : "LOA-2";
                var abroad = Bridge.Transfer(key, "w", "abroad", start, block.End.ToUInt64()) with
                {
                    At = Now, Reason = "sale", Destination = "non-domestic",
                    Letter = new LetterUse { Letter = under, Vintage = 2025, Activity = "Green Hydrogen", Registry = "IND01", Party = "JPN", Mitigation = MitigationType.EmissionReductions, AdjustmentStatus = "committed" },
                };
                Asked(block, _letters.Find(under)!.Left >= (long)block.Count.ToUInt64() ? Place.Token : null, Place.TokenAbroad, Times(times, () => _tokens.Transfer(abroad).Refusal?.Message));
                break;
            default:
                Asked(block, Place.Free, Place.Retired, Retire(key, block) ? null : "no");
                break;
        }
    }

    /// <summary>Whatever comes in a second time is refused, whichever door it takes.</summary>
    internal async Task SecondClaimsAsync(CancellationToken cancellation)
    {
        for (var number = 1UL; number <= Issued; number++)
        {
            var (place, block, key) = (_model[number], Block(number, number), "second" + number.ToString(CultureInfo.InvariantCulture));
            if (place != Place.Free)
            {
                Assert.False(_tokens.Mint(Mint(key + "m", block)).IsAccepted);
                Assert.False((await _exports.ExportAsync(Export(key + "x", block, "LOA-1"), cancellation)).IsAccepted);
                Assert.False(Retire(key + "r", block));
                Assert.False(_ledger.Execute(new IssueUnits(key + "i", Now, "other", new Parcel(new UnitLot("icm", "s", "itmo", 2025), block.Range))).IsAccepted);
            }
        }
    }

    /// <summary>Waits until every instruction is settled.</summary>
    internal async Task SettledAsync()
    {
        using var longest = new CancellationTokenSource(TimeSpan.FromSeconds(120));
        var due = _journal.Intents(0).Select(i => i.Intent.Key).ToList();
        while (!due.TrueForAll(k => _outbox.Find(k) is { } row && OutboxText.Read(row).IsSettled))
        {
            Assert.False(_running.IsFaulted, _running.Exception?.ToString());
            await Task.Delay(10, longest.Token);
        }
    }

    /// <summary>The word of each book for every number, in words of the model.</summary>
    internal IEnumerable<(string Book, Func<ulong, Place?> Of)> Books()
    {
        var here = _ledger.Account(Backing)!.Holdings;
        var abroad = _ledger.Account("abroad")?.Holdings ?? [];
        var runs = _supply.Runs();
        var actions = _letters.Actions;
        var certain = _registry.Units;
        yield return ("ledger", n => Has(abroad.Where(h => h.Place == ShadowAccount.Free).Select(h => h.Units.Block), n) ? Place.Exported
            : here.First(h => h.Units.Range.Contains(n)).Place switch { ShadowAccount.Free => Behind(n), ShadowAccount.Retired => Ended(n), _ => null });
        yield return ("registry", n => certain.Single(u => u.Range.Contains(n)) is var u && u.State == "ACTIVE" ? u.Account == Abroad ? Place.Exported : Behind(n) : u.State == "RETIRED" ? Ended(n) : null);
        yield return ("tokens", n => runs.FirstOrDefault(r => r.Units.Range.Contains(n)) is not { } run ? NotToken(n) : run.Place.Standing switch { TokenStanding.Live => run.Place.Wallet == "abroad" ? Place.TokenAbroad : Place.Token, TokenStanding.Burned => Place.Burned, _ => null });
        yield return ("article 6", n => Has(actions.Select(a => a.Units), n) ? _model[n] == Place.TokenAbroad ? Place.TokenAbroad : Place.Exported : _model[n] is Place.Exported or Place.TokenAbroad ? null : _model[n]);
    }

    internal Place this[ulong number] => _model[number];

    internal IEnumerable<Claim> Claims => _letters.Claims.Concat(_supply.Claims).Concat(_retired);

    internal Article6Book Letters => _letters;

    internal StubRegistry Registry => _registry;

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running;
        _channel.Dispose();
        _stop.Dispose();
        await _registry.DisposeAsync();
    }

    // Of what has ended, ledger and registry cannot tell whether by a burn.
    private Place? Ended(ulong number) => _model[number] is Place.Burned or Place.Retired ? _model[number] : null;

    // Of units in custody neither can tell whether tokens stand for them.
    private Place Behind(ulong number) => _model[number] is Place.Token or Place.TokenAbroad ? _model[number] : Place.Free;

    private Place? NotToken(ulong number) => _model[number] is Place.Token or Place.TokenAbroad or Place.Burned ? null : _model[number];

    private static bool Has(IEnumerable<SerialBlock> blocks, ulong number) => blocks.Any(b => b.Range.Contains(number));

    private void Asked(SerialBlock block, Place? from, Place to, string? refusal)
    {
        var accepted = refusal is null;
        var numbers = Enumerable.Range((int)block.Start.ToUInt64(), (int)block.Count.ToUInt64()).ToList();
        Assert.True(accepted == (from is not null && numbers.TrueForAll(n => _model[n] == from)), $"{block}: {refusal ?? "accepted"}");
        foreach (var number in accepted ? numbers : [])
        {
            _model[number] = to;
        }
    }

    // The host's own retirement: asked of the rules with what the books know, then reserved with its instruction.
    private bool Retire(string key, SerialBlock block)
    {
        var facts = LedgerFacts.Of(_ledger, Backing);
        var asked = AccountRequests.Of(new RetireRequest { Id = key, Year = Ruleset.Year, Date = Day, UnitDoubleUse = ClaimReport.Refusal([block], _letters.Claims.Concat(_supply.Claims)) is not null }, facts, new ChosenUnits(block));
        if (asked.Any(r => Rules.Decide(r.Request).Outcome != Outcome.Permit))
        {
            return false;
        }

        var instruction = new UnitInstruction { Key = key, Kind = InstructionKind.Retire, Units = block, FromAccount = Custody, Beneficiary = "B", Ledger = new LedgerEffect(Backing, key) };
        if (!_ledger.Execute(new ReserveUnits(key, Now, Backing, key, new ChosenUnits(block), ReservationPurpose.Other), instruction.ToIntent()).IsAccepted)
        {
            return false;
        }

        _retired.Add(new Claim("host", ClaimKind.Ended, block));
        return true;
    }

    private MintAsk Mint(string key, SerialBlock block)
    {
        var ask = Bridge.Mint(key, block.Start.ToUInt64(), block.End.ToUInt64(), "w", Bridge.Signal(100_000));
        var custody = new CustodyStatement(Now, _registry.Units.Where(u => u.State == "ACTIVE" && u.Account == Custody).Select(u => new SerialBlock("icm", u.Scope, u.Range)));
        return ask with { At = Now, Custody = custody, Metadata = ask.Metadata with { Kind = "itmo", Issued = new LocalDate(2025, 12, 1), ExpiryDate = new LocalDate(2028, 12, 1) } };
    }

    private static ExportAsk Export(string key, SerialBlock block, string letter) => new()
    {
        Transfer = new FirstTransfer { Key = key, At = Now, Date = Day, Letter = letter, Units = block, Vintage = 2025, Activity = "Green Hydrogen", Registry = "IND01", Party = "JPN", Mitigation = MitigationType.EmissionReductions },
        Account = Backing, ToAccount = "abroad", FromRegistryAccount = Custody, ToRegistryAccount = Abroad, AdjustmentStatus = "committed", ClaimedElsewhere = [],
    };

    // Accepted or refused, it stays so. The reason of a refusal may be another: instructions take effect at the registry meanwhile.
    private static string? Times(int times, Func<string?> ask)
    {
        var first = ask();
        for (var i = 1; i < times; i++)
        {
            Assert.Equal(first is null, ask() is null);
        }

        return first;
    }

    private static async Task<string?> TimesAsync(int times, Func<Task<string?>> ask)
    {
        var first = await ask();
        for (var i = 1; i < times; i++)
        {
            Assert.Equal(first is null, await ask() is null);
        }

        return first;
    }

    private static SerialBlock Block(ulong start, ulong end) => new("icm", "s", start, end);
}
