using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Workbooks.Templates;

namespace Ccts.Workbooks.Answers;

/// <summary>Texts of an answer that are figures: a plain number, or one with a blank and its unit.</summary>
internal static class AnswerFigure
{
    /// <summary>More digits than a spreadsheet keeps.</summary>
    private const int MostDigits = 15;

    /// <summary>The number and its unit; for any other text, the whole text without a unit.</summary>
    internal static (string Number, string Unit) Split(string text)
    {
        var blank = text.IndexOf(' ');
        return blank > 0 && blank < text.Length - 1 && IsNumber(text.Substring(0, blank)) && text.IndexOf(' ', blank + 1) < 0 && !char.IsDigit(text[blank + 1])
            ? (text.Substring(0, blank), text.Substring(blank + 1))
            : (text, "");
    }

    /// <summary>The common unit of a column's figures; empty where they differ or one is no figure.</summary>
    internal static string UnitOf(IReadOnlyList<string> texts)
    {
        var units = texts.Where(t => t.Length > 0).Select(t => Split(t).Unit).Distinct(StringComparer.Ordinal).ToList();
        return units.Count == 1 ? units[0] : "";
    }

    internal static uint StyleOf(string text) => IsNumber(text) && text.Count(char.IsDigit) <= MostDigits ? TemplateStyles.Number : TemplateStyles.Plain;

    /// <summary>Digits with at most a sign and a point, as in answers; not 007, which is a name.</summary>
    private static bool IsNumber(string text)
    {
        var digits = text.Length > 0 && text[0] == '-' ? text.Substring(1) : text;
        var point = digits.IndexOf('.');
        return digits.Length > 0 && char.IsDigit(digits[0]) && point != digits.Length - 1 && digits.LastIndexOf('.') == point
            && digits.All(c => c is (>= '0' and <= '9') or '.') && (digits[0] != '0' || digits.Length == 1 || point == 1);
    }
}
