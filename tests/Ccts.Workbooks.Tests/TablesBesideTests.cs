using System;
using System.Linq;
using System.Text;
using Ccts.Sdk.Problems;
using Ccts.Workbooks.Tables;

namespace Ccts.Workbooks.Tests;

/// <summary>Two tables on one sheet are refused where that is certain, and told where it may be a column that was left free.</summary>
public sealed class TablesBesideTests
{
    [Theory]
    [InlineData("id,amount,,id,amount|x,1,,y,2", "both have a column \"id\"")]
    [InlineData("id,amount,,ID,rate|x,1,,y,2", "both have a column \"ID\"")]
    [InlineData("id,amount,,name,rate|x,1,,y,2|,,,z,3", "row 3 is on the right alone")]
    [InlineData("id,,amount,rate|x|,,1,2", "row 3 is on the right alone")]
    public void Two_tables_beside_each_other_are_refused(string rows, string why)
    {
        var workbook = Of(rows);

        Assert.False(SheetTable.TryWrite(workbook, workbook.Sheets[0], out _, out var problems));
        var problem = Assert.Single(problems);
        Assert.Equal(("two-tables", Severity.Error), (problem.Code, problem.Severity));
        Assert.Contains(why, problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("id,amount,,name,rate|x,1,,y,2|z,3", true)]
    [InlineData("id,amount,,name,rate|x,1,7,y,2|,,,z,3", false)] // a column without a name is no gap
    [InlineData("id,amount,name,rate|x,1,y,2|,,z,3", false)]
    public void A_column_left_free_is_told_and_the_table_read(string rows, bool isTold)
    {
        var workbook = Of(rows);

        Assert.True(SheetTable.TryWrite(workbook, workbook.Sheets[0], out var csv, out var problems));
        Assert.Equal(isTold ? ["column-left-free"] : [], problems.Select(p => p.Code));
        Assert.Equal(rows.Split('|')[0], Encoding.UTF8.GetString(csv).Split('\n')[0]);
    }

    private static Workbook Of(string rows)
    {
        var sheets = new Sheets();
        foreach (var (line, row) in rows.Split('|').Select((l, i) => (l, i + 1)))
        {
            foreach (var (text, column) in line.Split(',').Select((t, i) => (t, i)).Where(c => c.t.Length > 0))
            {
                sheets.Set($"S!{(char)('A' + column)}{row}", text);
            }
        }

        return sheets.ToWorkbook();
    }
}
