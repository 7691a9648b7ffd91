using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json.Nodes;
using Ccts.Sdk.Assessments;
using Ccts.Sdk.Assessments.Calculations;
using Ccts.Sdk.Assessments.Inventory;
using Ccts.Sdk.Law;

namespace Ccts.Sdk.Tests.Assessments;

public class StepTests
{
    private static readonly AssessmentRules Rules = TestRules.Of("2025-26", TestRules.Target("CMTOE085RJ", "2025-26", "0.8086", "0.8032", 3_666_138m));

    [Fact]
    public void Recomputing_from_the_printed_steps_alone_reproduces_the_total()
    {
        for (var seed = 0; seed < 50; seed++)
        {
            var assessment = Assessor.Assess(Reports.Random(seed), Rules, new AssessmentOptions { Steps = true, Validate = false });
            var printed = JsonNode.Parse(AssessmentJson.Write(assessment)["steps"]!.ToJsonString())!.AsArray();
            var results = new Dictionary<int, decimal>();
            foreach (var step in printed)
            {
                var operands = step!["operands"]!.AsArray().Select(o => Read(o!, results)).ToArray();
                results[step["number"]!.GetValue<int>()] = Step.Evaluate(operands, step["decimals"]?.GetValue<int>());
                Assert.Equal(Number(step["result"]!), results[step["number"]!.GetValue<int>()]);
            }

            var streams = printed.Where(s => s!["title"]!.GetValue<string>() == "total GHG").Select(s => results[s!["number"]!.GetValue<int>()]);
            Assert.Equal(assessment.Emissions.Total.Tonnes, Assert.Single(streams));
        }
    }

    [Fact]
    public void Steps_are_kept_only_when_asked_for() =>
        Assert.Empty(Assessor.Assess(Reports.Random(1), Rules, new AssessmentOptions { Validate = false }).Steps);

    [Fact]
    public void A_step_reads_as_arithmetic()
    {
        var steps = Assessor.Assess(Reports.Of("CMTOE085RJ", "2025-26", 2_964_439.1868m, 3_666_138m), Rules, new AssessmentOptions { Steps = true, Validate = false }).Steps;
        Assert.Equal("2. heat: heat CO2 = 2964439.1868 GJ (amount, step 1) x 1000 tCO2/TJ (supplier's factor, test) / 1000 GJ/TJ (GJ per TJ), rounded to 9 decimals = 2964439.1868 t", steps[1].ToString());
        Assert.Equal(
            [
                "3. report: heat = 2964439.1868 t (heat, step 2) = 2964439.1868 t",
                "4. report: total GHG = 0 t (combustion) + 0 t (process) + 0 t (electricity) + 2964439.1868 t (heat, step 3) - 0 t (adjustments, deducted) = 2964439.1868 t",
            ],
            steps.Skip(2).Take(2).Select(s => s.ToString()));
        Assert.Equal(
            [
                "intensity: achieved intensity = 2964439.1868 t (total GHG, step 4) / 3666138 t (equivalent product, step 6), rounded to 4 decimals = 0.8086 tCO2e/t",
                "certificates: emissions at the target = 0.8032 tCO2e/t (target intensity, GEI-2025 First Schedule) x 3666138 t (equivalent product, step 6) = 2944642.0416 t",
                "certificates: shortfall against the target = 2964439.1868 t (total GHG, step 4) - 2944642.0416 t (emissions at the target, step 8) = 19797.1452 t [GEI-2025 r.5(3)]",
                "certificates: to be surrendered = 19797.1452 t (shortfall against the target, step 9), rounded to 0 decimals = 19797 certificates",
            ],
            steps.Skip(6).Select(s => s.ToString().Substring(3).TrimStart()));
    }

    [Fact]
    public void An_intensity_is_printed_with_the_decimals_it_was_rounded_to()
    {
        var rules = TestRules.Of("2025-26", TestRules.Target("CMTOE085RJ", "2025-26", "0.8086", "0.80327", 3_666_138m));
        var steps = Assessor.Assess(Reports.Of("CMTOE085RJ", "2025-26", 80_326_000m, 100_000_000m), rules, new AssessmentOptions { Steps = true, Validate = false }).Steps;
        var intensity = Assert.Single(steps, s => s.Title == "achieved intensity");
        Assert.Equal((5, 0.80326m, 0.80326m), (intensity.Decimals, intensity.Result, Step.Evaluate(intensity.Operands, intensity.Decimals)));
    }

    [Fact]
    public void Months_of_output_that_do_not_count_are_taken_off_in_a_step_of_their_own()
    {
        var seven = Rules with { Certificates = Rules.Certificates with { OutputMonths = LegalValue.Known("certificates.output-months", 7, Rules.Certificates.OutputMonths.Standing) } };
        var assessment = Assessor.Assess(Reports.Of("CMTOE085RJ", "2025-26", 2_964_439.1868m, 3_666_138m), seven, new AssessmentOptions { Steps = true, Validate = false });
        Assert.Equal((11_548L, 11_548.3347m), (assessment.Certificates.Quantity, assessment.Certificates.Unrounded!.Value.Tonnes));
        Assert.DoesNotContain(assessment.OtherReadings, r => r.Path == "certificates.output-months");
        Assert.Equal(
            [
                "10. certificates: share of the months of output that count = 19797.1452 t (shortfall against the target, step 9) x 7 (months that count, POLICY test) / 12 (months of the year) = 11548.3347 t",
                "11. certificates: to be surrendered = 11548.3347 t (share of the months of output that count, step 10), rounded to 0 decimals = 11548 certificates",
            ],
            assessment.Steps.Skip(9).Select(s => s.ToString()));
    }

    [Fact]
    public void Every_figure_of_the_account_is_the_result_of_a_step()
    {
        for (var seed = 0; seed < 50; seed++)
        {
            var assessment = Assessor.Assess(Reports.Random(seed), Rules, new AssessmentOptions { Steps = true, Validate = false });
            var made = assessment.Steps.Select(s => s.Result).ToHashSet();
            var emissions = assessment.Emissions;
            decimal[] figures = [emissions.Combustion.Tonnes, emissions.Process.Tonnes, emissions.Electricity.Tonnes, emissions.Heat.Tonnes, -emissions.Adjustments.Tonnes, emissions.Memo.Tonnes, emissions.Total.Tonnes, assessment.Output.Value, assessment.Intensity.Achieved.TonnesPerUnit, assessment.Certificates.Unrounded!.Value.Tonnes, assessment.Certificates.Quantity!.Value];
            Assert.All(figures.Where(f => f != 0m), f => Assert.Contains(f, made));
        }
    }

    /// <summary>Where an operand names an earlier step, the printed value must be that step's result.</summary>
    private static Operand Read(JsonNode operand, Dictionary<int, decimal> results)
    {
        var role = operand["role"]!.GetValue<string>() switch { "times" => OperandRole.Times, "divided-by" => OperandRole.DividedBy, "plus" => OperandRole.Plus, _ => OperandRole.Minus };
        if (operand["fromStep"] is { } from)
        {
            Assert.Equal(results[from.GetValue<int>()], Number(operand["value"]!));
        }

        return new Operand(role, "", Number(operand["value"]!), "");
    }

    private static decimal Number(JsonNode text) => decimal.Parse(text.GetValue<string>(), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
}
