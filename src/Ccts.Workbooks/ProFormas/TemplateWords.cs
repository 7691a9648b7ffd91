using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.ProFormas;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Ccts.Workbooks.ProFormas;

/// <summary>The lists of words that a template offers: short ones in the cell, long ones on a hidden sheet, a column each.</summary>
internal sealed class TemplateWords(ProForma form)
{
    private readonly IReadOnlyList<ProFormaChoice> _long = form.Choices.Where(c => !IsShort(c.Words)).ToList();

    /// <summary>The formula of a drop-down.</summary>
    internal string Of(ProFormaChoice choice)
    {
        var column = _long.ToList().IndexOf(choice) + 1;
        return column == 0 ? Of(choice.Words) : $"{TemplateLayout.WordsSheet}!${WorkbookCell.Letters(column)}$1:${WorkbookCell.Letters(column)}${choice.Words.Count}";
    }

    internal static string Of(IReadOnlyList<string> words) => "\"" + string.Join(",", words) + "\"";

    internal Worksheet ToWorksheet()
    {
        var sheet = new TemplateSheet();
        for (var row = 0; row < _long.Select(c => c.Words.Count).DefaultIfEmpty(0).Max(); row++)
        {
            sheet.Add(_long.Select((c, i) => (i + 1, row < c.Words.Count ? c.Words[row] : "", TemplateStyles.Plain)).ToArray());
        }

        return sheet.ToWorksheet([.. _long.Select(_ => 40).DefaultIfEmpty(40)], freezes: false);
    }

    private static bool IsShort(IReadOnlyList<string> words) => words.Sum(w => w.Length + 1) < TemplateSheet.LongestList && words.All(w => w.IndexOfAny([',', '"']) < 0);
}
