using System.Globalization;
using Ccts.Sdk.Law;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Problems;

namespace Ccts.Sdk.Assessments.Validation;

/// <summary>Checks emission factors, calorific values and fractions.</summary>
internal static class FactorCheck
{
    /// <summary>Checks that a stated factor is in range and has a source.</summary>
    internal static void Sourced(ReportCheck check, string field, decimal value, string? source, string sourceField, Standing? law, string? likely = null, decimal most = AmountCheck.LargestFactor)
    {
        InRange(check, field, value, likely, most);
        if (string.IsNullOrWhiteSpace(source))
        {
            check.Error("factor-without-source", sourceField, $"\"{check.Stream.Id}\" has a factor of its own and does not say where it comes from.", "a laboratory report, supplier's statement or publication", law: law);
        }
    }

    internal static void InRange(ReportCheck check, string field, decimal value, string? likely = null, decimal most = AmountCheck.LargestFactor)
    {
        if (value < 0m)
        {
            check.Error("negative-factor", field, $"\"{check.Stream.Id}\" has a negative value.", "zero or more");
        }
        else if (value > most)
        {
            check.Error("implausible-factor", field, $"\"{check.Stream.Id}\" has a value above {most.ToString("N0", CultureInfo.InvariantCulture)} in canonical units.", hint: string.IsNullOrEmpty(likely) ? "Check the unit." : likely);
        }
    }

    /// <summary>Checks that the choice between Type I and Type II is consistent.</summary>
    /// <param name="check">The pass.</param>
    /// <param name="tier">Type I or Type II.</param>
    /// <param name="value">The factor in its canonical unit, or null for the ruleset's own.</param>
    /// <param name="source">Where the value comes from.</param>
    /// <param name="likely">What a value that is too large was probably meant to be, in words; or null.</param>
    /// <param name="analysed">Whether another analysis, such as the carbon content, replaces the value.</param>
    internal static void Choice(ReportCheck check, FactorTier tier, decimal? value, string? source, bool analysed, string? likely = null)
    {
        var law = check.Rules.Monitoring.SmallSourceShare.Standing;
        if (value is { } given)
        {
            Sourced(check, "factor/value", given, source, "factor/source", law, likely);
        }
        else if (tier == FactorTier.TypeII && !analysed)
        {
            check.Error("type-ii-without-value", "factor", $"\"{check.Stream.Id}\" says Type II and gives no analysed factor.", "\"value\" and \"source\" of the analysis", law: law);
        }
    }

    /// <summary>The stream needs a Type II factor and has a Type I factor: an error, or a warning when it says why.</summary>
    internal static void TypeIIRequired(ReportCheck check, string? whyTypeI, string because)
    {
        var law = check.Rules.Monitoring.SmallSourceShare.Standing;
        if (string.IsNullOrWhiteSpace(whyTypeI))
        {
            check.Error("type-ii-required", "factor", $"\"{check.Stream.Id}\" uses a Type I factor; {because}.", "a Type II factor: analysed for this site", "Give the analysed factor with its source, or say in \"whyTypeI\" why there is none.", law);
        }
        else
        {
            check.Warn("type-i-used", "factor", $"\"{check.Stream.Id}\" uses a Type I factor; {because}. The reason given: \"{ShownText.Short(whyTypeI!)}\".", hint: "A verifier will ask for the evidence that Type II is not available.", law: law);
        }
    }

    /// <summary>Checks that a stated fraction is above zero and at most one.</summary>
    internal static void Fraction(ReportCheck check, string field, decimal? value, bool zeroAllowed = false)
    {
        if (value is { } given && (given > 1m || given < 0m || (given == 0m && !zeroAllowed)))
        {
            check.Error("fraction-out-of-range", field, $"\"{check.Stream.Id}\" has {PlainNumber.Format(given)} as a fraction.", zeroAllowed ? "0 to 1" : "above 0, at most 1", "45 percent is \"0.45\" or \"45 %\".");
        }
    }
}
