using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Ingestion.Rows;
using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.Problems;

namespace Ccts.Ingestion.Mapping;

/// <summary>Rows count only where a column holds one of some texts: the material, and the movement types of its issues.</summary>
/// <param name="Column">The column, among those of the source.</param>
/// <param name="Is">The texts, letter for letter.</param>
internal sealed record RowCondition(int Column, IReadOnlyList<string> Is)
{
    /// <summary>Whether all conditions hold of a row.</summary>
    internal static bool AllTake(IReadOnlyList<RowCondition> conditions, RowReader row)
    {
        for (var i = 0; i < conditions.Count; i++)
        {
            if (!conditions[i].Takes(row))
            {
                return false;
            }
        }

        return true;
    }

    internal bool Takes(RowReader row) => row.Cell(Column) is { } cell && Is.Contains(cell, StringComparer.Ordinal);

    /// <summary>Whether a row could fulfil all conditions of both.</summary>
    internal static bool CanMeet(IReadOnlyList<RowCondition> one, IReadOnlyList<RowCondition> other) =>
        !one.Any(a => other.Any(b => a.Column == b.Column && !a.Is.Intersect(b.Is, StringComparer.Ordinal).Any()));

    /// <summary>Reads one condition, or several that must all hold.</summary>
    internal static IReadOnlyList<RowCondition> Read(ObjectReader series, List<string> columns)
    {
        if (series.Optional("where") is not { } where)
        {
            return [];
        }

        var conditions = (where.Kind == LocatedKind.Array ? where.Children : [where]).Select(c => One(c, columns, series.Problems)).ToList();
        if (conditions.Count == 0)
        {
            series.Problems.Error("bad-value", where.Place, "\"where\" has no condition.", "at least one");
        }

        foreach (var twice in conditions.OfType<RowCondition>().GroupBy(c => c.Column).Where(g => g.Count() > 1))
        {
            series.Problems.Error("bad-value", where.Place, $"Two conditions are of the column \"{ShownText.Short(columns[twice.Key])}\".", "one condition a column, with several texts in \"is\"");
        }

        return [.. conditions.OfType<RowCondition>()];
    }

    private static RowCondition? One(LocatedNode node, List<string> columns, ProblemList problems)
    {
        var fields = new ObjectReader(node, problems);
        var column = SourceReading.Name(fields, "column");
        var texts = node.Member("is") is { Kind: LocatedKind.Array } ? fields.List("is").Select(t => Text(t, problems)).ToList() : [SourceReading.Name(fields, "is")];
        if (texts.Count == 0)
        {
            problems.Error("bad-value", node.Member("is")!.Place, "\"is\" has no text.", "at least one");
        }

        fields.Done();
        return column is null || texts.Count == 0 || texts.Contains(null) ? null : new RowCondition(SourceReading.Place(columns, column), [.. texts.Select(t => t!)]);
    }

    /// <summary>A text of a header or a cell; null, with a problem reported, where there is none.</summary>
    internal static string? Text(LocatedNode node, ProblemList problems)
    {
        if (node is { Kind: LocatedKind.String, Value: { } text } && text.Trim() == text && text.Length is > 0 and <= 200)
        {
            return text;
        }

        problems.Error("bad-value", node.Place, "This is no text of a header or a cell.", "1 to 200 characters in double quotes, without blanks before or behind them");
        return null;
    }
}
