using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Ccts.Compliance.Forms;
using Ccts.Sdk.Entities;
using NodaTime.Text;

namespace Ccts.Compliance.Plans;

/// <summary>A monitoring plan as a document to print and sign, part by part.</summary>
/// <remarks>Pure and thread-safe.</remarks>
public static class PlanForm
{
    /// <summary>The document; a part that is not written is an empty line.</summary>
    public static FormDocument Make(MonitoringPlan plan)
    {
        Require.NotNull(plan);
        var lines = PlanLines.Of(plan).ToList();
        return new FormDocument
        {
            Id = "plan",
            Title = "Monitoring plan, version " + plan.Version.ToString(CultureInfo.InvariantCulture),
            Annexure = "DPCM s.5(6)",
            Entity = new ObligatedEntity(plan.Registration, plan.Entity, ""),
            Year = plan.Year,
            Illustrative = plan.Illustrative,
            Parts =
            [
                new FormPart("The plan", [new FormField("version", "Version", plan.Version.ToString(CultureInfo.InvariantCulture), null, FormOrigin.Stated), new FormField("effective", "Followed from", LocalDatePattern.Iso.Format(plan.Effective), null, FormOrigin.Stated)]),
                .. PlanLines.Parts.Select(p => new FormPart(p.Part + " " + p.Title, Fields(lines.Where(l => l.Part == p.Part).ToList(), p.Part))),
            ],
        };
    }

    private static IReadOnlyList<FormField> Fields(List<PlanLine> lines, string part) => lines.Count == 0
        ? [new FormField(part, "Not written", null, null, FormOrigin.Empty)]
        : [.. lines.Select(l => new FormField(
            part + (l.Item.Length > 0 ? " " + l.Item : "") + (lines.Count(o => o.Item == l.Item) > 1 ? ", " + l.Field : ""),
            l.Item.Length > 0 ? $"{l.Item}: {l.Field}" : l.Field,
            l.Value,
            null,
            l.Value is null ? FormOrigin.Empty : FormOrigin.Stated))];

}
