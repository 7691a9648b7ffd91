using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Rules.Decisions;
using Ccts.Rules.Decisions.Requests;
using Ccts.Rules.Engines;
using Ccts.Rules.Rules;
using Ccts.Rules.Rules.Vocabulary;
using Ccts.Rules.Rulesets;
using Ccts.Rules.Rulesets.Catalogs;
using Ccts.Sdk.Quantities;
using NodaTime;

namespace Ccts.Rules.Tests.Decisions;

/// <summary>Two spellings of what may be one name are neither one name nor two: a rule that turns on it is referred, by every engine.</summary>
public class NearNameTests
{
    private static readonly Ruleset Shipped = RulesetCatalog.Default.Find("in-ccts/2025-26")!;
    private static readonly LocalDate Day = new(2026, 11, 23);

    /// <summary>The first two may be one name; the third is another.</summary>
    private static readonly (string One, string Other, string Third)[] Names =
    [
        ("Agency One", "AGENCY ONE", "Agency Two"),
        ("Agency One", "Agency-One.", "Agency Onex"),
        ("Agency One", "AgencyOne", "AgencyTwo"),
        ("Agency One", "\uFF21gency One", "Agency Won"),
        ("Agency One", "Agency One Pvt Ltd", "Agency Two Pvt Ltd"),
        ("Earthood Services Private Limited", "M/s. Earthood Services (P) Ltd.", "Earthwood Services Private Limited"),
        ("Earthood Services LLP", "EARTHOOD SERVICES L.L.P.", "M.S. Earthood Energy LLP"),
        ("T\u00DCV S\u00DCD", "TUV SUD", "T\u00DCV Nord"),
        ("Surveyors & Co", "The Surveyors and Company", "Survey & Sons"),
        ("One Agency", "Agency, One", "Two Agency"),
        ("Agency One", "Agency One (ACVA/012)", "Agency Two (ACVA/012)"),
        ("Agency One", "AEA-0012 Agency One", "AEA-0012 Agency Two"),
        ("KBS Certification Services", "KBS Certification Services Pvt Ltd, Faridabad", "KBC Certification Services Pvt Ltd, Faridabad"),
        ("Agency One, New Delhi", "Agency One, Mumbai", "Agency Two, New Delhi"),
        ("Earthood Services", "Earthood Services Pvt Ltd (formerly Greenwood Services)", "Greenwood Services Pvt Ltd (formerly Earthwood)"),
        ("RINA", "RINA India", "INDIA"),
        ("DNV AS", "DNV", "DNW"),
        ("AENOR INTERNACIONAL S.A.U.", "AENOR", "AENOS"),
        ("Agency One Private Limted", "Agency One Private Limited", "Agency Two Private Limited"),
        ("A Sharma and Associates", "Dr. A. Sharma & Associates", "B Sharma and Associates"),
        ("Bureau of Energy Efficiency", "BEE", "BEF"),
        ("Agency One LLP", "Agency One Pvt Ltd", "Agency Two LLP"),
        ("Mill 2, Kotputli", "Mill 2", "Mill"),
        ("Plant 1 Unit 2", "Plant 01, Unit 2", "Plant 2 Unit 1"),
        ("AEA-0012", "AEA-12", "AEA-102"),
        ("CMTOE085RJ", "CMTOE85RJ", "CMTOE805RJ"),
        ("CMTOE085RJ", "\u0421MTOE085RJ", "CMTOE086RJ"),
        ("CMTOE085RJ", "\uD835\uDC02MTOE0\uD835\uDFD6\uD835\uDFD3RJ", "CMTOE086RJ"),
        ("Mill 12", "Mill \u0967\u0968", "Mill 13"),
        ("\u0958\u0932\u092E", "\u0915\u093C\u0932\u092E", "\u0915\u0932\u0940\u092E"),
    ];

    public static IEnumerable<TheoryDataRow<EngineKind?>> Kinds =>
        Enum.GetValues<EngineKind>().Where(DecisionEngine.IsSupported).Select(k => new TheoryDataRow<EngineKind?>(k)).Append(new TheoryDataRow<EngineKind?>(null));

