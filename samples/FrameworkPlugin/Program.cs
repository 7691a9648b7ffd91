using System;
using Ccts.Rules.Rulesets.Catalogs;
using Ccts.Sdk.Assessments;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Monitoring.Reading;
using Ccts.Sdk.Quantities;
using NodaTime;

namespace FrameworkPlugin
{
    /// <summary>Builds a grinding unit's report from the host's numbers, and assesses it.</summary>
    internal static class Program
    {
        private static int Main()
        {
            var year = ComplianceYear.Parse("2026-27");
            var unit = new ObligatedEntity(RegistrationNumber.Parse("CGUOE005UP"), "Kundanganj Grinding Unit", "Cement", null, "UP");
            var builder = new MonitoringReportBuilder(year, unit).With("illustrative", "The amounts are invented.");
            var power = builder.Add("electricity", "grid").With("supply", "grid");
            var cement = builder.Add("products", "cement").With("product", "cement");
            for (var month = 1; month <= 12; month++)
            {
                var period = ReportingPeriod.Month(month < 4 ? 2027 : 2026, month);
                power.Amount(period, ElectricalEnergy.Parse("4000 MWh"));
                cement.Amount(period, Mass.FromTonnes(232000m));
            }

            MonitoringReport report;
            System.Collections.Generic.IReadOnlyList<Ccts.Sdk.Problems.Problem> problems;
            if (!builder.TryBuild(out report, out problems))
            {
                Console.Error.WriteLine(string.Join(Environment.NewLine, problems));
                return 2;
            }

            var rules = RulesetCatalog.Default.Resolve(report.Year, new LocalDate(2026, 11, 28));
            Console.WriteLine(report);
            Console.WriteLine(Assessor.Assess(report, rules.Assessment));
            return 0;
        }
    }
}
