using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Ccts.Rules.Files;
using Ccts.Rules.Rulesets;
using Ccts.Rules.Rulesets.Catalogs;
using Ccts.Rules.Tests.Corpus;
using Ccts.Sdk.Entities;
using NodaTime;

namespace Ccts.Rules.Tests.Rulesets;

public sealed class LiveCatalogTests
{
    private const int Revisions = 60;
    private static readonly ComplianceYear Year = ComplianceYear.Parse("2025-26");
    private static readonly LocalDate Known = new(2026, 11, 22);

    [Fact]
    public void What_is_refused_leaves_the_catalog_in_use()
    {
        var live = new LiveCatalog(RulesetCatalog.Of([RulesetReader.Read(Revision(1))]));
        var before = live.Current;

        Assert.False(live.TryAdd(BadCase.Load("value-without-source").Files(), out var problems));
        Assert.Equal("missing-key", Assert.Single(problems).Code);
        Assert.False(live.TryAdd(Revision(1, "2026-02-01"), out problems));
        Assert.Equal("duplicate-revision", Assert.Single(problems).Code);
        Assert.Same(before, live.Current);

        Assert.True(live.TryAdd(Revision(2), out problems));
        Assert.Empty(problems);
        Assert.Equal(2, live.Current.Resolve(Year, Known).Identity.Revision);
        Assert.Equal(1, before.Resolve(Year, Known).Identity.Revision);
    }

    [Fact]
    public async Task Readers_see_whole_rulesets_that_only_grow_newer_while_revisions_come_in()
    {
        var live = new LiveCatalog(RulesetCatalog.Of([RulesetReader.Read(Revision(1))]));
        var revisions = Enumerable.Range(2, Revisions).Select(r => Revision(r)).ToList();
        var bad = BadCase.Load("value-without-source").Files();
        using var done = new CancellationTokenSource();
        using var ready = new CountdownEvent(2);
        var readers = Enumerable.Range(0, 2).Select(_ => Task.Run(() => Read(live, ready, done.Token), TestContext.Current.CancellationToken)).ToList();
        ready.Wait(TestContext.Current.CancellationToken);

        foreach (var revision in revisions)
        {
            Assert.False(live.TryAdd(bad, out var _));
            Assert.True(live.TryAdd(revision, out var _));
        }

        await done.CancelAsync();
        Assert.All(await Task.WhenAll(readers), torn => Assert.Equal(0, torn));
        Assert.Equal(Revisions + 1, live.Current.Resolve(Year, Known).Identity.Revision);
    }

    [Fact]
    public void Writers_at_once_lose_nothing()
    {
        var live = new LiveCatalog(RulesetCatalog.Of([RulesetReader.Read(Revision(1))]));
        var revisions = Enumerable.Range(2, 20).Select(r => Revision(r)).ToList();

        Parallel.ForEach(revisions, r => Assert.True(live.TryAdd(r, out var _)));

        Assert.Equal(Enumerable.Range(1, 21), live.Current.Rulesets.Select(r => r.Identity.Revision));
    }

    private static int Read(LiveCatalog live, CountdownEvent ready, CancellationToken done)
    {
        var (torn, newest, first) = (0, 0, true);
        while (!done.IsCancellationRequested)
        {
            var ruleset = live.Current.Resolve(Year, Known);
            var whole = ruleset.Identity == ruleset.Assessment.Ruleset && ruleset.Identity.Revision >= newest && ruleset.Title.EndsWith($" {ruleset.Identity.Revision}", StringComparison.Ordinal);
            torn += whole ? 0 : 1;
            newest = ruleset.Identity.Revision;
            if (first)
            {
                first = false;
                ready.Signal();
            }
        }

        return torn;
    }

    private static RulesetFiles Revision(int revision, string published = "2026-01-31")
    {
        Dictionary<string, byte[]> files = BadCase.Base();
        var text = Encoding.UTF8.GetString(files["ruleset.json"])
            .Replace("\"revision\": 1", $"\"revision\": {revision}", StringComparison.Ordinal)
            .Replace("none of it is law", $"none of it is law {revision}", StringComparison.Ordinal)
            .Replace("2026-01-31", published, StringComparison.Ordinal);
        files["ruleset.json"] = Encoding.UTF8.GetBytes(text);
        return RulesetFiles.FromMemory("test", files);
    }
}
