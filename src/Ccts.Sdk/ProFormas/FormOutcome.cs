using System;
using Ccts.Sdk.Assessments;
using Ccts.Sdk.Calculations;
using Ccts.Sdk.Certificates;
using Ccts.Sdk.Entities;
using Ccts.Sdk.ProFormas.Formulas;
using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.ProFormas;

/// <summary>Emissions, intensity and certificates of one computation of a filing.</summary>
internal sealed class FormOutcome(ProForma form, AssessmentRules rules, EntityTarget? target, Workings workings)
{
    private readonly ProFormaHeadline _headline = form.Headline;

    internal ProFormaTotals Totals(FormEvaluation computed, ProFormaColumn column) => new(
        Tonnes(computed, _headline.Direct, column),
        Tonnes(computed, _headline.Process, column),
        Tonnes(computed, _headline.Indirect, column),
        Tonnes(computed, _headline.Total, column),
        Output.Of(Decimal(Product(computed, column)), _headline.Basis),
        Unrounded(computed, column));

    internal Exact Total(FormEvaluation computed, ProFormaColumn column) => Figure(computed, _headline.Total, column);

    internal EmissionIntensity? Unrounded(FormEvaluation computed, ProFormaColumn column) => Product(computed, column) is { Sign: > 0 } product
        ? EmissionIntensity.Of(Decimal(Total(computed, column) / product), _headline.Basis)
        : null;

    internal IntensityResult? Intensity(FormEvaluation computed, ProFormaTotals current) => current.Intensity is { } unrounded
        ? new IntensityResult(ExactCertificates.Achieved(Total(computed, ProFormaColumn.Current), Product(computed, ProFormaColumn.Current), target?.Target, rules.Certificates, _headline.Basis), unrounded, target?.Target, target?.BaselineIntensity)
        : null;

    internal CertificateResult Certificates(FormEvaluation computed) =>
        target?.Target is { } asked && Product(computed, ProFormaColumn.Current) is { Sign: > 0 } product
            ? ExactCertificates.Calculate(Total(computed, ProFormaColumn.Current), product, asked, rules.Certificates, workings)
            : CertificateResult.NoTarget;

    /// <exception cref="OverflowException">It is larger than a decimal can hold.</exception>
    internal static decimal Decimal(Exact value) => value.TryToDecimal(out var number) ? number : throw new OverflowException();

    private Exact Product(FormEvaluation computed, ProFormaColumn column) => Figure(computed, _headline.Product, column) * _headline.ProductScale;

    private static Co2e Tonnes(FormEvaluation computed, int field, ProFormaColumn column) => Co2e.FromTonnes(Decimal(Figure(computed, field, column)));

    private static Exact Figure(FormEvaluation computed, int field, ProFormaColumn column) => computed.Cell(field, column) is { Kind: CellKind.Number } value ? value.Number : Exact.Zero;
}
