using System;
using System.Collections.Generic;
using System.Linq;

namespace Ccts.Ingestion.Headers;

/// <summary>Headers of columns that say of what a row is: a material, a meter, a scenario.</summary>
internal static class NameHeaders
{
    internal static readonly string[] Materials = ["material", "fuel", "item", "commodity", "product", "article", "description", "grade", "sample", "particulars", "goods", "mineral", "maktx"];
    internal static readonly string[] Meters = ["meter", "tag", "tagname", "point", "feeder", "channel", "device", "register", "parameter", "equipment", "location", "incomer", "sensor"];

    // Grade, sample and place can differ within one material.
    private static readonly string[] s_ofOne = ["grade", "sample", "location", "equipment", "register", "parameter", "point"];
    private static readonly string[] s_others = ["scenario", "version", "stock"];
    private static readonly string[] s_numbers = ["no", "number", "code", "id", "date", "time", "document", "doc", "group", "type", "by", "remarks", "supplier", "source", "unit", "uom", "qty", "quantity", "weight"];

    private static readonly string[] s_sites = ["plant", "plants", "werks", "site", "works", "factory"];
    private static readonly string[] s_beSites = ["code", "name", "no", "id"];
    private static readonly string[] s_kinds = ["sample", "grade", "source", "type", "quality"];

    /// <summary>Common names of fuels or materials; rows with two different ones are never about the same thing.</summary>
    private static readonly (string[] Words, string Fuel)[] s_fuels =
    [
        (["petcoke", "pet"], "petroleum coke"), (["charcoal"], "charcoal"), (["lignite"], "lignite"), (["coal"], "coal"), (["coke"], "coke"), (["hsd", "diesel"], "diesel"), (["ldo"], "light diesel oil"), (["furnace", "fo", "lshs"], "furnace oil"),
        (["gas", "ng", "lng", "rlng", "cng", "png"], "gas"), (["biomass", "husk", "bagasse", "briquette", "briquettes", "wood"], "biomass"), (["rdf", "tyre", "tyres", "tdf"], "alternate fuel"), (["limestone"], "limestone"), (["dolomite"], "dolomite"),
    ];

    private static readonly string[] s_laboratories = ["laboratory", "lab"];
    private static readonly string[] s_beLaboratories = ["name", "tested", "by", "testing", "of"];

    /// <summary>Whether the column names the laboratory of a result: the plant's own and the external one are held against each other, and never averaged (DPCM s.5(15)).</summary>
    internal static bool AreOfLaboratories(string header) => HeaderWords.OfHeader(header) is { Count: > 0 } words && words.Any(w => s_laboratories.Contains(w, StringComparer.Ordinal)) && words.All(w => s_laboratories.Contains(w, StringComparer.Ordinal) || s_beLaboratories.Contains(w, StringComparer.Ordinal));

    /// <summary>Whether the column names the works of a row: an ERP has postings of all works.</summary>
    internal static bool AreOfSites(string header) => HeaderWords.OfHeader(header) is { Count: > 0 } words && words.Any(w => s_sites.Contains(w, StringComparer.Ordinal)) && words.All(w => s_sites.Contains(w, StringComparer.Ordinal) || s_beSites.Contains(w, StringComparer.Ordinal));

    /// <summary>Whether the texts of the column, which are of one thing as a rule, may name different fuels.</summary>
    internal static bool MayNameFuels(string header) => HeaderWords.OfHeader(header) is { Count: > 0 and <= 2 } words && words.Any(w => s_kinds.Contains(w, StringComparer.Ordinal)) && !AreOfDifferentThings(header);

    /// <summary>The fuel or material that a text names; null where it names none.</summary>
    internal static string? FuelOf(string text) => HeaderWords.Of(text) is var words && Array.Find(s_fuels, f => words.Any(w => f.Words.Contains(w, StringComparer.Ordinal))) is { Fuel: { } fuel } ? fuel : null;

    /// <summary>Whether rows with different texts in the column are of different things.</summary>
    internal static bool AreOfDifferentThings(string header) =>
        HeaderWords.OfHeader(header) is var words && words.Any(w => !s_ofOne.Contains(w, StringComparer.Ordinal) && (Materials.Contains(w, StringComparer.Ordinal) || Meters.Contains(w, StringComparer.Ordinal) || s_others.Contains(w, StringComparer.Ordinal)))
        && !words.Any(w => s_numbers.Contains(w, StringComparer.Ordinal));
}
