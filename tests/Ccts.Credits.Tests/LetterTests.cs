using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Ccts.Credits.Article6;
using Ccts.Credits.Journals;
using Ccts.Sdk.Ledger.Blocks;
using NodaTime;

namespace Ccts.Credits.Tests;

public class LetterTests
{
    [Fact]
    public void A_letter_counts_itself_down_and_each_tonne_receives_its_identifier()
    {
        var book = Given.Book();
        Assert.True(book.Transfer(Given.Transfer("t1", 1, 40)).IsAccepted);
        Assert.Equal((40, 60), (book.Find("LOA-1")!.Used, book.Find("LOA-1")!.Left));
        Assert.Equal("letter-used-up", book.Transfer(Given.Transfer("t2", 41, 101)).Refusal?.Code);
        Assert.True(book.Transfer(Given.Transfer("t3", 41, 100)).IsAccepted);
        Assert.Equal(["CA0002-IND01-IND-1-2025", "CA0002-IND01-IND-41-2025"], book.Actions.Select(a => a.First.ToString()));
        Assert.Equal("CA0002-IND01-IND-100-2025", book.Actions[1].Last.ToString());
        Assert.Equal("letter-used-up", book.Transfer(Given.Transfer("t4", 101, 101)).Refusal?.Code);
    }

    [Fact]
    public void The_same_transfer_asked_twice_is_one()
    {
        var book = Given.Book();
        book.Transfer(Given.Transfer("t1", 1, 40));
        book.Transfer(Given.Transfer("t2", 41, 50));
        Assert.True(book.Transfer(Given.Transfer("t1", 1, 40)) is { IsAccepted: true, IsRepeat: true });
        Assert.Equal("key-reused", book.Transfer(Given.Transfer("t1", 1, 41)).Refusal?.Code);
        Assert.Equal(50, book.Find("LOA-1")!.Used);
    }

    [Fact]
    public void A_tonne_is_not_transferred_first_under_a_second_letter()
    {
        var book = Given.Book(Given.Letter(), Given.Letter("LOA-2"));
        book.Transfer(Given.Transfer("t1", 1, 40));
        Assert.Equal("already-transferred", book.Transfer(Given.Transfer("t2", 40, 41, "LOA-2")).Refusal?.Code);
        Assert.Equal("already-transferred", book.Transfer(Given.Transfer("t3", 20, 20)).Refusal?.Code);
        Assert.True(book.Transfer(Given.Transfer("t4", 41, 60, "LOA-2")).IsAccepted);
        Assert.Equal("CA0002-IND01-IND-41-2025", book.Actions[1].First.ToString());
    }

    [Fact]
    public void What_the_letter_does_not_cover_is_refused_for_its_own_reason()
    {
        var book = Given.Book();
        string? No(FirstTransfer transfer) => book.Transfer(transfer).Refusal?.Code;
        Assert.Equal("letter-unknown", No(Given.Transfer("a", 1, 1, "LOA-9")));
        Assert.Equal("letter-other-activity", No(Given.Transfer("b", 1, 1) with { Activity = "Off-shore wind" }));
        Assert.Equal("letter-other-party", No(Given.Transfer("c", 1, 1) with { Party = "DEU" }));
        Assert.Equal("letter-other-vintage", No(Given.Transfer("d", 1, 1) with { Vintage = 2024 }));
        Assert.Equal("letter-out-of-date", No(Given.Transfer("e", 1, 1) with { Date = new LocalDate(2025, 12, 31) }));
        Assert.Equal("letter-out-of-date", No(Given.Transfer("f", 1, 1) with { Date = new LocalDate(2027, 1, 1) }));
        Assert.Equal("party-missing", No(Given.Transfer("g", 1, 1) with { Party = null }));
        Assert.True(book.Transfer(Given.Transfer("h", 1, 1) with { Date = new LocalDate(2026, 12, 31) }).IsAccepted);
    }

