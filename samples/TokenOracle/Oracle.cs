using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using Ccts.Credits.Journals;
using Ccts.Ingestion.Cloud;
using Ccts.Registry.Adapters.Outbox;
using Ccts.Rules.Engines;
using Ccts.Rules.Rulesets;
using Ccts.Rules.Rulesets.Catalogs;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Blocks;
using Ccts.Sdk.Ledger.Journal;
using Ccts.Sdk.Ledger.Outbox;
using Ccts.Sdk.Problems;
using Ccts.Sdk.Trust.Signatures;
using Ccts.Tokens;
using Ccts.Tokens.Custody;
using Ccts.Tokens.Ethereum;
using Ccts.Tokens.Supply;
using Ccts.Tokens.Verification;
using NodaTime;

namespace TokenOracle;

/// <summary>The life of one token, and three attempts that must fail: a forged signal, a second mint, an expired unit.</summary>
internal sealed class Oracle(string before, string after, string energy, TextWriter output)
{
    private const string Backing = "token-backing", Custody = "ICM-CUSTODY-1", Agency = "Example Verification Agency", Project = "CloudTuner_India_001";
    private const string Contract = "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed", Wallet = "0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359", Buyer = "0xdbF03B407c01E7cD3CBea99509d93f8DDDC8C6FB";

    // Forty tonnes are burned and the rest expires. Numbers from 1000 on are units that are too old.
    private const long Least = 41, Most = 999;

    private static readonly ComplianceYear Year = new(2025);
    private static readonly Instant Now = Instant.FromUtc(2026, 12, 1, 6, 0);
    private static readonly LocalDate Issued = new(2026, 11, 1);

    private readonly JsonArray _keys = [];
    private int _faults;

