using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.Json.Nodes;
using Ccts.Rules.Decisions;
using Ccts.Rules.Decisions.Requests;
using Ccts.Rules.Engines;
using Ccts.Rules.Engines.Compilation;
using Ccts.Rules.Files;
using Ccts.Rules.Rules;
using Ccts.Rules.Rules.Vocabulary;
using Ccts.Rules.Rulesets;
using Ccts.Rules.Rulesets.Catalogs;
using Ccts.Rules.Tests.Rules;
using Ccts.Sdk.Formats.Texts;
using NodaTime;

namespace Ccts.Rules.Tests.Decisions;

/// <summary>Two owners of whom nothing is stated are not one owner: blank text is no fact, by whichever way it comes in.</summary>
public class BlankTextTests
{
    private static readonly Ruleset Shipped = RulesetCatalog.Default.Find("in-ccts/2025-26")!;
    private static readonly LocalDate Day = new(2026, 11, 23);

    public static TheoryData<string> AllBlanks => [.. Blanks.All];

    [Theory]
    [MemberData(nameof(AllBlanks))]
    public void Blank_text_states_nothing(string blank) => Assert.Null(NotStated.Shipped.Read(blank));

    /// <summary>An export writes 0 where there is nobody: two of them are not one owner. A count of 0 is a count.</summary>
    [Theory]
    [InlineData("0")]
    [InlineData(" 00 ")]
    [InlineData("0.00")]
    [InlineData("-0-")]
    [InlineData("\uFF10")]
    public void Zeros_name_nobody(string zeros)
    {
        Assert.Null(NotStated.Shipped.Read(zeros));
        foreach (var fact in Shipped.Rules.Vocabulary.Facts.Where(f => f.Type.Kind == FactKind.Text))
        {
            Assert.Null(Read(Shipped, Purpose.Verify, new JsonObject { [fact.Name] = zeros }).Facts.Find(fact.Name));
            var builder = new DecisionRequestBuilder(Shipped.Rules.Vocabulary, Purpose.Verify, Shipped.Year, Day);
            Assert.Null(builder.Set(fact.Name, zeros).Build().Facts.Find(fact.Name));
            var engine = DecisionEngine.Of(Shipped, EngineKind.Table);
            var frame = engine.NewFrame();
            frame.Begin(Purpose.Verify, Shipped.Year, Day);
            frame.Set(engine.Slot(fact.Name), "A name");
            frame.Set(engine.Slot(fact.Name), zeros);
            Assert.Equal(0, frame.Columns.Known[engine.Slot(fact.Name).Index]);
        }

        Assert.Equal(0m, Read(Shipped, Purpose.Trade, new JsonObject { ["seller.breaches-in-quarter"] = "0" }).Facts.Find("seller.breaches-in-quarter")!.Amount);
        Assert.All(new[] { "10", "0A", "Agency 0", "007" }, name => Assert.Equal(name, NotStated.Shipped.Read(name)));
    }

    [Fact]
    public void Zeros_and_answers_are_no_names_but_values()
    {
        Assert.All(Blanks.OfNames, blank => Assert.Null(NotStated.Shipped.Read(blank)));
        var read = Read(Shipped, Purpose.Trade, new JsonObject { ["seller.breaches-in-quarter"] = "0", ["unit.owner"] = "0", ["entity.registration"] = "No", ["session.open"] = false });
        Assert.Equal((null, null, "0", "false"), (read.Facts.Find("unit.owner"), read.Facts.Find("entity.registration"), read.Facts.Find("seller.breaches-in-quarter")!.ToString(), read.Facts.Find("session.open")!.ToString()));
        var built = new DecisionRequestBuilder(Shipped.Rules.Vocabulary, Purpose.Trade, Shipped.Year, Day).Set("unit.owner", "000").Set("session.open", "false").Set("seller.breaches-in-quarter", "0").Build();
        Assert.Equal((null, "false", "0"), (built.Facts.Find("unit.owner"), built.Facts.Find("session.open")!.ToString(), built.Facts.Find("seller.breaches-in-quarter")!.ToString()));
    }

