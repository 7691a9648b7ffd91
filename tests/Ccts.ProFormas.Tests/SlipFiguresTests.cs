using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Ccts.Sdk.ProFormas;
using Ccts.Sdk.ProFormas.Formulas;
using static Ccts.Sdk.ProFormas.Formulas.ProFormaColumn;

namespace Ccts.ProFormas.Tests;

/// <summary>Each slip with both figures, reckoned here from the cells that the specification names: what counts, and what the workbook prints.</summary>
public sealed class SlipFiguresTests
{
    /// <summary>What the cell of a slip holds; a text where it is no number.</summary>
    private sealed record Expected(string Slip, string Cell, ProFormaColumn Column, int Years, Func<Cells, object> Counts, Func<Cells, object> Prints, bool IsFilled = false);

    private static readonly List<Expected> All =
    [
        new("renewables-empty-in-current", "Sb@373", Current, 0, c => c["362"] + c["369"], _ => 0m),
        new("mixed-factor-counts-twice", "Sb@387", Current, 0, c => Mixed(c) / (c["377"] + c["224"] + c["199"] + c["205"]), c => (Mixed(c) + (c["352"] * c["355"])) / (c["377"] + c["224"] + c["199"] + c["205"] + c["373"] + c["352"])),
        new("kiln-ncv-for-power-coal", "Sb@545", Current, 0, c => Solid(c, "538", "530", "540", "536"), c => Solid(c, "538", "531", "540", "536")),
        new("kiln-ncv-for-power-coal", "Sb@567", Current, 0, c => Solid(c, "560", "552", "562", "558"), c => Solid(c, "560", "553", "562", "558")),
        new("petcoke-in-power-averaged", "Sb@435", Baseline, 1, c => Solid(c, "428", "420", "430", "426"), c => Solid(c, "428", "420", "430", "426") / 3m),
        new("petcoke-in-power-averaged", "Sb@435", Current, 1, c => Solid(c, "428", "420", "430", "426"), c => Solid(c.In(Baseline), "428", "420", "430", "426") / 9m),
        new("biomass-process-in-power-row", "Sb@604", Current, 0, c => Solid(c, "595", "587", "597", "591"), c => Solid(c, "596", "587", "597", "591")),
        new("biomass-process-in-power-row", "Sb@638", Current, 0, c => c["629"] + c["605"], c => c["629"] + Solid(c, "596", "587", "597", "591")),
        new("biomass-by-one-calorific-value", "Sb@606", Current, 0, c => ((c["595"] * c["587"]) + (c["596"] * c["588"])) * (c["599"] + c["600"]) / 1000m, c => (c["595"] + c["596"]) * c["587"] * (c["599"] + c["600"]) / 1000m),
        new("waste-methane-in-fossil-row", "Sb@627", Current, 0, c => c["620"] * c["617"] * c["611"] / 1000m, c => (c["620"] + c["621"] + c["622"]) * c["617"] * c["611"] / 1000m),
        new("waste-weighted-by-tonnes", "Sb@378", Current, 0, c => c["378"], c => ((c["378"] * PowerEnergy(c)) + (c["620"] * (c["627"] - c["624"]))) / (PowerEnergy(c) + c["627"] - c["624"])),
        new("unburnt-fuel-in-power-total", "Sb@634", Current, 0, c => PowerOfCoal(c), c => PowerOfCoal(c) + c["581"]),
        new("unburnt-fuel-in-power-total", "Sb@635", Current, 0, c => c["635"], c => c["635"] - c["581"]),
        new("lshs-by-another-year", "Sb@674", Current, 1, c => Solid(c, "667", "663", "666", "664"), _ => 0m),
        new("lshs-by-another-year", "Sb@676", Baseline, 1, c => Solid(c, "669", "663", "666", "664"), _ => 0m),
        new("ldo-energy-of-power", "Sb@733", Current, 0, c => c["727"] * c["724"] * c["720"] / 1000m, c => c["728"] * c["726"] * c["722"] / 1000m),
        new("liquid-waste-energy-is-emission", "Sb@755", Year1, 1, c => c.In(Baseline) is var b ? b["751"] * b["746"] * b["742"] / 1000m : 0m, c => c.In(Baseline) is var b ? b["751"] * b["746"] * b["743"] * b["749"] / 1000m : 0m),
        new("liquid-waste-oxidised-twice", "Sb@758", Current, 0, c => c["751"] * c["746"] * c["743"] * c["749"] / 1000m, c => c["751"] * c["746"] * c["743"] * c["749"] * c["744"] / 100_000m),
        new("liquid-waste-oxidised-twice", "Sb@762", Current, 0, c => c["752"] * c["746"] * c["743"] * c["750"] / 1000m, c => c["752"] * c["746"] * c["743"] * c["750"] * c["744"] / 100_000m),
        new("liquid-waste-of-first-year", "Sb@763", Current, 1, c => c["753"] * c["746"] * c["743"] * c["750"] / 1000m, c => c.In(Baseline) is var b ? c["753"] * b["746"] * b["743"] * b["750"] * b["744"] / 100_000m : 0m),
        new("steam-heat-rate-lost", "Sb@824", Current, 0, c => Sum(c, "733", "711", "690", "672", "654", "756", "411", "433", "455", "477", "499", "521", "543", "565", "602", "624") is var heat ? (heat - c["580"]) * 10m / c["322"] : 0m, _ => "#REF!"),
        new("net-heat-rate-of-baseline", "Sb@827", Current, 0, c => NetHeat(c, c), c => NetHeat(c, c.In(Baseline))),
        new("dust-rate-on-bypass", "Sb@955", Current, 0, c => c["109"] * c["947"] / 1000m, c => c["109"] * c["947"] / 1000m * c["111"] / 100m),
        new("dust-rate-on-bypass", "Sb@956", Current, 0, c => c["110"] * c["947"] / 1000m * c["111"] / 100m, c => c["110"] * c["947"] / 1000m),
        new("organic-carbon-thousandth", "Sb@957", Current, 0, c => c["33"] * c["98"] * c["112"] * 3.664m, c => c["33"] * c["98"] * c["112"] * 3.664m / 1000m),
        new("calcination-kg-and-tonnes", "Sb@958", Current, 0, c => (c["948"] * c["33"] / 1000m) + c["955"] + c["956"] + c["957"] is var tonnes ? tonnes * 1000m / c["33"] : 0m, c => ((c["948"] * c["33"]) + c["955"] + c["956"] + c["957"]) / c["33"]),
        new("major-product-of-current-year", "Sum@44", Current, 0, c => c["Sum 16"] * c["Sum 31"] / c["Sum 42"], c => c.In(Baseline)["Sum 35"] is not 0m and var other ? c["Sum 16"] * c["Sum 31"] / other : 0m),
        new("major-product-of-four", "Sum@49", Baseline, 0, c => c["Sum 25"] / c["Sum 34"], c => c["Sum 33"] == 0m ? 0m : c["Sum 25"] / c["Sum 33"]),
        new("major-product-tied", "Sum@42", Current, 0, c => c.In(Baseline)["Sum 30"], c => c.In(Baseline)["Sum 35"]),
        new("ggbs-by-gypsum", "Sum@51", Current, 0, c => Slag(c, c["826"]), c => Slag(c, c["71"])),
        new("grinding-unseen-in-current", "Sum@52", Current, 0, c => Sum(c, "Sum 43", "Sum 44", "Sum 45", "Sum 46", "Sum 47", "Sum 48", "Sum 51"), c => Sum(c, "Sum 43", "Sum 44", "Sum 45", "Sum 46", "Sum 47", "Sum 48", "Sum 51", "Sum 49")),
        new("grinding-unseen-in-current", "Sum@126", Current, 0, c => c["Sum 120"] - c["Sum 121"], c => c["Sum 120"] - c["Sum 121"] + c["Sum 122"] + c["Sum 125"]),
        new("liquid-waste-for-all-liquid", "Sum@110", Current, 0, c => c["770"], c => c["760"]),
        new("calcination-of-baseline-year-2", "Sum@116", Current, 1, c => c["959"], _ => 0m),
        new("scope-1-sums-its-parts-twice", "Sum@117", Current, 0, c => Sum(c, "636", "770", "812", "959"), c => (2m * Sum(c, "636", "770", "812")) + c["959"]),
        new("notional-energy-by-kiln-factor", "Sum@123", Current, 0, c => c["Sum 62"], c => c["Sum 60"] * c["379"]),
        new("clinkerisation-misspelt", "Sum@130", Current, 0, c => c["Sum 7"], c => c["Sum 52"]),
        new("import-process-left-in-energy", "Sum@132", Current, 0, c => (c["Sum 128"] - c["Sum 116"] - c["Sum 124"]) / (c["Sum 130"] * 100_000m), c => (c["Sum 128"] - c["Sum 116"]) / (c["Sum 130"] * 100_000m)),
        new("grinding-import-in-split", "Sum@133", Baseline, 0, c => c["Sum 116"] / (c["Sum 130"] * 100_000m), c => (c["Sum 116"] + c["Sum 124"]) / (c["Sum 130"] * 100_000m)),
        new("raw-meal-ratio-dragged", "Sb@98", Current, 1, c => c["98"], c => c.In(Baseline)["98"] / 3m),
        new("transport-gas-of-third-year", "Sb@784", Baseline, 3, c => c.Years("784").Sum() / 3m, c => (c.Years("784")[0] + c.Years("784")[1] + c.Years("783")[2]) / 3m),
        new("energy-of-unburnt-and-waste", "Sb@633", Current, 0, c => c["633"], c => c["633"] - c["580"]),
        new("thermal-sec-incomplete", "Sb@829", Year1, 1, c => c.In(Baseline) is var b ? (OldSec(b) + (b["473"] * b["465"]) + (b["561"] * b["553"]) + (b["753"] * b["743"] * (b["746"] - 1m))) / b["33"] : 0m, c => c.In(Baseline) is var b ? OldSec(b) / b["33"] : 0m),
        new("whr-hours-lost", "Sb@345", Baseline, 0, c => c.Years("345") is { Count: > 0 } years ? years.Sum() / years.Count : 0m, _ => "#REF!"),
        new("whr-hours-lost", "Sb@347", Baseline, 1, c => c.Years("347")[0], c => c.Years("345")[0]),
        new("plant-availability-of-turbines", "Sb@330", Baseline, 0, c => c["330"], c => (8760m - c["326"]) / 8760m),
        new("raw-mill-of-another-column", "NF8@8", Current, 3, c => c["135"], c => c.In(Baseline)["135"]),
        new("documents-of-absent-years", "Sb@881", Baseline, 1, _ => "Yes", _ => "No", IsFilled: true),
    ];

