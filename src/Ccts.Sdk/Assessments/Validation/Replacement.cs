using System;
using System.Linq;
using Ccts.Sdk.Monitoring;

namespace Ccts.Sdk.Assessments.Validation;

/// <summary>A month of a stream that is far above its others because it took the place of another of its kind: power of the grid, while the plant's own boiler stood still.</summary>
internal static class Replacement
{
    /// <summary>Whether all of its kind together has in that month less than half of the excess. What a unit explains is no such month.</summary>
    internal static bool TookAnothersPlace(Result result, CountedSource source, Outlier outlier)
    {
        var (did, report) = (result.Activities, result.Report);
        if (!outlier.IsHigh || outlier.Undone is { IsUnit: true } || source.Stream is not (FuelStream or ImportedHeatStream or ElectricityStream))
        {
            return false;
        }

        // The grid stands by for the plant's own units.
        var isPower = source.Stream is ElectricityStream;
        if (isPower && report.Electricity.Any(e => e.Supply == ElectricitySupply.Captive))
        {
            return true;
        }

        var (all, activities) = isPower ? (did.Power, PlantMonths.Of(did.Products, did.Process)) : (did.Burnt, did.BesideFuel);
        if (all is null || activities.Count == 0 || source.Months(result) is not { } months)
        {
            // Of what is given by longer periods nobody can say.
            return (isPower ? report.Electricity.Count : report.Fuels.Count + report.ImportedHeat.Count) > 1;
        }

        var at = new decimal[all.Length];
        result.Spans.Spread(at, outlier.Period, 1m);
        var most = Expectation.AtMost(all, activities);
        var excess = (outlier.Amount - outlier.Reference.Most) / source.Amount * months.Sum();
        return Enumerable.Range(0, at.Length).Where(m => at[m] > 0m).Sum(m => Math.Max(0m, all[m] - most[m])) < excess / 2m;
    }
}
