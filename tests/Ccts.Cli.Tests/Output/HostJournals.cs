using System.IO;
using System.Threading.Tasks;
using Ccts.Cli.Tests.Outbox;
using Ccts.Credits.Article6;
using Ccts.Credits.Journals;
using NodaTime;

namespace Ccts.Cli.Tests.Output;

/// <summary>Journals that a host writes by the library and the tool only reads, where a documented command names them.</summary>
internal static class HostJournals
{
    internal static async Task Write(string folder, string commands)
    {
        if (commands.Contains("$WORK/letters.jsonl", System.StringComparison.Ordinal))
        {
            var book = new Article6Book(new FileLines(Path.Combine(folder, "letters.jsonl")));
            Assert.True(book.Authorise("authorise/LOA-1", Instant.FromUtc(2026, 1, 15, 6, 0), new Letter
            {
                Id = "LOA-1", Date = new LocalDate(2025, 12, 1), Authority = "NDA-ART6-2025", Approach = "CA0002", Tonnes = 100, Activities = ["Green Hydrogen"], Sectors = ["Energy"],
                Purpose = Article6Purpose.Ndc, Parties = ["JPN"], From = new LocalDate(2026, 1, 1), Until = new LocalDate(2026, 12, 31), Vintages = (2025, 2026),
            }).IsAccepted);
        }

        if (commands.Contains("$WORK/tokens.jsonl", System.StringComparison.Ordinal))
        {
            await File.WriteAllTextAsync(Path.Combine(folder, "tokens.jsonl"), "", TestContext.Current.CancellationToken);
        }

        if (commands.Contains("$WORK/agency.pem", System.StringComparison.Ordinal))
        {
            await AgencyKey.Write(folder);
        }

        if (commands.Contains("$WORK/schedule.csv", System.StringComparison.Ordinal))
        {
            await File.WriteAllTextAsync(Path.Combine(folder, "schedule.csv"), "registration_no,entity,sector,baseline_year,baseline_output,baseline_gei,target_gei_2025_26,target_gei_2026_27\nCMTOE999RJ,Made-up Works,Cement,2023-24,1000000,0.8,0.79,0.795\n", TestContext.Current.CancellationToken);
        }

        if (commands.Contains("$WORK/waiting.db", System.StringComparison.Ordinal))
        {
            await WaitingLedger.Write(Path.Combine(folder, "waiting.db"));
        }
    }
}
