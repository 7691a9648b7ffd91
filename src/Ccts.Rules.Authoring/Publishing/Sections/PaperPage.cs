using Ccts.Rules.Authoring.Publishing.Content;
using Ccts.Rules.Authoring.Publishing.Html;
using Ccts.Rules.Authoring.Publishing.Wording;

namespace Ccts.Rules.Authoring.Publishing.Sections;

/// <summary>The consultation paper, section after section.</summary>
internal static class PaperPage
{
    internal static string Write(KitContent content, Language language) =>
        KitPageFrame.Write(language, "index", PaperPhrases.Title.In(language, content.Draft.Year), content.Draft, page =>
        {
            var section = new SectionWriter(page, language, content);
            GlanceSection.Write(section);
            ChangeSection.Write(section);
            TargetSection.Write(section);
            EffectSection.Write(section);
            UnknownSection.Write(section);
            ClauseSection.Write(section);
            CaseSection.Write(section);
        });
}
