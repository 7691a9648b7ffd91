using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Compliance.Journals;
using Ccts.Compliance.Years;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Problems;

namespace Ccts.Compliance.Tests;

/// <summary>A journal gives back what was written, and nothing that was not.</summary>
public sealed class YearJournalTests
{
    private static readonly List<string> Lines = Written(out _);

    [Fact]
    public void What_was_written_is_read()
    {
        var lines = Written(out var head);
        var read = YearJournal.Read(lines);
        Assert.Equal((head, YearStage.Collection), (read.Head, read.State.Stage));
        Assert.Equal("with \"quotes\" and क\n", read.State.Events[0].Note);
    }

    [Fact]
    public void A_changed_left_out_moved_or_doubled_line_is_refused()
    {
        for (var i = 0; i < Lines.Count; i++)
        {
            Refused(Lines.Select((l, n) => n == i ? l.Replace("e", "f", StringComparison.Ordinal) : l));
            Refused(Lines.Take(i + 1).Concat(Lines.Skip(i)));
            if (i + 1 < Lines.Count)
            {
                Refused(Lines.Where((_, n) => n != i));
                Refused(Lines.Take(i).Append(Lines[i + 1]).Append(Lines[i]).Concat(Lines.Skip(i + 2)));
            }

            Refused(Lines.Take(i).Append(Lines[i][..^1]));
        }

        Refused([]);
        Refused([""]);
    }

    [Theory]
    [InlineData("{\"n\":1,\"on\":\"2025-06-01\",\"move\":\"approve-plan\",\"role\":\"bee\",\"person\":\"a\",\"organisation\":\"b\"", "wrong-stage")]
    [InlineData("{\"n\":1,\"on\":\"2025-06-01\",\"move\":\"submit-plan\",\"role\":\"bee\",\"person\":\"a\",\"organisation\":\"b\"", "wrong-role")]
    [InlineData("{\"n\":1,\"on\":\"2025-06-01\",\"move\":\"submit-plan\",\"role\":\"entity\",\"person\":\" \",\"organisation\":\"b\"", "name-missing")]
    [InlineData("{\"n\":7,\"on\":\"2025-06-01\",\"move\":\"submit-plan\",\"role\":\"entity\",\"person\":\"a\",\"organisation\":\"b\"", "journal-order")]
    [InlineData("{\"n\":1,\"on\":\"2025-02-29\",\"move\":\"submit-plan\",\"role\":\"entity\",\"person\":\"a\",\"organisation\":\"b\"", "bad-value")]
    [InlineData("{\"n\":1,\"on\":\"2025-06-01\",\"move\":\"submit-plan\",\"role\":\"entity\",\"person\":\"a\",\"organisation\":\"b\",\"more\":1", "unknown-key")]
    public void A_line_with_a_right_hash_that_says_what_cannot_be_is_refused(string body, string code)
    {
        var head = Lines[0].Substring(Lines[0].Length - 66, 64);
        var hash = Ccts.Sdk.Formats.Json.Sha256.Of(System.Text.Encoding.UTF8.GetBytes(head + body))[7..];
        var bad = Assert.Throws<CctsDataException>(() => YearJournal.Read([Lines[0], body + ",\"hash\":\"" + hash + "\"}"], "year.jsonl"));
        var problem = Assert.Single(bad.Problems);
        Assert.Equal((code, 2), (problem.Code, problem.Place.Line));
    }

    private static List<string> Written(out string head)
    {
        var journal = YearJournal.Begin("CMTOE085RJ", ComplianceYear.Parse("2025-26"), out var header);
        var lines = new List<string> { header, journal.Append(Years.Event(YearMove.SubmitPlan, "2025-06-01") with { Note = "with \"quotes\" and क\n", Document = "sha256:00" }), journal.Append(Years.Event(YearMove.ApprovePlan, "2025-06-20")) };
        head = journal.Head;
        return lines;
    }

    private static void Refused(IEnumerable<string> lines) => Assert.Throws<CctsDataException>(() => YearJournal.Read(lines.ToList()));
}