    internal async Task<bool> Run(CancellationToken cancellation)
    {
        // The year's ruleset with the token's policy.
        var ruleset = RulesetCatalog.Default.Resolve(Year, Now.InUtc().Date, ["ct02-token"]);
        var rules = DecisionEngine.Of(ruleset);

        // 1. Cloud usage to Scope 2, by the newest grid factor that the ruleset quotes for the generating year.
        var grid = ruleset.Factors.Grid.Where(g => g.Series == "weighted-average-incl-imports").OrderBy(g => g.FinancialYear, StringComparer.Ordinal).Last();
        var scope2 = Scope2.Of(CloudEnergy.Read(await File.ReadAllBytesAsync(energy, cancellation), energy), before, after, grid.Factor.Value, Year);
        foreach (var told in scope2.Notices)
        {
            output.WriteLine($"  {told.Place}: {told.Code}: {told.Message}");
        }

        output.WriteLine($"Scope 2: {scope2.Before} before, {scope2.After} now, at {grid.Factor.Value} (CEA {grid.Version}, {grid.FinancialYear}). Saved {scope2.Reduction}: {scope2.WholeTonnes} whole tonnes.");

        if (scope2.WholeTonnes is < Least or > Most)
        {
            throw new CctsDataException([new Problem("wrong-reduction", Severity.Error, $"The reduction has {scope2.WholeTonnes} whole tonnes, and this walk mints {Least} to {Most}.", new SourcePlace(after, 0, 0, ""))]);
        }

        // 2. An agency verifies and signs. The host's trust file has its key, but not the forger's.
        using var agencyKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var forgerKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        Trust("agency-2026", Agency, agencyKey);
        var report = Encoding.UTF8.GetBytes($"Verified: {scope2.WholeTonnes} tCO2e of {Project} in {Year}, from {string.Join(" and ", scope2.Files.Select(f => f.Name + " sha256:" + f.Sha256))}");
        var signal = new VerificationSignal(Project, Year, scope2.WholeTonnes, Digest.Of(report), Agency);
        var signed = signal.Sign(new EcdsaSigningKey("agency-2026", agencyKey));
        var forged = signal.Sign(new EcdsaSigningKey("agency-2026", forgerKey));

        // 3. The registry issues the units into custody; in the ledger they are free in the account behind the tokens.
        var units = new SerialBlock("icm", "illustrative", 1, (ulong)scope2.WholeTonnes);
        var old = new SerialBlock("icm", "illustrative", 1000, 1009);
        var registry = new SimulatedRegistry(Custody);
        var journal = new InMemoryJournal();
        var ledger = new LedgerEngine(journal, LedgerLimits.Of(ruleset));
        foreach (var (block, issued) in new[] { (units, Issued), (old, Issued.PlusYears(-4)) })
        {
            registry.Issue(block);
            var lot = new UnitLot(block.Registry, block.Scope, UnitKind.Ccc, Year.StartYear, issued);
            Expect("issue " + block, ledger.Execute(new IssueUnits("issue/" + block.Start, Now, Backing, new Parcel(lot, block.Range))).IsAccepted);
        }

        var supply = new TokenSupply(new InMemoryLines());
        var desk = new TokenDesk(new TokenDeskOptions
        {
            Rules = rules, Supply = supply, Ledger = ledger, BackingAccount = Backing, CustodyAccount = Custody,
            Trust = TrustFile.Read(Encoding.UTF8.GetBytes(new JsonObject { ["format"] = 1, ["keys"] = _keys }.ToJsonString())), CustodyMaxAge = Duration.FromMinutes(10),
            // The host's other books; this host has none.
            OtherClaims = () => [],
        });

        // 4. Mint: once, and only with the agency's signal.
        var mint = new MintAsk
        {
            Key = "mint/1", At = Now, Wallet = Wallet, Units = [units], Signal = signed, ClaimedElsewhere = [],
            Metadata = Metadata(signal, units, Issued), Custody = CustodyStatement.Of(units, Custody, registry.Answer(units), Now), Methodology = "BM EN01.001",
        };
        Refused("a forged signal", desk.Mint(mint with { Key = "mint/forged", Signal = forged }), "signature-wrong");
        Refused("a signal whose tonnes were changed", desk.Mint(mint with { Key = "mint/more", Signal = signed with { Signal = signal with { Tonnes = signal.Tonnes + 1 } } }), "signature-wrong");
        Refused("a token past its units' last day", desk.Mint(mint with { Key = "mint/old", Units = [old], Metadata = Metadata(signal, old, Issued.PlusYears(-4)), Custody = CustodyStatement.Of(old, Custody, registry.Answer(old), Now) }), "validity-over");
        Accepted("mint", desk.Mint(mint));
        Expect("the same mint asked twice is one mint", desk.Mint(mint) is { IsAccepted: true, IsRepeat: true } && supply.Tonnes(Wallet) == scope2.WholeTonnes);
        Refused("a doubled mint", desk.Mint(mint with { Key = "mint/2" }), "already-minted");
        var call = new Erc1155Calls(Contract).Mint(Wallet, mint.Metadata.Id, scope2.WholeTonnes);
        output.WriteLine($"  to be signed by the host: {call.Function} {call.Data[..10]}… ({(call.Data.Length - 2) / 2} bytes)");

        // 5. Transfer: within India, not abroad.
        var part = new SerialBlock(units.Registry, units.Scope, 1, 40);
        var transfer = new TransferAsk { Key = "transfer/1", At = Now, From = Wallet, To = Buyer, Units = [part], Reason = "own-accounts", Destination = "domestic" };
        Refused("a transfer abroad", desk.Transfer(transfer with { Key = "transfer/abroad", Destination = "non-domestic" }), "wallet-not-domestic");
        Accepted("transfer", desk.Transfer(transfer));

        // 6. Burn: the token first, then the units, through the outbox.
        var burn = new BurnAsk { Key = "burn/1", At = Now, Wallet = Buyer, Holder = "Example Retail Ltd", Asker = "Example Retail Ltd", Units = [part], Beneficiary = "Example Retail Ltd", Purpose = "Scope 2 of 2025-26" };
        Refused("a burn that somebody else asks for", await desk.BurnAsync(burn with { Key = "burn/other", Asker = "Somebody Else" }, cancellation), "wrong-entity");
        Accepted("burn", await desk.BurnAsync(burn, cancellation));
        var outbox = new InMemoryOutbox(SystemClock.Instance);
        await Send(outbox, journal, ledger, registry, cancellation);
        var certificate = RetirementCertificate.Of(supply, outbox, "burn/1");
        Expect("certificate", certificate?.Tonnes == 40);
        output.WriteLine("  " + certificate?.ToJson());
        Expect("the ledger has retired them", ledger.Account(Backing)!.Tonnes(UnitKind.Ccc, ShadowAccount.Retired) == 40);

        // 7. Three years later: the remaining tokens have expired, and cannot move.
        var later = Instant.FromUtc(2029, 11, 2, 6, 0);
        var rest = new SerialBlock(units.Registry, units.Scope, 41, units.End);
        Refused("an expired unit", desk.Transfer(transfer with { Key = "transfer/late", At = later, Units = [rest] }), "token-expired");
        Refused("an expired unit, burned", await desk.BurnAsync(burn with { Key = "burn/late", At = later, Wallet = Wallet, Units = [rest] }, cancellation), "token-expired");
        var sweep = await desk.SweepAsync("sweep/2029", later, cancellation);
        Expect("the sweep ends them", sweep.Ended.Count == 1 && sweep.LedgerRefused.Count == 0 && supply.Outstanding().Count == 0);

        output.WriteLine(_faults == 0 ? "Every step had the expected result." : $"{_faults} steps had another result than expected.");
        return _faults == 0;
    }

