using System.Collections.Generic;
using System.Globalization;
using Ccts.Sdk.Law;
using Ccts.Sdk.Problems;
using Ccts.Sdk.ProFormas.Formulas;

namespace Ccts.Sdk.ProFormas;

/// <summary>A check of a filing: a condition over its fields, and a message for when it is true.</summary>
internal sealed record ProFormaCheck(string Code, Severity Severity, int Field, IReadOnlyList<ProFormaColumn> Columns, FormulaNode When, string Message, string? Hint)
{
    internal static string PlaceOf(int figure) => "{" + figure.ToString(CultureInfo.InvariantCulture) + "}";

    /// <summary>Whether the certificates are withheld until a reason is stated if it is true in the current year.</summary>
    internal bool Withholds { get; init; }

    /// <summary>Whether they are also withheld if it is true in a year of the baseline.</summary>
    internal bool WithholdsInBaseline { get; init; }

    /// <summary>The figures that the message shows, in the order of its placeholders: <c>{1}</c> is the first.</summary>
    internal IReadOnlyList<FormulaNode> Shown { get; init; } = [];

    /// <summary>The source of a threshold that the form itself does not print; null if it follows from the form.</summary>
    internal Standing? Standing { get; init; }
}
