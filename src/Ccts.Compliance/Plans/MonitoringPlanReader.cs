using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.Problems;
using NodaTime;

namespace Ccts.Compliance.Plans;

/// <summary>Reads a monitoring plan from JSON, after <c>schemas/monitoring-plan.schema.json</c>.</summary>
/// <remarks>Thread-safe. A part may be missing, since a plan is written over weeks; what is there must be whole.</remarks>
public static class MonitoringPlanReader
{
    /// <summary>The format's name and version.</summary>
    public const string Format = "ccts-monitoring-plan/1";

    /// <summary>Reads the plan.</summary>
    /// <param name="utf8">The JSON.</param>
    /// <param name="file">Its name for messages, or null.</param>
    /// <exception cref="CctsDataException">It cannot be read; the exception lists every reason.</exception>
    public static MonitoringPlan Read(byte[] utf8, string? file = null)
    {
        var problems = new ProblemList();
        var plan = LocatedJson.Read(Require.NotNull(utf8), file, problems) is { } root ? Read(new ObjectReader(root, problems), root.Place, problems) : null;
        return problems.HasErrors ? throw new CctsDataException(problems.ToList()) : plan!;
    }

    private static MonitoringPlan? Read(ObjectReader plan, SourcePlace place, ProblemList problems)
    {
        plan.OptionalText("$schema");
        if (plan.Text("format") is { } format && format != Format)
        {
            problems.Error("bad-value", place, $"The format is \"{ShownText.Short(format)}\".", Format);
        }

        var (entity, registration) = (plan.Text("entity"), plan.OptionalValue<RegistrationNumber>("registration", RegistrationNumber.TryParse));
        var year = plan.Value<ComplianceYear>("complianceYear", ComplianceYear.TryParse);
        var (version, effective) = (plan.Integer("version"), plan.Date("effective"));
        if (version is < 1)
        {
            problems.Error("bad-value", plan.Node.Member("version")!.Place, "Versions count from 1.", "1 or more");
        }

        var read = new MonitoringPlan
        {
            Entity = entity ?? "",
            Registration = registration,
            Year = year ?? default,
            Version = version ?? 0,
            Effective = effective ?? default,
            Illustrative = plan.OptionalText("illustrative"),
            Activities = plan.OptionalText("activities"),
            Sources = Items(plan, "sources", problems, r => new PlannedSource(Id(r), Text(r, "title"), r.OptionalText("methodology"), r.OptionalText("activityData"), r.OptionalText("factor")), s => s.Id),
            Diagram = plan.OptionalObject("diagram") is { } diagram ? Document(diagram) : null,
            References = Items(plan, "references", problems, Open, d => d.Title),
            DataFlow = plan.OptionalText("dataFlow"),
            Sampling = plan.OptionalText("sampling"),
            Testing = plan.OptionalText("testing"),
            Evaluation = plan.OptionalText("evaluation"),
            Staff = Items(plan, "staff", problems, r => new PlanDuty(Text(r, "role"), Text(r, "person"), Text(r, "duty")), d => d.Role + ": " + d.Person),
            Equipment = Items(plan, "equipment", problems, r => new PlannedMeter(Id(r), Text(r, "source"), Text(r, "range"), Text(r, "uncertainty"), Text(r, "location")) { AlsoFor = Texts(r, "alsoFor", problems) }, m => m.Id),
            Analyses = Items(plan, "analyses", problems, r => new PlannedAnalysis(Id(r), Text(r, "parameter"), Text(r, "method"), Text(r, "laboratory")), a => a.Id),
            Changes = Items(plan, "changes", problems, r => new PlanRevision(r.Integer("version") ?? 0, r.Date("on") ?? default(LocalDate), Text(r, "change")), c => c.Version.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        };
        plan.Done();
        return read;
    }

    private static PlanDocument Document(ObjectReader reader)
    {
        var read = Open(reader);
        reader.Done();
        return read;
    }

    private static PlanDocument Open(ObjectReader reader) => new(Text(reader, "title"), reader.OptionalText("digest"));

    private static string Id(ObjectReader reader) => Text(reader, "id");

    // An empty text replaces a missing one, which is already reported.
    private static string Text(ObjectReader reader, string key) => reader.Text(key) ?? "";

    private static List<string> Texts(ObjectReader reader, string key, ProblemList problems)
    {
        var texts = new List<string>();
        foreach (var node in reader.OptionalList(key))
        {
            if (node.Kind == LocatedKind.String && node.Value is { Length: > 0 } text)
            {
                texts.Add(text);
            }
            else
            {
                problems.Error("wrong-kind", node.Place, $"An entry of \"{key}\" is no text.", "the id of a source");
            }
        }

        return texts;
    }

    private static List<T> Items<T>(ObjectReader plan, string key, ProblemList problems, System.Func<ObjectReader, T> read, System.Func<T, string> name)
    {
        var names = new HashSet<string>(System.StringComparer.Ordinal);
        var items = new List<T>();
        foreach (var node in plan.OptionalList(key))
        {
            var reader = new ObjectReader(node, problems);
            var item = read(reader);
            reader.Done();
            if (!names.Add(name(item)))
            {
                problems.Error("duplicate-id", node.Place, $"\"{ShownText.Short(name(item))}\" occurs twice in \"{key}\".", "each once", "Delete one of the two, or name them apart.");
            }

            items.Add(item);
        }

        return items;
    }
}
