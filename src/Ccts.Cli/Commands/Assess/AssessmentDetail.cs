using System;
using System.Linq;
using Ccts.Cli.Output;
using Ccts.Sdk.Assessments;
using Ccts.Sdk.Law;

namespace Ccts.Cli.Commands.Assess;

/// <summary>What <c>--all</c> adds to an account: the ruleset, every value it rests on with its source, every date, the steps.</summary>
internal sealed class AssessmentDetail(Assessment assessment, Func<string, string?> titleOf, Digits digits)
{
    internal void Print(Account account)
    {
        account.Heading("Before rounding");
        account.Sentence($"Intensity {assessment.Intensity.Unrounded}; certificates {(assessment.Certificates.Unrounded is { } tonnes ? digits.Quantity(tonnes.ToString()) : "none")}.", indent: 2, hanging: 2);

        account.Heading("Ruleset");
        account.Sentence($"{assessment.Ruleset.Id} revision {assessment.Ruleset.Revision}, {assessment.Ruleset.Digest}", indent: 2, hanging: 2);

        if (assessment.Assumptions.Count > 0)
        {
            account.Heading("What it leans on that is not settled law");
            foreach (var value in assessment.Assumptions)
            {
                account.Sentence($"{titleOf(value.Path) ?? value.Path}: {value.Text} ({value.Path}; {value.Standing.Source}; force {LawWords.Of(value.Standing.Force)}; evidence {LawWords.Of(value.Standing.Evidence)})", indent: 2, hanging: 2);
                foreach (var text in new[] { value.Reason, value.SettledBy is { } who ? $"Who can settle it: {who}" : null, value.Standing.Note }.OfType<string>())
                {
                    account.Sentence(text, "grey", indent: 4);
                }
            }
        }

        account.Heading("What is due");
        foreach (var deadline in assessment.Deadlines.OrderBy(d => d.Due is null).ThenBy(d => d.Due))
        {
            var due = deadline.Due is { } date ? $"{date:uuuu-MM-dd}" : "see rule  ";
            account.Sentence($"{due}  {deadline.Event}{(deadline.Form is { } form ? $" [{form}]" : "")}: {deadline.Rule}, {deadline.Standing.Source}", indent: 2, hanging: 12);
        }
    }
}