    [Fact]
    public void A_letter_names_the_authority_of_its_day()
    {
        var book = new Article6Book(new InMemoryLines());
        Assert.Equal("letter-authority", book.Authorise("a", Given.Now, Given.Letter() with { Authority = "NDAIAPA-2022" }).Refusal?.Code);
        Assert.Equal("letter-authority", book.Authorise("b", Given.Now, Given.Letter() with { Date = new LocalDate(2025, 8, 21) }).Refusal?.Code);
        Assert.True(book.Authorise("c", Given.Now, Given.Letter() with { Date = new LocalDate(2025, 8, 21), Authority = "NDAIAPA-2022" }).IsAccepted);
        Assert.Equal("G.S.R. 569(E)", NationalAuthority.On(new LocalDate(2025, 8, 22))!.Reference);
    }

    [Fact]
    public void A_revoked_letter_gives_nothing_more_and_an_amended_one_is_never_below_what_was_used()
    {
        var book = Given.Book();
        book.Transfer(Given.Transfer("t1", 1, 40));
        Assert.Equal("letter-used", book.Amend("m1", Given.Now, Given.Letter(tonnes: 39) with { Version = 2 }).Refusal?.Code);
        Assert.Equal("letter-version", book.Amend("m2", Given.Now, Given.Letter(tonnes: 50)).Refusal?.Code);
        Assert.True(book.Amend("m3", Given.Now, Given.Letter(tonnes: 50) with { Version = 2 }).IsAccepted);
        Assert.Equal(10, book.Find("LOA-1")!.Left);
        Assert.Equal("malformed", book.Revoke("r", Given.Now, "LOA-1", Given.Day, "N/A").Refusal?.Code);
        Assert.True(book.Revoke("r", Given.Now, "LOA-1", Given.Day, "by order").IsAccepted);
        Assert.Equal("letter-revoked", book.Transfer(Given.Transfer("t2", 41, 41)).Refusal?.Code);
        Assert.Equal("letter-revoked", book.Amend("m4", Given.Now, Given.Letter(tonnes: 90) with { Version = 3 }).Refusal?.Code);
        Assert.Equal(40, book.Find("LOA-1")!.Used);
    }

