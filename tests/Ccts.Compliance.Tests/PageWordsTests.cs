using System;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Ccts.Compliance.Pages.Wording;
using Ccts.Compliance.Years;

namespace Ccts.Compliance.Tests;

/// <summary>What the pages say in Hindi is data: nothing is missing, nothing stands there that no page says, and no value gets lost on the way.</summary>
public sealed class PageWordsTests
{
    private static readonly PageWords Hindi = new(isHindi: true);

    [Fact]
    public void Every_stage_move_and_role_has_its_words()
    {
        Assert.All(Enum.GetValues<YearStage>(), s => Assert.NotEmpty(Hindi.Of(s)));
        Assert.All(Enum.GetValues<YearMove>(), m => Assert.NotEmpty(Hindi.Of(m)));
        Assert.All(Enum.GetValues<YearRole>(), r => Assert.NotEmpty(Hindi.Of(r)));
        Assert.Equal(Enum.GetValues<YearMove>().Length, Enum.GetValues<YearMove>().Select(new PageWords(false).Of).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void A_sentence_has_the_same_values_in_both_languages() =>
        Assert.All(PageWords.InHindi, pair => Assert.Equal(Values(pair.Key), Values(pair.Value)));

    [Fact]
    public void Hindi_is_written_in_its_script() =>
        Assert.All(PageWords.InHindi, pair => Assert.True(Regex.IsMatch(pair.Value, "[\u0900-\u097F]") || pair.Value == "{0} – {1}", pair.Key));

    /// <summary>So is what lateness means, and a day that is due.</summary>
    [Fact]
    public void What_is_due_and_what_lateness_means_is_said_in_Hindi()
    {
        var days = Years.Reached().Values.SelectMany(new Ccts.Compliance.Deadlines.DueCalendar(Years.Ruleset()).DaysOf).ToList();
        var late = days.Concat(days.Select(d => d with { IsWithoutTarget = true, Returned = Years.Day("2025-07-01") })).Select(d => d.IfLate).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        Assert.Equal(5, late.Count);
        Assert.All(late, l => Assert.Matches("[\u0900-\u097F]", Hindi.OfCalendar(l)));
        Assert.All(days.Select(d => d.Deadline.Event).Distinct(StringComparer.Ordinal), e => Assert.Matches("[\u0900-\u097F]", Hindi.Value(e)));
    }

    /// <summary>Why a day is not known is the product's own sentence, of every stage and of every shipped year.</summary>
    [Fact]
    public void Why_a_day_is_not_known_is_said_in_Hindi()
    {
        var calendar = new Ccts.Compliance.Deadlines.DueCalendar(Years.Ruleset());
        var beyond = Years.New().Play((YearMove.SubmitPlan, "2025-06-30"), (YearMove.ApprovePlan, "2025-07-10"), (YearMove.SubmitReport, "2026-05-01"), (YearMove.BeginVerification, "2026-05-02"), (YearMove.ReportLimitation, "9999-12-31"));
        var reasons = Years.Reached().Values.Append(beyond).SelectMany(y => calendar.DaysOf(y)).Select(d => d.Unknown).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        Assert.True(reasons.Count > 6, string.Join("\n", reasons));
        Assert.All(reasons, r => Assert.Matches("[\u0900-\u097F]", Hindi.OfCalendar(r)));
        Assert.All(reasons, r => Assert.Equal(r, new PageWords(isHindi: false).OfCalendar(r)));
        Assert.Equal("\u092F\u0939 \"\u092A\u094D\u0930\u093E\u092A\u094D\u0924\u093F\" \u0938\u0947 \u091A\u0932\u0924\u093E \u0939\u0948, \u091C\u094B \u0905\u092D\u0940 \u0928\u0939\u0940\u0902 \u0939\u0941\u0906 \u0939\u0948\u0964", Hindi.OfCalendar("it runs from receipt, which has not happened."));
    }

    /// <summary>How a value stands, and how a number is rounded, are the product's own words: none of them is left in English on a page in Hindi.</summary>
    [Fact]
    public void Standing_and_rounding_are_said_in_Hindi()
    {
        string[] words = [.. Enum.GetValues<Ccts.Sdk.Law.Force>().Where(f => f != Ccts.Sdk.Law.Force.None).Select(f => Ccts.Sdk.Law.LawWords.Of(f).Replace('-', ' ')), .. Enum.GetValues<Ccts.Sdk.Law.Evidence>().Select(Ccts.Sdk.Law.LawWords.Of), "not law", "nearest", "toward zero", "away from zero"];
        Assert.All(words, w => Assert.Matches("[\u0900-\u097F]", Hindi.Value(w)));
        Assert.All(words, w => Assert.Equal(w, new PageWords(isHindi: false).Value(w)));
        Assert.Equal("0.727 tCO2/MWh", Hindi.Value("0.727 tCO2/MWh"));
        var leaned = Ccts.Compliance.Pages.AssessmentPage.Write(Samples.Assessed, Ccts.Compliance.Pages.PageLanguage.Hindi);
        Assert.DoesNotMatch(">[^<]*(nearest|toward zero|not law|assumption|transcribed)[^<]*</td>", leaned);
    }

    /// <summary>The rules of every shipped calendar, and the events from which their days run, have their Hindi; the rule of a host's own calendar stands as it was written.</summary>
    [Fact]
    public void Rules_of_the_shipped_calendars_are_said_in_Hindi()
    {
        var rules = Years.Ruleset().Assessment.Deadlines.Concat(Years.Ruleset("2026-27-revision-1").Assessment.Deadlines).Select(d => d.Rule).Concat(Ccts.Compliance.Deadlines.CalendarEvents.Anchors.Keys).Distinct(StringComparer.Ordinal).ToList();
        Assert.True(rules.Count > 15);
        Assert.All(rules, r => Assert.Matches("[\u0900-\u097F]", Hindi.Value(r)));
        Assert.DoesNotContain("lang=\"en\">within", Ccts.Compliance.Pages.AssessmentPage.Write(Samples.Assessed, Ccts.Compliance.Pages.PageLanguage.Hindi), StringComparison.Ordinal);
        Assert.Equal("within a fortnight", Hindi.Value("within a fortnight"));
    }

    [Theory]
    [InlineData(1, "1 certificate to be surrendered")]
    [InlineData(2, "2 certificates to be surrendered")]
    public void One_certificate_is_one(long quantity, string said)
    {
        var result = Samples.Assessed.Certificates with { Quantity = quantity };
        Assert.Equal(said, new PageWords(isHindi: false).Sentence(result));
        Assert.StartsWith($"{quantity} ", Hindi.Sentence(result), StringComparison.Ordinal);
    }

    [Fact]
    public void A_word_that_is_missing_is_no_silent_English() => Assert.Throws<System.Collections.Generic.KeyNotFoundException>(() => Hindi["nobody says this"]);

    private static string[] Values(string text) => [.. Regex.Matches(text, @"\{\d\}").Select(m => m.Value).Order(StringComparer.Ordinal)];
}
