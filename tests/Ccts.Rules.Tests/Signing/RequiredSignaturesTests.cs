using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Ccts.Rules.Files;
using Ccts.Rules.Rulesets;
using Ccts.Rules.Rulesets.Catalogs;
using Ccts.Rules.Trust.Archives;
using Ccts.Rules.Trust.Signing;
using Ccts.Sdk.Problems;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Ccts.Rules.Tests.Signing;

/// <summary>A host that demands signatures, of a folder and of a running catalog.</summary>
public sealed class RequiredSignaturesTests : IDisposable
{
    private const string Id = "test/2025-26";
    private static readonly LocalDate Day = new(2026, 11, 22);
    private readonly string _folder = Directory.CreateTempSubdirectory("ccts-signed").FullName;

    private static SignaturePolicy Policy => new(TestKeys.Trust(TestKeys.Entry(TestKeys.Regulator)));

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_folder_holds_past_revisions_as_archives_and_as_folders()
    {
        Put("one.cctsrules", RulesetArchive.Write(SignedRulesets.Revision(1)));
        PutFolder("two", SignedRulesets.Revision(2));

        var catalog = RulesetCatalog.FromDirectory(_folder, Remembering(2), Day);

        Assert.Equal([1, 2], catalog.Rulesets.Select(r => r.Identity.Revision));
        Assert.Equal(catalog.Rulesets.Select(r => r.Identity), RulesetCatalog.FromDirectory(_folder).Rulesets.Select(r => r.Identity));
    }

    [Fact]
    public void One_unsigned_ruleset_refuses_the_folder()
    {
        Put("one.cctsrules", RulesetArchive.Write(SignedRulesets.Revision(1)));
        PutFolder("two", SignedRulesets.Files(SignedRulesets.Plain(2)));

        Assert.Equal(["signature-missing"], Codes(() => RulesetCatalog.FromDirectory(_folder, Policy, Day)));
    }

    [Theory]
    [InlineData(Id)]
    [InlineData("test/another")]
    public void Taking_the_newest_away_is_noticed(string id)
    {
        Put("one.cctsrules", RulesetArchive.Write(SignedRulesets.Revision(1)));
        var policy = new SignaturePolicy(Policy.Trust) { LastAccepted = new Dictionary<string, int> { [id] = 2 } };

        Assert.Equal(["revision-older"], Codes(() => RulesetCatalog.FromDirectory(_folder, policy, Day)));
    }

    /// <summary>After a restart nothing but the host's memory tells that a revision has one text.</summary>
    [Fact]
    public void Other_contents_under_the_number_that_was_accepted_are_refused()
    {
        var signed = SignedRulesets.Revision(2);
        SignaturePolicy Having(int revision, string digest) => new(Policy.Trust) { LastAccepted = new Dictionary<string, int> { [Id] = revision }, LastDigests = new Dictionary<string, string> { [Id] = digest } };
        PutFolder("two", signed);

        Assert.True(Having(2, signed.Digest).TryAccept(signed, Day, out _, out _));
        Assert.True(Having(1, "sha256:another").TryAccept(signed, Day, out _, out _));
        Assert.False(Having(2, "sha256:another").TryAccept(signed, Day, out _, out var problems));
        Assert.Equal("duplicate-revision", Assert.Single(problems).Code);
        Assert.Single(RulesetCatalog.FromDirectory(_folder, Having(2, signed.Digest), Day).Rulesets);
        Assert.Contains("duplicate-revision", Codes(() => RulesetCatalog.FromDirectory(_folder, Having(2, "sha256:another"), Day)));
    }

    [Fact]
    public void Overlays_are_remembered_too()
    {
        var overlay = EmbeddedRulesets.Overlays().First(o => o.Name.EndsWith("ct02-token-revision-1", StringComparison.Ordinal));
        Put("one.cctsrules", RulesetArchive.Write(SignedRulesets.Revision(1)));
        Put("overlay.cctsrules", RulesetArchive.Write(RulesetSigner.Sign(overlay, TestKeys.Exchange)));
        var exchange = TestKeys.Entry(TestKeys.Exchange);
        exchange.Remove("rulesets");
        exchange["overlays"] = new System.Text.Json.Nodes.JsonArray("ct02-token");
        SignaturePolicy Having(int revision) => new(TestKeys.Trust(TestKeys.Entry(TestKeys.Regulator), exchange.DeepClone().AsObject())) { LastAccepted = new Dictionary<string, int> { ["ct02-token"] = revision } };

        Assert.Single(RulesetCatalog.FromDirectory(_folder, Having(1), Day).Overlays);
        Assert.Equal(["revision-older"], Codes(() => RulesetCatalog.FromDirectory(_folder, Having(2), Day)));
        Assert.Equal(["key-unknown"], Codes(() => RulesetCatalog.FromDirectory(_folder, Policy, Day)));
    }

