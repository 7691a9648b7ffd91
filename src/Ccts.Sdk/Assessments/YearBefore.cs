using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Assessments.Validation;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Problems;
using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.Assessments;

/// <summary>
/// A report beside the same plant's report of the year before: what each stream had then, which a slip of a unit or a digit shows against, and no stream that had an amount
/// goes without a word. Otherwise nothing holds a side stream, which may be left out and leave the plant near its baseline.
/// </summary>
/// <remarks>Pure and thread-safe.</remarks>
public static class YearBefore
{
    /// <summary>The report, each of its fuels, process materials and supplies of electricity with what the stream of the same id had in the year before, where it states none itself.</summary>
    /// <exception cref="CctsDataException">The other report is not of the year before or of another plant, or has a stream that this one lacks; every error is listed.</exception>
    public static MonitoringReport Beside(MonitoringReport report, MonitoringReport previous)
    {
        Require.NotNull(report);
        Require.NotNull(previous);
        var problems = new ProblemList();
        if (previous.Year != report.Year.Previous)
        {
            problems.Error("previous-year", previous.Place, $"The report of the previous year is of {previous.Year}, and the report of {report.Year}.", $"the report of {report.Year.Previous}");
        }

        if (PlantIdentity.AreTwo(previous.Entity, report.Entity))
        {
            problems.Error("previous-year", previous.Place, $"The report of the previous year is of {ShownText.Short(previous.Entity.Name)}, and the report of {ShownText.Short(report.Entity.Name)}.", "one plant");
        }

        foreach (var (list, before, now) in Lists(previous, report))
        {
            foreach (var gone in before.Where(b => b.HasAmount && !now.Exists(n => n.Id == b.Id)))
            {
                problems.Error("stream-of-previous-year", report.Place, $"The report of the previous year has \"{ShownText.Short(gone.Id)}\" in {list}, and this one has not.", "every stream that had an amount", "Add it; with \"0 t\" or the like, and the reason in \"whyUnusual\", where it is no more. Where it is called otherwise now, call it so in the report of the previous year too.");
            }
        }

        return problems.HasErrors ? throw new CctsDataException(problems.ToList()) : report with
        {
            Fuels = [.. report.Fuels.Select(f => previous.Fuels.FirstOrDefault(p => p.Id == f.Id) is { } before ? f with { Measured = With(f.Measured, before.Measured) } : f)],
            ProcessMaterials = [.. report.ProcessMaterials.Select(m => m.PreviousYear is null && previous.ProcessMaterials.FirstOrDefault(p => p.Id == m.Id) is { } before && before.Amounts.TryTotal(out var tonnes) ? m with { PreviousYear = Mass.FromTonnes(tonnes) } : m)],
            Electricity = [.. report.Electricity.Select(e => e.PreviousYear is null && previous.Electricity.FirstOrDefault(p => p.Id == e.Id) is { } before && before.Amounts.TryTotal(out var power) ? e with { PreviousYear = ElectricalEnergy.FromMegawattHours(power) } : e)],
        };
    }

    /// <summary>A fuel that is measured otherwise than before cannot be compared.</summary>
    private static FuelMeasurement With(FuelMeasurement now, FuelMeasurement before) => (now, before) switch
    {
        (WeighedFuel { PreviousYear: null } weighed, WeighedFuel b) when b.Amounts.TryTotal(out var tonnes) => weighed with { PreviousYear = Mass.FromTonnes(tonnes) },
        (MeteredLiquid { PreviousYear: null } liquid, MeteredLiquid b) when b.Amounts.TryTotal(out var kilolitres) => liquid with { PreviousYear = Volume.FromKilolitres(kilolitres) },
        (MeteredGas { PreviousYear: null } gas, MeteredGas b) when b.Conditions == gas.Conditions && b.Amounts.TryTotal(out var cubicMetres) => gas with { PreviousYear = GasVolume.FromStandardCubicMetres(cubicMetres) },
        (BilledEnergy { PreviousYear: null } billed, BilledEnergy b) when b.Basis == billed.Basis && b.Amounts.TryTotal(out var gigajoules) => billed with { PreviousYear = Energy.FromGigajoules(gigajoules) },
        _ => now,
    };

    /// <summary>The lists of what emits, with the streams of both years.</summary>
    private static IEnumerable<(string List, List<(string Id, bool HasAmount)> Before, List<(string Id, bool HasAmount)> Now)> Lists(MonitoringReport before, MonitoringReport now)
    {
        (string, List<(string, bool)>, List<(string, bool)>) Of(string list, System.Func<MonitoringReport, IEnumerable<MonitoredStream>> streams) => (list, [.. streams(before).Select(Stream)], [.. streams(now).Select(Stream)]);
        yield return Of("fuels", r => r.Fuels);
        yield return Of("processMaterials", r => r.ProcessMaterials);
        yield return Of("massBalances", r => r.MassBalances);
        yield return Of("gases", r => r.Gases);
        yield return Of("pfcs", r => r.Pfcs);
        yield return Of("importedIntermediates", r => r.ImportedIntermediates);
        yield return Of("electricity", r => r.Electricity);
        yield return Of("importedHeat", r => r.ImportedHeat);
    }

    private static (string Id, bool HasAmount) Stream(MonitoredStream stream) => (stream.Id, stream is MassBalanceStream or PfcStream || PeriodAmounts.Of(stream).Total > 0m);
}
