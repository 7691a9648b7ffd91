using System.Collections.Generic;
using Ccts.Sdk.Law;
using Ccts.Sdk.Problems;
using Ccts.Sdk.ProFormas.Formulas;

namespace Ccts.Sdk.ProFormas;

/// <summary>Something that a filing should not be: a condition over its fields, and what to say where it holds.</summary>
internal sealed record ProFormaCheck(string Code, Severity Severity, int Field, IReadOnlyList<ProFormaColumn> Columns, FormulaNode When, string Message, string? Hint)
{
    /// <summary>Whether the certificates wait for a reason where it holds in the current year: something counts as zero that is not.</summary>
    internal bool Withholds { get; init; }

    /// <summary>Where a threshold of ours stands, which is no word of the form; null for what follows from the form.</summary>
    internal Standing? Standing { get; init; }
}
