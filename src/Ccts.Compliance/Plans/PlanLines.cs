using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using NodaTime.Text;

namespace Ccts.Compliance.Plans;

/// <summary>One statement of a plan: what a page prints, and what two versions are compared by.</summary>
internal sealed record PlanLine(string Part, string Item, string Field, string? Value);

/// <summary>A plan as statements, in the order of its thirteen parts.</summary>
internal static class PlanLines
{
    /// <summary>The parts and their titles, as DPCM s.5(6) numbers them.</summary>
    internal static IReadOnlyList<(string Part, string Title)> Parts { get; } =
    [
        ("(i)", "Activities, sources and source streams"),
        ("(ii)", "Diagram with metering and sampling points"),
        ("(iii)", "Methodology"),
        ("(iv)", "Monitoring of activity data and factors"),
        ("(v)", "Traceable references"),
        ("(vi)", "Data flow and control procedure"),
        ("(vii)", "Sampling procedure"),
        ("(viii)", "Internal and external testing"),
        ("(ix)", "Regular evaluation"),
        ("(x)", "Responsibilities of staff"),
        ("(xi)", "Measuring equipment: range, uncertainty, location"),
        ("(xii)", "Methods of analysis"),
        ("(xiii)", "Change log"),
    ];

    internal static IEnumerable<PlanLine> Of(MonitoringPlan plan) =>
    [
        new("(i)", "", "Activities", plan.Activities),
        .. plan.Sources.Select(s => new PlanLine("(i)", s.Id, "Source", s.Title)),
        new("(ii)", "", "Diagram", plan.Diagram?.Title),
        new("(ii)", "", "Digest", plan.Diagram?.Digest),
        .. plan.Sources.Select(s => new PlanLine("(iii)", s.Id, "Methodology", s.Methodology)),
        .. plan.Sources.SelectMany(s => new[] { new PlanLine("(iv)", s.Id, "Activity data", s.ActivityData), new PlanLine("(iv)", s.Id, "Factor", s.Factor) }),
        .. plan.References.Select(r => new PlanLine("(v)", r.Title, "Digest", r.Digest ?? "none")),
        new("(vi)", "", "Procedure", plan.DataFlow),
        new("(vii)", "", "Procedure", plan.Sampling),
        new("(viii)", "", "Testing", plan.Testing),
        new("(ix)", "", "Evaluation", plan.Evaluation),
        .. plan.Staff.Select(d => new PlanLine("(x)", d.Role + ": " + d.Person, "Duty", d.Duty)),
        .. plan.Equipment.SelectMany(m => new[]
        {
            new PlanLine("(xi)", m.Id, "Source", string.Join(", ", m.AlsoFor.Prepend(m.Source))),
            new PlanLine("(xi)", m.Id, "Range", m.Range),
            new PlanLine("(xi)", m.Id, "Uncertainty", m.Uncertainty),
            new PlanLine("(xi)", m.Id, "Location", m.Location),
        }),
        .. plan.Analyses.SelectMany(a => new[] { new PlanLine("(xii)", a.Id, "Parameter", a.Parameter), new PlanLine("(xii)", a.Id, "Method", a.Method), new PlanLine("(xii)", a.Id, "Laboratory", a.Laboratory) }),
        .. plan.Changes.Select(c => new PlanLine("(xiii)", "version " + c.Version.ToString(CultureInfo.InvariantCulture), LocalDatePattern.Iso.Format(c.On), c.Change)),
    ];
}
