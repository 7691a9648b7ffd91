using Ccts.Sdk.Assessments.Emissions;
using Ccts.Sdk.Law;
using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.Assessments.Validation;

/// <summary>Checks the records of two laboratories and reports the effect of their difference by law (DPCM s.5(15)(v)).</summary>
internal static class LaboratoryCheck
{
    internal static void Sources(ReportCheck check, bool own, string? source, bool external, string? externalSource, int? samples)
    {
        var law = check.Rules.Emissions.MaterialDeviation?.Standing;
        if (own && string.IsNullOrWhiteSpace(source))
        {
            check.Error("factor-without-source", "source", $"An analysis of \"{check.Stream.Id}\" does not name its laboratory.", "the laboratory and its report", law: law);
        }

        if (external && string.IsNullOrWhiteSpace(externalSource))
        {
            check.Error("factor-without-source", "externalSource", $"An analysis of \"{check.Stream.Id}\" does not name the external laboratory.", "the laboratory and its report", law: law);
        }

        UnusedInputs.Source(check, external, externalSource, "externalSource");
        if (samples < 0)
        {
            check.Error("negative-amount", "samples", $"An analysis of \"{check.Stream.Id}\" has a negative number of samples.", "zero or more");
        }
    }

    internal static void Compare(ReportCheck check, string field, string what, decimal? own, decimal? external, decimal? allowed, Standing? law, string unit)
    {
        if (external is not { } other)
        {
            return;
        }

        var at = "external" + field;
        FactorCheck.InRange(check, at, other);
        if (own is not { } plant)
        {
            check.Error("external-without-own", at, $"\"{check.Stream.Id}\" has a {what} of the external laboratory and none of its own.", "the own laboratory's value beside it", law: law);
        }
        else if (allowed is not { } limit)
        {
            if (other != plant)
            {
                check.Warn("external-without-limit", at, $"\"{check.Stream.Id}\" has a {what} of {Text(plant, unit)}, the external laboratory {Text(other, unit)}. The law read names no difference that is allowed, so the own value counts.", hint: "A verifier will ask.");
            }
        }
        else if (ExternalLaboratory.Excess(own, external, allowed) is > 0m and var excess)
        {
            check.Warn("external-laboratory-excess", at, $"\"{check.Stream.Id}\" has a {what} of {Text(plant, unit)}, the external laboratory {Text(other, unit)}; {Text(limit, unit)} are allowed. The excess of {Text(excess, unit)} is added to the own value.", hint: "Look for the cause; a verifier will ask.", law: law);
        }
        else if (plant is >= 0m and <= AmountCheck.LargestFactor && other >= 0m && plant - other > limit)
        {
            check.Warn("external-laboratory-below", at, $"\"{check.Stream.Id}\" has a {what} of {Text(plant, unit)}, the external laboratory only {Text(other, unit)}; {Text(limit, unit)} are allowed. The own value counts: nothing is taken off.", hint: "Look for the cause; a verifier will ask.", law: law);
        }
    }

    private static string Text(decimal value, string unit) => QuantityText.Format(value) + unit;
}
