using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using Ccts.Rules.Files;
using Ccts.Rules.Rulesets.Catalogs;
using Ccts.Rules.Rulesets.Overlays;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Problems;
using NodaTime;

namespace Ccts.Rules.Tests.Rulesets;

/// <summary>Overlays that a catalog holds, laid over the year that is asked for.</summary>
public sealed class CatalogOverlayTests
{
    private static readonly ComplianceYear Year = ComplianceYear.Parse("2026-27");
    private static readonly LocalDate Today = new(2026, 11, 22);

    [Fact]
    public void Overlays_are_laid_in_the_order_that_is_declared()
    {
        var catalog = RulesetCatalog.FromDirectory(Path.Combine(AppContext.BaseDirectory, "rulesets"));
        Assert.Equal(["ct02-token revision 1", "ct02-token revision 2", "iron-steel-draft-2026 revision 1"], catalog.Overlays.Select(o => o.ToString()));
        Assert.Equal("in-ccts/2026-27+iron-steel-draft-2026+ct02-token", catalog.Resolve(Year, Today, ["iron-steel-draft-2026", "ct02-token"]).Identity.Id);
        Assert.Equal("in-ccts/2026-27+ct02-token+iron-steel-draft-2026", catalog.Resolve(Year, Today, ["ct02-token", "iron-steel-draft-2026"]).Identity.Id);
        Assert.Same(catalog.Resolve(Year, Today), catalog.Resolve(Year, Today, []));
    }

    [Fact]
    public void The_same_question_is_worked_out_once()
    {
        var token = RulesetCatalog.Default.Resolve(Year, Today, ["ct02-token"]);
        Assert.Same(token, RulesetCatalog.Default.Resolve(Year, Today, ["ct02-token"]));
        Assert.True(token.Assessment.Certificates.ValidityMonths.IsKnown);
    }

    [Theory]
    [InlineData("ct02-tokens", "no-overlay")]
    [InlineData("iron-steel-draft-2026", null)]
    public void An_overlay_is_asked_for_by_its_id(string id, string? code)
    {
        var problem = Refused(RulesetCatalog.Default, Today, id);
        Assert.Equal(code, problem?.Code);
        if (code is not null)
        {
            Assert.Equal("Did you mean \"ct02-token\"?", problem!.Hint);
        }
    }

    [Fact]
    public void The_revision_that_was_known_on_the_day_is_laid()
    {
        var catalog = RulesetCatalog.Of(RulesetCatalog.Default.Rulesets, [Revision(1, "2026-11-22", "36"), Revision(2, "2027-02-01", "48")]);
        Assert.Equal(36, catalog.Resolve(Year, Today, ["ct02-token"]).Assessment.Certificates.ValidityMonths.Value);
        Assert.Equal(48, catalog.Resolve(Year, new(2027, 2, 1), ["ct02-token"]).Assessment.Certificates.ValidityMonths.Value);
        var late = RulesetCatalog.Of(RulesetCatalog.Default.Rulesets, [Revision(2, "2027-02-01", "48")]);
        Assert.Equal("not-yet-known", Refused(late, Today, "ct02-token")!.Code);
    }

    [Fact]
    public void Two_different_overlays_of_one_revision_are_refused()
    {
        var refusal = Assert.Throws<CctsDataException>(() => RulesetCatalog.Of([], [Revision(1, "2026-11-22", "36"), Revision(1, "2026-11-22", "48")]));
        Assert.Equal("duplicate-revision", Assert.Single(refusal.Problems).Code);
        Assert.Single(RulesetCatalog.Of([], [Revision(1, "2026-11-22", "36"), Revision(1, "2026-11-22", "36")]).Overlays);
    }

    [Fact]
    public void A_broken_overlay_in_a_folder_is_told()
    {
        var folder = Directory.CreateTempSubdirectory("ccts-overlay");
        try
        {
            File.WriteAllText(Path.Combine(folder.FullName, "overlay.json"), "{ \"format\": 1 }");
            var refusal = Assert.Throws<CctsDataException>(() => RulesetCatalog.FromDirectory(folder.FullName));
            Assert.Contains(refusal.Problems, p => p.Code == "missing-key" && p.Place.File!.EndsWith("overlay.json", StringComparison.Ordinal));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static Problem? Refused(RulesetCatalog catalog, LocalDate day, string id)
    {
        try
        {
            catalog.Resolve(Year, day, [id]);
            return null;
        }
        catch (CctsDataException refusal)
        {
            return Assert.Single(refusal.Problems);
        }
    }

    private static Overlay Revision(int revision, string published, string months)
    {
        var shipped = EmbeddedRulesets.Overlays().Single(o => o.Name == "rulesets/overlays/ct02-token-revision-1");
        var files = shipped.Paths.ToDictionary(p => p, p => shipped.Find(p)!.Bytes, StringComparer.Ordinal);
        Change(files, "overlay.json", "\"revision\": 1", $"\"revision\": {revision}");
        Change(files, "overlay.json", "\"published\": \"2026-11-22\"", $"\"published\": \"{published}\"");
        Change(files, "parameters.json", "\"36\"", $"\"{months}\"");
        return Overlay.Read(RulesetFiles.FromMemory("ct02-token", files));
    }

    private static void Change(Dictionary<string, byte[]> files, string file, string from, string to)
    {
        var text = Encoding.UTF8.GetString(files[file]);
        Assert.Contains(from, text, StringComparison.Ordinal);
        files[file] = Encoding.UTF8.GetBytes(text.Replace(from, to, StringComparison.Ordinal));
    }
}
