using System.Collections.Generic;
using Ccts.Sdk.Law;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Problems;

namespace Ccts.Sdk.Assessments.Validation;

/// <summary>Compares one value of a stream with its reference and reports what looks like a slip.</summary>
internal static class Suspicion
{
    /// <summary>A value that is looked at.</summary>
    /// <param name="check">The pass; its current stream is compared, and that stream's reason excuses the finding.</param>
    /// <param name="code">The code of the finding.</param>
    /// <param name="field">The field of the stream.</param>
    /// <param name="what">What it is, e.g. <c>a net calorific value</c>.</param>
    /// <param name="value">The number, in the unit.</param>
    /// <param name="unit">The unit.</param>
    /// <param name="reference">What it is compared with, or null for nothing.</param>
    /// <param name="of">The reference in words, e.g. <c>petroleum-coke in the ruleset</c>.</param>
    /// <param name="slips">The slips that people make.</param>
    /// <param name="isNarrow">Whether the usual range is so narrow that a slip leading into it is no coincidence.</param>
    /// <param name="isGrave">Whether every unusual value counts as a slip.</param>
    /// <param name="more">What else there is to say.</param>
    /// <param name="counts">Whether a slip could earn certificates; uncounted values never withhold.</param>
    internal static void Look(ReportCheck check, string code, string field, string what, decimal value, string unit, Reference? reference, string of, IEnumerable<Slip> slips, bool counts = true, bool isNarrow = false, bool isGrave = false, string more = "")
    {
        if (reference is not { } held || value < 0m || held.Judge(value) is var likelihood && likelihood == Likelihood.Usual)
        {
            return;
        }

        // An unusual value may be true. An unusual value that is right in a very different unit is a slip.
        var slip = held.Find(value, slips);
        var isSlip = isGrave || likelihood == Likelihood.Slip || (isNarrow && slip is { IsFar: true });
        var message = $"\"{check.Stream.Id}\" has {what} of {Slip.Shown(value)} {unit}".TrimEnd() + $"; {of}: {held.Said(unit)}.{more}" + slip?.Said(value, unit);
        Tell(check.Problems, code, check.At(field), message, check.Stream.WhyUnusual, needsReason: counts && isSlip, check.Rules.Monitoring.Plausibility!, Slip.Shown(value));
    }

    /// <summary>A finding; a stated reason excuses it and is shown with it.</summary>
    /// <param name="problems">Where to tell it.</param>
    /// <param name="code">Its code.</param>
    /// <param name="place">Where it stands.</param>
    /// <param name="message">What is said.</param>
    /// <param name="reason">All reasons that are stated.</param>
    /// <param name="needsReason">Whether it withholds until a reason is stated.</param>
    /// <param name="rules">The limits that are cited.</param>
    /// <param name="figure">What a reason names besides the code: the figure, so that a reason for a smaller fall does not excuse a larger one; or the field of a form. Null for neither.</param>
    internal static void Tell(ProblemList problems, string code, SourcePlace place, string message, string? reason, bool needsReason, PlausibilityRules rules, string? figure = null) =>
        Tell(problems, code, place, message, reason, needsReason, rules.Standing, figure: figure);

    /// <summary>The same, with another source and its own hint.</summary>
    internal static void Tell(ProblemList problems, string code, SourcePlace place, string message, string? reason, bool needsReason, Standing standing, string? mend = null, string? orElse = null, string? figure = null)
    {
        var name = figure is null ? code : $"{code} {figure}";
        var stated = StatedReason.For(reason, name, needsReason && orElse is null);
        problems.Add(new Problem(code, Severity.Warning, stated is not null ? $"{message} The reason given: \"{ShownText.Short(stated)}\"." : message, place)
        {
            NeedsReason = needsReason && stated is null,
            Hint = stated is not null ? "A verifier will ask for the evidence."
                : !needsReason ? "Check the unit; if it is right, say in \"whyUnusual\" why."
                : orElse is not null ? $"{mend} {orElse}"
                : $"{(mend is null ? "Correct it, or" : mend + " Or")} say in \"whyUnusual\" why it is right: \"{name}: ...\"; until then the assessment is withheld.",
            Clause = standing.Source.ToString(),
        });
    }
}
