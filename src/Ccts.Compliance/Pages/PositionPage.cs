using System;
using System.Collections.Generic;
using Ccts.Compliance.Pages.Charts;
using Ccts.Compliance.Pages.Wording;
using Ccts.Sdk.Assessments;
using Ccts.Sdk.Assessments.Certificates;
using Ccts.Sdk.Assessments.Position;

namespace Ccts.Compliance.Pages;

/// <summary>A position as one HTML page: the forecast for the year's end, what changes it, its parts, the cost of a shortfall, due days.</summary>
/// <remarks>Pure and thread-safe. The page asks for nothing outside itself; all that was read is escaped.</remarks>
public static class PositionPage
{
    /// <summary>Writes the page.</summary>
    /// <param name="position">The position.</param>
    /// <param name="assessment">The assessment of the year so far; with its steps, the sources are drawn one by one.</param>
    /// <param name="costs">What a shortfall costs.</param>
    /// <param name="language">The page's language.</param>
    /// <param name="titleOf">What a value of the ruleset is called, or null for its path.</param>
    /// <param name="trajectory">Targets and achievements over the years, or null: then only this year's are drawn.</param>
    /// <param name="receiptDigest">The digest of the receipt that proves the assessment, or null.</param>
    public static string Write(YearPosition position, Assessment assessment, IReadOnlyList<ScenarioCost> costs, PageLanguage language = PageLanguage.English, Func<string, string?>? titleOf = null, Trajectory? trajectory = null, string? receiptDigest = null)
    {
        Require.NotNull(position);
        Require.NotNull(assessment);
        Require.NotNull(costs);
        var words = new PageWords(language == PageLanguage.Hindi);
        return SignedPage.Write(words.Code, words.Say("{0}, position for {1}", assessment.Entity.Name, assessment.Year.ToString()), page =>
        {
            PageHead.Write(page, words, words.Say("{0}, position for {1}", assessment.Entity.Name, assessment.Year.ToString()), assessment.Entity, assessment.Illustrative, words.Answer(assessment, position.Net));
            PageHead.Doubts(page, words, assessment);
            PositionPart.TooMany(page, words, position);
            page.Element("p", words["Provisional until the year is verified; nothing here is a filing."]);
            PageHead.Figures(page, PageHead.Of(words, assessment));
            page.Element("h2", words["Position"]);
            RangeChart.Write(page, words, position.NetLow, position.Net, position.NetHigh);
            PositionPart.Write(page, words, position);
            IntensityChart.Part(page, words, assessment, trajectory);
            SourcesPart.Write(page, words, assessment);
            LawParts.OpenPoints(page, words, assessment, titleOf ?? (_ => null), withRange: false);
            MoneyPart.Scenarios(page, words, costs);
            LawParts.Deadlines(page, words, assessment);
            LawParts.Assumptions(page, words, assessment, titleOf ?? (_ => null));
            PageHead.Proof(page, words, receiptDigest);
            PageHead.Signature(page, words);
            page.Element("footer", () => page.Element("p", words.By(assessment)));
        });
    }
}
