using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text.Json;

namespace Ccts.Compliance.Pages.Wording;

/// <summary>
/// What a page says, in one language: English as it stands in the code, Hindi as <c>hindi.json</c> has it. No speaker has reviewed the Hindi yet,
/// and the pages say so. Words of rulesets and reports stand as they were written.
/// </summary>
internal sealed class PageWords(bool isHindi)
{
    private static readonly Lazy<Dictionary<string, string>> Hindi = new(Read);

    internal static IReadOnlyDictionary<string, string> InHindi => Hindi.Value;

    internal string Code => isHindi ? "hi" : "en";

    internal bool IsHindi => isHindi;

    internal string Stop => isHindi ? "।" : ".";

    /// <summary>The words in the page's language.</summary>
    internal string this[string english] => !isHindi ? english : Hindi.Value.TryGetValue(english, out var hindi) ? hindi : throw new KeyNotFoundException($"hindi.json does not have \"{english}\".");

    /// <summary>A value of the ruleset, translated where it is one of the product's own words; figures and legal text are kept as written.</summary>
    internal string Value(string written) => isHindi && Hindi.Value.TryGetValue(written, out var hindi) ? hindi : written;

    /// <summary>The same with values in their places, <c>{0}</c>, <c>{1}</c>.</summary>
    internal string Say(string english, params string[] values) => string.Format(CultureInfo.InvariantCulture, this[english], values);

    private static Dictionary<string, string> Read()
    {
        using var stream = typeof(PageWords).Assembly.GetManifestResourceStream("hindi.json")!;
        using var json = JsonDocument.Parse(stream);
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in json.RootElement.EnumerateObject())
        {
            words.Add(pair.Name, pair.Value.GetString()!);
        }

        return words;
    }
}
