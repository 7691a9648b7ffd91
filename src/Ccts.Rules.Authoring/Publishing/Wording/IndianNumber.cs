using System;
using System.Globalization;
using System.Text;

namespace Ccts.Rules.Authoring.Publishing.Wording;

/// <summary>Numbers as printed in India: thousands, then lakhs and crores in pairs. Exact; trailing zeros are left out.</summary>
internal static class IndianNumber
{
    internal static string Of(decimal number)
    {
        var text = Math.Abs(number).ToString("0.############################", CultureInfo.InvariantCulture);
        var point = text.IndexOf('.');
        var whole = point < 0 ? text : text.Substring(0, point);
        var grouped = new StringBuilder();
        for (var i = 0; i < whole.Length; i++)
        {
            var left = whole.Length - i;
            if (i > 0 && left >= 3 && left % 2 == 1)
            {
                grouped.Append(',');
            }

            grouped.Append(whole[i]);
        }

        return (number < 0m ? "−" : "") + grouped + (point < 0 ? "" : text.Substring(point));
    }

    /// <summary>With its sign, as a change is printed.</summary>
    internal static string Change(decimal number) => (number > 0m ? "+" : "") + Of(number);

    /// <summary>A share as per cent, to two places.</summary>
    internal static string Percent(decimal share) => Of(Math.Round(share * 100m, 2, MidpointRounding.AwayFromZero)) + " %";
}
