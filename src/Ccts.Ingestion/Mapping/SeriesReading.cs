using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Ccts.Ingestion.Rows;
using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.Problems;
using Ccts.Sdk.Quantities;

namespace Ccts.Ingestion.Mapping;

/// <summary>What a series needs to know of its source.</summary>
internal sealed record SeriesShape(SourceKind Kind, NumberForm Numbers, ReportStreams Streams, List<string> Columns)
{
    /// <summary>Whether months are columns, so that a series names rows instead of a column.</summary>
    internal bool HasMonthsAcross { get; init; }
}

/// <summary>Reads one series of a source.</summary>
internal static class SeriesReading
{
    internal static SeriesMapping? Read(LocatedNode node, SeriesShape shape, ProblemList problems)
    {
        var fields = new ObjectReader(node, problems);
        var stream = SourceReading.Name(fields, "stream");
        var isLab = shape.Kind == SourceKind.Laboratory;
        var into = shape.Kind == SourceKind.Movements ? fields.Choice("into", SeriesMapping.Targets, required: false) ?? Into.Amounts : Into.Amounts;
        var column = shape.HasMonthsAcross ? MonthsAcross.AmountName : SourceReading.Name(fields, "column");
        var material = shape.Kind == SourceKind.Stock ? null : SourceReading.Name(fields, "flow", required: false);
        var list = stream is null ? null : shape.Streams.ListOf(node.Member("stream")!, stream);
        var flow = list is null || material is null ? null : shape.Streams.FlowOf(node.Member("flow")!, stream!, material, isLab ? "carbonContent" : "amounts");
        var result = isLab ? LabSeries.Result(fields, material is not null && flow is null ? null : list, flow) : null;
        if (list == "massBalances" && material is null && !isLab)
        {
            problems.Error("missing-key", node.Place, "A mass balance has no amounts of its own.", "\"flow\": the material of one of its inputs or outputs");
        }

        if (flow is not null && into != Into.Amounts)
        {
            problems.Error("bad-value", node.Member("into")!.Place, "A flow of carbon has no stock.", "amounts");
        }

        if (list is not null && material is null)
        {
            foreach (var member in isLab ? [result?.Member.Split('.', '/')[0] ?? "analyses"] : shape.Kind == SourceKind.Stock ? ["stock.opening", "stock.closing"] : new[] { SeriesMapping.Targets.First(t => t.Value == into).Key })
            {
                shape.Streams.TellStated(stream!, member);
            }
        }

        list = isLab ? result is null ? null : LabResult.MeasureOf(result.Name) : material is null ? list : Measure.FlowOfCarbon;
        var (unit, unitColumn) = Unit(fields, list, shape.Columns);
        var where = RowCondition.Read(fields, shape.Columns);
        var mean = isLab ? LabSeries.Mean(fields, shape.Columns) : null;
        var numbers = shape.Kind is SourceKind.Movements or SourceKind.Laboratory ? SourceReading.Names(fields, "number") : [];
        var times = fields.OptionalValue<decimal>("times", TryNumber) ?? 1m;
        var isPosted = shape.Kind == SourceKind.Movements;
        if (times == 0m || (times < 0m && !isPosted))
        {
            problems.Error("bad-value", node.Member("times")!.Place, isPosted ? "\"times\" is zero." : "\"times\" is not above zero.", isPosted ? "a number above zero, or below it where the file writes what is counted with a minus" : "a number above zero");
        }

        var plausible = Plausible(fields, list, unit, shape.Kind, times);
        var missing = shape.Kind == SourceKind.Meter || (isLab && result is not { IsOfYear: true }) ? Missing(fields) : null;
        var evidence = EvidenceReading.Read(fields, isLab);
        fields.Done();
        return list is null || column is null ? null : new SeriesMapping
        {
            Stream = stream!,
            List = list,
            Into = into,
            Result = result,
            HasBasis = shape.Streams.HasBasis(stream),
            Mean = mean,
            Flow = flow,
            Name = stream + (material is null ? "" : " " + material) + (result is null ? "" : " " + result.Name) + (where.Count > 0 ? $" ({string.Join(", ", where.SelectMany(c => c.Is))})" : ""),
            Column = SourceReading.Place(shape.Columns, column),
            Unit = unit,
            UnitColumn = unitColumn,
            Where = where,
            NumberColumns = [.. numbers.Select(n => SourceReading.Place(shape.Columns, n))],
            Times = times,
            Plausible = plausible,
            Missing = missing ?? new MissingRule(MissingMethod.None, 0, null),
            Evidence = evidence,
            Place = node.Place,
        };
    }

