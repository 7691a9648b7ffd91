using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using Ccts.Ingestion.Rows;
using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.Problems;
using Ccts.Sdk.Quantities;

namespace Ccts.Ingestion.Cloud;

/// <summary>How much electricity a unit of cloud usage takes, as the host knows it (<c>ccts-cloud-energy/1</c>; see <c>cloud-energy.schema.json</c>). Nothing here is known to the product.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class CloudEnergy
{
    private const string Format = "ccts-cloud-energy/1";
    private readonly Dictionary<(string Service, string Usage, string? Unit), (ElectricalEnergy Energy, string Source)> _rules;

    private CloudEnergy(CloudExport export, TimeForm time, HashSet<string> regions, Dictionary<(string, string, string?), (ElectricalEnergy, string)> rules) =>
        (Export, Time, Regions, _rules) = (export, time, regions, rules);

    internal CloudExport Export { get; }

    internal TimeForm Time { get; }

    /// <summary>The regions that the grid of the factor supplies.</summary>
    internal HashSet<string> Regions { get; }

    /// <summary>Reads the host's data.</summary>
    /// <param name="utf8">The bytes of the JSON text.</param>
    /// <param name="file">Name of the input for the places of problems, or null.</param>
    /// <exception cref="CctsDataException">The text has errors; the exception lists them all.</exception>
    public static CloudEnergy Read(byte[] utf8, string? file)
    {
        var problems = new ProblemList();
        var energy = LocatedJson.Read(Require.NotNull(utf8), file, problems) is { } root ? Read(root, problems) : null;
        return problems.HasErrors ? throw new CctsDataException(Cures.Of(problems.ToList())) : energy!;
    }

    internal bool TryFind(string service, string usage, string? unit, out ElectricalEnergy energy)
    {
        var found = _rules.TryGetValue((service, usage, unit), out var rule);
        energy = rule.Energy;
        return found;
    }

    private static CloudEnergy? Read(LocatedNode root, ProblemList problems)
    {
        var fields = new ObjectReader(root, problems);
        fields.OptionalText("$schema");
        if (fields.Text("format") is { } format && format != Format)
        {
            problems.Error("unknown-format", root.Member("format")!.Place, $"\"{ShownText.Short(format)}\" is not a format this version reads.", Format);
        }

        var export = fields.Choice("export", CloudExport.Names) is { } name ? CloudExport.Of(name) : null;
        var regions = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var region in fields.List("regions"))
        {
            if (region.Kind == LocatedKind.String && region.Value!.Length > 0)
            {
                regions.Add(region.Value);
            }
            else
            {
                problems.Error("wrong-type", region.Place, $"This is {region.Describe()}.", "the name of a region in double quotes");
            }
        }

        var rules = new Dictionary<(string, string, string?), (ElectricalEnergy, string)>();
        foreach (var node in fields.List("usage"))
        {
            AddRule(node, export, rules, problems);
        }

        var pattern = fields.OptionalText("dateFormat");
        fields.Done();
        if (export is null)
        {
            return null;
        }

        if (!TimeForm.TryOf(pattern ?? export.Pattern, "+00:00", out var time, out var reason))
        {
            problems.Unreadable(root.Member("dateFormat")!.Place, pattern!, reason);
            return null;
        }

        return new CloudEnergy(export, time!, regions, rules);
    }

    private static void AddRule(LocatedNode node, CloudExport? export, Dictionary<(string, string, string?), (ElectricalEnergy, string)> rules, ProblemList problems)
    {
        var fields = new ObjectReader(node, problems);
        var (service, usage) = (fields.Text("service"), fields.Text("usage"));
        var unit = export?.Unit is null ? null : fields.Text("unit");
        var energy = fields.Value<ElectricalEnergy>("energyPerUnit", ElectricalEnergy.TryParse);
        var source = fields.Text("source");
        fields.Done();
        if (energy is { MegawattHours: < 0m })
        {
            problems.Error("bad-value", node.Member("energyPerUnit")!.Place, "\"energyPerUnit\" is below zero.", "0 kWh or more");
        }

        if (service is null || usage is null || energy is null || source is null)
        {
            return;
        }

        if (rules.ContainsKey((service, usage, unit)))
        {
            problems.Error("duplicate-usage", node.Place, $"{ShownText.Short(service)} {ShownText.Short(usage)} occurs twice.", "each usage once");
            return;
        }

        rules.Add((service, usage, unit), (energy.Value, source));
    }
}
