using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using Ccts.Sdk.Formats.Csv;
using Ccts.Sdk.Problems;

namespace Ccts.Sdk.Tests.Csv;

public sealed class LocatedCsvTests
{
    [Theory]
    [InlineData("a,b\r\nc,d\r\n", "a|b;c|d")]
    [InlineData("a,b\nc,d", "a|b;c|d")]
    [InlineData("a,b\rc,d", "a|b;c|d")]
    [InlineData("\uFEFFa,b", "a|b")]
    [InlineData("a,\n,b\n", "a|;|b")]
    [InlineData("\n\r\na\n\n", "a")]
    [InlineData("\"\"\n", "")]
    [InlineData("\"a,b\",\"say \"\"so\"\"\"", "a,b|say \"so\"")]
    [InlineData("\"two\r\nlines\",b\nc,d", "two\r\nlines|b;c|d")]
    [InlineData("", null)]
    public void Rows_are_as_RFC_4180_has_them(string text, string? expected)
    {
        var (rows, problems) = Read(text);

        Assert.Empty(problems);
        Assert.Equal(expected, rows.Count == 0 ? null : string.Join(';', rows.Select(r => string.Join('|', r.Fields.Select(f => f.Text)))));
    }

    [Fact]
    public void Every_field_knows_its_line_and_column()
    {
        var (rows, _) = Read("ab,c\r\n\"x\ny\",zz\r\nq,\"r\"");

        Assert.Equal([(1, 1), (1, 4), (2, 1), (3, 4), (4, 1), (4, 3)], rows.SelectMany(r => r.Fields).Select(f => (f.Line, f.Column)));
        Assert.Equal([1, 2, 3], rows.Select(r => r.Number));
        Assert.Equal("t.csv(3,4) 2/name", rows[1].PlaceOf(1, "name").ToString());
    }

    [Theory]
    [InlineData("a,b\"c\nd", "csv-stray-quote", 1, 4)]
    [InlineData("a\n\"b\"c,d", "csv-text-after-quote", 2, 4)]
    [InlineData("a,b\nc,\"d\ne", "csv-unclosed-quote", 2, 3)]
    [InlineData("a,b\0c", "csv-control-character", 1, 4)]
    public void Broken_text_is_a_problem_with_its_place(string text, string code, int line, int column)
    {
        var (_, problems) = Read(text);

        var problem = Assert.Single(problems);
        Assert.Equal((code, line, column), (problem.Code, problem.Place.Line, problem.Place.Column));
    }

    [Fact]
    public void A_forgotten_quote_cannot_swallow_a_large_file()
    {
        var endless = new EndlessText("a,\"b");
        var problems = new ProblemList();

        Assert.Null(new LocatedCsv(endless, "t.csv", problems).ReadRow());

        Assert.Equal("csv-field-too-long", Assert.Single(problems.ToList()).Code);
        Assert.True(endless.Given < 2 * LocatedCsv.MaxFieldLength);
    }

    [Fact]
    public void Too_many_fields_end_the_reading()
    {
        var (rows, problems) = Read(new string(',', LocatedCsv.MaxFields));

        Assert.Empty(rows);
        Assert.Equal("csv-too-many-fields", Assert.Single(problems).Code);
    }

    [Fact]
    public void Bytes_must_be_UTF_8_of_a_sensible_size()
    {
        Assert.Equal("text-encoding", Refused([.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("a,b"), 0xD8]));
        Assert.Equal("text-encoding", Refused([(byte)'a', 0xC3, 0x28]));
        Assert.Equal("file-too-large", Refused(new byte[101], maxBytes: 100));
    }

    [Fact]
    public void A_table_names_wrong_columns_and_rows()
    {
        var problems = new ProblemList();
        var csv = new LocatedCsv(new StringReader("id,amuont,id\n1,2"), "t.csv", problems);

        Assert.Null(CsvTable.Open(csv, "t.csv", problems, ["id", "amount"], []));

        Assert.Equal("csv-missing-column csv-unknown-column csv-duplicate-column", Codes(problems));
        Assert.Contains(problems.ToList(), p => string.Equals(p.Hint, "Did you mean \"amount\"?", StringComparison.Ordinal));
    }

