using Ccts.Credits.Article6;
using Ccts.Credits.Journals;
using Ccts.Rules.Engines;
using Ccts.Rules.Rulesets.Catalogs;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Ledger.Blocks;
using NodaTime;

namespace Ccts.Credits.Tests;

/// <summary>What tests begin with.</summary>
internal static class Given
{
    // The list of activities was for three years; on this day it still held.
    internal static readonly LocalDate Day = new(2026, 1, 15);
    internal static readonly Instant Now = Instant.FromUtc(2026, 1, 15, 6, 0);
    internal static readonly DecisionEngine Rules = DecisionEngine.Of(RulesetCatalog.Default.Resolve(new ComplianceYear(2025), new LocalDate(2026, 12, 1)));

    internal static SerialBlock Block(ulong start, ulong end, string scope = "s") => new("icm", scope, start, end);

    internal static Letter Letter(string id = "LOA-1", long tonnes = 100) => new()
    {
        Id = id, Date = new LocalDate(2025, 12, 1), Authority = "NDA-ART6-2025", Approach = "CA0002", Tonnes = tonnes, Activities = ["Green Hydrogen"], Sectors = ["Energy"],
        Purpose = Article6Purpose.Ndc, Parties = ["JPN", "SGP"], From = new LocalDate(2026, 1, 1), Until = new LocalDate(2026, 12, 31), Vintages = (2025, 2026),
    };

    internal static FirstTransfer Transfer(string key, ulong start, ulong end, string letter = "LOA-1") => new()
    {
        Key = key, At = Now, Date = Day, Letter = letter, Units = Block(start, end), Vintage = 2025, Activity = "Green Hydrogen", Registry = "IND01", Party = "JPN", Mitigation = MitigationType.EmissionReductions,
    };

    internal static Article6Book Book(params Letter[] letters)
    {
        var book = new Article6Book(new InMemoryLines());
        foreach (var letter in letters.Length == 0 ? [Letter()] : letters)
        {
            Assert.Null(book.Authorise("authorise/" + letter.Id, Now, letter).Refusal);
        }

        return book;
    }
}
