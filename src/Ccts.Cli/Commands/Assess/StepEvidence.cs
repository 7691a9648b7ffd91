using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Assessments.Calculations;

namespace Ccts.Cli.Commands.Assess;

/// <summary>The documents behind the numbers of a step, for people: one line for each number and document.</summary>
internal static class StepEvidence
{
    internal static IEnumerable<string> Lines(Step step) =>
        step.Operands.SelectMany(operand => (operand.Evidence ?? []).Select(document => $"{operand.Name}: {document}"));
}
