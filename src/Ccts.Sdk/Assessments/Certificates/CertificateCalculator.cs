using System;
using Ccts.Sdk.Assessments.Calculations;
using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.Law;
using Ccts.Sdk.Problems;
using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.Assessments.Certificates;

/// <summary>Certificates = target x equivalent product - GHG. It never divides first, because multiplying a rounded quotient back gives a wrong whole number in many cases.</summary>
/// <remarks>Pure and thread-safe.</remarks>
public static class CertificateCalculator
{
    internal const int MonthsOfYear = 12;
    private const string DeemedTitle = "emissions deemed at the baseline intensity";

    /// <summary>Certificates earned or owed for measured emissions.</summary>
    /// <param name="emissions">Total GHG of the year, t CO2e.</param>
    /// <param name="product">Equivalent product of the year, above zero.</param>
    /// <param name="target">Target intensity in the same output unit.</param>
    /// <param name="rules">Rounding policy and clauses.</param>
    /// <exception cref="UnitMismatchException">Target and product are in different output units.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The product is zero or negative.</exception>
    public static Calculated<CertificateResult> Calculate(Co2e emissions, Output product, EmissionIntensity target, CertificateRules rules)
    {
        Require.NotNull(rules);
        var workings = new Workings(keepSteps: true);
        return Calculated<CertificateResult>.From(Calculate(emissions, product, target, rules, workings), workings);
    }

    /// <summary>
    /// Certificates owed when the documents were not submitted: the baseline intensity is deemed achieved (GEI Rules r.4(5)). None are ever earned: nil if the target is above the baseline.
    /// </summary>
    /// <param name="baseline">Baseline intensity.</param>
    /// <param name="product">Equivalent product of the year, above zero.</param>
    /// <param name="target">Target intensity in the same output unit.</param>
    /// <param name="rules">Rounding policy and clauses.</param>
    /// <exception cref="UnitMismatchException">The output units differ.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The product is zero or negative.</exception>
    public static Calculated<CertificateResult> CalculateDeemed(EmissionIntensity baseline, Output product, EmissionIntensity target, CertificateRules rules)
    {
        Require.NotNull(rules);
        var workings = new Workings(keepSteps: true);
        return Calculated<CertificateResult>.From(OfShortfall(Calculate(Deemed(baseline, product, rules, workings), product, target, rules, workings)), workings);
    }

    /// <summary>The result of a year without documents: r.4(5) gives a shortfall at the baseline, and never certificates.</summary>
    internal static CertificateResult OfShortfall(CertificateResult deemed) => deemed.Kind == CertificateKind.Issue ? new CertificateResult(CertificateKind.Nil, 0, Co2e.FromTonnes(0m)) : deemed;

    /// <summary>
    /// Achieved intensity, rounded for the comparison: never more coarsely than the target is printed. Otherwise a plant just below
    /// the target could round to above it, and surrender instead of earn.
    /// </summary>
    internal static EmissionIntensity Rounded(EmissionIntensity unrounded, EmissionIntensity? target, CertificateRules rules) =>
        EmissionIntensity.Of(Math.Round(unrounded.TonnesPerUnit, Places(target, rules), MidpointRounding.AwayFromZero), unrounded.Basis);

    internal static EmissionIntensity Unrounded(Co2e emissions, Output product) => product.Value > 0m
        ? EmissionIntensity.Of(emissions.Tonnes / product.Value, product.Basis)
        : throw new ArgumentOutOfRangeException(nameof(product), "An intensity needs production above zero.");

    internal static Co2e Deemed(EmissionIntensity baseline, Output product, CertificateRules rules, Workings workings)
    {
        var emissions = baseline * product;
        if (workings.Steps is not null)
        {
            workings.Note(
                "certificates",
                DeemedTitle,
                [Times("baseline intensity", baseline.TonnesPerUnit, Text(baseline)), Times("equivalent product", product.Value, Text(product))],
                emissions.Tonnes,
                "t",
                clause: rules.DeemedBaseline.Source);
        }

        return emissions;
    }