    /// <summary>A test of a unit is a source of its factor; an owner "Test Ltd" is nobody.</summary>
    [Fact]
    public void What_fills_the_place_of_a_name_names_nobody()
    {
        foreach (var filler in Blanks.OfPeople)
        {
            Assert.Equal((true, false), (NotStated.OfNames.IsSilent(filler), NotStated.Shipped.IsSilent(filler)));
            Assert.Null(Read(Shipped, Purpose.Surrender, new JsonObject { ["unit.owner"] = filler }).Facts.Find("unit.owner"));
            Assert.Null(new DecisionRequestBuilder(Shipped.Rules.Vocabulary, Purpose.Verify, Shipped.Year, Day).Set("verification.agency", filler).Build().Facts.Find("verification.agency"));
        }

        Assert.All(new[] { "Testa Cements", "The Test Company of India", "ABC India Ltd", "ACC Ltd", "Doe Agro", "A", "mill", "buyer", "Will Page", "S. Date", "Perry Present", "An To", "Ha", "Van Het", "Record Cements Ltd", "Vide Mills", "No. 7 Mill", "Data Steels" }, name => Assert.False(NotStated.OfNames.IsSilent(name), name));
    }

    [Fact]
    public void A_day_a_number_and_turned_writing_name_nobody()
    {
        foreach (var noName in Blanks.NoNames)
        {
            Assert.NotNull(NotStated.Shipped.Read(noName));
            Assert.Null(NotStated.OfNames.Read(noName));
            Assert.Null(Read(Shipped, Purpose.Surrender, new JsonObject { ["unit.owner"] = noName }).Facts.Find("unit.owner"));
        }

        Assert.All(new[] { "Jindal (India) Ltd", "3M India", "12 Star Cement", "100234", "100-234-7", "12/7 Mill Road Works", "No. 1 Mill", "24.7 Energy", "U27100MH1907PLC000260", "Test Works 12", "Sheet Metal Works", "N0NA Mills", "Untitled Works Ltd" }, name => Assert.Equal(name, NotStated.OfNames.Read(name)));
    }

    [Fact]
    public void A_name_is_one_even_where_it_begins_like_a_blank() =>
        Assert.All(Blanks.Names, name => Assert.Equal(name, NotStated.Shipped.Read(name)));

    [Theory]
    [InlineData("  Agency\u00A0 One ", "Agency One")]
    [InlineData("Agency\u200B One", "Agency One")]
    [InlineData("\uFEFFAgency\tOne\r\n", "Agency One")]
    [InlineData("Agency\u200D", "Agency")]
    [InlineData("\u0915\u094D\u200D\u0937", "\u0915\u094D\u200D\u0937")]
    public void A_text_is_what_an_eye_sees(string text, string seen) => Assert.Equal(seen, NotStated.Shipped.Read(text));

    /// <summary>Of every fact of every shipped ruleset and overlay, from JSON and from C#, by name, by slot and by batch.</summary>
    [Theory]
    [InlineData("in-ccts/2025-26", null)]
    [InlineData("in-ccts/2026-27", null)]
    [InlineData("in-ccts/2026-27", "ct02-token")]
    [InlineData("in-ccts/2026-27", "iron-steel-draft-2026")]
    public void Blank_text_leaves_every_fact_not_stated(string id, string? overlay)
    {
        var year = RulesetCatalog.Default.Find(id)!.Year;
        var ruleset = RulesetCatalog.Default.Resolve(year, Day, overlay is null ? [] : [overlay]);
        var engine = DecisionEngine.Of(ruleset, EngineKind.Table);
        var batch = engine.NewBatch(Purpose.Verify, 1);
        foreach (var fact in ruleset.Rules.Vocabulary.Facts.Where(f => f.Name is not ("request.date" or "request.year")))
        {
            Assert.Null(Read(ruleset, Purpose.Verify, new JsonObject { [fact.Name] = null }).Facts.Find(fact.Name));
            foreach (var blank in Blanks.All.Where(b => fact.Type.Words?.Contains(b, StringComparer.Ordinal) != true))
            {
                var read = Read(ruleset, Purpose.Verify, new JsonObject { [fact.Name] = blank });
                Assert.Null(read.Facts.Find(fact.Name));
                var builder = new DecisionRequestBuilder(ruleset.Rules.Vocabulary, Purpose.Verify, year, Day);
                Assert.Null(builder.Set(fact.Name, blank).Build().Facts.Find(fact.Name));
                if (fact.Type.Kind is not (FactKind.Text or FactKind.Choice))
                {
                    continue;
                }

                var frame = engine.NewFrame();
                frame.Begin(Purpose.Verify, year, Day);
                frame.Set(engine.Slot(fact.Name), fact.Type.Words?[0] ?? "A name");
                frame.Set(engine.Slot(fact.Name), blank);
                Assert.Equal(0, frame.Columns.Known[engine.Slot(fact.Name).Index]);
                batch.Clear();
                batch.Add(frame);
                engine.Decide(batch);
                Assert.Null(batch[0].Explain().Request.Facts.Find(fact.Name));
            }
        }
    }

