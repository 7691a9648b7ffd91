using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Compliance.Deadlines;
using Ccts.Compliance.Years;

namespace Ccts.Compliance.Tests;

/// <summary>Every step of every stage, asked for by everybody who may not make it, is refused; and nothing that the table does not have can happen.</summary>
public sealed class YearMachineRefusalTests
{
    private static readonly DueCalendar Calendar = new(Years.Ruleset());
    private static readonly Dictionary<YearStage, YearState> Reached = Years.Reached();

    public static TheoryData<YearStage> Stages => [.. Enum.GetValues<YearStage>()];

    [Theory]
    [MemberData(nameof(Stages))]
    public void A_step_is_refused_to_every_role_but_its_own(YearStage stage)
    {
        var year = Reached[stage];
        foreach (var move in Enum.GetValues<YearMove>())
        {
            var steps = year.Next.Where(t => t.Move == move).ToList();
            foreach (var role in Enum.GetValues<YearRole>().Where(r => steps.TrueForAll(t => t.Role != r)))
            {
                var refusal = YearDecider.Refusal(year, new YearEvent(Years.Start, move, Years.Actor(role)), Calendar);
                Assert.Equal(steps.Count == 0 ? "wrong-stage" : "wrong-role", refusal?.Code);
                Assert.Throws<InvalidOperationException>(() => year.Apply(new YearEvent(Years.Start, move, Years.Actor(role))));
            }
        }
    }

    // The right role is not enough: not for somebody who acted in another one, nor for an organisation that did.
    [Theory]
    [MemberData(nameof(Stages))]
    public void A_step_is_refused_to_whoever_acted_in_another_role(YearStage stage)
    {
        var year = Reached[stage];
        foreach (var step in year.Next)
        {
            var own = Years.Actor(step.Role);
            foreach (var past in year.Events.Select(e => e.Actor).Where(a => a.Role != step.Role))
            {
                Assert.Equal("same-person", year.Misfit(new YearEvent(Years.Start, step.Move, own with { Person = past.Person.ToUpperInvariant() + "  " }))?.Code);
                var mayShare = (step.Role, past.Role) is (YearRole.TechnicalReviewer, YearRole.Verifier) or (YearRole.Verifier, YearRole.TechnicalReviewer);
                Assert.Equal(mayShare ? null : "same-organisation", year.Misfit(new YearEvent(Years.Start, step.Move, own with { Organisation = past.Organisation }))?.Code);
            }

            Assert.Equal("name-missing", year.Misfit(new YearEvent(Years.Start, step.Move, own with { Person = "\u200B " }))?.Code);
            if (year.Events.Count > 0)
            {
                Assert.Equal("before-last-event", year.Misfit(new YearEvent(Years.Start.PlusDays(-1), step.Move, own))?.Code);
            }
        }
    }

    [Fact]
    public void Every_stage_can_be_reached() => Assert.Equal(Enum.GetValues<YearStage>().Order(), Reached.Keys.Order());
}
