using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json.Nodes;
using Ccts.Rules.Rulesets;
using Ccts.Rules.Rulesets.Catalogs;
using Ccts.Sdk.ProFormas;

namespace Ccts.ProFormas.Tests;

/// <summary>The shipped cement form and short ways to assess with it.</summary>
internal static class Cement
{
    internal static Ruleset Ruleset { get; } = RulesetCatalog.Default.Find("in-ccts/2025-26")!;

    internal static ProForma Form { get; } = Ruleset.ProFormas.Find("cement")!;

    internal static ProFormaFiling Read(JsonNode filing) => ProFormaFilingReader.Read(Encoding.UTF8.GetBytes(filing.ToJsonString()), "plant.json", Form);

    /// <summary>The figures that count, their checks and the certificates.</summary>
    internal static ProFormaAssessment Assess(JsonNode filing) => ProFormaAssessor.Assess(Read(filing), Form, Ruleset.Assessment, new ProFormaOptions { Account = false, Printed = false });

    /// <summary>The same with what the workbook prints, which takes three times as long.</summary>
    internal static ProFormaAssessment Printed(JsonNode filing) => ProFormaAssessor.Assess(Read(filing), Form, Ruleset.Assessment, new ProFormaOptions { Account = false });

    /// <summary>The same with what each slip and each other reading alone would make of it, which takes twenty times as long.</summary>
    internal static ProFormaAssessment Account(JsonNode filing) => ProFormaAssessor.Assess(Read(filing), Form, Ruleset.Assessment, new ProFormaOptions { Printed = false });

    /// <summary>States a reason for each finding that asks for one, named as its hint says; what one hid is asked for once that one is explained.</summary>
    internal static void Explain(JsonNode filing, string why)
    {
        const string Before = "why it is right: \"";
        var names = new SortedSet<string>(StringComparer.Ordinal);
        for (var (i, before) = (0, -1); i < 4 && before < names.Count; i++)
        {
            before = names.Count;
            foreach (var hint in Assess(filing).Findings.Where(f => f.NeedsReason).Select(f => f.Hint!))
            {
                var at = hint.IndexOf(Before, StringComparison.Ordinal) + Before.Length;
                names.Add(hint[at..hint.IndexOf(": ...", at, StringComparison.Ordinal)]);
            }

            filing["whyUnusual"] = names.Count == 0 ? why : string.Join("; ", names.Select(n => $"{n}: {why}"));
        }
    }

    internal static Dictionary<string, ProFormaFigure> ByKey(ProFormaAssessment assessment) => assessment.Figures.ToDictionary(f => f.Field.Key, StringComparer.Ordinal);

    internal static string KeyOf(int row) => s_keys[row];

    internal static JsonObject Vector(string name) => File("Vectors", name);

    internal static JsonObject Second(string name) => File("SecondReading", name);

    internal static JsonObject Sample() => File("samples", "maihar-form-sb-2025-26");

    private static readonly Dictionary<int, string> s_keys = Form.Fields.Where(f => f.Sheet == "Sb").ToDictionary(f => f.Row, f => f.Key);

    private static readonly ConcurrentDictionary<string, JsonObject> s_files = new(StringComparer.Ordinal);

    /// <summary>A copy of a file that is parsed once.</summary>
    private static JsonObject File(string folder, string name) => s_files.GetOrAdd(Path.Combine(folder, name + ".json"), path => JsonNode.Parse(System.IO.File.ReadAllText(Path.Combine(AppContext.BaseDirectory, path)))!.AsObject()).DeepClone().AsObject();

    internal static IEnumerable<string> Files(string folder) => Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, folder), "*.json").Order(StringComparer.Ordinal).Select(f => Path.GetFileNameWithoutExtension(f)!);

    /// <summary>The line of a field in a filing, or a new one.</summary>
    internal static JsonObject Line(JsonObject filing, int row)
    {
        var (key, inputs) = (KeyOf(row), filing["inputs"]!.AsArray());
        var line = inputs.Select(i => i!.AsObject()).FirstOrDefault(i => (string?)i["field"] is { } field && (field == key || "Sb." + field == key));
        if (line is null)
        {
            var years = int.Parse(filing["general"]!["number_of_baseline_years"]!.ToString(), System.Globalization.CultureInfo.InvariantCulture);
            line = new JsonObject { ["field"] = key, ["baseline_years"] = new JsonArray([.. Enumerable.Repeat("", years).Select(t => (JsonNode)t!)]), ["current"] = "" };
            inputs.Add((JsonNode)line);
        }

        return line;
    }

    internal static JsonObject With(this JsonObject filing, int row, string value)
    {
        var line = Line(filing, row);
        line["baseline_years"] = new JsonArray([.. line["baseline_years"]!.AsArray().Select(_ => (JsonNode)value!)]);
        line["current"] = value;
        return filing;
    }

    internal static JsonObject WithCurrent(this JsonObject filing, int row, string value)
    {
        Line(filing, row)["current"] = value;
        return filing;
    }
}
