using Ccts.Sdk.Assessments.Calculations;
using Ccts.Sdk.Assessments.Certificates;
using Ccts.Sdk.Assessments.Inventory;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Law;
using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.Assessments;

/// <summary>Keeps the worst and the best result over combined readings of the law: emissions, months of output, rounding of the intensity.</summary>
internal sealed class CertificateExtremes(EntityTarget row, CertificateRules rules)
{
    private const int AllDigits = 28;
    private CertificateResult? _lowest;
    private CertificateResult? _highest;

    internal CertificateRange Range => new(_lowest!, _highest!);

    /// <summary>The rules with the intensity compared without rounding.</summary>
    internal static CertificateRules Unrounded(CertificateRules rules) =>
        rules with { IntensityDecimals = LegalValue.Known(rules.IntensityDecimals.Path, AllDigits, rules.IntensityDecimals.Standing) };

    /// <summary>A result, and the result under the other months of output.</summary>
    internal void Consider(CertificateResult result)
    {
        Keep(result);
        if (rules.OtherOutputMonths.TryGetValue(row.Schedule, out var months) && months.IsKnown && rules.OutputMonths.Value != 0 && result.Unrounded is not null && result.Side != CertificateKind.Nil)
        {
            Keep(CertificateCalculator.Share(result, months.Value, rules.OutputMonths.Value, rules.RoundingOf(result.Side).Value));
        }
    }

    /// <summary>The results for some emissions, with the intensity rounded and not rounded.</summary>
    internal void Consider(EmissionTotals emissions, Output output, EmissionIntensity target)
    {
        var result = CertificateCalculator.Calculate(emissions.Total, output, target, rules, new Workings(keepSteps: false));
        Consider(result);
        if (result.Side == CertificateKind.Nil)
        {
            Consider(CertificateCalculator.Calculate(emissions.Total, output, target, Unrounded(rules), new Workings(keepSteps: false)));
        }
    }

    private void Keep(CertificateResult result)
    {
        _lowest = _lowest is null || result.Signed < _lowest.Signed ? result : _lowest;
        _highest = _highest is null || result.Signed > _highest.Signed ? result : _highest;
    }
}
