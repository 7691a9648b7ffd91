using System;
using System.Globalization;
using System.Linq;
using System.Text;
using Ccts.Registry.Adapters.Serials;

namespace Ccts.Registry.Adapters.Tests.Serials;

/// <summary>Writes serials that follow a grammar and that nobody published: other ranges, countries, projects and dates.</summary>
internal sealed class MadeUpSerials(int seed)
{
    private static readonly string[] s_countries = ["IN", "NA", "BR", "KE", "US", "CO", "VU", "ZA", "TR", "CN"];
    private static readonly string[] s_names = ["India", "Viet Nam", "Guinea-Bissau", "Côte d'Ivoire", "USA", "Namibia", "Trinidad & Tobago"];
    private readonly Random _random = new(seed);

    internal string Of(SerialGrammar grammar)
    {
        var values = Values(grammar);
        var text = new StringBuilder();
        Write(grammar, values, 0, grammar.Form.Length, text);
        return text.ToString();
    }

    private void Write(SerialGrammar grammar, string[] values, int from, int to, StringBuilder text)
    {
        for (var i = from; i < to; i++)
        {
            var element = grammar.Form[i];
            switch (element.Kind)
            {
                case ElementKind.Optional:
                    if (_random.Next(2) == 0)
                    {
                        Write(grammar, values, i + 1, element.After, text);
                    }

                    i = element.After - 1;
                    break;
                case ElementKind.Literal:
                case ElementKind.Choice when element.Field < 0:
                    text.Append(element.Text);
                    break;
                default:
                    text.Append(values[element.Field]);
                    break;
            }
        }
    }

    private string[] Values(SerialGrammar grammar)
    {
        var values = new string[grammar.Fields.Count];
        foreach (var element in grammar.Form.Where(e => e.Field >= 0 && e.Kind != ElementKind.Repeat))
        {
            values[element.Field] = Value(element, grammar.Fields[element.Field]);
        }

        if (grammar.HasBlock)
        {
            var (start, count) = (_random.NextInt64(0, 2_000_000_000), _random.NextInt64(0, 3) == 0 ? 0 : _random.NextInt64(0, 1_000_000));
            var pad = grammar.Form.First(e => e.Field == grammar.StartField).Pad;
            values[grammar.StartField] = start.ToString("D" + Math.Max(1, pad), CultureInfo.InvariantCulture);
            values[grammar.EndField] = (start + count).ToString("D" + Math.Max(1, pad), CultureInfo.InvariantCulture);
        }

        return values;
    }

    private string Value(FormElement element, string name) => element.Kind switch
    {
        ElementKind.Choice => Pick(element.Texts),
        ElementKind.Date => Date(element.Date!.Text, name),
        ElementKind.Digits => element.IsNumber
            ? _random.NextInt64(1, (long)Math.Min(1_000_000, Math.Pow(10, element.Max))).ToString("D" + Math.Max(1, element.Pad), CultureInfo.InvariantCulture)
            : Characters("0123456789", element.Min, Math.Min(element.Max, 15)),
        _ when name is "country" or "firstTransferringParty" or "label" or "label2" => element.Max > 8 ? Pick(s_names) : Pick(s_countries),
        _ when name == "creditType" => Pick(["CORC", "CORC20+", "CORC100+", "CORC1000+", "CORC_100"]),
        _ when name == "codes" => Pick(["46_253_99_12_3_30", "1_2_3", "321_14"]),
        _ when name == "standard" => Pick(["CFS", "WCC", "PCS"]),
        _ => Characters(Members(element), element.Min, Math.Min(element.Max, 36)),
    };

    private string Date(string form, string name)
    {
        var year = name == "vintageEnd" ? _random.Next(2024, 2044) : _random.Next(2001, 2024);
        return new DateTime(year, 1, 1, 0, 0, 0, DateTimeKind.Unspecified).AddDays(_random.Next(365)).AddSeconds(_random.Next(86400)).ToString(form, CultureInfo.InvariantCulture);
    }

    private static string Members(FormElement element) => string.Concat(Enumerable.Range(33, 94).Select(c => (char)c).Where(element.Set.Contains));

    private string Characters(string members, int min, int max) =>
        string.Concat(Enumerable.Range(0, _random.Next(min, max + 1)).Select(_ => members[_random.Next(members.Length)]));

    private string Pick(string[] values) => values[_random.Next(values.Length)];
}
