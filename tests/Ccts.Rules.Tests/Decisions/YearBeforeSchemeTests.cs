using Ccts.Rules.Decisions;
using Ccts.Rules.Decisions.Requests;
using Ccts.Rules.Rulesets.Catalogs;
using Ccts.Sdk.Entities;
using NodaTime;

namespace Ccts.Rules.Tests.Decisions;

/// <summary>
/// The scheme was notified on 28 June 2023 (CCTS-2023), within 2023-24. This border is of the calendar: the cases of the rulesets stand away from it, because
/// a comparison of two years asks them a year later.
/// </summary>
public class YearBeforeSchemeTests
{
    [Theory]
    [InlineData("in-ccts/2025-26", 2022, Outcome.Refer)]
    [InlineData("in-ccts/2025-26", 2023, Outcome.Permit)]
    [InlineData("in-ccts/2026-27", 2022, Outcome.Refer)]
    [InlineData("in-ccts/2026-27", 2023, Outcome.Permit)]
    public void Units_of_the_last_year_that_ended_before_the_scheme_are_looked_at_by_a_person(string ruleset, int vintage, Outcome expected)
    {
        var shipped = RulesetCatalog.Default.Find(ruleset)!;
        var request = new RetireRequest
        {
            Year = shipped.Year, Date = new LocalDate(2027, 3, 1), UnitKind = "ccc", UnitStatus = "active", UnitDoubleUse = false, UnitVintage = new ComplianceYear(vintage),
            UnitOwner = "CMTOE085RJ", EntityRegistration = "CMTOE085RJ",
        };
        Assert.Equal(expected, new RuleInterpreter(shipped).Decide(request.ToRequest(shipped.Rules.Vocabulary)).Outcome);
    }
}
