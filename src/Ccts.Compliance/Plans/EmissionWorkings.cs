using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Ccts.Compliance.Forms;
using Ccts.Compliance.Sources;
using Ccts.Sdk.Assessments;
using Ccts.Sdk.Assessments.Calculations;
using Ccts.Sdk.Quantities;

namespace Ccts.Compliance.Plans;

/// <summary>The inputs of each source in the GHG emission report, and what is reported without being counted.</summary>
internal static class EmissionWorkings
{
    // The inputs of a source's steps: the sum of its periods' amounts, and every factor that is not the result of an earlier step.
    internal static void Of(FormBuilder form, string id, Assessment assessment)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var step in assessment.Steps.Where(s => s.Subject == id))
        {
            if (step.Title is "fuel burnt" or "amount")
            {
                form.Computed(Number(step.Title), "Activity data", step.Result, step.Unit);
                continue;
            }

            foreach (var operand in step.Operands.Where(o => o.FromStep == 0 && o.Role == OperandRole.Times))
            {
                form.Computed(Number(operand.Name), Upper(operand.Name), operand.Value, operand.Unit.Length > 0 ? operand.Unit : null, operand.Source?.ToString());
            }
        }

        string Number(string name)
        {
            var number = id + "." + name.Split(',')[0].Trim().Replace(' ', '-').ToLowerInvariant();
            for (var i = 2; !names.Add(number); i++)
            {
                number = id + "." + name.Split(',')[0].Trim().Replace(' ', '-').ToLowerInvariant() + i.ToString(CultureInfo.InvariantCulture);
            }

            return number;
        }
    }

    internal static void Memo(FormBuilder form, Assessment assessment)
    {
        var memo = SourceTonnes.Of(assessment).Where(s => s.Part == SourcePart.Memo).ToList();
        if (memo.Count == 0)
        {
            return;
        }

        // A part lists several sources, so each line names its own.
        form.Part("Memo: reported and not counted");
        foreach (var source in memo)
        {
            form.Computed(source.Id, source.Id + ": emission", source.Tonnes, "tCO2e", "not in the total (DPCM s.4.4(3))");
            foreach (var step in assessment.Steps.Where(s => s.Subject == source.Id && s.Title is "fuel burnt" or "energy"))
            {
                form = step.Title == "energy" && step.Unit == "GJ"
                    ? form.Computed(source.Id + ".energy", source.Id + ": energy", Energy.FromGigajoules(step.Result).In(EnergyUnit.Terajoule), "TJ")
                    : form.Computed(source.Id + "." + step.Title.Replace(' ', '-'), source.Id + ": " + step.Title, step.Result, step.Unit);
            }
        }
    }

    private static string Upper(string name) => char.ToUpperInvariant(name[0]) + name.Substring(1);
}
