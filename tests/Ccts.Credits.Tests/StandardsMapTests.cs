using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text.RegularExpressions;

namespace Ccts.Credits.Tests;

/// <summary>Every field that the source documents name for credits, projects, orders, ITMOs and tokens stands in the map, and the member it names exists.</summary>
public class StandardsMapTests
{
    private static readonly string[] Map = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "docs", "standards-map.md"));

    private static readonly Dictionary<string, string> Fields = new()
    {
        ["CarbonCredit"] = "id serialNumber projectId vintage quantity creditType methodology standard verificationBody verificationDate qualityScore qualityBreakdown qualityBreakdown.additionality qualityBreakdown.permanence qualityBreakdown.verification qualityBreakdown.coBenefits qualityBreakdown.transparency issuanceDate expiryDate status currentOwner removalMethod permanence reversalRisk tokenAddress chainId correspondingAdjustment hostCountry acquiringCountry adjustmentApplied itmoId transactions retirementInfo",
        ["CarbonProject"] = "id name description type subType sector location country region coordinates boundary developer verifier financiers methodology baselineScenario monitoringPlan sensors sensors.type sensors.count sensors.dataFrequency sensors.endpoint estimatedAnnualReduction creditsIssued creditsRetired startDate validationDate verificationDates qualityIndicators qualityIndicators.additionality qualityIndicators.permanence qualityIndicators.leakage qualityIndicators.verification coBenefits coBenefits.biodiversity coBenefits.communityDevelopment coBenefits.waterQuality coBenefits.airQuality coBenefits.sustainableDevelopment budget carbonRevenue status aiInsights performancePrediction riskAssessment recommendations",
        ["OffsetProject"] = "projectId projectName projectDescription projectType entity location.state status owner creditsGenerated creditsVerified creditsIssued creditsRetired creditsAvailable registrationStatus verificationStatus methodology baselineScenario monitoringReports eligibility",
        ["TradeOrder"] = "id type side quantity creditType vintage minQualityScore standard projectType limitPrice stopPrice status filledQuantity averagePrice totalCost timeInForce goodTillDate userId organizationId settlement createdAt updatedAt executedAt",
        ["ITMO"] = "itmoId hostCountry acquiringCountry quantity vintage transferDate correspondingAdjustment hostAdjustment acquiringAdjustment verificationHash",
        ["Token"] = "tokenId quantity beneficiary vintage project_id verification_hash serial_number expiry_date",
    };

    public static TheoryData<string, string> Rows => new(Sections().Select(r => (r.Type + "." + r.Field, r.Member)));

    [Fact]
    public void Every_field_is_there_once_and_by_name() =>
        Assert.Equal(
            Fields.SelectMany(f => f.Value.Split(' ').Select(field => f.Key + "." + field)).Order(StringComparer.Ordinal),
            Sections().Select(r => r.Type + "." + r.Field).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Rows))]
    public void The_member_it_names_exists_and_is_public(string field, string member)
    {
        var dot = member.LastIndexOf('.');
        var type = new[] { typeof(Tokens.TokenDesk), typeof(Article6.ItmoIdentifier), typeof(Sdk.Ledger.Parcel) }.Select(t => t.Assembly.GetType(member[..dot])).FirstOrDefault(t => t is not null);
        Assert.True(type is { IsPublic: true }, field + ": " + member);
        Assert.True(type.GetMember(member[(dot + 1)..], BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static).Length > 0, field + ": " + member);
    }

    private static IEnumerable<(string Type, string Field, string Member)> Sections()
    {
        var type = "";
        foreach (var line in Map)
        {
            type = line.StartsWith("## ", StringComparison.Ordinal) ? line[3..] : type;
            if (Regex.Match(line, @"^\| (?<field>[\w.]+) \| `(?<member>[\w.]+)` \|") is { Success: true } row)
            {
                yield return (type, row.Groups["field"].Value, row.Groups["member"].Value);
            }
        }
    }
}
