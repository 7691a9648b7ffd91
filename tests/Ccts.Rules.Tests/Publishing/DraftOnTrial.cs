using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Ccts.Rules.Authoring.Publishing;
using Ccts.Rules.Files;
using Ccts.Rules.Rulesets;
using Ccts.Rules.Tests.Rules;

namespace Ccts.Rules.Tests.Publishing;

/// <summary>The shipped year 2026-27 with words of one's own in every text it holds, against 2025-26, as pages.</summary>
internal static class DraftOnTrial
{
    internal static readonly RulesetFiles Base = RulesetFiles.FromMemory("base", TestRuleset.Shipped());
    private static readonly Lazy<IReadOnlyList<KitPage>> ShippedPages = new(() => Pages());

    internal static IReadOnlyList<KitPage> Shipped => ShippedPages.Value;

    internal static IReadOnlyList<KitPage> Pages(Action<Dictionary<string, byte[]>>? edit = null)
    {
        var draft = Draft(edit);
        return ConsultationKit.Make(RulesetReader.Read(draft), draft, RulesetReader.Read(Base), Base);
    }

    internal static RulesetFiles Draft(Action<Dictionary<string, byte[]>>? edit = null)
    {
        var files = TestRuleset.Shipped("in-ccts/2026-27");
        edit?.Invoke(files);
        return RulesetFiles.FromMemory("draft", files);
    }

    internal static void Replace(this Dictionary<string, byte[]> files, string file, string old, string @new)
    {
        var text = Encoding.UTF8.GetString(files[file]);
        Assert.Contains(old, text, StringComparison.Ordinal);
        files[file] = Encoding.UTF8.GetBytes(text.Replace(old, @new, StringComparison.Ordinal));
    }

    internal static IDocument Parse(KitPage page) => new HtmlParser(new HtmlParserOptions { IsStrictMode = true }).ParseDocument(page.Html);

    internal static IEnumerable<object[]> Names() => Shipped.Select(p => new object[] { p.FileName });
}