    private static (Measure? Unit, int? Column) Unit(ObjectReader fields, string? list, List<string> columns)
    {
        var text = SourceReading.Name(fields, "unit", required: false);
        var column = SourceReading.Name(fields, "unitColumn", required: false);
        if ((text is null) == (column is null))
        {
            fields.Problems.Error("missing-key", fields.Node.Place, text is null ? "The series does not say its unit." : "The series says its unit twice.", "\"unit\", or \"unitColumn\" where a column says it");
        }

        Measure? unit = null;
        if (text is not null && list is not null && !Measure.TryOf(list, text, out unit, out var reason))
        {
            fields.Problems.Unreadable(fields.Node.Member("unit")!.Place, text, reason);
        }

        return (unit, column is null ? null : SourceReading.Place(columns, column));
    }

    private static Plausibility Plausible(ObjectReader series, string? list, Measure? unit, SourceKind kind, decimal times)
    {
        var problems = series.Problems;
        var canonical = unit?.Canonical;
        if (series.OptionalObject("plausible") is not { } fields)
        {
            return new Plausibility(null, null, null, null);
        }

        decimal? Amount(string key)
        {
            if (SourceReading.Name(fields, key, required: false) is not { } text || list is null)
            {
                return null;
            }

            var at = fields.Node.Member(key)!.Place;
            var blank = text.IndexOf(' ');
            if (blank < 0)
            {
                problems.Unreadable(at, text, "a number, one blank and a unit");
                return null;
            }

            string? reason = null;
            if (Measure.TryOf(list, text.Substring(blank + 1), out var measure, out reason) && measure!.TryRead(text.Substring(0, blank), out var value, out reason))
            {
                if (measure.Canonical != (canonical ??= measure.Canonical))
                {
                    problems.Error("stream-unit", at, $"\"{key}\" is in {measure.Symbol}, and the series in a unit of another measure ({canonical}).", canonical);
                }

                if (value <= 0m)
                {
                    problems.Error("bad-value", at, $"\"{key}\" is not above zero.", "an amount above zero");
                }

                return value;
            }

            problems.Unreadable(at, text, reason);
            return null;
        }

        var most = Amount("most");
        var stuck = kind == SourceKind.Meter ? OptionalInteger(fields, "stuckAfter") : null;
        var rolls = kind == SourceKind.Meter ? Amount("rollsOverAt") : null;
        if (stuck is < 2)
        {
            problems.Error("bad-value", fields.Node.Member("stuckAfter")!.Place, "One value is always equal to itself.", "2 or more");
        }

        if (rolls is not null && most is null)
        {
            problems.Error("missing-key", fields.Node.Place, "\"rollsOverAt\" is stated without \"most\".", "both, so that a register that begins again can be told from one that was replaced");
        }

        if (rolls is not null && times > 0m && IsHighest(fields.Node.Member("rollsOverAt")!.Value!.Split(' ')[0], times))
        {
            problems.Error("bad-value", fields.Node.Member("rollsOverAt")!.Place, "\"rollsOverAt\" is the highest value that the register shows, and what passes between it and zero would not be counted.", "where the register begins again at zero, such as 100000 kWh for five digits", "State one unit of its last digit more.");
        }

        var limits = new Plausibility(most, stuck, rolls, SourceReading.Name(fields, "source"), canonical);
        fields.Done();
        return limits;
    }

    /// <summary>Whether all digits of a register's end are nines, before its factor; the last ones of a register of tens are zeros.</summary>
    private static bool IsHighest(string number, decimal times)
    {
        const int fewest = 2, fewestOfTens = 4;
        var digits = decimal.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var end) ? (end / times).ToString(CultureInfo.InvariantCulture).Replace(".", "") : "";
        var nines = digits.TrimEnd('0');
        return nines.Length >= (nines.Length == digits.Length ? fewest : fewestOfTens) && nines.All(d => d == '9');
    }

    private static MissingRule? Missing(ObjectReader series)
    {
        if (series.OptionalObject("missing") is not { } fields)
        {
            return null;
        }

        var rule = new MissingRule(fields.Choice("method", SeriesMapping.Methods) ?? MissingMethod.None, fields.Integer("longest") ?? 0, SourceReading.Name(fields, "source"));
        if (rule.Longest < 1 && fields.Node.Member("longest") is { Kind: LocatedKind.Number } longest)
        {
            fields.Problems.Error("bad-value", longest.Place, "\"longest\" is not above zero.", "the most intervals in a row that may be filled");
        }

        fields.Done();
        return rule;
    }

    internal static int? OptionalInteger(ObjectReader fields, string key) => fields.Node.Member(key) is null ? Absent(fields, key) : fields.Integer(key);

    // Requests the member, so that a misspelt name is reported.
    private static int? Absent(ObjectReader fields, string key)
    {
        fields.Optional(key);
        return null;
    }

    private static bool TryNumber(string text, out decimal value, out string? reason)
    {
        var read = QuantityText.TryReadAlone(text, out value);
        reason = read ? null : "a plain decimal number such as \"1000\"";
        return read;
    }
}
