using System;
using System.Diagnostics;
using System.IO;
using System.Threading.Tasks;

namespace Ccts.Cli.Tests.Ledger;

/// <summary>A journal by a link or from a pipe: the same answers, and nothing is called damaged because a part of it was read before.</summary>
[System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
public sealed class JournalPathTests : IDisposable
{
    // No file may grow. The runtime itself needs one, but for these two settings.
    private const string NoRoom = "ulimit -f 0; trap '' XFSZ; export DOTNET_EnableWriteXorExecute=0 DOTNET_EnableDiagnostics=0; ";

    private readonly string _folder = Directory.CreateTempSubdirectory("paths").FullName;

    public JournalPathTests() => Assert.SkipWhen(OperatingSystem.IsWindows(), "links and pipes are those of Unix here");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("journal.db")]
    [InlineData("journal.jsonl")]
    public async Task A_link_is_what_it_leads_to(string name)
    {
        var (journal, link) = (await Journal(name), At("link"));
        File.CreateSymbolicLink(link, journal);
        foreach (var arguments in new[] { new[] { "show", "J" }, ["check", "J"], ["export", "J", "--journal"], ["history", "icm:s:300", "--journal", "J"] })
        {
            Assert.Equal(await Ledger([.. Array.ConvertAll(arguments, a => a == "J" ? journal : a)]), await Ledger([.. Array.ConvertAll(arguments, a => a == "J" ? link : a)]));
        }

        Assert.StartsWith("0 accepted, 1 answered before", (await Ledger("import", At("h.csv"), "--journal", link, "--at", "2026-10-15T09:30:00Z")).Output, StringComparison.Ordinal);
        File.WriteAllText(At("empty"), "");
        File.CreateSymbolicLink(At("to-empty.db"), At("empty"));
        Assert.StartsWith("1 accepted", (await Ledger("import", journal, "--journal", At("to-empty.db"))).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pipe_is_read_whole_where_once_is_enough_and_refused_where_it_is_not()
    {
        var journal = await Journal("journal.jsonl");
        var whole = await Ledger("check", journal);
        Assert.Equal((0, whole.Output), Piped($"check <(cat '{journal}')"));
        foreach (var twice in new[] { $"export <(cat '{journal}') --journal", $"backup <(cat '{journal}') '{At("copy.jsonl")}'", $"restore <(cat '{journal}') '{At("copy.jsonl")}'" })
        {
            var (code, printed) = Piped(twice);
            Assert.Equal(ExitCode.BadInput, code);
            Assert.Contains("read twice", printed, StringComparison.Ordinal);
        }

        Assert.False(File.Exists(At("copy.jsonl")) || File.Exists(At("copy.jsonl.partial")));
    }

    [Fact]
    public async Task A_pipe_named_as_a_database_is_not_waited_for()
    {
        Process.Start("mkfifo", At("pipe.db")).WaitForExit();
        foreach (var verb in new[] { "show", "check", "export" })
        {
            var run = await Ledger(verb, At("pipe.db"));
            Assert.Equal(ExitCode.BadInput, run.ExitCode);
            Assert.Contains("a device or a pipe", run.Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_copy_for_which_there_is_no_room_leaves_nothing_behind()
    {
        var journal = await Journal("journal.jsonl");
        var (code, printed) = Piped($"backup '{journal}' '{At("copy.jsonl")}'", NoRoom);
        Assert.Equal(ExitCode.BadInput, code);
        Assert.Contains("file-not-written", printed, StringComparison.Ordinal);
        Assert.False(File.Exists(At("copy.jsonl")) || File.Exists(At("copy.jsonl.partial")));
        (code, printed) = Piped($"import '{At("h.csv")}' --journal '{At("new.jsonl")}' --at 2026-10-15T09:30:00Z", NoRoom);
        Assert.Equal(ExitCode.BadInput, code);
        Assert.Contains("journal-not-written", printed, StringComparison.Ordinal);
        Assert.False(File.Exists(At("new.jsonl")));
    }

    private string At(string name) => Path.Combine(_folder, name);

    private async Task<string> Journal(string name)
    {
        File.WriteAllText(At("h.csv"), "account,registry,scope,kind,vintage,start,end,source\nmill,icm,s,ccc,2025,1,1000,opening\n");
        Assert.Equal(ExitCode.Yes, (await Ledger("import", At("h.csv"), "--journal", At(name), "--at", "2026-10-15T09:30:00Z")).ExitCode);
        return At(name);
    }

    private static async Task<(int ExitCode, string Output, string Error)> Ledger(params string[] arguments)
    {
        var run = await CctsTool.Run(null, ["ledger", .. arguments]);
        return (run.ExitCode, run.Output.Trim(), run.Error.Trim());
    }

    private static (int Code, string Printed) Piped(string arguments, string before = "")
    {
        var start = new ProcessStartInfo("bash", ["-c", $"{before}dotnet exec '{Path.Combine(AppContext.BaseDirectory, "ccts.dll")}' ledger {arguments}"]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, (output + errors.Result).Trim());
    }
}
