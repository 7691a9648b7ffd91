using System;
using System.Collections.Generic;
using System.Linq;

namespace Ccts.ProFormas.Tests.Specification;

/// <summary>A plant as the specification computes it: both columns, then equivalent product, emissions and intensity.</summary>
internal sealed class SpecifiedPlant
{
    internal required string SubSector { get; init; }

    internal required int Years { get; init; }

    internal required (int Baseline, int Current) Method { get; init; }

    /// <summary>Factors of coal 1, 2 and 3, tCO2/TJ.</summary>
    internal required decimal[] CoalFactors { get; init; }

    /// <summary>Stated values by row: the years of the baseline, then the current year.</summary>
    internal required IReadOnlyDictionary<int, decimal?[]> Stated { get; init; }

    private bool IsGrinding => SubSector == "Grinding";

    private bool IsClinkerUnit => SubSector == "Clinkerization";

    internal Dictionary<string, string> Figures()
    {
        var current = new SpecifiedYear(row => Value(row, Years), this);
        var years = Enumerable.Range(0, Years).Select(y => new SpecifiedYear(row => Value(row, y), this)).ToList();
        var generated = SpecifiedYear.Sum(years.Select(y => y.SteamGeneration));
        var baseline = new SpecifiedYear(row => Mean(y => Value(row, y)), this)
        {
            WeightedSteamRate = generated.IsZero ? 0 : SpecifiedYear.Sum(years.Select(y => y.OwnSteamRate * y.SteamGeneration)) / generated,
        };
        var largest = Enumerable.Range(0, 6).Aggregate(0, (best, p) => baseline.Row(SpecifiedYear.Products[p].Product) > baseline.Row(SpecifiedYear.Products[best].Product) ? p : best);
        var major = baseline.ClinkerFactor(largest);
        var figures = new Dictionary<string, string>(StringComparer.Ordinal);
        Column(figures, "baseline", baseline, Method.Baseline, major, newLine: 0, Stated.ContainsKey(829) ? Mean(y => Stated[829][y] is { } sec ? sec : years[y].ThermalSec) : Mean(y => years[y].ThermalSec));
        Column(figures, "current", current, Method.Current, major, current.Row(868), current.Row(829));
        return figures;
    }

    private Fraction Value(int row, int year) => Stated.TryGetValue(row, out var stated) ? stated[year] ?? 0 : 0;

    private Fraction Mean(Func<int, Fraction> ofYear) => SpecifiedYear.Sum(Enumerable.Range(0, Years).Select(ofYear)) / Years;

    private void Column(Dictionary<string, string> figures, string column, SpecifiedYear year, int method, Fraction major, Fraction newLine, Fraction thermalSec)
    {
        void Put(string key, Fraction value) => figures[key + "|" + column] = value.Text();
        Fraction Over(Fraction top, Fraction under) => under.IsZero ? 0 : top / under;

        const int lakh = 100_000;
        var clinker = (year.Row(33) - newLine) / lakh;
        var imported = (year.Row(81) + newLine) / lakh;
        var exported = year.Row(80) / lakh;
        var stock = IsGrinding ? 0 : (year.Row(36) - year.Row(35)) / lakh;
        var (sold, bought) = (stock > 0 ? exported + stock : exported, stock > 0 ? imported : imported - stock);
        var equivalents = Enumerable.Range(0, 6).Select(p => Over(year.Row(SpecifiedYear.Products[p].Product) / lakh * year.ClinkerFactor(p), major)).ToList();
        var soldEquivalent = Over(sold, major);
        var heatRate = year.GrossHeatRate;
        var slag = Over(year.Row(78) / lakh * ((year.Row(837) * heatRate) + (year.Row(838) * 1000)), (thermalSec * 1000) + ((year.Row(830) + year.Row(831)) * heatRate));
        var product = SpecifiedYear.Sum(equivalents) + slag + (IsGrinding ? 0 : soldEquivalent);
        var divisor = IsClinkerUnit ? clinker : product;

        var calcination = year.Calcination(method);
        var direct = year.SolidPower + year.SolidProcess + year.OilDg + year.OilCpp + year.OilProcess + year.GasPower + year.GasProcess + calcination;
        var grinding = soldEquivalent * lakh * year.Row(831) * year.MixedFactor / 1000;
        var process = bought * lakh * year.CalcinationFactor(method);
        var energy = bought * lakh * ((thermalSec * year.ProcessFactor / 1000) + (year.Row(830) * year.MixedFactor / 1000));
        var indirect = year.Purchased - year.Exported + (IsGrinding ? 0 : process + energy + grinding);
        var total = direct + indirect;
        var processPart = calcination + (IsGrinding ? 0 : process);

        Put("Sb.A4@34", year.Cement);
        Put("Sb.A19@88", year.Additives);
        Put("Sb.A20(vii)@97", year.OverallClinkerFactor);
        Put("Sb.C3.2@379", year.ProcessFactor);
        Put("Sb.C9(ii)@387", year.MixedFactor);
        Put("Sb.H.4@826", heatRate);
        Put("Sb.H.5@827", year.NetHeatRate);
        Put("Sb.D.14@634", year.SolidPower);
        Put("Sb.D.15@635", year.SolidProcess);
        Put("Sb.E.13@770", year.OilDg + year.OilCpp + year.OilProcess);
        Put("Sb.F.7@812", year.GasPower + year.GasProcess);
        Put("Sb.P3.8(viii)@959", calcination);
        Put("Sum.8.j@52", product);
        Put("Sum.8.i@51", slag);
        Put("Sum.10.a1@59", grinding);
        Put("Sum.10.b.1@61", process);
        Put("Sum.10.b.2@62", energy);
        Put("Sum.19.1.e@117", direct);
        Put("Sum.19.2.a@120", year.Purchased);
        Put("Sum.19.2.b@121", year.Exported);
        Put("Sum.19.2.e@126", indirect);
        Put("Sum.20@128", total);
        Put("Sum.21.21.1@130", divisor);
        Put("Sum.21.21.2@131", Over(total, divisor * lakh));
        Put("Sum.21.a@132", Over(total - processPart, divisor * lakh));
        Put("Sum.21.b@133", Over(processPart, divisor * lakh));
        if (!IsClinkerUnit)
        {
            Put("Sum..21.2@135", Over(total, (clinker + (year.Additives / lakh)) * lakh));
        }
    }
}
