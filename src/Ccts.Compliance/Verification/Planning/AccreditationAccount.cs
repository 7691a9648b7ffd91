using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using Ccts.Compliance.Sources;
using Ccts.Sdk.Monitoring;
using NodaTime.Text;

namespace Ccts.Compliance.Verification.Planning;

/// <summary>Whether the laboratories of a report are accredited, and what the text of the law makes of it where they are not (DPCM s.5(13) to s.5(15)).</summary>
internal static class AccreditationAccount
{
    private const int MonthsOfAYear = 12;

    internal static JsonArray Of(MonitoringReport report, MonitoringRules rules) => new([.. LaboratoryStanding.Of(report).Select(l => (JsonNode)new JsonObject
    {
        ["stream"] = l.Stream,
        ["laboratory"] = l.Name,
        ["whose"] = l.IsExternal ? "external" : "own",
        ["accreditation"] = l.Accreditation,
        ["from"] = l.From is { } from ? LocalDatePattern.Iso.Format(from) : null,
        ["until"] = l.Until is { } until ? LocalDatePattern.Iso.Format(until) : null,
        ["periods"] = Periods(l.Periods),
        ["notCovered"] = Periods(l.NotCovered),
        ["says"] = Says(l, rules),
        ["clause"] = l.IsExternal ? null : rules.OwnLaboratoryAccreditation?.Standing.Source.ToString(),
    })]);

    /// <summary>Null where an accreditation covers all that it is asked of.</summary>
    private static string? Says(LaboratoryStanding laboratory, MonitoringRules rules)
    {
        if (laboratory.IsAccredited && laboratory.NotCovered.Count == 0)
        {
            return null;
        }

        var what = laboratory.IsAccredited ? $"The accreditation does not cover {string.Join(", ", laboratory.NotCovered)}."
            : laboratory.Accreditation is null ? "No accreditation is stated." : "It is stated to have no accreditation.";
        return what + " " + (laboratory.IsExternal ? "Nothing that was read asks for one of the external laboratory." : OfTheOwn(rules));
    }

    // The text states three years, but not the day from which they run, so it is unknown whether they are over.
    private static string OfTheOwn(MonitoringRules rules) => rules.OwnLaboratoryAccreditation is { } within && within.TryGet(out var months)
        ? $"NABL accreditation is asked for of the plant's own laboratory within {(months % MonthsOfAYear == 0 ? months / MonthsOfAYear + " years" : months + " months")}; from which day they run is not known, and nothing that was read takes a result away meanwhile."
        : "The ruleset of the year does not say what is asked for of the plant's own laboratory.";

    private static JsonArray Periods(IEnumerable<ReportingPeriod> periods) => new([.. periods.Select(p => (JsonNode)p.ToString())]);
}
