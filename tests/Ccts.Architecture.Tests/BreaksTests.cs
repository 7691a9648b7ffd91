using System;
using System.IO;
using System.Linq;

namespace Ccts.Architecture.Tests;

/// <summary>What <c>.ci/long/breaks</c> breaks on purpose is still there to be broken.</summary>
public class BreaksTests
{
    private static readonly string[] Tests = ["outbox", "sqlite", "stores", "host", "watch", "http", "files", "webhooks", "public", "connector"];

    [Fact]
    public void Every_break_has_its_line()
    {
        var lines = File.ReadAllLines(Path.Combine(RepositoryRoot.Path, "tests", "Breaks", "registry.tsv")).Skip(1).Select(l => l.Split('\t')).ToList();
        Assert.InRange(lines.Count, 100, 400);
        Assert.All(lines, line =>
        {
            Assert.Equal(5, line.Length);
            Assert.All(line[1].Split(' '), t => Assert.Contains(t, Tests));
            Assert.Equal(2, File.ReadAllText(Path.Combine(RepositoryRoot.Path, "src", line[2])).Split(line[3]).Length);
            Assert.Contains("BREAK", line[4], StringComparison.Ordinal);
        });
    }

    /// <summary>No test can measure that; so it is read in the code.</summary>
    [Fact]
    public void Signatures_of_notifications_are_compared_in_constant_time()
    {
        var code = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "src", "Ccts.Registry.Adapters", "Channels", "Webhooks", "WebhookReceiver.cs"));
        Assert.Contains("return CryptographicOperations.FixedTimeEquals(expected, given);", code, StringComparison.Ordinal);
        Assert.Contains("isSigned |= AreEqual(expected, signature);", code, StringComparison.Ordinal);
        Assert.DoesNotContain("SequenceEqual", code, StringComparison.Ordinal);
    }
}
