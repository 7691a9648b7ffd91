using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using Ccts.Ingestion.Headers;
using Ccts.Ingestion.Mapping;
using Ccts.Sdk.Assessments.Emissions;

namespace Ccts.Ingestion.Suggesting;

/// <summary>Where amounts or results go: a stream of the report, and the flow of carbon in it.</summary>
/// <param name="Id">The stream.</param>
/// <param name="Flow">The material of the flow, or null.</param>
/// <param name="What">What it was taken for, for people.</param>
internal sealed record SuggestedStream(string Id, string? Flow, string What);

/// <summary>The report of a proposed mapping. Its streams are guessed from names: fuels and materials are those of the ruleset, and a few words tell what carries carbon.</summary>
internal sealed class SuggestedStreams(string year, IReadOnlyCollection<FuelFactor> fuels, IReadOnlyCollection<MaterialFactor> materials)
{
    private static readonly string[] s_exports = ["export", "exported", "exp", "wheeled", "sold"];
    private static readonly string[] s_renewables = ["solar", "wind", "pv", "rooftop"];
    private static readonly string[] s_generators = ["dg", "tg", "stg", "gtg", "tbg", "turbine", "genset", "generator", "cogen"];
    private static readonly string[] s_ashes = ["ash", "ashes", "residue"];
    private static readonly string[] s_carriers = ["electrode", "electrodes", "scrap", "anode", "anodes", "pig", "dri", "hbi", "sponge", "ferro"];

    /// <summary>The compliance year.</summary>
    internal string Year => year;

    internal JsonObject Report { get; } = new()
    {
        ["format"] = "ccts-monitoring-report/1",
        ["entity"] = new JsonObject { ["name"] = "(name of the entity)", ["sector"] = "(its sector)" },
        ["complianceYear"] = year,
    };

    /// <summary>Materials that a composition may name.</summary>
    internal IReadOnlyCollection<string> Components { get; } = [.. materials.Select(m => m.Key)];

    /// <summary>The stream of an amount in a unit; null where no amount has that unit.</summary>
    /// <param name="name">What the stream is called.</param>
    /// <param name="text">Words that tell what it is of.</param>
    /// <param name="header">Words that tell which way electricity went.</param>
    /// <param name="unit">The unit.</param>
    internal SuggestedStream? OfAmount(string name, string text, string header, string unit) =>
        Measure.TryOf("electricity", unit, out _, out _) ? OfElectricity(name, header)
        : Measure.TryOf("fuels", unit, out var measure, out _) && FuelIn(text) is { } fuel && !IsAsh(text) ? OfFuel(name, fuel.Key, measure!.Canonical)
        : Measure.TryOf(Measure.FlowOfCarbon, unit, out _, out _) && OfCarbon(name, text) is { } carrier ? carrier
        : Measure.TryOf("products", unit, out _, out _) ? new(Add("products", name, new JsonObject { ["product"] = name }), null, "a product")
        : null;

    /// <summary>Whether electricity was made in the plant by burning something: what was burnt counts, and nothing was bought.</summary>
    internal static bool IsMadeFromFuel(string text, string unit) => Measure.TryOf("electricity", unit, out _, out _) && HeaderWords.Of(text).Any(w => s_generators.Contains(w.TrimEnd("0123456789".ToCharArray()), StringComparer.Ordinal));

    /// <summary>Whether a stream is of electricity that came in.</summary>
    internal bool IsElectricity(string id) => Report["electricity"]?.AsArray().Any(s => s!["id"]!.ToString() == id) == true;

    private SuggestedStream OfElectricity(string name, string header)
    {
        var words = HeaderWords.Of(header);
        return words.Any(w => s_exports.Contains(w, StringComparer.Ordinal)) ? new(Add("exportedPower", name, []), null, "electricity that was given away")
            : words.Any(w => s_renewables.Contains(w, StringComparer.Ordinal)) ? new(Add("electricity", name, new JsonObject { ["supply"] = "renewable-on-site" }), null, "renewable electricity made on the site")
            : new(Add("electricity", name, new JsonObject { ["supply"] = "grid" }), null, "electricity from the grid");
    }

    /// <summary>The stream of a result of a laboratory.</summary>
    /// <param name="name">What was analysed, as far as it has a name of its own.</param>
    /// <param name="text">Words that may tell more.</param>
    /// <param name="isOfFuels">Whether the sheet is of a fuel.</param>
    /// <param name="isOfMaterials">Whether it is of a process material.</param>
    internal SuggestedStream OfResult(string name, string text, bool isOfFuels, bool isOfMaterials) =>
        isOfMaterials ? OfMaterial(name, text)
        : (isOfFuels ? null : OfCarbon(name, text)) ?? OfFuel(FuelIn(text)?.Id ?? "fuel", FuelIn(text)?.Key, "t");

