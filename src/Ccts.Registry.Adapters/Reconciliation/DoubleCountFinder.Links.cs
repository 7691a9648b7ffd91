using System.Collections.Generic;

namespace Ccts.Registry.Adapters.Reconciliation;

/// <content>Compares the rows of two linked projects.</content>
public sealed partial class DoubleCountFinder
{
    private IEnumerable<DoubleCountFinding> ByLink(string firstKey, string secondKey)
    {
        if (!_byProject.TryGetValue(firstKey, out var first) || !_byProject.TryGetValue(secondKey, out var second))
        {
            yield break;
        }

        var open = new OpenTranches(second.Rows);
        var any = false;
        foreach (var mine in first.Rows)
        {
            if (mine.Quantity > 0 && open.TryTake(mine, out var theirs))
            {
                any = true;
                yield return Judge(first, mine, second, theirs);
            }
        }

        if (!any)
        {
            yield return Marked(first, second) ?? Marked(second, first) ?? new DoubleCountFinding(
                DoubleCountVerdict.SameProject, DoubleCountEvidence.SameProject, 0, Row(first, first.Rows[0]), Row(second, second.Rows[0]));
        }
    }

    private DoubleCountFinding Judge(ProjectRows firstProject, in ProjectRow first, ProjectRows secondProject, in ProjectRow second)
    {
        var evidence = DoubleCountEvidence.SameProject | DoubleCountEvidence.SameQuantity;
        evidence |= first.Vintage is not null && first.Vintage == second.Vintage ? DoubleCountEvidence.SameVintage : DoubleCountEvidence.None;
        evidence |= first.IsGone || second.IsGone ? DoubleCountEvidence.CancelledAtSource : DoubleCountEvidence.None;
        evidence |= IsFrom(first, secondProject) || IsFrom(second, firstProject) ? DoubleCountEvidence.ConversionMark : DoubleCountEvidence.None;
        const DoubleCountEvidence explains = DoubleCountEvidence.CancelledAtSource | DoubleCountEvidence.ConversionMark;
        var verdict = (evidence & explains) != DoubleCountEvidence.None ? DoubleCountVerdict.Conversion : DoubleCountVerdict.DoubleCount;
        return new DoubleCountFinding(verdict, evidence, first.Quantity, Row(firstProject, first), Row(secondProject, second));
    }

    // Units of the second project whose serials say that they come from the first one's registry.
    private DoubleCountFinding? Marked(ProjectRows first, ProjectRows second)
    {
        foreach (var row in second.Rows)
        {
            if (IsFrom(row, first))
            {
                return new DoubleCountFinding(
                    DoubleCountVerdict.Conversion, DoubleCountEvidence.SameProject | DoubleCountEvidence.ConversionMark, row.Quantity, Row(first, first.Rows[0]), Row(second, row));
            }
        }

        return null;
    }

    private bool IsFrom(in ProjectRow row, ProjectRows source) => row.ConvertedFrom > 0 && _sources[row.ConvertedFrom] == source.Registry;

    private DoubleCountRow Row(ProjectRows project, in ProjectRow row) =>
        new(project.Registry, project.Project, new EntryPlace(_files[row.File], row.Line, row.State));
}