    /// <summary>Records how the achieved intensity follows from the emissions that count.</summary>
    internal static void NoteIntensity(Co2e emissions, Output product, EmissionIntensity achieved, EmissionIntensity? target, CertificateRules rules, Workings workings)
    {
        if (workings.Steps is null)
        {
            return;
        }

        var counted = Counted(OperandRole.Times, emissions, workings);
        var by = new Operand(OperandRole.DividedBy, "equivalent product", product.Value, Text(product), workings.NumberOf(StepTitles.TotalProduct));
        workings.Note("intensity", "achieved intensity", [counted, by], achieved.TonnesPerUnit, Text(achieved), Places(target, rules));
    }

    /// <summary>Only the certificates, without steps, for many plants at once. Units, ranges and errors as in <see cref="Calculate(Co2e, Output, EmissionIntensity, CertificateRules)"/>.</summary>
    public static CertificateResult Result(Co2e emissions, Output product, EmissionIntensity target, CertificateRules rules)
    {
        Require.NotNull(rules);
        return Calculate(emissions, product, target, rules, new Workings(keepSteps: false));
    }

    internal static CertificateResult Calculate(Co2e emissions, Output product, EmissionIntensity target, CertificateRules rules, Workings workings, LegalSource? targetSource = null)
    {
        var allowed = target * product;
        var tonnes = Within(Math.Abs(allowed.Tonnes - emissions.Tonnes), rules.OutputMonths.Value);
        var achieved = Rounded(Unrounded(emissions, product), target, rules);
        var comparison = achieved.CompareTo(target);
        var side = comparison == 0 ? CertificateKind.Nil : comparison > 0 ? CertificateKind.Surrender : CertificateKind.Issue;
        var rounding = rules.RoundingOf(side);
        workings.LeanOn(rules.IntensityDecimals);
        workings.LeanOn(rounding);
        workings.LeanOn(rules.OutputMonths);
        var standing = side == CertificateKind.Surrender ? rules.Surrender : rules.Issue;
        var result = side == CertificateKind.Nil
            ? new CertificateResult(CertificateKind.Nil, 0, Co2e.FromTonnes(allowed < emissions ? -tonnes : tonnes))
            : Whole(side, tonnes, rounding.Value);
        if (workings.Steps is not null)
        {
            var atTarget = workings.Note(
                "certificates",
                "emissions at the target",
                [
                    new(OperandRole.Times, "target intensity", target.TonnesPerUnit, Text(target), 0, targetSource),
                    new(OperandRole.Times, "equivalent product", product.Value, Text(product), workings.NumberOf(StepTitles.TotalProduct)),
                ],
                allowed.Tonnes,
                "t");
            NoteMargin(emissions, allowed, atTarget, result, rules.OutputMonths, standing.Source, workings);
        }

        return result;
    }

    /// <summary>Records the steps from the emissions at the target to whole certificates, on the side where the year ended.</summary>
    private static void NoteMargin(Co2e emissions, Co2e allowed, int atTarget, CertificateResult result, LegalValue<int> months, LegalSource clause, Workings workings)
    {
        var margin = allowed.Tonnes - emissions.Tonnes;
        var title = margin < 0m ? "shortfall against the target" : "margin below the target";
        Operand[] difference = margin < 0m
            ? [Counted(OperandRole.Plus, emissions, workings), new(OperandRole.Minus, "emissions at the target", allowed.Tonnes, "t", atTarget)]
            : [new(OperandRole.Plus, "emissions at the target", allowed.Tonnes, "t", atTarget), Counted(OperandRole.Minus, emissions, workings)];
        var tonnes = new Operand(OperandRole.Plus, title, Math.Abs(margin), "t", workings.Note("certificates", title, difference, Math.Abs(margin), "t", clause: clause));
        if (months.Value != MonthsOfYear)
        {
            tonnes = NoteMonths(tonnes, months, workings);
        }

        if (result.Quantity is not { } whole || result.Kind == CertificateKind.Nil)
        {
            return;
        }

        var asked = result.Kind == CertificateKind.Issue ? "to be issued" : "to be surrendered";
        if (whole == Math.Round(tonnes.Value, 0, MidpointRounding.AwayFromZero))
        {
            workings.Note("certificates", asked, [tonnes], whole, "certificates", decimals: 0);
        }
        else if (whole > tonnes.Value)
        {
            workings.Note("certificates", asked, [tonnes, new(OperandRole.Plus, "to a whole tonne", whole - tonnes.Value, "t")], whole, "certificates");
        }
        else
        {
            workings.Note("certificates", asked, [tonnes, new(OperandRole.Minus, "part of a tonne, cut off", tonnes.Value - whole, "t")], whole, "certificates");
        }
    }

