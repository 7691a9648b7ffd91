using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Linq;
using Ccts.Sdk;
using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.Formats.Texts;
using Ccts.Sdk.Problems;
using Ccts.Sdk.Quantities;
using NodaTime;
using NodaTime.Text;

namespace Ccts.Credits.Projects;

/// <summary>Reads the description of a project from JSON, after <c>schemas/carbon-project.schema.json</c>.</summary>
/// <remarks>Thread-safe. Strict: anything not understood is a problem with its place, and the file is rejected.</remarks>
public static class CarbonProjectFile
{
    /// <summary>The format's name and version.</summary>
    public const string Format = "ccts-carbon-project/1";

    internal static readonly Dictionary<string, ProjectSector> Sectors = KebabWords.All<ProjectSector>();
    private static readonly string[] Indicators = ["additionality", "permanence", "leakage", "verification"];

    /// <summary>Reads a project.</summary>
    /// <param name="utf8">The JSON.</param>
    /// <param name="name">What messages call it, or null.</param>
    /// <param name="project">The project, or null.</param>
    /// <param name="problems">Why not, each with its place.</param>
    public static bool TryRead(byte[] utf8, string? name, [NotNullWhen(true)] out CarbonProject? project, out IReadOnlyList<Problem> problems)
    {
        var found = new ProblemList();
        var read = LocatedJson.Read(Require.NotNull(utf8), name, found) is { } root ? Read(new ObjectReader(root, found)) : null;
        problems = found.ToList();
        project = found.HasErrors ? null : read;
        return project is not null;
    }

    private static CarbonProject? Read(ObjectReader json)
    {
        json.OptionalText("$schema");
        json.OptionalText("illustrative");
        if (json.Text("format") is { } format && format != Format)
        {
            json.Problems.Error("bad-value", json.Node.Member("format")!.Place, $"The format is \"{ShownText.Short(format)}\".", Format);
        }

        var (sector, location, developer) = (json.Choice("sector", Sectors), json.Object("location") is { } place ? Location(place) : null, json.Object("developer") is { } by ? Party(by) : null);
        var read = new CarbonProject
        {
            Id = Named(json, "id"), Name = Named(json, "name"), Description = json.OptionalText("description"), Type = Named(json, "type"), SubType = json.OptionalText("subType"), Sector = sector ?? default,
            Location = location!, Developer = developer!, Verifier = json.OptionalObject("verifier") is { } verifier ? Party(verifier) : null, Financiers = Items(json, "financiers", Party),
            Standard = json.OptionalText("standard"), Methodology = Named(json, "methodology"), BaselineScenario = json.OptionalText("baselineScenario"), MonitoringPlan = json.OptionalText("monitoringPlan"),
            Sensors = Items(json, "sensors", s => new ProjectSensor(Named(s, "type"), s.Value<int>("count", TryCount) ?? 0, Named(s, "dataFrequency"), Named(s, "endpoint"))),
            EstimatedAnnualReduction = json.OptionalValue<Co2e>("estimatedAnnualReduction", Co2e.TryParse), StartDate = json.OptionalDate("startDate"), ValidationDate = json.OptionalDate("validationDate"),
            VerificationDates = Texts(json, "verificationDates").Select(d => Day(json, d)).ToList(), QualityIndicators = Marks(json), CoBenefits = Texts(json, "coBenefits").Select(t => t.Value!).ToList(),
            Budget = json.OptionalValue<Inr>("budget", Inr.TryParse), CarbonRevenue = json.OptionalValue<Inr>("carbonRevenue", Inr.TryParse), AiInsights = json.OptionalObject("aiInsights") is { } insights ? Assessment(insights) : null,
        };
        json.Done();
        return read;
    }

    private static ProjectLocation Location(ObjectReader json) =>
        Whole(json, new ProjectLocation(Named(json, "country"), Named(json, "region"), json.OptionalText("coordinates"), json.OptionalText("boundary")));

    private static Organization Party(ObjectReader json) => Whole(json, new Organization(Named(json, "id"), Named(json, "name"), json.OptionalText("country")));

    private static ProjectAssessment Assessment(ObjectReader json) =>
        Whole(json, new ProjectAssessment(Named(json, "by"), json.OptionalValue<decimal>("performancePrediction", TryNumber), Named(json, "riskAssessment"), Texts(json, "recommendations").Select(t => t.Value!).ToList()));

    private static Dictionary<string, decimal> Marks(ObjectReader json)
    {
        var marks = new Dictionary<string, decimal>(StringComparer.Ordinal);
        if (json.OptionalObject("qualityIndicators") is { } given)
        {
            foreach (var name in given.Present(Indicators))
            {
                marks[name] = given.Value<decimal>(name, TryMark) ?? 0;
            }

            given.Done();
        }

        return marks;
    }

    private static T Whole<T>(ObjectReader json, T read)
    {
        json.Done();
        return read;
    }

    private static List<T> Items<T>(ObjectReader json, string key, Func<ObjectReader, T> read) =>
        json.OptionalList(key).Select(n => new ObjectReader(n, json.Problems)).Select(r => Whole(r, read(r))).ToList();

    private static string Named(ObjectReader json, string key)
    {
        var text = json.Text(key);
        if (text is not null && NotStated.Shipped.IsSilent(text))
        {
            json.Problems.Error("bad-value", json.Node.Member(key)!.Place, $"\"{key}\" says nothing.", "a text");
        }

        return text ?? "";
    }

    private static IEnumerable<LocatedNode> Texts(ObjectReader json, string key)
    {
        foreach (var item in json.OptionalList(key))
        {
            if (item.Kind == LocatedKind.String && !string.IsNullOrWhiteSpace(item.Value))
            {
                yield return item;
            }
            else
            {
                json.Problems.Error("wrong-type", item.Place, $"\"{key}\" holds {item.Describe()}.", "text in double quotes");
            }
        }
    }

    private static LocalDate Day(ObjectReader json, LocatedNode node)
    {
        if (LocalDatePattern.Iso.Parse(node.Value!) is { Success: true } day)
        {
            return day.Value;
        }

        json.Problems.Unreadable(node.Place, node.Value!, "a date such as 2026-03-31");
        return default;
    }

    private static bool TryCount(string text, out int value, out string? reason)
    {
        reason = "a whole number, 1 or more, in double quotes";
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value) && value > 0;
    }

    private static bool TryNumber(string text, out decimal value, out string? reason)
    {
        reason = "a number such as 0.95, in double quotes";
        return decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value);
    }

    private static bool TryMark(string text, out decimal value, out string? reason)
    {
        reason = "a mark from 1 to 100, in double quotes";
        return decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value) && value is >= 1 and <= 100;
    }
}