    [Fact]
    public void A_record_reads_by_name_and_says_what_is_empty()
    {
        var problems = new ProblemList();
        var table = CsvTable.Open(new LocatedCsv(new StringReader("id,note\n1,\n2,x,y\n"), "t.csv", problems), "t.csv", problems, ["id"], ["note"])!;

        var first = table.ReadRecord()!;
        Assert.Equal("1", first.Text("id"));
        Assert.Null(first.OptionalText("note"));
        Assert.Null(first.Text("note"));
        Assert.NotNull(table.ReadRecord());
        Assert.Null(table.ReadRecord());

        Assert.Equal("t.csv(2,3) 2/note, t.csv(3,1) 3", string.Join(", ", problems.ToList().Select(p => p.Place)));
        Assert.Equal("csv-empty-field csv-row-length", Codes(problems));
    }

    [Theory]
    [InlineData("a,36,66,138,x", "36,66,138 looks", "t.csv(2,3) 2/n")]
    [InlineData("a,3,666,138.5,x", "3,666,138.5 looks", "t.csv(2,3) 2/n")]
    [InlineData("a,36,66,13,x", null, "t.csv(2,1) 2")]
    [InlineData("a,\"36\",\"66\",138,x", null, "t.csv(2,1) 2")]
    public void A_row_too_long_says_which_number_was_written_with_commas(string row, string? found, string place)
    {
        var problems = new ProblemList();
        var table = CsvTable.Open(new LocatedCsv(new StringReader("id,n,note\n" + row), "t.csv", problems), "t.csv", problems, ["id", "n"], ["note"])!;

        Assert.NotNull(table.ReadRecord());

        var problem = Assert.Single(problems.ToList());
        Assert.Equal("csv-row-length", problem.Code);
        Assert.Equal(found is not null, problem.Message.Contains(found ?? "looks", StringComparison.Ordinal));
        Assert.Equal(place, problem.Place.ToString());
    }

    private static string Codes(ProblemList problems) => string.Join(' ', problems.ToList().Select(p => p.Code));

    private static string Refused(byte[] bytes, int maxBytes = 1000)
    {
        var problems = new ProblemList();
        Assert.Null(LocatedCsv.Open(bytes, "t.csv", problems, maxBytes));
        return Assert.Single(problems.ToList()).Code;
    }

    private static (IReadOnlyList<CsvRow> Rows, IReadOnlyList<Problem> Problems) Read(string text)
    {
        var problems = new ProblemList();
        var csv = new LocatedCsv(new StringReader(text), "t.csv", problems);
        var rows = new List<CsvRow>();
        while (csv.ReadRow() is { } row)
        {
            rows.Add(row);
        }

        return (rows, problems.ToList());
    }

    /// <summary>Begins as told and then never ends.</summary>
    private sealed class EndlessText(string start) : TextReader
    {
        internal int Given { get; private set; }

        public override int Read(char[] buffer, int index, int count)
        {
            for (var i = 0; i < count; i++)
            {
                buffer[index + i] = Given < start.Length ? start[Given] : 'x';
                Given++;
            }

            return count;
        }
    }

    /// <summary>A spreadsheet leaves empty cells at the end of rows. A number with a comma and without quotes makes a row as long, and moves what follows it by a column.</summary>
    [Theory]
    [InlineData("id,n,note\na,7,,\n", true)]
    [InlineData("id,n,note,\n1,7,,\n", true)]
    [InlineData("id,n,note,,\n1,7,x,,\n", true)]
    [InlineData("id,n,note\n1,1,000,\n", false)]
    [InlineData("id,n,note\na,27,5,\n", false)]
    [InlineData("id,n,note\na,24.82,3,\n", false)]
    [InlineData("id,n,note\na,-27,5.5,,\n", false)]
    [InlineData("id,n,note,,\na,1,000,,,\n", false)]
    public void A_number_in_two_cells_is_no_empty_cell_at_the_end(string text, bool isRead)
    {
        var problems = new ProblemList();
        var table = CsvTable.OpenFound(System.Text.Encoding.UTF8.GetBytes(text), "t.csv", problems, 1000, ["id", "n"], ["note"])!;
        Assert.NotNull(table.ReadRecord());
        Assert.Equal(isRead ? [] : ["csv-row-length"], problems.ToList().Select(p => p.Code));
    }
}