    [Fact]
    public async Task Many_who_use_a_letter_at_once_never_oversubscribe_it()
    {
        var lines = new InMemoryLines();
        var first = new Article6Book(lines);
        first.Authorise("a", Given.Now, Given.Letter());
        var second = new Article6Book(lines);
        var answers = await Task.WhenAll(Enumerable.Range(0, 60).Select(i => Task.Run(() =>
            (i % 2 == 0 ? first : second).Transfer(Given.Transfer("t" + i, (ulong)(i * 3) + 1, (ulong)(i * 3) + 4)), TestContext.Current.CancellationToken)));
        Assert.True(first.Find("LOA-1")!.Used <= 100);
        Assert.Equal(first.Find("LOA-1")!.Used, answers.Count(a => a.IsAccepted) * 4);
        Assert.Equal(first.Actions, new Article6Book(lines).Actions);
        var actions = first.Actions;
        Assert.All(actions, a => Assert.DoesNotContain(actions, o => o.Key != a.Key && (o.Units.Overlaps(a.Units) || (o.First.Serial <= a.Last.Serial && a.First.Serial <= o.Last.Serial))));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Letters_and_holdings_are_what_one_entry_for_each_tonne_says(int seed)
    {
        var random = new Random(seed);
        var book = Given.Book(Given.Letter(tonnes: 30), Given.Letter("LOA-2", 20));
        var left = new Dictionary<string, int> { ["LOA-1"] = 30, ["LOA-2"] = 20 };
        var units = new HashSet<ulong>();
        var holder = new Dictionary<int, string>();
        for (var step = 0; step < 120; step++)
        {
            if (random.Next(2) == 0)
            {
                var (start, length, letter) = ((ulong)random.Next(1, 80), random.Next(1, 8), random.Next(2) == 0 ? "LOA-1" : "LOA-2");
                var numbers = Enumerable.Range((int)start, length).Select(n => (ulong)n).ToList();
                var expected = left[letter] >= length && !numbers.Exists(units.Contains);
                Assert.Equal(expected, book.Transfer(Given.Transfer("k" + step, start, start + (ulong)length - 1, letter)).IsAccepted);
                if (expected)
                {
                    left[letter] -= length;
                    units.UnionWith(numbers);
                    foreach (var serial in Enumerable.Range(holder.Count + 1, length))
                    {
                        holder[serial] = "JPN";
                    }
                }

                continue;
            }

            var (from, to) = (random.Next(1, 50), random.Next(0, 5));
            var (who, other) = (random.Next(2) == 0 ? "JPN" : "SGP", random.Next(2) == 0 ? "JPN" : "SGP");
            ItmoIdentifier Id(int serial) => new("CA0002", "IND01", "IND", (BlockNumber)(ulong)serial, 2025);
            var run = Enumerable.Range(from, to + 1).ToList();
            var held = run.TrueForAll(s => holder.TryGetValue(s, out var h) && h == who);
            var use = random.Next(3) == 0;
            var answer = use ? book.Use("k" + step, Given.Now, Given.Day, who, Id(from), Id(from + to), Article6Purpose.Ndc) : book.Transfer("k" + step, Given.Now, Given.Day, who, other, Id(from), Id(from + to));
            Assert.Equal(held && (use || who != other), answer.IsAccepted);
            foreach (var serial in answer.IsAccepted ? run : [])
            {
                holder[serial] = use ? "used" : other;
            }
        }

        Assert.Equal((30 - left["LOA-1"], 20 - left["LOA-2"]), ((int)book.Find("LOA-1")!.Used, (int)book.Find("LOA-2")!.Used));
        foreach (var party in new[] { "JPN", "SGP" })
        {
            Assert.Equal(holder.Values.Count(h => h == party), book.Holdings.Where(h => h.Party == party).Sum(h => h.Tonnes));
        }

        // Adjustments: the host added what was transferred, users took off what they used.
        Assert.Equal(holder.Count, book.Adjustments().Where(a => a.Party == "IND").Sum(a => a.Tonnes));
        Assert.Equal(-holder.Values.Count(h => h == "used"), book.Adjustments().Where(a => a.Party != "IND").Sum(a => a.Tonnes));
    }

    [Theory]
    [InlineData("CA0002-IND01-IND-1-2026", true)]
    [InlineData("CA0002-IND01-IND-1,000-2026", true)]
    [InlineData("CA0002-IND01-IND-12345-2026", true)]
    [InlineData("CA0002-IND01-IND-0-2026", false)]
    [InlineData("CA0002-IND01-IND-01-2026", false)]
    [InlineData("CA0002-IND01-IND-10,00-2026", false)]
    [InlineData("CA002-IND01-IND-1-2026", false)]
    [InlineData("CA0002-IND1-IND-1-2026", false)]
    [InlineData("CA0002-IND01-IN-1-2026", false)]
    [InlineData("CA0002-IND01-IND-1-2026\n", false)]
    [InlineData("CA0004-VU-CH-356-1-3000-2023", false)]
    [InlineData("CA0002-IND01-IND-9999999999999999999999999999999999999999-2026", false)]
    public void An_identifier_is_read_as_the_decision_writes_it(string text, bool isOne)
    {
        Assert.Equal(isOne, ItmoIdentifier.TryParse(text, out var id));
        Assert.Equal(isOne ? text.Replace(",", "", StringComparison.Ordinal) : null, id?.ToString());
    }

    [Fact]
    public void The_first_transfer_is_by_purpose_and_definition()
    {
        LocalDate? Of(Article6Purpose purpose, FirstTransferDefinition definition) =>
            FirstTransferDay.Of(purpose, definition, new LocalDate(2026, 4, 4), new LocalDate(2026, 1, 1), new LocalDate(2026, 2, 2), new LocalDate(2026, 5, 5));
        Assert.Equal(new LocalDate(2026, 4, 4), Of(Article6Purpose.Ndc, FirstTransferDefinition.NotApplicable));
        Assert.Equal(new LocalDate(2026, 1, 1), Of(Article6Purpose.Oimp, FirstTransferDefinition.Authorization));
        Assert.Equal(new LocalDate(2026, 2, 2), Of(Article6Purpose.Imp, FirstTransferDefinition.Issuance));
        Assert.Equal(new LocalDate(2026, 5, 5), Of(Article6Purpose.Op, FirstTransferDefinition.UseOrCancellation));
        Assert.Null(Of(Article6Purpose.NdcAndOimp, FirstTransferDefinition.Issuance));
        Assert.Null(FirstTransferDay.Of(Article6Purpose.Oimp, FirstTransferDefinition.Issuance, Given.Day, Given.Day, null, Given.Day));
    }
}
