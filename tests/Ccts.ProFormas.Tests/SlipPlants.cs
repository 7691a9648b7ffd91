using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading;
using Ccts.Sdk.ProFormas;

namespace Ccts.ProFormas.Tests;

/// <summary>Plants by which the slips of the workbook can be seen.</summary>
internal static class SlipPlants
{
    private static readonly List<ProFormaAssessment> s_assessed = [];
    private static readonly IEnumerator<JsonNode> s_next = All().GetEnumerator();
    private static readonly Lock s_gate = new();

    /// <summary>Their assessments, one after the other, each made once and only when somebody asks for it.</summary>
    internal static IEnumerable<ProFormaAssessment> Assessed()
    {
        for (var i = 0; At(i) is { } assessment; i++)
        {
            yield return assessment;
        }
    }

    private static ProFormaAssessment? At(int number)
    {
        lock (s_gate)
        {
            if (number == s_assessed.Count && s_next.MoveNext())
            {
                s_assessed.Add(Cement.Account(s_next.Current));
            }

            return number < s_assessed.Count ? s_assessed[number] : null;
        }
    }

    /// <summary>Plants by which every slip can be seen: those of both readings, made-up ones, and some for slips that they miss.</summary>
    private static IEnumerable<JsonNode> All()
    {
        foreach (var name in Cement.Files("Vectors"))
        {
            yield return Cement.Vector(name);
        }

        yield return Cement.Vector("25-six-products").With(42, "500000").With(48, "500000");
        yield return Cement.Vector("07-whr-solar-export").With(345, "8000").With(347, "900").With(784, "1").With(783, "2");
        yield return ThreeYears().With(783, "5").With(784, "1").WithCurrent(98, "").With(305, "10").With(306, "100").With(310, "8000").With(311, "100");
        yield return Cement.Vector("09-dg-all-oils").With(577, "100").With(572, "4000").With(751, "10").With(746, "0.9").With(742, "5000").With(747, "40").With(744, "98").With(231, "No");
        yield return ThreeYears().With(134, "1000").With(135, "20").WithCurrent(135, "30");
        yield return Cement.Vector("01-minimal-type1-grid-ppc").With(881, "Yes").With(882, "Yes").With(883, "Yes");
        yield return Cement.Vector("01-minimal-type1-grid-ppc").WithCurrent(98, "");
        foreach (var name in Cement.Files("SecondReading"))
        {
            yield return Cement.Second(name);
        }

        foreach (var seed in Enumerable.Range(50_000, 200))
        {
            yield return new RandomPlant(seed).Filing();
        }
    }

    private static JsonObject ThreeYears() => Cement.Vector("37-three-baseline-years");
}
