using System.Collections.Generic;
using System.Globalization;
using Ccts.Sdk.Law;
using Ccts.Sdk.Problems;
using Ccts.Sdk.ProFormas.Formulas;

namespace Ccts.Sdk.ProFormas;

/// <summary>A check of a filing: a condition over its fields that should not hold, and the message where it does.</summary>
internal sealed record ProFormaCheck(string Code, Severity Severity, int Field, IReadOnlyList<ProFormaColumn> Columns, FormulaNode When, string Message, string? Hint)
{
    internal static string PlaceOf(int figure) => "{" + figure.ToString(CultureInfo.InvariantCulture) + "}";

    /// <summary>Whether the certificates are withheld until a reason is given where the condition holds in the current year, because something counts as zero that is not.</summary>
    internal bool Withholds { get; init; }

    /// <summary>Whether the certificates are also withheld where it holds in a baseline year.</summary>
    internal bool WithholdsInBaseline { get; init; }

    /// <summary>The figures that the message shows, in the order of its placeholders: <c>{1}</c> is the first.</summary>
    internal IReadOnlyList<FormulaNode> Shown { get; init; } = [];

    /// <summary>The source of a threshold that the SDK sets itself; null for a check that follows from the form.</summary>
    internal Standing? Standing { get; init; }
}
