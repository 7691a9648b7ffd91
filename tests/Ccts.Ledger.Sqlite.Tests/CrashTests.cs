using System.Diagnostics;
using System.IO;
using System.Linq;

namespace Ccts.Ledger.Sqlite.Tests;

/// <summary>A few points of each campaign of <c>tests/Ccts.Ledger.Crash</c>; <c>.ci/long/ledger-crashes</c> runs all of them, and docs/long-runs.md says what came of it.</summary>
public sealed class CrashTests
{
    [Fact]
    public void A_writer_that_is_killed_or_has_no_space_or_a_broken_disk_loses_nothing_that_was_answered() => Run(needsStrace: true, "sqlite", "16", "2");

    [Fact]
    public void A_writer_that_is_killed_while_it_brings_the_first_schema_forward_loses_nothing() =>
        Run(needsStrace: true, "sqlite", "17", "1", Path.Combine(System.AppContext.BaseDirectory, "Stored", "schema-1.db"));

    [Fact]
    public void A_backup_that_is_killed_is_whole_or_not_there() => Run(needsStrace: true, "backup", "16", "1");

    /// <summary>An even seed with a registry that answers well, an odd one with one that answers badly now and then.</summary>
    [Theory]
    [InlineData("16")]
    [InlineData("17")]
    public void A_host_that_is_killed_while_it_instructs_a_registry_has_every_effect_exactly_once(string seed) => Run(needsStrace: true, "outbox", seed, "1");

    [Fact]
    public void Of_what_was_not_synced_any_part_may_be_lost() => Run(needsStrace: false, "power", "16", "100");

    [Fact]
    public void A_changed_byte_is_told_or_changes_nothing_of_the_ledger() => Run(needsStrace: false, "flip", "16", "25");

    private static void Run(bool needsStrace, params string[] campaign)
    {
        Assert.SkipWhen(needsStrace && !(System.Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(p => File.Exists(Path.Combine(p, "strace"))), "strace is not on this machine");
        var start = new ProcessStartInfo("dotnet", [Path.Combine(System.AppContext.BaseDirectory, "Ccts.Ledger.Crash.dll"), .. campaign]) { RedirectStandardOutput = true, UseShellExecute = false };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, output);
        Assert.Contains(", 0 failures", output, System.StringComparison.Ordinal);
    }
}