    private static Operand NoteMonths(Operand ofYear, LegalValue<int> months, Workings workings)
    {
        const string title = "share of the months of output that count";
        var share = Within(ofYear.Value, months.Value);
        Operand[] product =
        [
            ofYear with { Role = OperandRole.Times },
            new(OperandRole.Times, "months that count", months.Value, "", 0, months.Standing.Source),
            new(OperandRole.DividedBy, "months of the year", MonthsOfYear, ""),
        ];
        return new Operand(OperandRole.Plus, title, share, "t", workings.Note("certificates", title, product, share, "t"));
    }

    /// <summary>The share of the months of output that the target covers; multiplied first, divided last.</summary>
    private static decimal Within(decimal ofYear, int months) => months == MonthsOfYear ? ofYear : ofYear * months / MonthsOfYear;

    internal static int Places(EmissionIntensity? target, CertificateRules rules) =>
        Math.Max(rules.IntensityDecimals.Value, ExactDecimal.Scale(target?.TonnesPerUnit ?? 0m));

    /// <summary>Whole certificates of a side, issue or surrender, from its tonnes of zero or more.</summary>
    internal static CertificateResult Whole(CertificateKind side, decimal tonnes, CertificateRounding rounding)
    {
        var whole = rounding switch
        {
            CertificateRounding.Nearest => Math.Round(tonnes, 0, MidpointRounding.AwayFromZero),
            CertificateRounding.AwayFromZero => Math.Ceiling(tonnes),
            _ => Math.Truncate(tonnes),
        };
        var quantity = whole <= CanonicalJson.MaxInteger ? (long)whole : throw new OverflowException("More certificates than 2^53 - 1, the most that a receipt can hold.");
        return quantity == 0
            ? new CertificateResult(CertificateKind.Nil, 0, Co2e.FromTonnes(side == CertificateKind.Surrender ? -tonnes : tonnes)) { Side = side }
            : new CertificateResult(side, quantity, Co2e.FromTonnes(tonnes));
    }

    /// <summary>The result for another share of its tonnes, such as other months of output; multiplied first, divided last.</summary>
    internal static CertificateResult Share(CertificateResult of, decimal numerator, decimal denominator, CertificateRounding rounding)
    {
        var tonnes = of.Unrounded!.Value.Tonnes * numerator / denominator;
        return of.Side == CertificateKind.Nil
            ? of with { Unrounded = Co2e.FromTonnes(tonnes) }
            : Whole(of.Side, Math.Abs(tonnes), rounding);
    }

    /// <summary>The emissions that count, as an operand: the deemed ones, or else the total.</summary>
    private static Operand Counted(OperandRole role, Co2e emissions, Workings workings) =>
        workings.NumberOf(DeemedTitle) is > 0 and var deemed
            ? new Operand(role, "deemed emissions", emissions.Tonnes, "t", deemed)
            : new Operand(role, StepTitles.TotalGhg, emissions.Tonnes, "t", workings.NumberOf(StepTitles.TotalGhg));

    private static Operand Times(string name, decimal value, string unit) => new(OperandRole.Times, name, value, unit);

    private static string Text<T>(T quantity)
        where T : struct, IQuantity => quantity.CanonicalUnit;
}
