using System.Linq;
using System.Text;
using Ccts.Cli.Output;
using Ccts.Compliance.Forms;

namespace Ccts.Cli.Commands.Forms;

/// <summary>A form on a terminal, and as CSV.</summary>
internal static class FormText
{
    internal static void Print(FormDocument form)
    {
        var account = new Account(Terminal.Out);
        account.Sentence($"{form.Title} ({form.Annexure}), {form.Entity.Name}, compliance year {form.Year}", "bold");
        foreach (var notice in form.Notices)
        {
            account.Sentence(notice.Text, "yellow");
        }

        foreach (var part in form.Parts)
        {
            account.Heading(part.Title);
            foreach (var field in part.Fields)
            {
                account.Sentence($"{field.Number}  {field.Label}: {(field.Value is { } value ? value + (field.Unit is { } unit ? " " + unit : "") : "(empty)")}{(field.Previous is { } before ? $"; the year before: {before}" : "")}{(field.Remark is { } remark ? $" ({remark})" : "")}", field.Value is null ? "grey" : "default", indent: 2, hanging: 4);
            }
        }
    }

    internal static string Csv(FormDocument form)
    {
        var text = new StringBuilder("part,number,label,value,unit,origin,remark,previous\n");
        foreach (var notice in form.Notices)
        {
            text.AppendJoin(',', new[] { "notice", null, notice.Text, null, null, notice.IsGap ? "gap" : null, null, null }.Select(CsvCell.Of)).Append('\n');
        }

        foreach (var (part, field) in form.Parts.SelectMany(p => p.Fields.Select(f => (p, f))))
        {
            text.AppendJoin(',', new[] { part.Title, field.Number, field.Label, field.Value, field.Unit, field.Origin.ToString().ToLowerInvariant(), field.Remark, field.Previous }.Select(CsvCell.Of)).Append('\n');
        }

        return text.ToString();
    }
}
