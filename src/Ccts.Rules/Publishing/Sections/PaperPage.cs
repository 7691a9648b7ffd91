using Ccts.Rules.Publishing.Wording;

namespace Ccts.Rules.Publishing.Sections;

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
