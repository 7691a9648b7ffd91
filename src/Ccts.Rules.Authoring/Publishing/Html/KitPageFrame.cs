using System;
using Ccts.Rules.Authoring.Publishing.Wording;
using Ccts.Rules.Rulesets;
using Ccts.Sdk.Law;
using NodaTime.Text;

namespace Ccts.Rules.Authoring.Publishing.Html;

/// <summary>The frame of every page: head, notices, identity, links to the other pages. No page loads anything else.</summary>
internal static class KitPageFrame
{
    /// <summary>The name of a page's file.</summary>
    internal static string File(string page, Language language) => page + (language == Language.Hindi ? ".hi.html" : ".html");

    internal static string Write(Language language, string name, string title, Ruleset draft, Action<HtmlWriter> body)
    {
        var page = new HtmlWriter();
        page.Constant("<!doctype html>\n");
        page.Element("html", () =>
        {
            page.Element("head", () => Head(page, title)).Line();
            page.Element("body", () =>
            {
                page.Element("a", FramePhrases.Skip.In(language), ("class", "skip"), ("href", "#content"));
                page.Element("header", () => Header(page, language, name, title, draft)).Line();
                page.Element("main", () => body(page), ("id", "content")).Line();
                page.Element("footer", () => page.Element("p", FramePhrases.Footer.In(language, draft.Identity.Id, draft.Identity.Revision, draft.Identity.Digest)));
            }, ("class", name));
        }, ("lang", language == Language.Hindi ? "hi" : "en"));
        return page.Line().ToString();
    }

    private static void Head(HtmlWriter page, string title)
    {
        page.Empty("meta", ("charset", "utf-8"));
        page.Empty("meta", ("http-equiv", "Content-Security-Policy"), ("content", $"default-src 'none'; style-src '{KitStyle.Digest}'; base-uri 'none'; form-action 'none'"));
        page.Empty("meta", ("name", "viewport"), ("content", "width=device-width, initial-scale=1"));
        page.Empty("meta", ("name", "referrer"), ("content", "no-referrer"));
        page.Element("title", title);
        page.Element("style", () => page.Constant(KitStyle.Css));
    }

    private static void Header(HtmlWriter page, Language language, string name, string title, Ruleset draft)
    {
        page.Element("p", FramePhrases.Scheme.In(language), ("class", "kicker"));
        page.Element("h1", title);
        page.Element("p", FramePhrases.NotLaw.In(language), ("class", "notice"));
        if (language == Language.Hindi)
        {
            page.Element("p", () => page.Text(FramePhrases.HindiUnreviewed.In(Language.Hindi) + " ").Element("span", FramePhrases.HindiUnreviewed.In(Language.English), ("lang", "en")), ("class", "notice"));
        }

        page.Element("nav", () => page.Element("ul", () =>
        {
            Link(page, language, File("index", language), FramePhrases.Overview, name == "index");
            Link(page, language, File("gazette", language), FramePhrases.Gazette, name == "gazette");
            var other = language == Language.Hindi ? Language.English : Language.Hindi;
            page.Element("li", () => page.Element("a", FramePhrases.InThisLanguage.In(other), ("href", File(name, other)), ("lang", other == Language.Hindi ? "hi" : "en"), ("hreflang", other == Language.Hindi ? "hi" : "en")));
        }), ("aria-label", FramePhrases.Pages.In(language)));
        page.Element("dl", () =>
        {
            var named = RulesetWords.Title(language, draft.Title, draft.HindiTitle);
            Pair(page, FramePhrases.Ruleset.In(language), named, RulesetWords.LanguageOf(named));
            Pair(page, FramePhrases.Identity.In(language), FramePhrases.Revision.In(language, draft.Identity.Id, draft.Identity.Revision, LawWords.Of(draft.Force)), null);
            Pair(page, FramePhrases.Published.In(language), LocalDatePattern.Iso.Format(draft.Published), null);
            Pair(page, FramePhrases.Effective.In(language), LocalDatePattern.Iso.Format(draft.Effective), null);
        }, ("class", "identity"));
    }

    private static void Link(HtmlWriter page, Language language, string file, Phrase title, bool isHere) =>
        page.Element("li", () => page.Element("a", title.In(language), ("href", file), ("aria-current", isHere ? "page" : null)));

    private static void Pair(HtmlWriter page, string title, string text, string? language)
    {
        page.Element("dt", title);
        page.Element("dd", text, ("lang", language));
    }
}
