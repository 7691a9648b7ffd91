using System.Collections.Generic;
using Ccts.Rules.Authoring.Impact;
using Ccts.Rules.Authoring.Publishing.Content;
using Ccts.Rules.Authoring.Publishing.Gazette;
using Ccts.Rules.Authoring.Publishing.Html;
using Ccts.Rules.Authoring.Publishing.Sections;
using Ccts.Rules.Authoring.Publishing.Wording;
using Ccts.Rules.Files;
using Ccts.Rules.Rulesets;
using Ccts.Sdk;
using Ccts.Sdk.Problems;

namespace Ccts.Rules.Authoring.Publishing;

/// <summary>
/// Makes the pages for the consultation on a draft: what changes, whom it affects, what is unknown, and the schedule as
/// it goes to print, in English and Hindi. The pages load nothing else; all text of a ruleset is escaped.
/// </summary>
/// <remarks>Pure and thread-safe: no clock, no I/O. The same input gives the same bytes.</remarks>
public static class ConsultationKit
{
    /// <summary>Makes the pages.</summary>
    /// <param name="draft">The draft, of a compliance year.</param>
    /// <param name="draftFiles">The draft's files, for its cases.</param>
    /// <param name="against">The ruleset it is compared with, of a compliance year.</param>
    /// <param name="againstFiles">That ruleset's files; its cases are run on the draft.</param>
    /// <param name="impact">The impact on the publisher's own entities, from <paramref name="against"/> to <paramref name="draft"/>; null for the schedule's rows as they were in the baseline year.</param>
    /// <exception cref="CctsDataException">A test file has errors; one is of a baseline year; the impact is of other rulesets; or the printed schedule does not read back as the data.</exception>
    public static IReadOnlyList<KitPage> Make(Ruleset draft, RulesetFiles draftFiles, Ruleset against, RulesetFiles againstFiles, ImpactReport? impact = null)
    {
        Require.NotNull(draft);
        Require.NotNull(against);
        if (impact is not null && (impact.Old != against.Identity || impact.New != draft.Identity))
        {
            throw new CctsDataException([new Problem("other-ruleset", Severity.Error, $"The impact is from {impact.Old.Id} to {impact.New.Id}.", default) { Expected = $"from {against.Identity.Id} revision {against.Identity.Revision} to {draft.Identity.Id} revision {draft.Identity.Revision}" }]);
        }

        var content = KitContent.Of(draft, Require.NotNull(draftFiles), against, Require.NotNull(againstFiles), impact);
        var pages = new List<KitPage>();
        foreach (var language in new[] { Language.English, Language.Hindi })
        {
            var gazette = GazettePage.Write(draft, language);
            GazetteCheck.Check(draft, gazette);
            pages.Add(new KitPage(KitPageFrame.File("index", language), PaperPage.Write(content, language)));
            pages.Add(new KitPage(KitPageFrame.File("gazette", language), gazette));
        }

        return pages;
    }
}

/// <summary>A page of the kit.</summary>
/// <param name="FileName">The name of its file, e.g. <c>index.html</c>; pages name each other by these.</param>
/// <param name="Html">The page.</param>
public sealed record KitPage(string FileName, string Html);
