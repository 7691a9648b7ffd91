using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using Ccts.Credits.Attributes;
using Ccts.Credits.Claims;
using Ccts.Credits.Journals;
using Ccts.Credits.Pools;
using Ccts.Credits.Projects;
using Ccts.Registry.Adapters.Exports;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Blocks;
using Ccts.Sdk.Ledger.Journal;
using NodaTime;

namespace Ccts.Credits.Tests;

public class CreditTests
{
    private static readonly CreditAttributes Whole = new()
    {
        Id = "CRD-1", Project = "P-1", ProjectType = "dac plant", Country = "IND", Methodology = "BM EN01.001", Standard = "VCS", SerialNumber = "x", VerificationBody = "V", VerificationDate = Given.Day,
        CreditType = CreditType.Removal, RemovalMethod = RemovalMethod.Dac, PermanenceYears = 1000, ReversalRisk = 1.5m, CoBenefits = ["biodiversity", "water-quality"],
        Quality = new CreditQuality(92m, "premium", new Dictionary<string, decimal> { ["additionality"] = 95m, ["permanence"] = 88.25m }, "in-ccts/2025-26 revision 2", Given.Day),
        Adjustment = new CorrespondingAdjustment("applied", "IND", "JPN", "CA0002-IND01-IND-1-2025"), Token = new CreditToken("0x742d", 1),
    };

    [Fact]
    public void Everything_that_is_stated_is_kept_by_the_journal()
    {
        var lines = new InMemoryLines();
        Assert.True(new CreditBook(lines).Set("k", Given.Now, [Given.Block(1, 100)], Whole).IsAccepted);
        var read = Assert.Single(new CreditBook(lines).Find(Given.Block(1, 100))).Attributes!;
        Assert.Equal(Whole with { CoBenefits = [], Quality = null }, read with { CoBenefits = [], Quality = null });
        Assert.Equal(Whole.CoBenefits, read.CoBenefits);
        Assert.Equal(Whole.Quality!.Marks.OrderBy(m => m.Key), read.Quality!.Marks.OrderBy(m => m.Key));
        Assert.Equal((Whole.Quality.Score, Whole.Quality.Tier, Whole.Quality.By), (read.Quality.Score, read.Quality.Tier, read.Quality.By));
    }

    [Fact]
    public void A_split_keeps_what_is_known_and_a_filter_selects_holdings()
    {
        var book = new CreditBook(new InMemoryLines());
        var ledger = new LedgerEngine(new InMemoryJournal(), LedgerPolicy.Bare);
        foreach (var (year, start, end) in new[] { (2024, 1, 100), (2025, 101, 200) })
        {
            ledger.Execute(new IssueUnits("i" + year, Given.Now, "a", new Parcel(new UnitLot("icm", "s", "vcu", year), new BlockRange((ulong)start, (ulong)end))));
        }

        book.Set("k1", Given.Now, [Given.Block(1, 60), Given.Block(101, 150)], Whole);
        book.Set("k2", Given.Now, [Given.Block(61, 80)], Whole with { Standard = "CAR" });
        book.Set("k3", Given.Now, [Given.Block(81, 90)], Whole with { Quality = null });
        ledger.Execute(new TransferUnits("t", Given.Now, "a", "b", new ChosenUnits(Given.Block(21, 85))));

        var filter = CreditFilter.Parse("type=removal score>=80 vintage=2024 standard=VCS|GS");
        var mine = CreditSelection.Of(ledger.Account("a")!, book, filter);
        var theirs = CreditSelection.Of(ledger.Account("b")!, book, filter);
        Assert.Equal([Given.Block(1, 20)], mine.Found.Select(f => f.Units.Block));
        Assert.Equal([Given.Block(86, 90), Given.Block(91, 100)], mine.NotKnown.Select(f => f.Units.Block));
        Assert.Equal([Given.Block(21, 60)], theirs.Found.Select(f => f.Units.Block));
        Assert.Equal([Given.Block(81, 85)], theirs.NotKnown.Select(f => f.Units.Block));
        Assert.Equal([Given.Block(21, 35)], theirs.Take(15)!.Blocks);
        Assert.Null(theirs.Take(41));
        Assert.True(ledger.Execute(new RetireUnits("r", Given.Now, "b", theirs.Take(40)!, "x")).IsAccepted);
    }

