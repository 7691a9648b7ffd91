using System;
using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Ccts.Credits.Article6;
using Ccts.Credits.Claims;
using Ccts.Credits.Journals;
using Ccts.Rules.Engines;
using Ccts.Rules.Rulesets;
using Ccts.Rules.Rulesets.Catalogs;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Blocks;
using Ccts.Sdk.Ledger.Journal;
using Ccts.Sdk.Trust.Signatures;
using Ccts.Tokens.Custody;
using Ccts.Tokens.Supply;
using Ccts.Tokens.Verification;
using NodaTime;

namespace Ccts.Tokens.Tests;

/// <summary>A token bridge in small: 1,000 issued units in custody, one agency that is trusted.</summary>
internal sealed class Bridge
{
    internal static readonly Instant Now = Instant.FromUtc(2026, 12, 1, 6, 0);
    internal static readonly LocalDate Issued = new(2026, 11, 1);
    private static readonly DecisionEngine Rules = DecisionEngine.Of(RulesetCatalog.Default.Resolve(new ComplianceYear(2025), new LocalDate(2026, 12, 1), ["ct02-token"]));
    private static readonly ECDsa AgencyKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private static readonly ECDsa ReceiptKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    internal Bridge(ILineJournal? lines = null, Bridge? beside = null, Func<IEnumerable<Claim>>? others = null, Article6Book? letters = null, DecisionEngine? rules = null)
    {
        Lines = lines ?? new InMemoryLines();
        Journal = beside?.Journal ?? new InMemoryJournal();
        Ledger = beside?.Ledger ?? new LedgerEngine(Journal, LedgerLimits.Of(Rules.Ruleset));
        if (beside is null)
        {
            Ledger.Execute(new IssueUnits("issue", Now, "backing", new Parcel(new UnitLot("icm", "s", UnitKinds.Ccc, 2025, Issued), new BlockRange(1, 1000))));
        }

        Supply = new TokenSupply(Lines);
        Desk = new TokenDesk(new TokenDeskOptions
        {
            Rules = rules ?? Rules, Letters = letters, Supply = Supply, Ledger = Ledger, BackingAccount = "backing", CustodyAccount = "CUSTODY", Trust = Trust(), CustodyMaxAge = Duration.FromMinutes(10), OtherClaims = others ?? (() => []),
        });
    }

    internal ILineJournal Lines { get; }

    internal InMemoryJournal Journal { get; }

    internal LedgerEngine Ledger { get; }

    internal TokenSupply Supply { get; }

    internal TokenDesk Desk { get; }

    internal static CustodyStatement Custody { get; } = new(Now, [Block(1, 1000)]);

    internal static SerialBlock Block(ulong start, ulong end) => new("icm", "s", start, end);

    internal static Digest Report(string name) => Digest.Of("report " + name);

    internal static SignedSignal Signal(long tonnes = 1000, string report = "a", ComplianceYear? vintage = null) => Signal("agency", AgencyKey, tonnes, report, vintage);

    internal static SignedSignal ReceiptSignal() => Signal("receipts", ReceiptKey, 1000, "a");

    internal static SignedSignal Signal(string id, ECDsa key, long tonnes, string report, ComplianceYear? vintage = null) =>
        new VerificationSignal("P-1", vintage ?? new ComplianceYear(2025), tonnes, Report(report), "Agency").Sign(new EcdsaSigningKey(id, key));

    internal static MintAsk Mint(string key, ulong start, ulong end, string wallet = "w1", SignedSignal? signal = null)
    {
        var signed = signal ?? Signal();
        return new MintAsk
        {
            Key = key, At = Now, Wallet = wallet, Units = [Block(start, end)], Signal = signed, Custody = Custody, ClaimedElsewhere = [], Methodology = "BM EN01.001",
            Metadata = new TokenMetadata
            {
                Kind = UnitKinds.Ccc, Vintage = new ComplianceYear(2025), Project = "P-1", VerificationHash = signed.Signal.Report, SerialNumber = "1-1000", Issued = Issued, ExpiryDate = Issued.PlusYears(3),
            },
        };
    }

    internal static TransferAsk Transfer(string key, string from, string to, ulong start, ulong end) =>
        new() { Key = key, At = Now, From = from, To = to, Units = [Block(start, end)], Reason = "own-accounts", Destination = "domestic" };

    internal static BurnAsk Burn(string key, string wallet, ulong start, ulong end) =>
        new() { Key = key, At = Now, Wallet = wallet, Holder = "mill", Asker = "mill", Units = [Block(start, end)], Beneficiary = "B" };

    internal static TrustFile Trust()
    {
        var keys = new JsonArray();
        foreach (var (id, use, key) in new[] { ("agency", "verifications", AgencyKey), ("receipts", "receipts", ReceiptKey) })
        {
            keys.Add((JsonNode)new JsonObject
            {
                ["id"] = id, ["holder"] = "Agency", ["use"] = use, ["algorithm"] = "ecdsa-p256-sha256",
                ["publicKey"] = key.ExportSubjectPublicKeyInfoPem(), ["from"] = "2026-01-01", ["to"] = "2030-12-31",
            });
        }

        return TrustFile.Read(Encoding.UTF8.GetBytes(new JsonObject { ["format"] = 1, ["keys"] = keys }.ToJsonString()));
    }
}
