using System;
using Ccts.Sdk.Assessments.Calculations;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.Assessments.Emissions;

/// <summary>Runs one stream's calculator with its steps.</summary>
internal static class StreamEmissions
{
    internal static Calculated<Co2e> Tonnes<TStream>(TStream stream, EmissionRules rules, Func<TStream, EmissionRules, Workings, decimal> calculator)
        where TStream : MonitoredStream
    {
        var workings = new Workings(keepSteps: true);
        var tonnes = calculator(Require.NotNull(stream), Require.NotNull(rules), workings);
        return Calculated<Co2e>.From(Co2e.FromTonnes(tonnes), workings);
    }
}