    [Theory]
    [InlineData("type=tree")]
    [InlineData("score=80")]
    [InlineData("vintage>=2024")]
    [InlineData("colour=red")]
    [InlineData("type=removal type=removal")]
    [InlineData("standard=VCS|")]
    [InlineData("permanence>=100.5")]
    [InlineData("permanence>=99999999999")]
    [InlineData("score>=many")]
    [InlineData("score>=100.1")]
    [InlineData("vintage=24")]
    public void A_filter_that_is_not_understood_is_refused(string text) => Assert.Throws<FormatException>(() => CreditFilter.Parse(text));

    [Fact]
    public void What_contradicts_itself_is_not_kept() =>
        Assert.Equal("credit-fault", new CreditBook(new InMemoryLines()).Set("k", Given.Now, [Given.Block(1, 2)], Whole with { CreditType = CreditType.Avoidance }).Refusal?.Code);

    [Fact]
    public void A_registry_export_fills_the_book_and_scores_are_backfilled()
    {
        const string export = "Issuance Date,Sustainable Development Goals,Vintage Start,Vintage End,ID,Name,Country/Area,Project Type,Methodology,Total Vintage Quantity,Quantity Issued,Serial Number,Additional Certifications,Retirement/Cancellation Date,Retirement Beneficiary,Retirement Reason,Retirement Details\n";
        var rows = new ExportReader().Read(new MemoryStream(Encoding.UTF8.GetBytes(export + "2020-01-01,,2017-01-01,2017-12-31,981,Pico,BR,AFOLU,VM0015,100,100,7911-434550110-434550209-VCS-VCU-263-VER-BR-14-981-01012017-31122017-1,,,,,\n")), "verra.csv", "verra").ToList();
        var book = new CreditBook(new InMemoryLines());
        var result = CreditImport.Of(book, "import", Given.Now, rows);
        Assert.Empty(result.Problems);
        var block = Assert.Single(result.Stated);
        Assert.Equal(("VCS", "981"), (book.Find(block)[0].Attributes!.Standard?.Name, book.Find(block)[0].Attributes!.Project));
        Assert.Single(CreditImport.Of(book, "again", Given.Now, rows).Stated);

        var ledger = new LedgerEngine(new InMemoryJournal(), LedgerPolicy.Bare);
        ledger.Execute(new IssueUnits("i", Given.Now, "a", new Parcel(new UnitLot(block.Registry, block.Scope, "vcu", 2017), new BlockRange(block.Start, block.Start + (BlockNumber)9UL))));
        var marks = new Dictionary<string, decimal> { ["additionality"] = 90, ["permanence"] = 80, ["verification"] = 70, ["co-benefits"] = 60, ["transparency"] = 50 };
        var scored = CreditImport.Backfill(book, "score", Given.Now, [ledger.Account("a")!], Given.Rules.Ruleset, Given.Day, _ => marks);
        Assert.Equal(10UL, Assert.Single(scored).Count.ToUInt64());
        Assert.Equal(75m, book.Find(scored[0])[0].Attributes!.Quality!.Score);
        Assert.Empty(CreditImport.Backfill(book, "score2", Given.Now, [ledger.Account("a")!], Given.Rules.Ruleset, Given.Day, _ => marks));
        Assert.Null(book.Find(block)[^1].Attributes!.Quality);
    }

