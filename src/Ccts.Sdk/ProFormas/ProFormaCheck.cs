using System.Collections.Generic;
using System.Globalization;
using Ccts.Sdk.Law;
using Ccts.Sdk.Problems;
using Ccts.Sdk.ProFormas.Formulas;

namespace Ccts.Sdk.ProFormas;

/// <summary>Something that a filing should not be: a condition over its fields, and what to say where it holds.</summary>
internal sealed record ProFormaCheck(string Code, Severity Severity, int Field, IReadOnlyList<ProFormaColumn> Columns, FormulaNode When, string Message, string? Hint)
{
    internal static string PlaceOf(int figure) => "{" + figure.ToString(CultureInfo.InvariantCulture) + "}";

    /// <summary>Whether the certificates wait for a reason where it holds in the current year: something counts as zero that is not.</summary>
    internal bool Withholds { get; init; }

    /// <summary>Whether they wait too where it holds in a year of the baseline, on which the certificates rest as well.</summary>
    internal bool WithholdsInBaseline { get; init; }

    /// <summary>The figures that the message shows, in the order of its places: <c>{1}</c> is the first.</summary>
    internal IReadOnlyList<FormulaNode> Shown { get; init; } = [];

    /// <summary>Where a threshold of ours stands, which is no word of the form; null for what follows from the form.</summary>
    internal Standing? Standing { get; init; }
}
