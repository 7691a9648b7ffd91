using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using Ccts.Rules.Files;
using Ccts.Rules.Rulesets;
using Ccts.Rules.Rulesets.Catalogs;
using Ccts.Rules.Tests.Corpus;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Law;
using Ccts.Sdk.Problems;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Ccts.Rules.Tests.Rulesets;

public sealed class RulesetCatalogTests
{
    private static readonly ComplianceYear Year = ComplianceYear.Parse("2025-26");
    private static readonly LocalDate Known = new(2026, 11, 22);

    [Fact]
    public void A_baseline_year_is_never_a_compliance_year()
    {
        var refusal = Refused(RulesetCatalog.Default, ComplianceYear.Parse("2023-24"), Known);

        Assert.Equal("baseline-year", refusal.Code);
        Assert.Contains("2025-26, 2026-27", refusal.Expected, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => RulesetCatalog.Default.Find("in-ccts/2023-24")!.Assessment);
        Assert.Equal("compliance-year", Assert.Throws<CctsDataException>(() => RulesetCatalog.Default.ResolveBaseline(Year, Known)).Problems[0].Code);
    }

    [Fact]
    public void A_year_without_ruleset_names_the_years_there_are()
    {
        var refusal = Refused(RulesetCatalog.Default, ComplianceYear.Parse("2031-32"), Known);

        Assert.Equal(("no-ruleset", "There is no ruleset for 2031-32.", "one of 2025-26, 2026-27"), (refusal.Code, refusal.Message, refusal.Expected));
    }

    [Fact]
    public void What_was_not_published_yet_was_not_known()
    {
        var catalog = RulesetCatalog.Of([Revision(1, "2026-01-31"), Revision(2, "2026-03-01")]);

        Assert.Equal("not-yet-known", Refused(catalog, Year, new LocalDate(2026, 1, 30)).Code);
        Assert.Equal(1, catalog.Resolve(Year, new LocalDate(2026, 2, 28)).Identity.Revision);
        Assert.Equal(2, catalog.Resolve(Year, new LocalDate(2026, 3, 1)).Identity.Revision);
        Assert.Equal(1, catalog.Find("test/2025-26", 1)!.Identity.Revision);
        Assert.Equal(2, catalog.Find("test/2025-26")!.Identity.Revision);
    }

    /// <summary>The day decides which revision answers: one whose day slipped would leave the old law in use for good.</summary>
    [Fact]
    public void A_revision_published_before_the_one_before_it_is_refused()
    {
        var refused = Assert.Throws<CctsDataException>(() => RulesetCatalog.Of([Revision(2, "2026-03-01"), Revision(3, "2026-01-31")]));

        Assert.Equal("published-out-of-order", Assert.Single(refused.Problems).Code);
        Assert.Equal(3, RulesetCatalog.Of([Revision(2, "2026-03-01"), Revision(3, "2026-03-01")]).Resolve(Year, new LocalDate(2026, 3, 1)).Identity.Revision);
    }

    /// <summary>Days of publication and revisions are held id by id: a second id in force for the year would go round both.</summary>
    [Theory]
    [InlineData("test/2025-26-corrected")]
    [InlineData("tset/2025-26")]
    [InlineData("test/law")]
    public void Two_ids_in_force_for_one_year_are_refused(string id)
    {
        var other = Changed(text => text.Replace("\"test/2025-26\"", $"\"{id}\"", StringComparison.Ordinal).Replace("2026-01-31", "2026-03-01", StringComparison.Ordinal));
        var refused = Assert.Throws<CctsDataException>(() => RulesetCatalog.Of([Revision(7, "2026-01-31"), other]));

        Assert.Equal("two-laws-of-a-year", Assert.Single(refused.Problems).Code);
        var own = RulesetCatalog.Of([other]).Over(RulesetCatalog.Default);
        Assert.Equal(id, own.Resolve(Year, Known).Identity.Id);
        Assert.NotNull(own.FindByDigest(RulesetCatalog.Default.Find("in-ccts/2025-26")!.Identity.Digest));
        Assert.Equal(2, own.Resolve(ComplianceYear.Parse("2026-27"), new LocalDate(2026, 11, 28)).Identity.Revision);
        Assert.False(new LiveCatalog(RulesetCatalog.Default).TryAdd(other.Files, out var problems));
        Assert.Equal("two-laws-of-a-year", Assert.Single(problems).Code);
    }

