using System.Globalization;
using System.Linq;
using Ccts.Compliance.Forms;
using NodaTime;
using NodaTime.Text;

namespace Ccts.Compliance.Verification.Reporting;

/// <summary>What a verification report says of visits and conversations, findings, and what could not be seen (DPCM s.6(16)(iii) to (v)).</summary>
internal static class ReportedFindings
{
    internal static void Talked(FormBuilder form, VerificationRecord record, string title = "(iii) Site visits and record of interactions")
    {
        form.Part(title);
        foreach (var (visit, i) in record.SiteVisits.Select((v, i) => (v, i + 1)))
        {
            form.Computed("visit." + Text(i), "Visit to the site", $"{Day(visit.On)}, {visit.Place}, {visit.By}");
        }

        foreach (var (talk, i) in record.Interactions.Select((t, i) => (t, i + 1)))
        {
            form.Computed("interaction." + Text(i), "Interaction", $"{Day(talk.On)}, {talk.With}: {talk.About}");
        }
    }

    internal static void Found(FormBuilder form, VerificationRecord record, MisstatementSum sum, string title = "(iv) Findings", string clause = "DPCM s.6(12)")
    {
        form.Part(title);
        foreach (var m in record.Misstatements)
        {
            form.Computed("misstatement." + m.Id, m.Text, m.Effect.Tonnes, "tCO2e", m.IsCorrected ? "corrected; counts no more" : m.Effect.Tonnes >= 0m ? "overstated" : "understated");
        }

        foreach (var n in record.NonConformities)
        {
            form.Computed("non-conformity." + n.Id, n.Text, n.IsCorrected ? "corrected" : "stands");
        }

        form.Computed("with-sign", "Misstatements that stand, with sign", sum.WithSign.Tonnes, "tCO2e")
            .Computed("without-sign", "Misstatements that stand, without sign", sum.WithoutSign.Tonnes, "tCO2e")
            .Computed("threshold", "Materiality", sum.Threshold.Tonnes, "tCO2e", clause + (sum.IsExactlyAtThreshold ? "; exactly reached, and on which side that lies the text does not say" : ""));
    }

    internal static void Limitations(FormBuilder form, VerificationRecord record, string title = "(v) Scope limitations")
    {
        form.Part(title);
        foreach (var l in record.Limitations)
        {
            form.Computed("limitation." + l.Id, l.Text, l.Cured is { } cured ? $"reported {Day(l.Reported)}, cured {Day(cured)}" : $"reported {Day(l.Reported)}, not cured");
        }

        if (record.Limitations.Count == 0)
        {
            form.Computed("limitation", "Scope limitations", "none");
        }
    }

    internal static string Day(LocalDate day) => LocalDatePattern.Iso.Format(day);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
