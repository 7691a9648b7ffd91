using System;
using System.Collections.Generic;

namespace Ccts.Sdk.ProFormas.Formulas;

/// <summary>The words for columns in formulas and files.</summary>
internal static class ColumnWords
{
    internal static readonly IReadOnlyDictionary<string, ProFormaColumn> All = new Dictionary<string, ProFormaColumn>(StringComparer.Ordinal)
    {
        ["year1"] = ProFormaColumn.Year1,
        ["year2"] = ProFormaColumn.Year2,
        ["year3"] = ProFormaColumn.Year3,
        ["baseline"] = ProFormaColumn.Baseline,
        ["current"] = ProFormaColumn.Current,
    };

    internal static string Of(ProFormaColumn column) => column switch
    {
        ProFormaColumn.Year1 => "year1",
        ProFormaColumn.Year2 => "year2",
        ProFormaColumn.Year3 => "year3",
        ProFormaColumn.Baseline => "baseline",
        _ => "current",
    };
}
