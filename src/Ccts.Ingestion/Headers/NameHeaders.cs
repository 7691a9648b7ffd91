using System;
using System.Collections.Generic;
using System.Linq;

namespace Ccts.Ingestion.Headers;

/// <summary>Headers of columns that say of what a row is: a material, a meter, a scenario.</summary>
internal static class NameHeaders
{
    internal static readonly string[] Materials = ["material", "fuel", "item", "commodity", "product", "article", "description", "grade", "sample", "particulars", "goods", "mineral", "maktx"];
    internal static readonly string[] Meters = ["meter", "tag", "tagname", "point", "feeder", "channel", "device", "register", "parameter", "equipment", "location", "incomer", "sensor"];

    // A grade, a sample and a place are of one and the same material.
    private static readonly string[] s_ofOne = ["grade", "sample", "location", "equipment", "register", "parameter", "point"];
    private static readonly string[] s_others = ["scenario", "version", "stock"];
    private static readonly string[] s_numbers = ["no", "number", "code", "id", "date", "time", "document", "doc", "group", "type", "by", "remarks", "supplier", "source", "unit", "uom", "qty", "quantity", "weight"];

    /// <summary>Whether rows with different texts in the column are of different things.</summary>
    internal static bool AreOfDifferentThings(string header) =>
        HeaderWords.OfHeader(header) is var words && words.Any(w => !s_ofOne.Contains(w, StringComparer.Ordinal) && (Materials.Contains(w, StringComparer.Ordinal) || Meters.Contains(w, StringComparer.Ordinal) || s_others.Contains(w, StringComparer.Ordinal)))
        && !words.Any(w => s_numbers.Contains(w, StringComparer.Ordinal));
}
