using Ccts.Compliance.Plans;
using Ccts.Sdk.Formats.Json;

namespace Ccts.Cli.Input;

/// <summary>Reads an entity's monitoring plan.</summary>
internal static class PlanInput
{
    internal static MonitoringPlan Read(string path) => MonitoringPlanReader.Read(Inputs.Read(path, LocatedJson.DefaultMaxBytes), Inputs.NameOf(path));
}
