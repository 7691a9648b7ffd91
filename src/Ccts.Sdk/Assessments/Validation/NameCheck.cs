using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Assessments.Calculations;
using Ccts.Sdk.Formats.Texts;
using Ccts.Sdk.Monitoring;

namespace Ccts.Sdk.Assessments.Validation;

/// <summary>What a stream is of: a fuel called "N/A" is none, and nobody could look up what was burnt.</summary>
internal static class NameCheck
{
    internal static void Check(ReportCheck check)
    {
        var report = check.Report;
        if (check.Edition == Edition.First)
        {
            return;
        }

        Each(check, "fuels", report.Fuels, s => ("fuel", s.Fuel));
        Each(check, "processMaterials", report.ProcessMaterials, s => ("material", s.Material));
        Each(check, "gases", report.Gases, s => ("gas", s.Gas));
        Each(check, "importedIntermediates", report.ImportedIntermediates, s => ("material", s.Material));
        Each(check, "products", report.Products, s => ("product", s.Product));
        for (var i = 0; i < report.MassBalances.Count; i++)
        {
            check.TurnTo(report.MassBalances[i], "massBalances", i);
            Flows(check, "inputs", report.MassBalances[i].Inputs);
            Flows(check, "outputs", report.MassBalances[i].Outputs);
        }
    }

    private static void Each<T>(ReportCheck check, string list, IReadOnlyList<T> streams, System.Func<T, (string Field, string Name)> name)
        where T : MonitoredStream
    {
        for (var i = 0; i < streams.Count; i++)
        {
            var (field, said) = name(streams[i]);
            if (NotStated.Shipped.Read(said) is null)
            {
                check.TurnTo(streams[i], list, i);
                Tell(check, field, said);
            }
        }
    }

    private static void Flows(ReportCheck check, string list, IReadOnlyList<CarbonFlow> flows)
    {
        for (var i = 0; i < flows.Count; i++)
        {
            if (NotStated.Shipped.Read(flows[i].Material) is null)
            {
                Tell(check, $"{list}/{i}/material", flows[i].Material);
            }
        }
    }

    private static void Tell(ReportCheck check, string field, string? said) =>
        check.Error("name-states-nothing", field, $"\"{check.Stream.Id}\" is of \"{ShownText.Short(said ?? "")}\", which names nothing.", "the name of what it is");
}
