using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace Ccts.Compliance.Years;

/// <summary>The machine as a drawing: a state diagram in the language of Mermaid, made from <see cref="YearMachine.Transitions"/> and nothing else.</summary>
/// <remarks>Pure and thread-safe.</remarks>
public static class YearDiagram
{
    private const int Many = 4;

    /// <summary>The diagram: an arrow a step with its move and who makes it.</summary>
    /// <remarks>A step that many stages have alike, as deeming the baseline, is drawn once, from a box that lists those stages.</remarks>
    public static string Mermaid()
    {
        var text = new StringBuilder("stateDiagram-v2\n");
        foreach (var stage in YearMachine.Transitions.SelectMany(t => new[] { t.From, t.To ?? t.From }).Distinct())
        {
            Line(text, $"state \"{YearWords.Of(stage)}\" as {stage}");
        }

        var steps = YearMachine.Transitions.GroupBy(t => (t.Move, t.Role, t.To)).ToList();
        foreach (var wide in steps.Where(IsWide))
        {
            Line(text, $"state \"{string.Join(", ", wide.Select(t => YearWords.Of(t.From)))}\" as {Box(wide.Key.Move)}");
        }

        if (YearMachine.Transitions.Any(t => t.To is null))
        {
            Line(text, "state \"where it stood before the notice\" as Before");
        }

        Line(text, $"[*] --> {YearMachine.Transitions[0].From}");
        foreach (var step in steps)
        {
            foreach (var from in IsWide(step) ? [Box(step.Key.Move)] : step.Select(t => t.From.ToString()))
            {
                Line(text, $"{from} --> {step.Key.To?.ToString() ?? "Before"} : {YearWords.Of(step.Key.Move)} ({YearWords.Of(step.Key.Role)})");
            }
        }

        return text.ToString();
    }

    private static bool IsWide(IEnumerable<YearTransition> step) => step.Count() > Many;

    private static string Box(YearMove move) => "Many" + move;

    private static void Line(StringBuilder text, string line) => text.AppendFormat(CultureInfo.InvariantCulture, "    {0}\n", line);
}
