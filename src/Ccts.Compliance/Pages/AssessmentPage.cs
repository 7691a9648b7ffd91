using System;
using Ccts.Compliance.Pages.Charts;
using Ccts.Compliance.Pages.Wording;
using Ccts.Sdk.Assessments;
using Ccts.Sdk.Assessments.Certificates;

namespace Ccts.Compliance.Pages;

/// <summary>An assessment as one HTML page: the result, its parts, what changes it, due days, the law it depends on, its proof.</summary>
/// <remarks>Pure and thread-safe. The page asks for nothing outside itself; all that was read is escaped. Printed by a browser, it is the PDF.</remarks>
public static class AssessmentPage
{
    /// <summary>Writes the page.</summary>
    /// <param name="assessment">The assessment; with its steps, the sources are drawn one by one.</param>
    /// <param name="language">The page's language.</param>
    /// <param name="receiptDigest">The digest of the receipt that proves it, or null.</param>
    /// <param name="titleOf">What a value of the ruleset is called, or null for its path.</param>
    /// <param name="trajectory">Targets and achievements over the years, or null: then only this year's are drawn.</param>
    public static string Write(Assessment assessment, PageLanguage language = PageLanguage.English, string? receiptDigest = null, Func<string, string?>? titleOf = null, Trajectory? trajectory = null)
    {
        Require.NotNull(assessment);
        var words = new PageWords(language == PageLanguage.Hindi);
        return SignedPage.Write(words.Code, words.Say("{0}, compliance year {1}", assessment.Entity.Name, assessment.Year.ToString()), page =>
        {
            PageHead.Write(page, words, words.Say("{0}, compliance year {1}", assessment.Entity.Name, assessment.Year.ToString()), assessment.Entity, assessment.Illustrative, words.Answer(assessment));
            PageHead.Doubts(page, words, assessment);
            PageHead.Figures(page, PageHead.Of(words, assessment));
            SourcesPart.Write(page, words, assessment);
            IntensityChart.Part(page, words, assessment, trajectory);

            LawParts.OpenPoints(page, words, assessment, titleOf ?? (_ => null));
            LawParts.Deadlines(page, words, assessment);
            LawParts.Assumptions(page, words, assessment, titleOf ?? (_ => null));
            PageHead.Proof(page, words, receiptDigest);
            PageHead.Signature(page, words);
            page.Element("footer", () => page.Element("p", words.By(assessment)));
        });
    }
}
