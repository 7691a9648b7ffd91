using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json;
using Ccts.Cli.Commands.Serials;
using Ccts.Registry.Adapters.Serials;

namespace Ccts.Cli.Tests.Serials;

/// <summary>The promise of <c>ccts serial parse --json</c>: the exact shape, one answer a line, whatever comes in.</summary>
public class SerialParseTests
{
    private const string Verra = "19298-935997005-935997022-VCS-VCU-1491-VER-BR-1-513-01012018-31122018-0";

    [Fact]
    public void An_answer_has_this_exact_shape()
    {
        var (code, lines) = Parse(Verra + "\n");
        Assert.Equal(ExitCode.Yes, code);
        const string fields = """{"batch":"19298","start":"935997005","end":"935997022","vvb":"1491","country":"BR","projectType":"1","project":"513","vintageStart":"01012018","vintageEnd":"31122018","flag":"0"}""";
        Assert.Equal(
            $$"""{"input":"{{Verra}}","ok":true,"registry":"verra","grammar":"verra-13","scope":"vcu","start":"935997005","end":"935997022","quantity":18,"project":"513","vintageStart":"2018-01-01","vintageEnd":"2018-12-31","country":"BR","fields":{{fields}},"canonical":"{{Verra}}","warnings":[]}""",
            Assert.Single(lines));
    }

    [Fact]
    public void A_refusal_has_this_exact_shape()
    {
        var (code, lines) = Parse("GS1-1-IN-GS4521-2022-500");
        Assert.Equal(ExitCode.No, code);
        Assert.Equal(
            """{"input":"GS1-1-IN-GS4521-2022-500","ok":false,"error":{"code":"separator","position":19,"message":"gold-standard-gs1: expected \"-\" after field \"projectType\", found \"2-500\"."}}""",
            Assert.Single(lines));
    }

    [Fact]
    public void Where_a_registry_prints_no_block_there_are_nulls()
    {
        var answer = JsonDocument.Parse(Assert.Single(Parse("iss_1JF7EGFQ11S0J9VK").Lines)).RootElement;
        foreach (var name in new[] { "start", "end", "quantity", "project", "vintageStart", "vintageEnd", "country" })
        {
            Assert.Equal(JsonValueKind.Null, answer.GetProperty(name).ValueKind);
        }
    }

    [Fact]
    public void Thirty_digits_stay_exact()
    {
        var answer = Assert.Single(Parse("PURO_PR_CORC_NO_310958_2022_0bc9a654-5c1c-4b09-808a-b5cb831499c2_643002406801000010000000099260-643002406801000010000000099279").Lines);
        Assert.Contains("\"start\":\"643002406801000010000000099260\",\"end\":\"643002406801000010000000099279\",\"quantity\":20,", answer, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_line_has_its_answer_in_order_whatever_it_holds()
    {
        var input = Encoding.UTF8.GetPreamble().Concat(Encoding.UTF8.GetBytes(Verra + "\r\n\r\na\0b\n"))
            .Concat(new byte[] { 0xFF, 0xFE, 0x80, (byte)'\n' }).Concat(Encoding.UTF8.GetBytes("=cmd()\n" + Verra)).ToArray();
        var (code, lines) = Parse(input);
        Assert.Equal(ExitCode.No, code);
        Assert.Equal([true, false, false, false, false, true], lines.Select(l => JsonDocument.Parse(l).RootElement.GetProperty("ok").GetBoolean()));
        Assert.Equal(Verra, JsonDocument.Parse(lines[0]).RootElement.GetProperty("input").GetString());
        Assert.Equal("a\0b", JsonDocument.Parse(lines[2]).RootElement.GetProperty("input").GetString());
    }

    [Fact]
    public void A_line_too_long_is_answered_cut_and_the_next_one_read()
    {
        var (_, lines) = Parse(new string('x', 3_000_000) + "\n" + Verra + "\n" + new string('9', 1025) + "\n");
        Assert.Equal(3, lines.Count);
        foreach (var line in new[] { lines[0], lines[2] })
        {
            var answer = JsonDocument.Parse(line).RootElement;
            Assert.Equal("too-long", answer.GetProperty("error").GetProperty("code").GetString());
            Assert.Equal(257, answer.GetProperty("input").GetString()!.Length);
        }

        Assert.True(JsonDocument.Parse(lines[1]).RootElement.GetProperty("ok").GetBoolean());
    }

    [Fact]
    public void Lines_as_old_programs_end_them_and_spreadsheets_quote_them_are_read()
    {
        var (code, lines) = Parse($"{Verra}\r\"{Verra}\"\r\n{Verra}");
        Assert.Equal((ExitCode.Yes, 3), (code, lines.Count));
    }

    [Fact]
    public void Nothing_in_is_nothing_out() => Assert.Equal((ExitCode.Yes, 0), (Parse("").Code, Parse("").Lines.Count));

    [Fact]
    public async System.Threading.Tasks.Task Nothing_in_is_told() => Assert.Contains("Nothing was read", (await CctsTool.Run("", "serial", "parse")).Error, StringComparison.Ordinal);

    [Fact]
    public void An_answer_is_out_before_the_next_line_is_waited_for()
    {
        var output = new MemoryStream();
        using var input = new OneLineAtATime([Verra + "\n", Verra + "\n"], () => output.Length);
        SerialParseCommand.Run(input, output, json: true, SerialGrammars.BuiltIn, registry: null);
        Assert.Equal(0, input.OutputSeen[0]);
        Assert.True(input.OutputSeen[1] > 0);
        Assert.Equal(2 * input.OutputSeen[1], input.OutputSeen[2]);
    }

    [Fact]
    public void People_get_columns_and_no_control_characters()
    {
        var (_, lines) = Parse(Encoding.UTF8.GetBytes(Verra + "\nnot\u001b[31mred\n"), json: false);
        Assert.Equal(
            [
                "REGISTRY       START                 END                   QUANTITY     PROJECT          VINTAGE                 CC   NOTES",
                "verra          935997005             935997022             18           513              2018-01-01..2018-12-31  BR",
                "refused: not\uFFFD[31mred",
                "  not-recognised at 0: No known registry writes its serials like this.",
            ],
            lines);
    }

    private static (int Code, IReadOnlyList<string> Lines) Parse(string input) => Parse(Encoding.UTF8.GetBytes(input));

    private static (int Code, IReadOnlyList<string> Lines) Parse(byte[] input, bool json = true)
    {
        var output = new MemoryStream();
        var code = SerialParseCommand.Run(new MemoryStream(input), output, json, SerialGrammars.BuiltIn, registry: null);
        return (code, Encoding.UTF8.GetString(output.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>A pipe that gives one line a read and remembers how much had been answered before each.</summary>
    private sealed class OneLineAtATime(string[] lines, Func<long> answered) : MemoryStream
    {
        internal List<long> OutputSeen { get; } = [];

        public override int Read(byte[] buffer, int offset, int count)
        {
            OutputSeen.Add(answered());
            var line = OutputSeen.Count <= lines.Length ? Encoding.UTF8.GetBytes(lines[OutputSeen.Count - 1]) : [];
            line.CopyTo(buffer, offset);
            return line.Length;
        }
    }
}
