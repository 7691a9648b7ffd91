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

    /// <summary>Why a day is not known is the product's own sentence, of every stage and of every shipped year.</summary>
    [Fact]
    public void Why_a_day_is_not_known_is_said_in_Hindi()
    {
        var calendar = new Ccts.Compliance.Deadlines.DueCalendar(Years.Ruleset());
        var reasons = Years.Reached().Values.SelectMany(y => calendar.DaysOf(y)).Select(d => d.Unknown).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        Assert.True(reasons.Count > 6, string.Join("\n", reasons));
        Assert.All(reasons, r => Assert.Matches("[\u0900-\u097F]", Hindi.WhyUnknown(r)));
        Assert.All(reasons, r => Assert.Equal(r, new PageWords(isHindi: false).WhyUnknown(r)));
        Assert.Equal("\u092F\u0939 \"receipt\" \u0938\u0947 \u091A\u0932\u0924\u093E \u0939\u0948, \u091C\u094B \u0905\u092D\u0940 \u0928\u0939\u0940\u0902 \u0939\u0941\u0906 \u0939\u0948\u0964", Hindi.WhyUnknown("it runs from receipt, which has not happened."));
    }

    [Fact]
    public void A_word_that_is_missing_is_no_silent_English() => Assert.Throws<System.Collections.Generic.KeyNotFoundException>(() => Hindi["nobody says this"]);

    private static string[] Values(string text) => [.. Regex.Matches(text, @"\{\d\}").Select(m => m.Value).Order(StringComparer.Ordinal)];
}
