using System;
using System.IO;
using System.Linq;
using Ccts.Compliance.Years;

namespace Ccts.Compliance.Tests;

/// <summary>The machine does what its table says and nothing else, and the page draws the same table.</summary>
public sealed class YearMachineTests
{
    [Fact]
    public void Every_stage_can_be_reached() =>
        Assert.Equal(Enum.GetValues<YearStage>().Order(), Years.Reached().Keys.Order());

    [Fact]
    public void A_move_is_made_from_its_stages_by_its_role_alone()
    {
        foreach (var (stage, year) in Years.Reached())
        {
            foreach (var move in Enum.GetValues<YearMove>())
            {
                foreach (var role in Enum.GetValues<YearRole>())
                {
                    var allowed = YearMachine.Transitions.Any(t => t.From == stage && t.Move == move && t.Role == role);
                    var refusal = year.Misfit(new YearEvent(Years.Start, move, Years.Actor(role)));
                    Assert.True(allowed == refusal is null, $"{stage}, {move} by {role}: {refusal?.Message ?? "allowed"}");
                    Assert.True(allowed || refusal!.Code is "wrong-stage" or "wrong-role", refusal?.Code);
                }
            }
        }
    }

    [Fact]
    public void From_a_stage_a_move_leads_to_one_place() =>
        Assert.All(YearMachine.Transitions.GroupBy(t => (t.From, t.Move)), steps => Assert.Single(steps));

    [Fact]
    public void A_check_that_upholds_leaves_the_year_where_it_stood()
    {
        foreach (var stage in YearMachine.Transitions.Where(t => t.Move == YearMove.NotifyCheck).Select(t => t.From))
        {
            var year = Years.Reached()[stage];
            const string day = "2025-04-01";
            Assert.Equal(stage, year.Play((YearMove.NotifyCheck, day), (YearMove.ReplyToCheck, day), (YearMove.DropCheck, day)).Stage);
            var upheld = year.Play((YearMove.NotifyCheck, day), (YearMove.OrderCheck, day), (YearMove.UpholdCertificate, day));
            Assert.Equal(stage, upheld.Stage);
            Assert.Null(upheld.BeforeCheck);
        }
    }

    [Fact]
    public void The_page_draws_the_machine()
    {
        var page = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "docs", "compliance-year.md"));
        var drawn = page.Split('\n').Where(l => l.StartsWith("| `", StringComparison.Ordinal)).Select(l => l.TrimEnd()).ToList();
        var expected = YearMachine.Transitions.Select(t => $"| `{YearWords.Of(t.From)}` | `{YearWords.Of(t.Move)}` | {YearWords.Of(t.Role)} | {(t.To is { } to ? $"`{YearWords.Of(to)}`" : "where it stood before the notice")} | {t.Clause ?? "not read"} |");
        Assert.Equal(expected, drawn);
    }
}
