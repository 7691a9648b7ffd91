using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace Ccts.ProFormas.Tests;

/// <summary>A second implementation, written from the specification in words, agrees on thousands of made-up plants; and what must not matter does not.</summary>
public sealed class SpecificationTests
{
    private const int Plants = 2000;
    private const int Batches = 8;

    public static TheoryData<int> Batch => [.. Enumerable.Range(0, Batches)];

    [Theory]
    [MemberData(nameof(Batch))]
    public void Two_implementations_agree_to_the_last_digit(int batch)
    {
        foreach (var seed in Enumerable.Range(batch * Plants / Batches, Plants / Batches))
        {
            var plant = new RandomPlant(seed);
            var figures = Cement.ByKey(Cement.Assess(plant.Filing()));
            foreach (var (key, expected) in plant.Specified().Figures())
            {
                var (field, column) = (key.Split('|')[0], key.Split('|')[1]);
                var found = column == "baseline" ? figures[field].Baseline : figures[field].Current;
                if (expected != found)
                {
                    Assert.Fail($"plant {seed} ({plant.SubSector}, {plant.Years} years), {key}: {found} comes out, {expected} is specified");
                }
            }
        }
    }

    [Fact]
    public void The_order_of_the_lines_changes_nothing()
    {
        foreach (var seed in Enumerable.Range(10_000, 50))
        {
            var plant = new RandomPlant(seed);
            Assert.Equal(Texts(plant.Filing()), Texts(plant.Filing(shuffled: true)));
        }
    }

    /// <summary>A plant ten times as large, and one of a thousandth: the same intensities and factors, to the last digit.</summary>
    [Theory]
    [InlineData("10")]
    [InlineData("0.001")]
    public void The_scale_of_the_plant_changes_no_intensity(string by)
    {
        var scale = decimal.Parse(by, CultureInfo.InvariantCulture);
        var amounts = new HashSet<string>(StringComparer.Ordinal) { "Tonne", "Tonns", "Lakh kWh", "kilo Litre", "Million SCM", "Million kg" };
        var rows = Cement.Form.Fields.Where(f => f.Sheet == "Sb" && amounts.Contains(f.Unit)).Select(f => f.Row).ToHashSet();
        foreach (var seed in Enumerable.Range(20_000, 50))
        {
            var plant = new RandomPlant(seed);
            var (before, after) = (Cement.ByKey(Cement.Assess(plant.Filing())), Cement.ByKey(Cement.Assess(plant.Filing(change: (row, value) => rows.Contains(row) ? value * scale : value))));
            foreach (var key in new[] { "Sum.21.21.2@131", "Sum.21.a@132", "Sum.21.b@133", "Sb.C9(ii)@387", "Sb.C3.2@379", "Sb.A20(vii)@97", "Sb.H.5@827" })
            {
                Assert.Equal((key, before[key].Baseline, before[key].Current), (key, after[key].Baseline, after[key].Current));
            }
        }
    }

    [Fact]
    public void Two_lots_of_the_same_coal_are_as_one()
    {
        var one = Cement.Vector("01-minimal-type1-grid-ppc").With(517, "60000").With(507, "5200").With(515, "98");
        var two = Cement.Vector("01-minimal-type1-grid-ppc").With(517, "25000").With(507, "5200").With(515, "98").With(561, "35000").With(551, "5200").With(559, "98");
        two["general"]!["coal_3_type"] = one["general"]!["coal_1_type"]!.DeepClone();
        Assert.Equal(Totals(one), Totals(two));
    }

    [Theory]
    [InlineData(33, "Tonne", "kg", "1000")]
    [InlineData(33, "Tonne", "Lakh Tonnes", "0.00001")]
    [InlineData(199, "Lakh kWh", "lakh kwh", "1")]
    [InlineData(199, "Lakh kWh", "MWh", "100")]
    [InlineData(206, "t CO2/MWh", "g CO2/kWh", "1000")]
    [InlineData(704, "kilo Litre", "litre", "1000")]
    public void The_unit_a_figure_is_stated_in_changes_nothing(int row, string unit, string other, string times)
    {
        var stated = Cement.Vector("09-dg-all-oils");
        var converted = stated.DeepClone().AsObject();
        var line = Cement.Line(converted, row);
        Assert.Equal(unit, Cement.Form.Find((string)line["field"]!)!.Unit);
        line["unit"] = other;
        line["current"] = (decimal.Parse((string)line["current"]!, CultureInfo.InvariantCulture) * decimal.Parse(times, CultureInfo.InvariantCulture)).ToString(CultureInfo.InvariantCulture);
        var years = line["baseline_years"]!.AsArray();
        years[0] = (decimal.Parse((string)years[0]!, CultureInfo.InvariantCulture) * decimal.Parse(times, CultureInfo.InvariantCulture)).ToString(CultureInfo.InvariantCulture);
        Assert.Equal(Texts(stated), Texts(converted));
    }

    [Fact]
    public void Equal_years_are_as_one_year()
    {
        var one = Cement.Vector("25-six-products");
        var three = one.DeepClone().AsObject();
        three["general"]!["number_of_baseline_years"] = 3;
        foreach (var line in three["inputs"]!.AsArray())
        {
            var year = (string)line!["baseline_years"]![0]!;
            line["baseline_years"] = new System.Text.Json.Nodes.JsonArray(year, year, year);
        }

        Assert.Equal(Texts(one).Where(t => t.Contains("Sum.", StringComparison.Ordinal)), Texts(three).Where(t => t.Contains("Sum.", StringComparison.Ordinal)));
    }

    private static List<string> Texts(System.Text.Json.Nodes.JsonObject filing) => [.. Cement.Assess(filing).Figures.Select(f => $"{f.Field.Key}: {f.Baseline} | {f.Current}")];

    private static (string, string, string) Totals(System.Text.Json.Nodes.JsonObject filing)
    {
        var figures = Cement.ByKey(Cement.Assess(filing));
        return (figures["Sb.D.15@635"].Current, figures["Sum.20@128"].Current, figures["Sb.C3.2@379"].Current);
    }
}
