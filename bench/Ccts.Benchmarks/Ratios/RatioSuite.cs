using System.Collections.Generic;
using System.Linq;

namespace Ccts.Benchmarks.Ratios;

/// <summary>Every measure, in the order it is printed.</summary>
internal static class RatioSuite
{
    internal static IEnumerable<Ratio> All() => AssessmentRatios.All().Concat(ClearingRatios.All()).Concat(EngineRatios.All()).Concat(InputRatios.All()).Concat(LedgerRatios.All()).Concat(ProFormaRatios.All()).Concat(SerialRatios.All());
}
