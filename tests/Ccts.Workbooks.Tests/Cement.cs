using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using Ccts.Rules.Rulesets;
using Ccts.Rules.Rulesets.Catalogs;
using Ccts.Sdk.ProFormas;

namespace Ccts.Workbooks.Tests;

internal static class Cement
{
    internal static Ruleset Ruleset { get; } = RulesetCatalog.Default.Find("in-ccts/2025-26")!;

    internal static ProForma Form { get; } = Ruleset.ProFormas.Find("cement")!;

    internal static string[] Files { get; } = [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Vectors"), "*.json").Select(f => Path.GetFileNameWithoutExtension(f)!).Order(StringComparer.Ordinal)];

    /// <summary>A filing of one of the vectors, for a year.</summary>
    internal static ProFormaFiling Filing(string name, bool isExplained = false)
    {
        var vector = JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Vectors", name + ".json")))!.AsObject();
        vector.Remove("outputs_as_intended");
        vector.Remove("outputs_as_printed_by_the_workbook");
        vector["complianceYear"] = "2025-26";
        if (isExplained)
        {
            // A finding of the baseline is named with its figure.
            var baseline = name switch { "03-psc-import-clinker" => "0.3979", "27-ggbs-with-cpp" => "0.4733", "31-grinding-unit-psc-ggbs" => "0.0203", _ => null };
            vector["whyUnusual"] = (baseline is null ? "another-plant: " : $"another-plant, unusual-baseline {baseline}: ") + "the baseline is another plant's than the registration number";
        }

        vector["entity"] = new JsonObject { ["name"] = "A plant of " + name, ["registration"] = "CMTOE085RJ" };
        return ProFormaFilingReader.Read(System.Text.Encoding.UTF8.GetBytes(vector.ToJsonString()), name, Form);
    }

    internal static string Text(ProFormaFiling filing) => ProFormaFilingWriter.ToJson(filing, Form).ToJsonString();
}
