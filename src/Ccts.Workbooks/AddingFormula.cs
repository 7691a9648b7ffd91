using System;
using System.Text.RegularExpressions;

namespace Ccts.Workbooks;

/// <summary>Formulas that add up or average cells of their own column: the value of such a row is already in other rows.</summary>
internal static class AddingFormula
{
    private const string List = "SUBTOTAL(";

    // A cell or a range of this sheet: a reference to another sheet has an exclamation mark in front, a name has letters.
    private static readonly Regex s_places = new(@"(?<![A-Za-z0-9_!.$'])\$?(?<from>[A-Z]{1,3})\$?[0-9]{1,7}(?::\$?(?<to>[A-Z]{1,3})\$?[0-9]{1,7})?(?![A-Za-z0-9_(])", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(5));

    // A column of a table by its name, and not the row of it.
    private static readonly Regex s_named = new(@"^[+]?(SUM|SUMIFS?|SUMPRODUCT|AVERAGE|_xlfn\.AGGREGATE|AGGREGATE)\([^@#]*\w\[[^@#]*\][^@#]*\)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5));

    private static readonly string[] s_adding = ["SUM(", "AVERAGE(", "OFFSET(", "INDIRECT("];

    internal static bool Is(string formula, int column)
    {
        if (formula.AsSpan().IndexOf(List.AsSpan(), StringComparison.OrdinalIgnoreCase) >= 0 || s_named.IsMatch(formula))
        {
            return true;
        }

        var own = 0;
        foreach (Match place in s_places.Matches(formula))
        {
            var isRange = place.Groups["to"].Success;
            if (WorkbookCell.ColumnOf(place.Groups["from"].Value) <= column && WorkbookCell.ColumnOf(isRange ? place.Groups["to"].Value : place.Groups["from"].Value) is var to && (isRange ? to >= column : to == column))
            {
                own += isRange ? 2 : 1;
            }
        }

        // The cell above plus another one is a running sum, as in a meter register.
        bool Calls(string function) => formula.AsSpan().IndexOf(function.AsSpan(), StringComparison.OrdinalIgnoreCase) >= 0;
        return (own > 1 && (formula.IndexOfAny([':', '+']) >= 0 || Array.Exists(s_adding, Calls))) || (own > 0 && Calls("SUM(") && (Calls("OFFSET(") || Calls("INDIRECT(")));
    }
}
