using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Ccts.Cli.Output;
using Ccts.Workbooks;
using Ccts.Workbooks.Tables;

namespace Ccts.Cli.Tests.Output;

/// <summary>The answer as a workbook says what <c>--json</c> says, digit by digit.</summary>
public sealed class AnswerWorkbookTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ccts-xlsx").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("assess", "deadlines")]
    [InlineData("position", "readings")]
    public async Task Every_figure_of_the_answer_stands_in_the_workbook(string command, string list)
    {
        var (report, workbook) = (Path.Combine(CctsTool.Samples, "kotputli-2025-26.json"), Path.Combine(_folder, "answer.xlsx"));
        var run = await CctsTool.Run(null, command, report, "--json", "--xlsx", workbook);
        var json = JsonNode.Parse(run.Output)!.AsObject();
        var rows = Rows(workbook, "answer").ToDictionary(r => r[0], r => r[1], StringComparer.Ordinal);
        Assert.Equal(json["ruleset"]!["digest"]!.ToString(), rows["ruleset.digest"]);
        Assert.All(json.Where(m => m.Value is JsonValue), m => Assert.Equal(m.Value!.ToString(), rows[m.Key]));
        Assert.Equal(json[list]!.AsArray().Count + 1, Rows(workbook, list).Count);

        // What is there already is left alone.
        Assert.Equal(ExitCode.BadInput, (await CctsTool.Run(null, command, report, "--xlsx", workbook)).ExitCode);
    }

    [Fact]
    public async Task The_amounts_of_an_ingestion_are_a_sheet()
    {
        var data = Path.Combine(CctsTool.Samples, "ingestion");
        var workbook = Path.Combine(_folder, "answer.xlsx");
        await CctsTool.Run(null, ["ingest", Path.Combine(data, "plant.mapping.json"), .. Directory.GetFiles(data, "*.csv"), Path.Combine(data, "production.jsonl"), "--xlsx", workbook]);
        var values = Rows(workbook, "values");
        Assert.Equal(["stream", "member", "period", "amount"], values[0].Take(4));
        Assert.Contains(values, r => r.Take(4).SequenceEqual(["grid", "amounts", "2025-04", "16642.25 MWh"]));
    }

    [Fact]
    public void What_looks_like_a_formula_is_text_and_lists_stand_in_one_cell()
    {
        var tables = AnswerWorkbook.Tables(JsonNode.Parse("""{"a":"=1+1","b":{"c":null},"d":["x","y"],"rows":[{"k":"1"},{"l":[{"m":"2"}]}],"none":[]}""")!.AsObject());
        Assert.Equal([["what", "value"], ["a", "=1+1"], ["b.c", ""], ["d", "x\ny"], ["none", ""]], tables[0].Value);
        Assert.Equal([["k", "l"], ["1", ""], ["", "m 2"]], tables[1].Value);
        using var made = new MemoryStream();
        TableWorkbook.Write(made, tables);
        made.Position = 0;
        Assert.True(WorkbookRows.TryOpen(made, "a.xlsx", "answer", WorkbookLimits.Default, out var rows, out _));
        using (rows)
        {
            Assert.True(rows.Read() && rows.Read());
            Assert.Equal((WorkbookCellKind.Text, "=1+1", false), (rows.Cells[1].Kind, rows.Cells[1].Text, rows.Cells[1].HasFormula));
        }
    }

    private static List<string[]> Rows(string path, string sheet)
    {
        using var file = File.OpenRead(path);
        Assert.True(WorkbookRows.TryOpen(file, path, sheet, WorkbookLimits.Default, out var rows, out var problems), string.Join("\n", problems));
        using (rows)
        {
            var all = new List<string[]>();
            while (rows.Read())
            {
                all.Add([.. Enumerable.Range(1, rows.Cells.Max(c => c.Column)).Select(c => WorkbookRows.TextOf(rows.CellAt(c)))]);
            }

            return [.. all.Select(r => r.Length < 2 ? [.. r, ""] : r)];
        }
    }
}
