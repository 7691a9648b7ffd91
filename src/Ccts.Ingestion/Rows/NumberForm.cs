using System.Collections.Generic;
using System.Linq;

namespace Ccts.Ingestion.Rows;

/// <summary>How a file writes numbers. It only rewrites; whether the result is a number is for the reader of quantities to say.</summary>
internal sealed record NumberForm(char Decimal, char? Thousands)
{
    /// <summary>Where the minus of a negative number stands.</summary>
    internal MinusPlace Minus { get; init; }

    internal static readonly IReadOnlyDictionary<string, MinusPlace> Minuses = new Dictionary<string, MinusPlace>(System.StringComparer.Ordinal) { ["before"] = MinusPlace.Before, ["behind"] = MinusPlace.Behind, ["brackets"] = MinusPlace.Brackets };

    internal static readonly NumberForm Plain = new('.', null);

    internal static readonly IReadOnlyDictionary<string, char> Decimals = new Dictionary<string, char>(System.StringComparer.Ordinal) { ["."] = '.', [","] = ',' };

    internal static readonly IReadOnlyDictionary<string, char> Separators = new Dictionary<string, char>(System.StringComparer.Ordinal) { [","] = ',', ["."] = '.', [" "] = ' ', ["'"] = '\'' };

    /// <summary>The number in the product's form, or null where its separators are misplaced.</summary>
    internal string? Rewrite(string text)
    {
        var isNegative = Minus switch
        {
            MinusPlace.Behind => text.Length > 1 && text[text.Length - 1] == '-',
            MinusPlace.Brackets => text.Length > 2 && text[0] == '(' && text[text.Length - 1] == ')',
            _ => false,
        };
        if (isNegative)
        {
            // One minus is enough: -5- and (-5) are no numbers.
            text = (Minus == MinusPlace.Behind ? text.Substring(0, text.Length - 1) : text.Substring(1, text.Length - 2)).Trim(' ');
            return text.Length > 0 && text[0] is >= '0' and <= '9' && Rewrite(text) is { } plain ? "-" + plain : null;
        }

        if (Thousands is null && Decimal == '.')
        {
            return text;
        }

        var point = text.IndexOf(Decimal);
        var whole = point < 0 ? text : text.Substring(0, point);
        if (Thousands is { } mark && whole.Contains(mark))
        {
            if (!AreGroups(whole.TrimStart('-', '+').Split(mark)))
            {
                return null;
            }

            whole = whole.Replace(mark.ToString(), "");
        }

        // After the decimal point neither separator may occur again; a point in the whole part of a decimal-comma number makes it invalid.
        var rest = point < 0 ? "" : text.Substring(point + 1);
        return whole.Contains('.') || rest.Contains('.') ? null : point < 0 ? whole : whole + "." + rest;
    }

    /// <summary>The first group has one to three digits and the last three; those between have three, or two as lakh and crore are written.</summary>
    private static bool AreGroups(string[] groups)
    {
        for (var i = 0; i < groups.Length; i++)
        {
            var length = groups[i].Length;
            if (i == groups.Length - 1 ? length != 3 : i == 0 ? length is < 1 or > 3 : length != groups[1].Length && groups.Length > 2)
            {
                return false;
            }
        }

        var middle = groups.Length > 2 ? groups[1].Length : 3;
        return middle is 2 or 3 && (middle == 3 || groups[0].Length < 3);
    }
}

/// <summary>Where a file writes the minus of a negative number. Before the digits it may always stand.</summary>
internal enum MinusPlace
{
    /// <summary>Before the digits: -5.</summary>
    Before,

    /// <summary>Behind them, as some ERPs do: 5-.</summary>
    Behind,

    /// <summary>Around them, as books do: (5).</summary>
    Brackets,
}
