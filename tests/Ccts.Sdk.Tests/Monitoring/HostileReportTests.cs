using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using Ccts.Sdk.Assessments;
using Ccts.Sdk.Assessments.Validation;
using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.Monitoring.Reading;
using Ccts.Sdk.Monitoring.Writing;
using Ccts.Sdk.Problems;
using Ccts.Tests.Shared;
using FsCheck;
using FsCheck.Fluent;

namespace Ccts.Sdk.Tests.Monitoring;

/// <summary>Input nobody should send: a clear answer in bounded time and memory, never an exception that is not documented.</summary>
public sealed partial class HostileReportTests
{
    private static readonly string Good = Encoding.UTF8.GetString(Samples.Bytes("kotputli-2025-26.json"));
    private static readonly string Expected = Written(Encoding.UTF8.GetBytes(Good));

    [Theory]
    [InlineData("", "json-syntax")]
    [InlineData(" \n", "json-syntax")]
    [InlineData("[]", "wrong-type")]
    [InlineData("\"text\"", "wrong-type")]
    [InlineData("null", "wrong-type")]
    [InlineData("12", "wrong-type")]
    [InlineData("{} {}", "json-syntax")]
    [InlineData("{ // comment\n}", "json-syntax")]
    [InlineData("{ \"format\": \"ccts-monitoring-report/1\", }", "json-syntax")]
    [InlineData("{ 'format': 'x' }", "json-syntax")]
    [InlineData("{ \"complianceYear\": NaN }", "json-syntax")]
    [InlineData("{ \"complianceYear\": Infinity }", "json-syntax")]
    [InlineData("{ \"complianceYear\": 01 }", "json-syntax")]
    [InlineData("{ \"format\": \"a\0b\" }", "json-syntax")]
    [InlineData("{ \"targetRow\": \"a\\u0000b\" }", "bad-value")]
    [InlineData("{ \"targetRow\": \"\\ud800\" }", "json-invalid-text")]
    [InlineData("{ \"\\udc00\": 1 }", "json-invalid-text")]
    [InlineData("{ \"format\": \"x\", \"format\": \"y\" }", "json-duplicate-key")]
    [InlineData("{ \"format\": \"x\", \"form\\u0061t\": \"y\" }", "json-duplicate-key")]
    [InlineData("{ \"fuels\": [null, 1, \"x\", []] }", "wrong-type")]
    public void Broken_text_is_refused_with_a_code_and_a_place(string text, string code)
    {
        var problems = Refused(Encoding.UTF8.GetBytes(text));

        Assert.Contains(problems, p => string.Equals(p.Code, code, StringComparison.Ordinal) && p.Place is { File: "r.json", Line: > 0, Column: > 0 });
    }