    private static TokenMetadata Metadata(VerificationSignal signal, SerialBlock units, LocalDate issued) => new()
    {
        Kind = UnitKind.Ccc, Vintage = signal.Vintage, Project = signal.Project, VerificationHash = signal.Report,
        SerialNumber = units.ToString(), Issued = issued, ExpiryDate = issued.PlusYears(3),
    };

    private static async Task Send(InMemoryOutbox outbox, InMemoryJournal journal, LedgerEngine ledger, SimulatedRegistry registry, CancellationToken cancellation)
    {
        using var done = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var dispatcher = new OutboxDispatcher(outbox, journal, new EngineLedger(ledger), [new RegistryLink(registry)], new OutboxDispatcherOptions { LookEvery = Duration.FromMilliseconds(20) });
        var running = dispatcher.RunAsync(done.Token);
        while (!running.IsCompleted && !outbox.All().Any(r => !r.IsOpen))
        {
            await Task.Delay(10, cancellation);
        }

        await done.CancelAsync();
        await running;
    }

    private void Trust(string id, string holder, ECDsa key) => _keys.Add((JsonNode)new JsonObject
    {
        ["id"] = id, ["holder"] = holder, ["use"] = "verifications", ["algorithm"] = "ecdsa-p256-sha256",
        ["publicKey"] = key.ExportSubjectPublicKeyInfoPem(), ["from"] = "2026-01-01", ["to"] = "2030-12-31",
    });

    private void Accepted(string what, TokenAnswer answer) => Say(answer.IsAccepted, what, answer.Refusal is { } no ? $"{no.Code}: {no.Message}" : "accepted");

    private void Refused(string what, TokenAnswer answer, string code) => Say(answer.Refusal?.Code == code, what, answer.Refusal is { } no ? $"refused, {no.Code}: {no.Message}" : "accepted, and must not be");

    private void Expect(string what, bool holds) => Say(holds, what, holds ? "yes" : "no");

    private void Say(bool holds, string what, string outcome)
    {
        _faults += holds ? 0 : 1;
        output.WriteLine($"{(holds ? " " : "!")} {what}: {outcome}");
    }
}