    /// <summary>The fuel of the ruleset that a text names, or the several that it could mean; null where it names none.</summary>
    private SuggestedFuel? FuelIn(string text)
    {
        var words = HeaderWords.Of(text);
        if (Named(words) is { Count: > 0 } named)
        {
            return named.Count == 1 ? new SuggestedFuel(named[0], named[0]) : new SuggestedFuel("fuel", OneOf(named));
        }

        // A part of a name is only a hint: furnace oil, furnace gas and furnace slag all share one.
        IReadOnlyList<string> Shared(FuelFactor fuel) => [.. fuel.Key.Split('-').Where(w => w.Length > 3 && w != "other" && words.Contains(w, StringComparer.Ordinal))];
        var best = fuels.Select(f => (Fuel: f.Key, Words: Shared(f))).Where(f => f.Words.Count > 0).GroupBy(f => f.Words.Count).OrderByDescending(g => g.Key).FirstOrDefault()?.OrderBy(f => f.Fuel, StringComparer.Ordinal).ToList();
        return best is null ? null : new SuggestedFuel(string.Join("-", best[0].Words), OneOf([.. best.Select(b => b.Fuel)]));
    }

    /// <summary>The fuels whose whole name is among some words, with the longest matching names. A two-letter name counts only alone: MS is petrol, and steel.</summary>
    private List<string> Named(IReadOnlyList<string> words)
    {
        var text = " " + string.Join(" ", words) + " ";
        int Longest(FuelFactor fuel) => fuel.AlsoCalled.Append(fuel.Name).Append(fuel.Key).Select(n => string.Join(" ", HeaderWords.Of(n))).Where(n => n.Length > 0 && (n.Length > 2 ? text.Contains(" " + n + " ") : text.Trim() == n)).Select(n => n.Length).DefaultIfEmpty(0).Max();
        return fuels.Select(f => (f.Key, Length: Longest(f))).Where(f => f.Length > 0).GroupBy(f => f.Length).OrderByDescending(g => g.Key).FirstOrDefault()?.Select(f => f.Key).OrderBy(k => k, StringComparer.Ordinal).ToList() ?? [];
    }

    private static string OneOf(IReadOnlyList<string> keys) => $"(one of {string.Join(", ", keys)})";

    private sealed record SuggestedFuel(string Id, string Key);

    private SuggestedStream OfFuel(string name, string? fuel, string canonical)
    {
        var state = canonical switch { "t" => "solid", "kl" => "liquid", _ => "gas" };
        return new(Add("fuels", name, new JsonObject { ["fuel"] = fuel ?? "(its key in the ruleset)", ["state"] = state }), null, fuel is null ? "a fuel that nothing names" : "the fuel " + fuel);
    }

    private SuggestedStream OfMaterial(string name, string text)
    {
        var called = MaterialIn(text) ?? name.ToLowerInvariant();
        return new(Add("processMaterials", called, new JsonObject { ["material"] = called }), null, "the process material " + called);
    }

    /// <summary>What carries carbon without being burnt: a process material, ash of a fuel, an input of a mass balance.</summary>
    private SuggestedStream? OfCarbon(string name, string text)
    {
        if (IsAsh(text))
        {
            var fuel = Stream("fuels", Add("fuels", FuelIn(text)?.Id ?? "fuel", new JsonObject { ["fuel"] = FuelIn(text)?.Key ?? "(its key in the ruleset)", ["state"] = "solid" }));
            return new(fuel["id"]!.ToString(), Flow(fuel, "unburnt", name), $"what is unburnt of the fuel \"{fuel["id"]}\"");
        }

        if (MaterialIn(text) is not null)
        {
            return OfMaterial(name, text);
        }

        if (!HeaderWords.Of(text).Any(w => s_carriers.Contains(w, StringComparer.Ordinal)))
        {
            return null;
        }

        var balance = Stream("massBalances", Add("massBalances", "balance", new JsonObject()));
        return new(balance["id"]!.ToString(), Flow(balance, "inputs", name), "an input of a mass balance");
    }

    private static bool IsAsh(string name) => HeaderWords.Of(name).Any(w => s_ashes.Contains(w, StringComparer.Ordinal));

    /// <summary>The common name of a material of the ruleset, where the text has it; otherwise the material's own key.</summary>
    private string? MaterialIn(string name)
    {
        var text = " " + string.Join(" ", HeaderWords.Of(name)) + " ";
        return materials.SelectMany(m => m.AlsoCalled.Append(m.Key)).FirstOrDefault(m => text.Contains(" " + m.ToLowerInvariant() + " "));
    }

    private string Add(string list, string name, JsonObject members)
    {
        var id = HeaderWords.Id(name);
        var streams = (Report[list] ??= new JsonArray()).AsArray();
        if (!streams.Any(s => s!["id"]!.ToString() == id))
        {
            var stream = new JsonObject { ["id"] = id };
            foreach (var member in members)
            {
                stream[member.Key] = member.Value?.DeepClone();
            }

            streams.Add((JsonNode)stream);
        }

        return id;
    }

    private JsonObject Stream(string list, string id) => Report[list]!.AsArray().First(s => s!["id"]!.ToString() == id)!.AsObject();

    private static string Flow(JsonObject stream, string list, string material)
    {
        var name = material.ToLowerInvariant();
        var flows = (stream[list] ??= new JsonArray()).AsArray();
        if (!flows.Any(f => f!["material"]!.ToString() == name))
        {
            flows.Add((JsonNode)new JsonObject { ["material"] = name });
        }

        return name;
    }
}