    [Fact]
    public void Links_are_refused_where_signatures_are_demanded()
    {
        PutFolder("one", SignedRulesets.Revision(1));
        Put("elsewhere.txt", []);
        File.CreateSymbolicLink(Path.Combine(_folder, "one", "link.json"), Path.Combine(_folder, "elsewhere.txt"));
        Assert.Equal(["ruleset-link"], Codes(() => RulesetCatalog.FromDirectory(_folder, Policy, Day)));

        File.Delete(Path.Combine(_folder, "one", "link.json"));
        File.CreateSymbolicLink(Path.Combine(_folder, "two.cctsrules"), Path.Combine(_folder, "elsewhere.txt"));
        Assert.Equal(["ruleset-link"], Codes(() => RulesetCatalog.FromDirectory(_folder, Policy, Day)));
        Assert.Single(RulesetCatalog.FromDirectory(_folder).Rulesets);
    }

    [Fact]
    public void A_file_too_large_for_an_archive_is_not_even_read()
    {
        using (var large = File.Create(Path.Combine(_folder, "large.cctsrules")))
        {
            large.SetLength(1L << 40);
        }

        Assert.Equal(["archive-too-large"], Codes(() => RulesetCatalog.FromDirectory(_folder)));
    }

    [Fact]
    public void The_same_revision_with_other_contents_is_refused()
    {
        var live = new LiveCatalog(RulesetCatalog.Of([RulesetReader.Read(SignedRulesets.Revision(2))]), Policy, new FixedClock(Day));
        var files = SignedRulesets.Plain(2);
        files["calendar.csv"] = [.. files["calendar.csv"], (byte)'\n'];

        Assert.False(live.TryAdd(RulesetSigner.Sign(SignedRulesets.Files(files), TestKeys.Regulator), out var problems));
        Assert.Equal("duplicate-revision", Assert.Single(problems).Code);
    }

    [Fact]
    public void Signed_mistakes_are_mistakes()
    {
        var live = new LiveCatalog(RulesetCatalog.Default, Policy, new FixedClock(Day));
        var files = SignedRulesets.Plain(2);
        files["calendar.csv"] = "nonsense"u8.ToArray();

        Assert.False(live.TryAdd(SignedRulesets.SignedAs(files, Id, 2, TestKeys.Regulator), out var problems));
        Assert.NotEmpty(problems);
        Assert.Same(RulesetCatalog.Default, live.Current);
    }

    [Fact]
    public void A_host_asks_for_signatures_when_it_registers()
    {
        Put("one.cctsrules", RulesetArchive.Write(SignedRulesets.Revision(1)));
        using var services = new ServiceCollection().AddCctsRules(o =>
        {
            o.Directory = _folder;
            o.Signatures = Policy;
            o.Clock = new FixedClock(Day);
        }).BuildServiceProvider();
        var live = services.GetRequiredService<LiveCatalog>();

        Assert.NotNull(live.Current.Find(Id));
        Assert.NotNull(live.Current.Find("in-ccts/2025-26"));
        Assert.False(live.TryAdd(SignedRulesets.Files(SignedRulesets.Plain(2)), out var problems));
        Assert.Equal("signature-missing", Assert.Single(problems).Code);
        Assert.True(live.TryAdd(SignedRulesets.Revision(2), out _));
        Assert.Throws<ArgumentException>(() => new ServiceCollection().AddCctsRules(o => o.Signatures = Policy));
    }

    private static SignaturePolicy Remembering(int revision) => new(Policy.Trust) { LastAccepted = new Dictionary<string, int> { [Id] = revision } };

    private static string[] Codes(Action load) => [.. Assert.Throws<CctsDataException>(load).Problems.Select(p => p.Code)];

    private void Put(string name, byte[] bytes) => File.WriteAllBytes(Path.Combine(_folder, name), bytes);

    private void PutFolder(string name, RulesetFiles files)
    {
        Directory.CreateDirectory(Path.Combine(_folder, name));
        foreach (var file in SignedRulesets.Open(files))
        {
            Put(Path.Combine(name, file.Key), file.Value);
        }
    }
}