    /// <summary>Rows of the public downloads, without names of people.</summary>
    [Fact]
    public void Type_methodology_country_and_verifier_come_with_the_rows_and_those_of_issuances_with_their_project()
    {
        const string issuances = """
            Date Issued (GMT),Vintage,ReportingPeriodBegin,ReportingPeriodEnd,Total Credits Issued,Credits Issued to Project,Credits Issued to Buffer Pool,Credits Transferred to Buffer Pool,Project Developer,Project ID,Project Name,Project Type,Project Methodology/Protocol,Methodology/Protocol Version,Project VVB,Project Site Location,Project Site State,Project Site Country
            6/30/2025 7:43:26 PM,2025,2/7/2025,3/19/2025,35143,35143,0,0,Tradewater,ACR1129,Tradewater - Middle East 1,Ozone Depleting Substances,Destruction of Ozone Depleting Substances (ODS) from International Sources,Version 1.0,"SES, Inc.",Saint-Vulbas,Auvergne-Rhone-Alps,FR
            """;
        const string retirements = """
            Credit Serial Numbers,Date Issued (GMT),Vintage,Quantity of Credits,Status Effective (GMT),Retirement Reason,Project ID,Project Name,Project Type,Project Methodology/Protocol,Methodology/Protocol Version,Project Site Location,Project Site State,Project Site Country
            ACR-FR-1129-2025-2917-30932 to 35143,6/30/2025 7:43:26 PM,2025,4212,4/13/2026 7:17:56 PM,(removed),ACR1129,Tradewater - Middle East 1,Ozone Depleting Substances,Destruction of Ozone Depleting Substances (ODS) from International Sources,Version 1.0,Saint-Vulbas,Auvergne-Rhone-Alps,FR
            """;
        const string reserve = """
            Vintage,Offset Credit Serial Numbers,Quantity of Offset Credits,Status Effective,Project ID,Project Name,Project Type,Reduction/Removal,Protocol and Version,Project Site Country,Retirement Reason
            2025,CAR-1-MX-1568-42-1130-QR-2025-9680-1 to 15803,15803,03/31/2026,CAR1568,Laguna Om,Forestry - MX,Removal,Forestry - MX - Version 3.0,MX,(removed)
            """;
        const string verra = """
            Issuance Date,Vintage Start,Vintage End,ID,Name,Country/Area,Project Type,Methodology,Total Vintage Quantity,Quantity Issued,Serial Number,Retirement/Cancellation Date
            2026-03-31,2023-02-01,2023-12-31,1975,Hong Phong 4 Solar 48 MW Project,Viet Nam,Energy industries (renewable/non-renewable sources),ACM0002,"67,726","1,710",19368-940602844-940604553-VCS-VCU-1289-VER-VN-1-1975-01022023-31122023-0,2026-04-01
            """;
        var reader = new ExportReader { WithDetails = true };
        IEnumerable<ExportRow> Rows(string text, string file) => reader.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), file);
        var book = new CreditBook(new InMemoryLines());
        var result = CreditImport.Of(book, "import", Given.Now, [.. Rows(retirements, "acr.csv"), .. Rows(issuances, "acr-issued.csv"), .. Rows(reserve, "car.csv"), .. Rows(verra, "verra.csv")]);
        Assert.Empty(result.Problems);
        var known = result.Stated.Select(b => Assert.Single(book.Find(b)).Attributes!).ToList();
        Assert.Equal(
            [
                ("ACR", "Ozone Depleting Substances", "Destruction of Ozone Depleting Substances (ODS) from International Sources", "FR", null, "SES, Inc."),
                ("CAR", "Forestry - MX", "Forestry - MX - Version 3.0", "MX", CreditType.Removal, null),
                ("VCS", "Energy industries (renewable/non-renewable sources)", "ACM0002", "VN", (CreditType?)null, null),
            ],
            known.Select(k => (k.Standard?.Name, k.ProjectType, k.Methodology, k.Country, k.CreditType, k.VerificationBody)));

        // What the book knows otherwise stays, and the row is told.
        var other = CreditImport.Of(book, "again", Given.Now, Rows(verra.Replace("ACM0002", "AMS-I.D.", StringComparison.Ordinal), "later.csv"));
        Assert.Contains("methodology ACM0002, and not AMS-I.D.", Assert.Single(other.Problems).Message, StringComparison.Ordinal);
        Assert.Equal("ACM0002", book.Find(result.Stated[2])[0].Attributes!.Methodology);

        // Read without details, nothing is claimed of them; read with them later, they fill what is not known.
        var late = new CreditBook(new InMemoryLines());
        CreditImport.Of(late, "first", Given.Now, new ExportReader().Read(new MemoryStream(Encoding.UTF8.GetBytes(verra)), "verra.csv"));
        Assert.Null(late.Find(result.Stated[2])[0].Attributes!.Country);
        CreditImport.Of(late, "second", Given.Now, Rows(verra, "verra.csv"));
        Assert.Equal("VN", late.Find(result.Stated[2])[0].Attributes!.Country);
    }

    /// <summary>Two downloads of a day may have one name, and one download may come under two; a name may be as long as a path.</summary>
    [Fact]
    public void Two_files_of_one_name_are_two_and_one_file_under_two_names_is_one()
    {
        static string File(string project, int last) => $"""
            Vintage,Offset Credit Serial Numbers,Quantity of Offset Credits,Status Effective,Project ID,Project Name,Project Type,Reduction/Removal,Protocol and Version,Project Site Country,Retirement Reason
            2025,CAR-1-MX-{project}-42-1130-QR-2025-9680-1 to {last},{last},03/31/2026,CAR{project},Laguna Om,Forestry - MX,Removal,Forestry - MX - Version 3.0,MX,(removed)
            """;
        var reader = new ExportReader { WithDetails = true };
        var lines = new InMemoryLines();
        var book = new CreditBook(lines);
        CreditImportResult Import(string text, string name) => CreditImport.Of(book, "import", Given.Now, reader.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), name));

        var (one, other) = (Import(File("1568", 15803), "car.csv"), Import(File("1569", 90), "car.csv"));
        Assert.Empty(one.Problems.Concat(other.Problems));
        Assert.Equal(["CAR1568", "CAR1569"], new[] { one, other }.Select(r => Assert.Single(book.Find(Assert.Single(r.Stated))).Attributes!.Project));
        Assert.Empty(Import(File("1568", 15803), "car (1).csv").Problems);
        Assert.Equal(2, lines.Count);
        Assert.Empty(Import(File("1570", 3), new string('x', 250) + ".csv").Problems);
        Assert.Equal(3, lines.Count);
    }

    /// <summary>A journal of a version that put file and line into its keys is read as before, and the same file again states nothing anew.</summary>
    [Fact]
    public void Keys_of_an_earlier_version_stand()
    {
        const string row = "Vintage,Offset Credit Serial Numbers,Quantity of Offset Credits,Status Effective,Project ID,Project Name,Project Type,Reduction/Removal,Protocol and Version,Project Site Country,Retirement Reason\n2025,CAR-1-MX-1568-42-1130-QR-2025-9680-1 to 90,90,03/31/2026,CAR1568,Laguna Om,Forestry - MX,Removal,Forestry - MX - Version 3.0,MX,(removed)\n";
        ExportRow[] rows = [.. new ExportReader { WithDetails = true }.Read(new MemoryStream(Encoding.UTF8.GetBytes(row)), "car.csv")];
        var now = new CreditBook(new InMemoryLines());
        var known = Assert.Single(now.Find(Assert.Single(CreditImport.Of(now, "import", Given.Now, rows).Stated)));
        var lines = new InMemoryLines();
        Assert.Null(new CreditBook(lines).Set("import/car.csv:2/1", Given.Now, [known.Units], known.Attributes!).Refusal);

        var again = new CreditBook(lines);
        Assert.Equal((known.Attributes!.Project, known.Attributes.SerialNumber), (Assert.Single(again.Find(known.Units)).Attributes!.Project, again.Find(known.Units)[0].Attributes!.SerialNumber));
        Assert.Empty(CreditImport.Of(again, "import", Given.Now, rows).Problems);
        Assert.Equal(1, lines.Count);
    }

    /// <summary>Rows as registries have them; of the last, columns that a format of a host's own names.</summary>
    [Fact]
    public void Goals_removals_and_adjustments_come_from_the_columns_that_carry_them()
    {
        const string verra = """
            Issuance Date,Sustainable Development Goals,Vintage Start,Vintage End,ID,Name,Country/Area,Project Type,Methodology,Total Vintage Quantity,Quantity Issued,Serial Number,Additional Certifications,Retirement/Cancellation Date
            2026-03-31,01: No Poverty; 13: Climate Action; 15: Life on Land,2023-02-01,2023-12-31,1975,Hong Phong 4 Solar 48 MW Project,Viet Nam,Energy industries,ACM0002,"67,726","1,710",19368-940602844-940604553-VCS-VCU-1289-VER-VN-1-1975-01022023-31122023-0,Carbon Dioxide Removals,
            """;
        const string format = """
            {"format":"brokers-list","registry":"verra","source":"made up","dates":["iso"],"recognise":["Serial","Method"],"columns":{"serial":"Serial","project":"Project","status":"Status","removalMethod":"Method","permanence":"Years","reversalRisk":"Risk","adjustment":"Adjusted","verified":"Verified on"},"state":{"values":{"ok":"held"}}}
            """;
        var formats = ExportFormats.BuiltIn.With(ExportFormats.FromFiles([("brokers-list.json", new MemoryStream(Encoding.UTF8.GetBytes(format)))]));
        var reader = new ExportReader(Ccts.Registry.Adapters.Serials.SerialGrammars.BuiltIn, formats) { WithDetails = true };
        const string list = """
            Serial,Project,Status,Method,Years,Risk,Adjusted,Verified on
            7911-434550110-434550209-VCS-VCU-263-VER-BR-14-981-01012017-31122017-1,981,ok,biochar,100,12.5,Completed,2025-07-01
            7911-434550210-434550219-VCS-VCU-263-VER-BR-14-981-01012017-31122017-1,981,ok,magic,long,101,perhaps,soon
            """;
        IEnumerable<ExportRow> Rows(string text, string file) => reader.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), file, file == "list.csv" ? "brokers-list" : null);
        var book = new CreditBook(new InMemoryLines());
        var result = CreditImport.Of(book, "import", Given.Now, [.. Rows(verra, "verra.csv"), .. Rows(list, "list.csv")]);
        var known = result.Stated.Select(b => Assert.Single(book.Find(b)).Attributes!).ToList();
        Assert.Equal(["sdg-1", "sdg-15"], known[0].CoBenefits);
        Assert.Equal(CreditType.Removal, known[0].CreditType);
        Assert.Equal((RemovalMethod.Biochar, 100, 12.5m, "applied", new LocalDate(2025, 7, 1)), (known[1].RemovalMethod, known[1].PermanenceYears, known[1].ReversalRisk, known[1].Adjustment!.Status, known[1].VerificationDate));

        // What is not understood is told with its line, and nothing is made of it; a project's other rows lend what is the project's.
        Assert.Equal(4, result.Problems.Count(p => p.Place.Line == 3));
        Assert.Equal((RemovalMethod.Biochar, 100, null, "unknown", (LocalDate?)null), (known[2].RemovalMethod, known[2].PermanenceYears, known[2].ReversalRisk, known[2].Adjustment!.Status, known[2].VerificationDate));
        Assert.Equal(3, CreditImport.Of(book, "again", Given.Now, [.. Rows(verra, "verra.csv"), .. Rows(list, "list.csv")]).Stated.Count);
    }

    [Fact]
    public void The_lists_of_the_law_are_data_of_the_year()
    {
        Assert.Equal(12, Methodologies.Offset(Given.Rules.Ruleset, Given.Day).Count(m => m.Applies == true));
        Assert.Equal(13, Methodologies.Article6(Given.Rules.Ruleset, Given.Day).Count(m => m.Applies == true));
        Assert.DoesNotContain(Methodologies.Article6(Given.Rules.Ruleset, new LocalDate(2026, 3, 1)), m => m.Applies == true);
    }

    [Fact]
    public void Shares_of_a_pool_add_up_and_no_obligated_entity_is_in_one()
    {
        var pool = Pool.Of([new("c", 1), new("a", 1), new("b", 1), new("a", 4)], []);
        Assert.Equal(["a", "b", "c"], pool.Shares.Select(s => s.Member));
        foreach (var units in new long[] { 0, 1, 2, 3, 6, 7, 8, 1_000_000_007, long.MaxValue / 2 })
        {
            var parts = pool.Divide(units);
            Assert.Equal(units, parts.Sum());
            Assert.All(parts.Zip(pool.Shares), p => Assert.True(Math.Abs(p.First - ((decimal)units * p.Second.Tonnes / pool.Tonnes)) < 1));
        }

        Assert.Throws<ArgumentException>(() => Pool.Of([new("CMTOE085RJ", 5)], []));
        string[] disguises =
        [
            " cmtoe085rj", "CMTOE\u200b085RJ", "CMTOE 085RJ", "\uff23MTOE085RJ", "CMT-OE-085-RJ", "cmt.oe/085_rj", "Kotputli Cement (CMTOE085RJ)", "CMT\u041e\u0415085RJ", "\u0421\u041c\u0422\u041e\u0415085RJ", "CMTOE\u0966\u096e\u096bRJ",
            "C\u0301MTOE085RJ", "CMTOE085R\ud835\udc09", "CMTO\u00ad\u2060E085RJ", "CMTOE\u207085RJ", "\u24b8\u24c2\u24c9\u24c4\u24ba085RJ", "CMTOEO85RJ", "CMTOE085RJ\ufe0f", "CM\u03a4\u039f\u0395085RJ", "CMT0E085RJ",
        ];
        foreach (var hidden in disguises)
        {
            Assert.Throws<ArgumentException>(() => Pool.Of([new(hidden, 5)], []));
        }

        foreach (var other in new[] { "\u0915\u094b\u091f\u092a\u0942\u0924\u0932\u0940 \u0926\u0941\u0917\u094d\u0927 \u0938\u0902\u0918", "Joes Farm 085", "Data Centre 12, Pune", "\u041a\u043e\u043e\u043f\u0435\u0440\u0430\u0442\u0438\u0432 5", "PAN AAACK1234L", "\u0917\u094d\u0930\u093e\u092e \u092a\u0902\u091a\u093e\u092f\u0924 \u0967\u0968\u0969 \u0938\u0902\u0918" })
        {
            Assert.Equal(other, Assert.Single(Pool.Of([new(other, 5)], []).Shares).Member);
        }

        var targets = Given.Rules.Ruleset.Schedule.Select(r => r.Entity);
        Assert.All(["  kotputli cement\u200b Works", "M/s Kotputli Cement Works", "Kotputli Cement Works Pvt. Ltd.", "Kotputli-Cement-Works", "The Kotputli Cement Works, Rajasthan", "KCW"],
            name => Assert.Throws<ArgumentException>(() => Pool.Of([new(name, 5)], targets)));
        Assert.Equal([new PoolShare("a", 3)], Pool.Of([new("a", 1), new(" A\u200b", 2)], []).Shares);
        Assert.Throws<ArgumentException>(() => Pool.Of([new("\u200b", 5)], []));
        Assert.Throws<ArgumentException>(() => Pool.Of([new("a", 0)], []));
        Assert.Throws<ArgumentException>(() => Pool.Of([], []));
    }

    [Fact]
    public void Units_on_a_watch_list_are_found_by_project_and_by_number()
    {
        var book = new CreditBook(new InMemoryLines());
        book.Set("k", Given.Now, [Given.Block(1, 10)], Whole);
        var entries = new[] { new WatchEntry("said to be overissued", "a newspaper") { Project = "P-1" }, new WatchEntry("reversed", "a registry") { Units = Given.Block(15, 30) } };
        Assert.Equal([Given.Block(1, 10), Given.Block(15, 20)], WatchList.Of(book.Find(Given.Block(1, 20)), entries).Select(f => f.Units));
    }

    [Fact]
    public void Claims_exclude_each_other_as_they_must()
    {
        (ClaimKind, ClaimKind, bool)[] pairs =
        [
            (ClaimKind.Holding, ClaimKind.Holding, true), (ClaimKind.Holding, ClaimKind.Token, false), (ClaimKind.Holding, ClaimKind.Article6, false), (ClaimKind.Holding, ClaimKind.Ended, true),
            (ClaimKind.Token, ClaimKind.Token, true), (ClaimKind.Token, ClaimKind.Article6, true), (ClaimKind.Token, ClaimKind.Ended, true), (ClaimKind.Offer, ClaimKind.Token, true), (ClaimKind.Offer, ClaimKind.Holding, false),
        ];
        foreach (var (first, second, excludes) in pairs)
        {
            Assert.Equal(excludes, ClaimReport.Of([new Claim("a", first, Given.Block(1, 10)), new Claim("b", second, Given.Block(10, 12))]).Count == 1);
            Assert.Empty(ClaimReport.Of([new Claim("a", first, Given.Block(1, 9)), new Claim("b", second, Given.Block(10, 12))]));
        }
    }

    [Fact]
    public void A_green_credit_is_no_tonne()
    {
        var entry = new StatementEntry { File = "f", Line = 1, Registry = "gcp", Unit = Ccts.Registry.Adapters.Serials.UnitOfAccount.GreenCredit, StatedQuantity = 5, State = UnitState.Held };
        Assert.Contains("never becomes a tonne", Assert.Throws<Ccts.Registry.Adapters.Serials.UnitBoundaryException>(() => entry.ToCo2e()).Message, StringComparison.Ordinal);
        var import = ClaimImport.Of([new ExportRow(entry with { Block = Given.Block(1, 5) }, null)], "gcp");
        Assert.Empty(import.Claims);
        Assert.Contains("GreenCredit", Assert.Single(import.Problems).Message, StringComparison.Ordinal);
    }

    /// <summary>A row that is left out without a word would be a claim that nobody looks for.</summary>
    [Fact]
    public void Each_row_of_an_export_is_a_claim_or_a_problem()
    {
        var entry = new StatementEntry { File = "f", Line = 1, Registry = "icm", Unit = Ccts.Registry.Adapters.Serials.UnitOfAccount.TonneCo2e, StatedQuantity = 5, State = UnitState.Held, Block = Given.Block(1, 5) };
        var unread = new Ccts.Sdk.Problems.Problem("bad-serial", Ccts.Sdk.Problems.Severity.Error, "not read", new Ccts.Sdk.Problems.SourcePlace("f", 5, 0, ""));
        var import = ClaimImport.Of(
        [
            new ExportRow(entry, null), new ExportRow(entry with { Line = 2, State = UnitState.Unknown }, null), new ExportRow(entry with { Line = 3, Block = null }, null),
            new ExportRow(entry with { Line = 4, State = UnitState.Retired }, null), new ExportRow(null, unread), new ExportRow(entry with { Line = 6, State = UnitState.Issued }, null),
        ], "icm");
        Assert.Equal([(ClaimKind.Holding, "f:1"), (ClaimKind.Ended, "f:4")], import.Claims.Select(c => (c.Kind, c.Detail!)));
        Assert.Equal([2, 3, 5], import.Problems.Select(p => p.Place.Line));
    }
}
