using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json.Nodes;
using Ccts.Sdk.Assessments.Certificates;
using Ccts.Sdk.ProFormas;

namespace Ccts.ProFormas.Tests;

/// <summary>Each point that the form leaves open is a value that the result lists, with the tonnes and the certificates of its other reading, reckoned here from the cells of the specification.</summary>
public sealed class OpenPointTests
{
    private static readonly Dictionary<string, (Func<JsonObject> Plant, Func<Cells, decimal> Tonnes)> s_points = new(StringComparer.Ordinal)
    {
        ["transport-fuels"] = (() => Cement.Vector("09-dg-all-oils"), c => c[715] + c[737] + c[791]),
        ["fossil-waste"] = (() => Cement.Vector("17-alternative-fuels-in-cpp"), c => c[627] + c[630] + c[758] + c[759] + c[760]),
        ["carbonates"] = (() => Cement.Vector("01-minimal-type1-grid-ppc").With(114, "1000").With(115, "1000").With(116, "1000").With(117, "1000").With(118, "1000"), _ => 440m + 415m + 223m + 596m + 318m),
        ["heat-rate-basis"] = (() => Cement.Vector("05-cpp-stg2-petcoke-in-power"), c => OwnPower(c, -0.05m * c[386])),
        ["biomass-in-weights"] = (() => Cement.Vector("17-alternative-fuels-in-cpp").With(381, "5"), c => OwnPower(c, c[386] * ((PowerEnergy(c) / (PowerEnergy(c) + c[602])) - 1m))),
        ["new-line-clinker"] = (() => Cement.Vector("39-new-line-under-70pct"), c => -Notional(c, c[868])),
        ["grinding-clinker"] = (() => Cement.Second("public-14-grinding-import"), c => c.Summary(122) + c.Summary(125)),
        ["named-defaults"] = (() => Cement.Vector("11-type2-clinker-dry-kiln").With(112, ""), c => (c[33] + (c.Summary(26) * 100_000m)) * c[98] * 0.002m * 3.664m),
        ["stock-change"] = (() => Cement.Vector("05-cpp-stg2-petcoke-in-power"), c => -Notional(c, c[35] - c[36])),
        ["dedicated-line-factor"] = (() => Cement.Second("public-28-wheeled-dedicated-cpp-re"), c => MixedPower(c, c[352] * (c[355] - c[386]) / AllPower(c))),
        ["process-energy-of-waste"] = (() => Cement.Vector("17-alternative-fuels-in-cpp"), _ => 0m),
        ["clinker-unit-imports"] = (() => Cement.Vector("29-clinkerization-unit-type2"), c => -c.Summary(122)),
    };

    public static TheoryData<string> Points => [.. Cement.Form.Points.Select(p => p.Id)];

    [Theory]
    [MemberData(nameof(Points))]
    public void The_other_reading_stands_beside_with_its_tonnes_and_certificates(string id)
    {
        var (plant, tonnes) = s_points[id];
        var filing = plant();
        filing["ownTarget"] = new JsonObject { ["target"] = "0.6 tCO2e/t", ["source"] = "made up" };
        Cement.Explain(filing, "seen by the verifier");
        var assessment = Cement.Account(filing);
        Assert.Contains(assessment.Assumptions, v => v.Path.Contains(id, StringComparison.Ordinal));

        var other = Assert.Single(assessment.Points.Single(p => p.Point.Id == id).Others);
        var expected = tonnes(new Cells(assessment));
        Near(expected, other.Tonnes.Tonnes);
        Assert.True(other.Differs);
        Assert.NotEqual(id == "process-energy-of-waste", expected != 0m);
        Near(Earned(assessment.Certificates) - expected, Earned(other.Certificates));
        Near((assessment.Current.Total.Tonnes + expected) / assessment.Current.Product.Value, other.Intensity!.Value.TonnesPerUnit);
    }

    /// <summary>Power sold and to the colony, and notional power, where the factor of own generation moves by so much.</summary>
    private static decimal OwnPower(Cells c, decimal moved) => (-c[380] * 100m * moved) + MixedPower(c, moved * c[377] / AllPower(c));

    private static decimal MixedPower(Cells c, decimal moved) => moved * ((-c[381] * 100m) + (((c.Summary(26) * c[830]) + (c.Summary(49) * c[831])) * 100m));

    private static decimal AllPower(Cells c) => c[377] + c[224] + c[199] + c[205];

    private static decimal Notional(Cells c, decimal clinker) => clinker * (c[912] + (c[829] * c[379] / 1000m) + (c[830] * c[387] / 1000m));

    private static decimal PowerEnergy(Cells c) =>
        new[] { 411, 433, 455, 477, 499, 521, 543, 565, 624, 653, 654, 671, 672, 689, 690, 709, 711, 731, 733, 755, 756, 787, 804 }.Sum(row => c[row]);

    /// <summary>Below zero for what is owed.</summary>
    private static decimal Earned(CertificateResult certificates) => certificates.Unrounded!.Value.Tonnes * (certificates.Kind == CertificateKind.Surrender ? -1m : 1m);

    private static void Near(decimal expected, decimal actual) => Assert.InRange(actual, expected - 0.000001m, expected + 0.000001m);

    /// <summary>The current year by row: of Form-Sb, and of the Summary Sheet.</summary>
    private sealed class Cells(ProFormaAssessment assessment)
    {
        private readonly Dictionary<(string, int), string> _cells = assessment.Figures.Where(f => f.Field.Sheet is "Sb" or "Sum").ToDictionary(f => (f.Field.Sheet, f.Field.Row), f => f.Current);

        internal decimal this[int row] => Of("Sb", row);

        internal decimal Summary(int row) => Of("Sum", row);

        private decimal Of(string sheet, int row) => _cells[(sheet, row)] is { Length: > 0 } text ? decimal.Parse(text, CultureInfo.InvariantCulture) : 0m;
    }
}