    /// <summary>One sentence, and no second error about a text that was not read.</summary>
    [Fact]
    public void Another_encoding_is_refused_once_with_how_to_save_it()
    {
        var problem = Assert.Single(Refused([.. Encoding.ASCII.GetBytes("{ \"entity\": { \"name\": \"Soci"), 0xE9, .. Encoding.ASCII.GetBytes("t\" } }")]));
        Assert.Equal(("text-encoding", 1, 28, "Save it again with the encoding UTF-8."), (problem.Code, problem.Place.Line, problem.Place.Column, problem.Hint));
        Assert.Contains("the byte E9", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_invisible_space_is_named() =>
        Assert.Equal("Write a plain space: there is a no-break space, a tab or an invisible character in it.", Ccts.Sdk.Problems.WritingSlip.HintFor("12\u00A0t"));

    [Theory]
    [InlineData("12.000,5 t")]
    [InlineData("12 000 t")]
    [InlineData("12'000 t")]
    [InlineData("1,20,000 t")]
    [InlineData("12,5 t")]
    [InlineData("१२ t")]
    [InlineData("１２ t")]
    [InlineData("12\u00A0t")]
    [InlineData("12  t")]
    [InlineData("12\\tt")]
    [InlineData("\u221212 t")]
    [InlineData("1e3 t")]
    [InlineData("0x10 t")]
    [InlineData("NaN t")]
    [InlineData("Infinity t")]
    [InlineData("1/3 t")]
    [InlineData(".5 t")]
    [InlineData("5. t")]
    [InlineData("t")]
    [InlineData(" t")]
    [InlineData("12")]
    [InlineData("")]
    [InlineData("79228162514264337593543950336 t")]
    [InlineData("0.00000000000000000000000000001 t")]
    public void Numbers_written_otherwise_are_not_guessed(string amount)
    {
        var problem = Assert.Single(Refused(Encoding.UTF8.GetBytes(Good.Replace("16097 t", amount, StringComparison.Ordinal))));

        Assert.Equal(("bad-value", "/fuels/0/amounts/2025-04"), (problem.Code, problem.Place.Pointer));
    }

    [Fact]
    public void Line_ends_and_a_byte_order_mark_do_not_matter()
    {
        Assert.Equal(Expected, Written(Encoding.UTF8.GetBytes(Good.ReplaceLineEndings("\r\n"))));
        Assert.Equal(Expected, Written([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Good)]));
    }

    /// <summary>What Notepad calls "Unicode", and what older PowerShells redirect; without a mark UTF-32 cannot be told from other bytes.</summary>
    [Fact]
    public void Other_encodings_of_Unicode_are_read_and_the_rest_is_refused_by_name()
    {
        foreach (var encoding in new Encoding[] { Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.UTF32, new UTF32Encoding(true, true) })
        {
            Assert.Equal(Expected, Written([.. encoding.GetPreamble(), .. encoding.GetBytes(Good)]));
            Assert.Equal("text-encoding", Refused([.. encoding.GetPreamble(), .. encoding.GetBytes(Good), 0xD8, 0x00, 0xD8])[0].Code);
        }

        Assert.Equal(Expected, Written(Encoding.Unicode.GetBytes(Good)));
        Assert.Equal(Expected, Written(Encoding.BigEndianUnicode.GetBytes(Good)));
        Assert.Equal("text-encoding", Refused(Encoding.UTF32.GetBytes(Good))[0].Code);
        Assert.Equal("text-encoding", Refused([0, 0, 0, 1, 2, 3])[0].Code);

        Assert.NotEmpty(Refused(Encoding.Latin1.GetBytes(Good.Replace("Kotputli", "Kötputli", StringComparison.Ordinal))));
    }

    [Fact]
    public void A_culture_with_a_decimal_comma_changes_nothing()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            (culture.NumberFormat.NumberDecimalSeparator, culture.NumberFormat.NumberGroupSeparator, culture.NumberFormat.NegativeSign) = (",", ".", "~");
            CultureInfo.CurrentCulture = culture;
            Assert.Equal(Expected, Written(Encoding.UTF8.GetBytes(Good)));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Every_truncation_is_refused()
    {
        var bytes = Encoding.UTF8.GetBytes(Good.TrimEnd());
        for (var length = 0; length < bytes.Length; length += 37)
        {
            Assert.NotEmpty(Refused(bytes[..length]));
        }
    }

    [Fact]
    public void A_huge_file_is_refused_by_its_size_before_it_is_looked_at()
    {
        var huge = new byte[100 * 1024 * 1024];

        Assert.InRange(Allocations.Of(() => Assert.Equal("file-too-large", Assert.Single(Refused(huge)).Code)), 0, 1024 * 1024);
    }

    [Theory]
    [InlineData("[", 1_000_000)]
    [InlineData("{\"a\":", 1_000_000)]
    public void Deep_nesting_is_refused(string open, int times) =>
        Assert.Equal("json-syntax", Assert.Single(Refused(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(open, times))))).Code);

    [Theory]
    [InlineData("{", "\"k%\":1", "}")]
    [InlineData("{\"fuels\":[", "{\"k%\":1}", "]}")]
    [InlineData("{\"fuels\":[{\"amounts\":{", "\"1900-01-01/%-01-01\":\"1 t\"", "}}]}")]
    [InlineData("{\"memo\":[", "{\"id\":\"x\",\"kind\":\"y\",\"amount\":\"1 t\",\"period\":\"%-04\"}", "]}")]
    public void Very_many_mistakes_end_in_bounded_time_with_a_bounded_list(string start, string item, string end)
    {
        var text = new StringBuilder(start);
        for (var i = 0; i < 100_000; i++)
        {
            text.Append(i == 0 ? "" : ",").Append(item.Replace("%", (1900 + i).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal));
        }

        Assert.InRange(Refused(Encoding.UTF8.GetBytes(text.Append(end).ToString())).Count, 1, ProblemList.Most + 1);
    }

    [Fact]
    public void Random_damage_never_surprises() =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed => Answered(Damaged(Encoding.UTF8.GetBytes(Good), new Random(seed))))
            .Holds(1500);

    [Fact]
    public void Extreme_numbers_never_overflow() =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed => Answered(Encoding.UTF8.GetBytes(Exaggerated(new Random(seed)))))
            .Holds(1500);

    private static string Exaggerated(Random random)
    {
        string[] numbers = ["0", "-1", "1000000000000", "79228162514264337593543950335", "-79228162514264337593543950335", "0.0000000000000000000000000001", "9999.999999999999999999999999", "10000", "999999999999.9999"];
        var chance = random.Next(2, 60);
        var text = random.Next(2) == 0 ? Good : MonitoringReportWriter.ToJson(RandomReport.Of(random.Next())).ToJsonString();
        return Numbers().Replace(text, match => random.Next(chance) == 0 ? "\"" + numbers[random.Next(numbers.Length)] + match.Groups[1].Value : match.Value);
    }

    private static byte[] Damaged(byte[] bytes, Random random)
    {
        var damaged = bytes.ToList();
        for (var i = random.Next(1, 6); i > 0; i--)
        {
            var at = random.Next(damaged.Count);
            switch (random.Next(4))
            {
                case 0:
                    damaged[at] = (byte)random.Next(256);
                    break;
                case 1:
                    damaged.RemoveRange(at, Math.Min(damaged.Count - at, random.Next(1, 40)));
                    break;
                case 2:
                    damaged.InsertRange(at, damaged.GetRange(at, Math.Min(damaged.Count - at, random.Next(1, 200))));
                    break;
                default:
                    damaged[at] = (byte)"0123456789-+.eE \"{}[],:tkM"[random.Next(26)];
                    break;
            }
        }

        return [.. damaged];
    }

    /// <summary>Read, validated, assessed and written without an exception that is not documented.</summary>
    private static bool Answered(byte[] bytes)
    {
        if (!MonitoringReportReader.TryRead(bytes, "r.json", out var report, out var problems))
        {
            return problems.Count > 0;
        }

        var rules = Samples.Rules("2025-26");
        var errors = ReportValidator.Validate(report, rules).Any(p => p.Severity == Severity.Error);
        MonitoringReportWriter.ToJson(report);
        return Assessor.TryAssess(report, rules, new AssessmentOptions { Steps = true }, out var assessment, out _) == assessment is not null && (!errors || assessment is null);
    }

    private static string Written(byte[] bytes) => CanonicalJson.Text(MonitoringReportWriter.ToJson(MonitoringReportReader.Read(bytes, null)));

    private static IReadOnlyList<Problem> Refused(byte[] bytes)
    {
        Assert.False(MonitoringReportReader.TryRead(bytes, "r.json", out var report, out var problems));
        Assert.Null(report);
        Assert.All(problems.Take(ProblemList.Most), p => Assert.Equal(Severity.Error, p.Severity));
        return problems;
    }

    [GeneratedRegex("\"-?[0-9]+(?:\\.[0-9]+)?( [A-Za-z0-9/]+\"|\")")]
    private static partial Regex Numbers();
}
