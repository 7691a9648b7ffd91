using System;
using System.Globalization;
using System.Linq;

namespace Ccts;

/// <summary>Names as they are compared: without regard to case, to blanks and to marks that print as nothing, since none of these makes a second person.</summary>
internal static class PlainName
{
    internal static bool Same(string one, string other) => string.Equals(Of(one), Of(other), StringComparison.OrdinalIgnoreCase);

    internal static bool IsEmpty(string name) => Of(name).Length == 0;

    /// <summary>A name as it is compared, but for case.</summary>
    internal static string Of(string name) =>
        string.Join(" ", string.Concat(name.Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.Format)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