    private static readonly Lazy<Dictionary<int, (SlipCell Cell, Cells Cells)>> s_told = new(First);

    public static TheoryData<int> Cases => [.. Enumerable.Range(0, All.Count)];

    /// <summary>Every slip that the form holds and prints otherwise has its figures here.</summary>
    [Fact]
    public void No_slip_is_left_out() =>
        Assert.Equal(Cement.Form.Slips.Where(s => s.Fields.Count > 0).Select(s => s.Id).Order(StringComparer.Ordinal), All.Select(e => e.Slip).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Cases))]
    public void Both_figures_are_those_of_the_specification(int number)
    {
        var expected = All[number];
        var (cell, cells) = s_told.Value[number];
        Same(expected.Counts(cells), cell.Intended, expected.Slip + " counts");
        Same(expected.Prints(cells), cell.Printed, expected.Slip + " prints");
    }

    /// <summary>For each case the first plant that shows it; each plant is assessed once.</summary>
    private static Dictionary<int, (SlipCell Cell, Cells Cells)> First()
    {
        var found = new Dictionary<int, (SlipCell, Cells)>();
        foreach (var assessment in SlipPlants.Assessed())
        {
            foreach (var number in Enumerable.Range(0, All.Count).Where(n => !found.ContainsKey(n)))
            {
                if (Told(assessment, All[number]) is { Cell: { } cell, Cells: var cells })
                {
                    found.Add(number, (cell, cells));
                }
            }

            if (found.Count == All.Count)
            {
                break;
            }
        }

        return found;
    }

    private static (SlipCell? Cell, Cells Cells) Told(ProFormaAssessment assessment, Expected expected)
    {
        var cells = new Cells(assessment, expected.Column == Year1 ? Baseline : expected.Column);
        var isFit = expected.Years == 0 || assessment.Filing.Years == expected.Years;
        var at = expected.Cell.Split('@');
        return (isFit ? assessment.Slips.FirstOrDefault(s => s.Slip.Id == expected.Slip)?.Cells.FirstOrDefault(c => c.Field.Sheet == at[0] && c.Field.Row.ToString(CultureInfo.InvariantCulture) == at[1] && c.Column == expected.Column && (c.Intended.Length > 0 || !expected.IsFilled)) : null, cells);
    }

    /// <summary>A cell of a slip shows 15 digits of what is printed.</summary>
    private static void Same(object expected, string found, string what)
    {
        if (expected is string text)
        {
            Assert.Equal(text, found);
            return;
        }

        var (number, shown) = ((decimal)expected, found.Length == 0 ? 0m : decimal.Parse(found, NumberStyles.Float, CultureInfo.InvariantCulture));
        Assert.True(Math.Abs(number - shown) <= Math.Abs(number) * 0.000000000001m, $"{what} {shown}, expected {number}");
    }

    private static decimal Solid(Cells c, string quantity, string net, string factor, string oxidation) => c[quantity] * c[net] * c[factor] * c[oxidation] / 100_000m;

    private static decimal Mixed(Cells c) => (c["386"] * c["377"]) + (c["199"] * c["206"]) + (c["205"] * c["207"]);

    private static decimal PowerEnergy(Cells c) => Sum(c, "411", "433", "455", "477", "499", "521", "543", "565", "624", "653", "654", "671", "672", "689", "690", "709", "711", "731", "733", "755", "756", "787", "804");

    private static decimal PowerOfCoal(Cells c) => Sum(c, "413", "435", "457", "479", "501", "523", "545", "567");

    private static decimal OldSec(Cells c) => (c["407"] * c["397"]) + (c["429"] * c["421"]) + (c["451"] * c["443"]) + (c["495"] * c["487"]) + (c["517"] * c["509"]) + (c["539"] * c["531"]) + (c["596"] * c["588"]) + (c["618"] * c["611"]) + (c["753"] * c["743"]);

    /// <summary>Generation of a column, by the net heat rates of another.</summary>
    private static decimal NetHeat(Cells c, Cells rates)
    {
        decimal Net(string gross, string own) => rates[gross] / (1m - (rates[own] / 100m));
        var generated = Sum(c, "233", "322", "336", "344", "352", "362", "369");
        return ((c["233"] * Net("823", "235")) + (c["322"] * Net("824", "323")) + (c["336"] * Net("825", "337")) + (c["354"] * c["352"])) / generated;
    }

    private static decimal Slag(Cells c, decimal heatRate) => c["Sum 21"] * ((c["837"] * c["826"]) + (c["838"] * 1000m)) / ((c["829"] * 1000m) + ((c["830"] + c["831"]) * heatRate));

    private static decimal Sum(Cells c, params string[] rows) => rows.Sum(r => c[r]);

    /// <summary>The figures that count, of one column.</summary>
    private sealed class Cells(ProFormaAssessment assessment, ProFormaColumn column)
    {
        internal decimal this[string row]
        {
            get
            {
                var (sheet, number) = row.StartsWith("Sum ", StringComparison.Ordinal) ? ("Sum", row[4..]) : ("Sb", row);
                var figure = assessment.Figures.First(f => f.Field.Sheet == sheet && f.Field.Row.ToString(CultureInfo.InvariantCulture) == number);
                return decimal.TryParse(column == Current ? figure.Current : figure.Baseline, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : 0m;
            }
        }

        internal Cells In(ProFormaColumn other) => new(assessment, other);

        internal List<decimal> Years(string row)
        {
            var line = ProFormaFilingWriter.ToJson(assessment.Filing, assessment.Form)["inputs"]!.AsArray().FirstOrDefault(l => ((string)l!["field"]!).EndsWith("@" + row, StringComparison.Ordinal));
            return [.. Enumerable.Range(0, assessment.Filing.Years).Select(y => line?["baseline_years"]!.AsArray() is { } years && (string)years[y]! is { Length: > 0 } text ? decimal.Parse(text, CultureInfo.InvariantCulture) : 0m)];
        }
    }
}