    [Theory]
    [MemberData(nameof(Kinds))]
    public void An_owner_is_the_asker_another_or_it_cannot_be_said(EngineKind? kind)
    {
        foreach (var (one, other, third) in Names)
        {
            Assert.Equal((Outcome.Permit, Outcome.Refer, Outcome.Deny), (Surrender(kind, one, one), Surrender(kind, one, other), Surrender(kind, one, third)));
            Assert.Equal(Outcome.Refer, Surrender(kind, other, one));
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_check_verification_is_by_another_agency_or_it_cannot_be_said(EngineKind? kind)
    {
        foreach (var (one, other, third) in Names)
        {
            Assert.Equal((Outcome.Deny, Outcome.Refer, Outcome.Permit), (Check(kind, one, one), Check(kind, one, other), Check(kind, one, third)));
        }
    }

    /// <summary>An x, digits or letters in a row fill a field: two of it are not one owner for certain, and an agency "x" is no other agency for certain.</summary>
    [Theory]
    [MemberData(nameof(Kinds))]
    public void An_x_or_a_digit_names_nobody_for_certain(EngineKind? kind)
    {
        Assert.All(new[] { "A", "AB", "1042", "BEE", "ABB" }, name => Assert.Equal((Outcome.Permit, Outcome.Deny), (Surrender(kind, name, name), Check(kind, name, name))));
        foreach (var one in new[] { "x", "X", "1", "12", "777", "pqr" })
        {
            Assert.Equal((Outcome.Refer, Outcome.Refer, Outcome.Refer), (Surrender(kind, one, one), Surrender(kind, one, "y"), Check(kind, one, one)));
            Assert.Equal((Outcome.Refer, Outcome.Refer), (Check(kind, one, "Agency One"), Check(kind, "Agency One", one)));
        }
    }

    [Fact]
    public void The_finding_says_which_names_leave_it_open()
    {
        var open = new RuleInterpreter(Shipped).Decide(CheckOf("Agency One", "AGENCY ONE").ToRequest(Shipped.Rules.Vocabulary)).Findings.Single(f => f.Effect == RuleEffect.Deny);
        Assert.Contains("whether \"Agency One\" and \"AGENCY ONE\" are one name", open.Message, StringComparison.Ordinal);
        Assert.Equal(MissingKind.Computation, Assert.Single(open.Missing).Kind);
    }

    /// <summary>Facts that a program makes by itself are read as those of a file are.</summary>
    [Fact]
    public void Facts_made_by_hand_are_read_by_the_vocabulary_too()
    {
        DecisionRequest By(string owner) => new(null, Purpose.Surrender, Shipped.Year, Day, new FactSet(SurrenderOf("X1", "X1").ToRequest(Shipped.Rules.Vocabulary).Facts.Values
            .Where(f => f.Key is not ("request.date" or "request.year")).ToDictionary(f => f.Key, f => f.Key is "unit.owner" or "entity.registration" ? FactValue.OfText(FactKind.Text, owner) : f.Value)));

        Assert.Equal((Outcome.Permit, Outcome.Refer, Outcome.Refer), (new RuleInterpreter(Shipped).Decide(By("X1")).Outcome, new RuleInterpreter(Shipped).Decide(By("N/A")).Outcome, new RuleInterpreter(Shipped).Decide(By(" ")).Outcome));
        Assert.Equal(Outcome.Refer, DecisionEngine.Of(Shipped, EngineKind.Table).Decide(By("N/A")).Outcome);
    }

    private static Outcome Surrender(EngineKind? kind, string owner, string asker) => Decide(kind, SurrenderOf(owner, asker));

    private static Outcome Check(EngineKind? kind, string agency, string first) => Decide(kind, CheckOf(agency, first));

    private static Outcome Decide(EngineKind? kind, EligibilityRequest request)
    {
        if (kind is not { } of)
        {
            return new RuleInterpreter(Shipped).Decide(request.ToRequest(Shipped.Rules.Vocabulary)).Outcome;
        }

        var engine = DecisionEngine.Of(Shipped, of);
        var batch = engine.NewBatch(request.Purpose, 3);
        batch.Add<EligibilityRequest>([request, request, request]);
        engine.Decide(batch);
        var alone = engine.Decide(request).Outcome;
        Assert.All(Enumerable.Range(0, batch.Count), i => Assert.Equal(alone, batch[i].Outcome));
        return alone;
    }

    private static SurrenderRequest SurrenderOf(string owner, string asker) => new()
    {
        Year = Shipped.Year, Date = Day, UnitKind = "ccc", UnitStatus = "active", UnitDoubleUse = false, UnitVintage = Shipped.Year, UnitOwner = owner, EntityRegistration = asker,
    };

    private static VerifyRequest CheckOf(string agency, string first) => new()
    {
        Year = Shipped.Year, Date = Day, Kind = "check-verification", Agency = agency, FirstAgency = first, Assurance = "reasonable", SiteVisits = 1m, ReviewerUninvolved = true,
        Misstatement = Co2e.FromTonnes(0m), ReportedEmissions = Co2e.FromTonnes(100m), VerifierAccredited = true, VerifierAccreditedUntil = Day, VerifierScopeCoversSector = true,
    };
}
