using Ccts.Sdk.Calculations;
using Ccts.Sdk.Certificates;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Law;
using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.Assessments;

/// <summary>Keeps the worst and the best of results under readings of the law taken together: emissions, months of output, rounding of the intensity.</summary>
internal sealed class CertificateExtremes(EntityTarget row, CertificateRules rules)
{
    private const int AllDigits = 28;
    private CertificateResult? _lowest;
    private CertificateResult? _highest;

    internal CertificateRange Range => new(_lowest!, _highest!);

    /// <summary>The rules with an intensity that is compared unrounded.</summary>
    internal static CertificateRules Unrounded(CertificateRules rules) =>
        rules with { IntensityDecimals = LegalValue.Known(rules.IntensityDecimals.Path, AllDigits, rules.IntensityDecimals.Standing) };

    /// <summary>A result, and what the other months of output make of it.</summary>
    internal void Consider(CertificateResult result)
    {
        Keep(result);
        if (rules.OtherOutputMonths.TryGetValue(row.Schedule, out var months) && months.IsKnown && rules.OutputMonths.Value != 0 && result.Unrounded is { } tonnes && result.Kind != CertificateKind.Nil)
        {
            Keep(CertificateCalculator.Whole(result.Kind, tonnes.Tonnes * months.Value / rules.OutputMonths.Value, rules.Rounding.Value));
        }
    }

    /// <summary>What emissions come to, with the intensity rounded and not.</summary>
    internal void Consider(EmissionTotals emissions, Output output, EmissionIntensity target)
    {
        var result = CertificateCalculator.Calculate(emissions.Total, output, target, rules, new Workings(keepSteps: false));
        Consider(result);
        if (result.Kind == CertificateKind.Nil)
        {
            Consider(CertificateCalculator.Calculate(emissions.Total, output, target, Unrounded(rules), new Workings(keepSteps: false)));
        }
    }

    private void Keep(CertificateResult result)
    {
        _lowest = _lowest is null || Signed(result) < Signed(_lowest) ? result : _lowest;
        _highest = _highest is null || Signed(result) > Signed(_highest) ? result : _highest;
    }

    private static decimal Signed(CertificateResult result) => result.Kind switch
    {
        CertificateKind.Surrender => -result.Unrounded!.Value.Tonnes,
        CertificateKind.Issue => result.Unrounded!.Value.Tonnes,
        _ => 0m,
    };
}