    public static IEnumerable<TheoryDataRow<EngineKind>> Kinds => Enum.GetValues<EngineKind>().Where(DecisionEngine.IsSupported).Select(k => new TheoryDataRow<EngineKind>(k));

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Units_of_nobody_are_not_surrendered_by_nobody(EngineKind kind)
    {
        var engine = DecisionEngine.Of(Shipped, kind);
        var batch = engine.NewBatch(Purpose.Surrender, Blanks.All.Count + Blanks.OfNames.Count + 1);
        SurrenderRequest Request(string? owner, string? registration) => new()
        {
            Year = Shipped.Year, Date = Day, UnitKind = "ccc", UnitStatus = "active", UnitDoubleUse = false, UnitVintage = Shipped.Year, UnitOwner = owner, EntityRegistration = registration,
        };
        foreach (var blank in Blanks.All.Concat(Blanks.OfNames))
        {
            var decision = engine.Decide(Request(blank, blank));
            Assert.Equal(Outcome.Refer, decision.Outcome);
            Assert.Equal(["entity.registration", "unit.owner"], decision.Explain().Findings.Single(f => f.Effect == RuleEffect.Deny).Missing.Select(m => m.Name).OrderBy(n => n));
            Assert.Equal(Outcome.Refer, engine.Decide(Request("CMTOE085RJ", blank)).Outcome);
            Assert.Equal(Outcome.Refer, engine.Decide(Request(blank, "CMTOE085RJ").ToRequest(Shipped.Rules.Vocabulary)).Outcome);
            batch.Add(Request(blank, blank));
        }

        batch.Add(Request("CMTOE085RJ", "CMTOE085RJ"));
        engine.Decide(batch);
        var last = Blanks.All.Count + Blanks.OfNames.Count;
        Assert.All(Enumerable.Range(0, last), i => Assert.Equal(Outcome.Refer, batch[i].Outcome));
        Assert.Equal(Outcome.Permit, batch[last].Outcome);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_check_verification_is_by_another_agency_that_is_named(EngineKind kind)
    {
        var engine = DecisionEngine.Of(Shipped, kind);
        VerifyRequest Check(string agency, string first) => new()
        {
            Year = Shipped.Year, Date = Day, Kind = "check-verification", Agency = agency, FirstAgency = first, Assurance = "reasonable", SiteVisits = 1m, ReviewerUninvolved = true,
            Misstatement = Ccts.Sdk.Quantities.Co2e.FromTonnes(0m), ReportedEmissions = Ccts.Sdk.Quantities.Co2e.FromTonnes(100m), VerifierAccredited = true, VerifierAccreditedUntil = Day, VerifierScopeCoversSector = true,
        };
        Assert.Equal(Outcome.Permit, engine.Decide(Check("Agency B", "Agency A")).Outcome);
        Assert.All(Blanks.All, b => Assert.Equal(Outcome.Refer, engine.Decide(Check(b, "Agency A")).Outcome));
        Assert.All(Blanks.All, b => Assert.Equal(Outcome.Refer, engine.Decide(Check("Agency A", b)).Outcome));
        Assert.Equal(Outcome.Deny, engine.Decide(Check("Agency A", " Agency\u00A0A\u200B")).Outcome);
    }

    [Fact]
    public void A_ruleset_can_say_more_ways_of_saying_nothing()
    {
        var rules = TestRuleset.Rule("""{ "fact": "a.text", "isNot": "x" }""");
        var facts = $$"""{ "notStated": [ "Ohne", "s. o." ], "facts": { {{TestRuleset.Facts}} } }""";
        var files = TestRuleset.Files(rules);
        var ruleset = RulesetReader.Read(RulesetFiles(files, facts));
        Assert.Null(TestRuleset.Request(ruleset, """ "a.text": "(so)" """).Facts.Find("a.text"));
        Assert.Null(TestRuleset.Request(ruleset, """ "a.text": "OHNE" """).Facts.Find("a.text"));
        Assert.Null(TestRuleset.Request(ruleset, """ "a.text": "n/a" """).Facts.Find("a.text"));
        Assert.NotNull(TestRuleset.Request(ruleset, """ "a.text": "oh" """).Facts.Find("a.text"));
        foreach (var bad in new[] { "[]", "[ \"-\" ]", "[ 1 ]", "\"n/a\"" })
        {
            Assert.False(RulesetReader.TryRead(RulesetFiles(files, facts.Replace("[ \"Ohne\", \"s. o.\" ]", bad, StringComparison.Ordinal)), out _, out var problems));
            Assert.Contains(problems, p => p.Code == "fact-words" && p.Place.File == "test/facts.json");
        }
    }

    [Fact]
    public void Blank_words_of_a_list_are_none_of_its_words()
    {
        const string facts = """ "a.set": { "type": "set", "of": ["x", "unknown"], "description": "A set." }, "a.open": { "type": "set", "description": "A set." } """;
        var ruleset = TestRuleset.Read(TestRuleset.Rule("""{ "fact": "a.set", "contains": "x" }"""), facts);
        Assert.Null(TestRuleset.Request(ruleset, """ "a.open": [ "", "n/a" ] """).Facts.Find("a.open"));
        Assert.Equal("y", TestRuleset.Request(ruleset, """ "a.open": [ "", "y", "-" ] """).Facts.Find("a.open")!.ToString());
        Assert.Equal("unknown", TestRuleset.Request(ruleset, """ "a.set": [ "unknown", "" ] """).Facts.Find("a.set")!.ToString());
        Assert.NotNull(TestRuleset.Request(ruleset, """ "a.open": [] """).Facts.Find("a.open"));
        var builder = new DecisionRequestBuilder(ruleset.Rules.Vocabulary, Purpose.Trade, ruleset.Year, Day);
        Assert.Null(builder.Set("a.open", new List<string> { "\u00A0", "n/a" }).Build().Facts.Find("a.open"));
        Assert.Equal("y", builder.Set("a.open", new List<string> { "", "y" }).Build().Facts.Find("a.open")!.ToString());
    }

    [Fact]
    public void A_rule_cannot_hold_a_text_against_a_word_that_states_nothing() =>
        Assert.Equal(["bad-value"], TestRuleset.Codes(TestRuleset.Rule("""{ "fact": "a.text", "is": "none" }""")));

    /// <summary>Keys of tables are looked up as they stand; facts are mended first, so a key that is not as mended would never be found.</summary>
    [Fact]
    public void Every_key_that_a_fact_is_looked_up_by_can_be_stated()
    {
        foreach (var ruleset in RulesetCatalog.Default.Rulesets)
        {
            Assert.All(ruleset.Parameters.Values.Where(p => p.KeyName is "activity" or "methodology").SelectMany(p => p.Rows), r => Assert.Equal(r.Key, NotStated.Shipped.Read(r.Key)));
        }
    }

    private static Ccts.Rules.Files.RulesetFiles RulesetFiles(Ccts.Rules.Files.RulesetFiles files, string facts) => Ccts.Rules.Files.RulesetFiles.FromMemory(
        "test", files.Paths.ToDictionary(p => p, p => p == "facts.json" ? Encoding.UTF8.GetBytes(facts) : files.Find(p)!.Bytes, StringComparer.Ordinal));

    private static DecisionRequest Read(Ruleset ruleset, Purpose purpose, JsonObject facts)
    {
        var json = new JsonObject { ["purpose"] = purpose.ToString().ToLowerInvariant(), ["year"] = ruleset.Year.ToString(), ["date"] = "2026-11-23", ["facts"] = facts };
        Assert.True(DecisionRequestReader.TryRead(Encoding.UTF8.GetBytes(json.ToJsonString()), "request", ruleset.Rules.Vocabulary, out var request, out var problems), string.Join("\n", problems));
        return request;
    }
}