    [Theory]
    [InlineData("test/2026-27")]
    [InlineData("test/2025-2026")]
    [InlineData("test/2025-260")]
    [InlineData("test/2026-27-draft")]
    [InlineData("2026-27/test")]
    public void An_id_that_names_another_year_is_refused(string id)
    {
        var files = BadCase.Base();
        files["ruleset.json"] = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(files["ruleset.json"]).Replace("\"test/2025-26\"", $"\"{id}\"", StringComparison.Ordinal));
        Assert.False(RulesetReader.TryRead(RulesetFiles.FromMemory("test", files), out _, out var problems));
        Assert.Equal("bad-id", Assert.Single(problems).Code);
    }

    [Fact]
    public void A_draft_is_given_by_id_only()
    {
        var draft = Changed(text => text.Replace("\"kind\": \"compliance-year\",\n  \"force\": \"in-force\"", "\"kind\": \"compliance-year\",\n  \"force\": \"draft\"", StringComparison.Ordinal));
        var catalog = RulesetCatalog.Of([draft]);

        Assert.Equal("not-in-force", Refused(catalog, Year, Known).Code);
        Assert.Equal(Force.Draft, catalog.Find("test/2025-26")!.Force);
        Assert.Same(draft, catalog.FindByDigest(draft.Identity.Digest));
    }

    [Fact]
    public void One_revision_is_one_text()
    {
        var fault = Assert.Throws<CctsDataException>(() => RulesetCatalog.Of([Revision(1, "2026-01-31"), Revision(1, "2026-02-01")]));

        Assert.Equal("duplicate-revision", Assert.Single(fault.Problems).Code);
        Assert.Single(RulesetCatalog.Of([Revision(1, "2026-01-31"), Revision(1, "2026-01-31")]).Rulesets);
    }

    [Fact]
    public void The_digest_binds_every_byte_and_name_but_not_the_signature()
    {
        var files = BadCase.Base();
        var digest = RulesetFiles.FromMemory("a", files).Digest;

        Assert.Equal(digest, RulesetFiles.FromMemory("b", files).Digest);
        files["signature.json"] = [1, 2, 3];
        Assert.Equal(digest, RulesetFiles.FromMemory("a", files).Digest);
        files["targets.csv"] = [.. files["targets.csv"], (byte)'\n'];
        Assert.NotEqual(digest, RulesetFiles.FromMemory("a", files).Digest);
        Assert.Matches("^sha256:[0-9a-f]{64}$", digest);
    }

    [Fact]
    public void Bytes_taken_in_cannot_be_changed_afterwards()
    {
        var files = BadCase.Base();
        var taken = RulesetFiles.FromMemory("a", files);
        Array.Clear(files["ruleset.json"]);

        Assert.True(RulesetReader.TryRead(taken, out _, out _));
    }

    [Theory]
    [InlineData("../escape.json")]
    [InlineData("/absolute.json")]
    [InlineData("a\\b.json")]
    [InlineData("a//b.json")]
    [InlineData("1/2/3/4/too-deep.json")]
    [InlineData("c:drive.json")]
    public void Paths_stay_inside_the_ruleset(string path)
    {
        var files = BadCase.Base();
        files[path] = [];

        Assert.Equal("bad-file-path", Assert.Single(Assert.Throws<CctsDataException>(() => RulesetFiles.FromMemory("a", files)).Problems).Code);
    }

    [Fact]
    public void Sizes_and_counts_are_bounded()
    {
        var large = BadCase.Base();
        large["parameters.json"] = new byte[RulesetLimits.MaxFileBytes + 1];
        Assert.Equal("file-too-large", Assert.Single(Assert.Throws<CctsDataException>(() => RulesetFiles.FromMemory("a", large)).Problems).Code);

        var many = Enumerable.Range(0, RulesetLimits.MaxFiles + 1).ToDictionary(i => "f" + i, _ => Array.Empty<byte>(), StringComparer.Ordinal);
        Assert.Equal("too-many-files", Assert.Single(Assert.Throws<CctsDataException>(() => RulesetFiles.FromMemory("a", many)).Problems).Code);

        var rows = BadCase.Base();
        rows["calendar.csv"] = Encoding.UTF8.GetBytes("event,rule,due,form,instrument,clause,force,evidence,note\n" + string.Concat(Enumerable.Range(0, RulesetLimits.MaxRows + 1).Select(i => $"E{i},r,,,LAW,,in-force,verbatim,\n")));
        Assert.False(RulesetReader.TryRead(RulesetFiles.FromMemory("a", rows), out _, out var problems));
        Assert.Equal("too-many-rows", Assert.Single(problems).Code);
    }

    [Fact]
    public void A_folder_reads_like_the_shipped_rulesets()
    {
        var folder = RulesetCatalog.FromDirectory(Path.Combine(AppContext.BaseDirectory, "rulesets"));

        Assert.Equal(RulesetCatalog.Default.Rulesets.Select(r => r.Identity), folder.Rulesets.Select(r => r.Identity));
        Assert.Equal("no-ruleset", Assert.Single(Assert.Throws<CctsDataException>(() => RulesetCatalog.FromDirectory(Path.Combine(AppContext.BaseDirectory, "schemas"))).Problems).Code);
    }

    [Fact]
    public void The_catalog_is_a_service()
    {
        using var shipped = new ServiceCollection().AddCctsRules().BuildServiceProvider();
        Assert.Same(RulesetCatalog.Default, shipped.GetRequiredService<RulesetCatalog>());

        var folder = Path.Combine(AppContext.BaseDirectory, "rulesets");
        using var both = new ServiceCollection().AddCctsRules(o => o.Directory = folder).BuildServiceProvider();
        Assert.Equal(RulesetCatalog.Default.Rulesets.Count, both.GetRequiredService<RulesetCatalog>().Rulesets.Count);

        Assert.Throws<ArgumentException>(() => new ServiceCollection().AddCctsRules(o => o.IncludeShipped = false));
        Assert.Throws<ArgumentException>(() => new ServiceCollection().AddCctsRules(o => o.Directory = " "));
    }

    private static Problem Refused(RulesetCatalog catalog, ComplianceYear year, LocalDate asOf)
    {
        Assert.False(catalog.TryResolve(year, asOf, out _, out var refusal));
        return refusal;
    }

    private static Ruleset Revision(int revision, string published) =>
        Changed(text => text.Replace("\"revision\": 1", $"\"revision\": {revision}", StringComparison.Ordinal).Replace("2026-01-31", published, StringComparison.Ordinal));

    private static Ruleset Changed(Func<string, string> change)
    {
        Dictionary<string, byte[]> files = BadCase.Base();
        files["ruleset.json"] = Encoding.UTF8.GetBytes(change(Encoding.UTF8.GetString(files["ruleset.json"])));
        return RulesetReader.Read(RulesetFiles.FromMemory("test", files));
    }
}
