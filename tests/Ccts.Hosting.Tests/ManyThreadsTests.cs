using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Ccts.Rules.Rulesets.Catalogs;
using Ccts.Sdk.Assessments;
using Ccts.Sdk.Monitoring.Reading;
using NodaTime;

namespace Ccts.Hosting.Tests;

/// <summary>One catalog and its rules serve any number of threads, from the first use on.</summary>
public sealed class ManyThreadsTests
{
    private static readonly string[] Plants = ["kotputli-2025-26", "kotputli-2026-27", "maihar-2025-26", "muddapur-2025-26", "kundanganj-2025-26"];

    [Fact]
    public void Every_thread_gets_the_answer_that_one_thread_gets()
    {
        var reports = Plants.Select(p => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "data", p + ".json"))).ToArray();
        var alone = reports.Select(r => Account(r, Fresh())).ToArray();
        Assert.Equal(alone.Length, alone.Distinct(StringComparer.Ordinal).Count());

        for (var round = 0; round < 4; round++)
        {
            // A fresh catalog, so that whatever it works out late is worked out by many threads at once.
            var shared = Fresh();
            var answers = new string[400];
            Parallel.For(0, answers.Length, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i => answers[i] = Account(reports[i % reports.Length], shared));
            Assert.All(answers, (answer, i) => Assert.Equal(alone[i % alone.Length], answer));
        }
    }

    private static RulesetCatalog Fresh() => RulesetCatalog.FromDirectory(Path.Combine(AppContext.BaseDirectory, "rulesets"));

    private static string Account(byte[] report, RulesetCatalog catalog)
    {
        var read = MonitoringReportReader.Read(report, "plant");
        var rules = catalog.Resolve(read.Year, new LocalDate(2026, 11, 22)).Assessment;
        return AssessmentJson.Write(Assessor.Assess(read, rules, new AssessmentOptions { Steps = true })).ToJsonString();
    }
}
