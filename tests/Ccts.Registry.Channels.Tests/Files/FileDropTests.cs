using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using Ccts.Registry.Adapters.Channels;
using Ccts.Registry.Adapters.Channels.Files;
using Ccts.Registry.Adapters.Channels.Icm;
using Ccts.Registry.Adapters.Exports;
using Ccts.Registry.Adapters.Registries;
using Ccts.Registry.Testing;
using Ccts.Sdk.Ledger.Blocks;
using Ccts.Sdk.Problems;

namespace Ccts.Registry.Channels.Tests.Files;

/// <summary>Files appear whole or not at all, are named by nobody else, and say nothing when they are not whole.</summary>
public sealed class FileDropTests : IDisposable
{
    private readonly FileRegistry _registry = new();
    private readonly FileChannel _channel;

    public FileDropTests()
    {
        _channel = IcmChannels.OverFiles(new FileDrop(_registry.Instructions, _registry.Answers, "R-mill"), time: _registry.Clock);
        _registry.Issue("s", new BlockRange(1, 100), "R-mill");
    }

    public void Dispose() => _registry.Dispose();

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("..\\..\\boot.ini")]
    [InlineData("a/b/c")]
    [InlineData("CON")]
    [InlineData("k:stream")]
    [InlineData("ключ ₹ 🙂")]
    public async Task No_key_leaves_the_folder(string key)
    {
        var outcome = await Send(Retire(key));
        Assert.Equal(OutcomeKind.Pending, outcome.Kind);
        var files = Directory.GetFileSystemEntries(_registry.Root, "*", SearchOption.AllDirectories).Where(f => File.Exists(f) && !Path.GetFileName(f).StartsWith("statement-", StringComparison.Ordinal)).Select(Path.GetFileName).Order().ToList();
        Assert.Equal(2, files.Count);
        Assert.Matches("^instruction-[0-9a-f]{64}[.]csv$", files[0]);
        Assert.Equal(files[0] + ".sha256", files[1]);
    }

    [Fact]
    public async Task An_instruction_that_lies_there_or_was_answered_is_not_dropped_again()
    {
        Assert.Equal("dropped", (await Send(Retire("k"))).Code);
        Assert.Equal("dropped", (await Send(Retire("k"))).Code);
        Assert.Single(Directory.GetFiles(_registry.Instructions, "*.csv"));
        _registry.Work();
        Assert.Equal(OutcomeKind.Confirmed, (await Send(Retire("k"))).Kind);
        Assert.Empty(Directory.GetFiles(_registry.Instructions));
        Assert.Single(_registry.Effects);
        Assert.Equal("other-content", (await Twice(Retire("m"), Retire("m") with { Purpose = "another" })).Code);
    }

    [Fact]
    public async Task What_cannot_be_dropped_has_certainly_not_left()
    {
        Directory.Delete(_registry.Instructions, recursive: true);
        File.WriteAllText(Path.Combine(_registry.Root, "in"), "a file where the folder was");
        var outcome = await Send(Retire("k"));
        Assert.Equal(("not-dropped", true), (outcome.Code, outcome.MayBeSentAgain));
        Assert.DoesNotContain(Directory.GetFiles(_registry.Root), f => f.EndsWith(".part", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("=HYPERLINK(\"http://evil\")")]
    [InlineData("+1")]
    [InlineData("-1")]
    [InlineData("@SUM(A1)")]
    public async Task What_a_spreadsheet_would_run_is_not_dropped(string beneficiary)
    {
        var outcome = await Send(Retire("k") with { Beneficiary = beneficiary });
        Assert.Equal((OutcomeKind.Rejected, "not-sendable"), (outcome.Kind, outcome.Code));
        Assert.Empty(Directory.GetFiles(_registry.Instructions));
    }

    [Fact]
    public async Task A_torn_answer_says_nothing_and_a_whole_one_what_it_says()
    {
        await Send(Retire("k"));
        _registry.Script(ChannelFault.Truncated);
        _registry.Work();
        Assert.Equal("answer-not-whole", (await Send(Retire("k"))).Code);
        var told = await Ask(Retire("k"));
        Assert.Equal(OutcomeKind.Unknown, told.Value!.Status!.Kind);
        Assert.Equal(BlockSet.Of(new BlockRange(1, 10)), told.Value.Read(Retire("k")).Done);
    }

    [Theory]
    [InlineData(ChannelFault.ErrorInOk, OutcomeKind.Rejected)]
    [InlineData(ChannelFault.UnexplainedErrorInOk, OutcomeKind.Unknown)]
    [InlineData(ChannelFault.OtherAnswer, OutcomeKind.Unknown)]
    [InlineData(ChannelFault.HalfDone, OutcomeKind.Partial)]
    [InlineData(ChannelFault.Pending, OutcomeKind.Pending)]
    public async Task The_words_of_an_answer_decide(ChannelFault fault, OutcomeKind expected)
    {
        await Send(Retire("k"));
        _registry.Script(fault);
        _registry.Work();
        Assert.Equal(expected, (await Send(Retire("k"))).Kind);
    }

    [Fact]
    public async Task A_statement_of_before_the_answer_does_not_speak_against_it()
    {
        await Send(Retire("k"));
        _registry.Work();
        foreach (var newest in Directory.GetFiles(_registry.Answers, "statement-*").Order(StringComparer.Ordinal).TakeLast(2))
        {
            File.Delete(newest);
        }

        var told = await Ask(Retire("k"));
        Assert.Empty(told.Value!.Parts);
        Assert.Equal(OutcomeKind.Confirmed, told.Value.Status!.Kind);

        // An outbox takes no statement of before an attempt for a word about it.
        Assert.Equal(_channel.HoldingsAsOf, told.Value.AsOf);
    }

    [Theory]
    [InlineData(ChannelFault.Truncated)]
    [InlineData(ChannelFault.Clamped)]
    [InlineData(ChannelFault.Html)]
    public async Task A_newest_statement_that_is_not_whole_is_told_and_no_older_one_taken_for_it(ChannelFault fault)
    {
        _registry.OfStatement = fault;
        _registry.State();
        Assert.True((await Ask(Retire("k"))).IsUnknown);
        Assert.NotNull(Assert.Single(await Read()).Problem);
        Assert.NotEqual(OutcomeKind.Confirmed, (await _channel.ProbeAsync(TestContext.Current.CancellationToken)).Kind);
    }

    [Fact]
    public async Task A_link_or_a_folder_under_a_known_name_is_passed_over()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var name = "statement-20261129T090400Z.csv";
        var (path, elsewhere) = (Path.Combine(_registry.Answers, name), Path.Combine(_registry.Root, "elsewhere.csv"));
        _registry.Put(name, "scope,start,end,account,state,reference,serial\r\ns,1,5,R-mill,ACTIVE,,\r\n#total,1,5,,,,\r\n");
        Assert.Equal(5, (await Read()).Sum(r => r.Entry!.Quantity));
        File.Move(path, elsewhere);
        File.CreateSymbolicLink(path, elsewhere);
        Assert.NotNull(Assert.Single(await Read()).Problem);
        File.Delete(path);
        Directory.CreateDirectory(path);
        Assert.Equal(100, (await Read()).Sum(r => r.Entry!.Quantity));
    }

    /// <summary>It would be the newest until its date has come, and hide every statement before that.</summary>
    [Theory]
    [InlineData("29991231T000000", false)]
    [InlineData("20261129T090502", false)]
    [InlineData("20261129T090501", true)]
    public async Task A_statement_that_is_dated_ahead_is_told_and_taken_for_nothing(string date, bool isTaken)
    {
        var name = $"statement-{date}Z.csv";
        _registry.Put(name, "scope,start,end,account,state,reference,serial\r\ns,1,50,R-mill,ACTIVE,,\r\n#total,1,50,,,,\r\n");
        var (read, asked, probed) = (Assert.Single(await Read()), await Ask(Retire("k")), await _channel.ProbeAsync(TestContext.Current.CancellationToken));
        Assert.Equal((isTaken, isTaken, isTaken), (read.Problem is null, !asked.IsUnknown, probed.Kind == OutcomeKind.Confirmed));
        Assert.True(isTaken || (read.Problem!.Message.Contains(name, StringComparison.Ordinal) && asked.Reason.Contains("dated after", StringComparison.Ordinal)));
    }

    /// <summary>Opening a pipe that nobody writes to would never end, and the outbox's work with it.</summary>
    [Fact]
    public async Task A_pipe_under_a_known_name_is_told_and_not_opened()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var (statement, answer) = (Path.Combine(_registry.Answers, "statement-20261129T090400Z.csv"), Path.Combine(_registry.Answers, AnswerName("k")));
        using (var made = System.Diagnostics.Process.Start("mkfifo", [statement, statement + ".sha256", answer, answer + ".sha256"]))
        {
            await made.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.Equal(0, made.ExitCode);
        }

        Assert.Equal("answer-not-whole", (await Task.Run(() => Send(Retire("k"))).WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken)).Code);
        Assert.NotNull(Assert.Single(await Task.Run(Read).WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken)).Problem);
        Assert.Empty(Directory.GetFiles(_registry.Instructions));
    }

    [Fact]
    public async Task Other_files_that_lie_there_are_nobodys()
    {
        _registry.Put("statement-2026.csv", "nonsense");
        _registry.Put("statement-20261329T990000Z.csv", "nonsense");
        _registry.Put(".statement-29991231T000000Z.csv.part", "nonsense");
        _registry.Put("answer-..csv", "nonsense");
        Assert.Equal(100, (await Read()).Sum(r => r.Entry!.Quantity));
    }

    [Fact]
    public async Task A_registry_that_has_been_silent_for_too_long_is_not_well()
    {
        var silent = IcmChannels.OverFiles(new FileDrop(_registry.Instructions, _registry.Answers, "R-mill") { LongestSilence = NodaTime.Duration.FromHours(24) }, time: new At(new DateTimeOffset(2026, 12, 1, 0, 0, 0, TimeSpan.Zero)));
        Assert.Equal("silent", (await silent.ProbeAsync(TestContext.Current.CancellationToken)).Code);
    }

    [Fact]
    public void Folders_are_named_from_the_root_and_are_two()
    {
        Assert.Throws<ArgumentException>(() => new FileDrop("in", "/out"));
        Assert.Throws<ArgumentException>(() => new FileDrop("", "/out"));
        Assert.Throws<ArgumentException>(() => new FileDrop("/a/b/../c", "/a/c"));
        Assert.Throws<ArgumentException>(() => IcmChannels.OverFiles(new FileDrop("/a", "/b") { MostBytes = 1 }));
        Assert.Throws<ArgumentException>(() => IcmChannels.OverFiles(new FileDrop("/a", "/b") { MostAhead = NodaTime.Duration.FromHours(2) }));
        Assert.Contains("two meanings", Assert.Throws<CctsDataException>(() => FileProfile.Read(Encoding.UTF8.GetBytes("""
            {"registry":"x","source":"x","instructions":{"transfer":"T","retire":"R","cancel":"C"},"outcomes":{"confirmed":["A"],"pending":["A"]},"refusals":{},"states":{}}
            """))).Message, StringComparison.Ordinal);
    }

    private static string AnswerName(string key) => "answer-" + Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(key))) + ".csv";

    private static UnitInstruction Retire(string key) => new() { Key = key, Kind = InstructionKind.Retire, Units = new SerialBlock("icm", "s", new BlockRange(1, 10)), FromAccount = "R-mill" };

    private async Task<ChannelOutcome> Twice(UnitInstruction first, UnitInstruction second)
    {
        await Send(first);
        return await Send(second);
    }

    private Task<ChannelOutcome> Send(UnitInstruction instruction) => _channel.SendAsync(instruction, TestContext.Current.CancellationToken);

    private Task<RegistryOutcome<UnitsAnswer>> Ask(UnitInstruction instruction) => _channel.AskAsync(instruction, null, TestContext.Current.CancellationToken);

    private async Task<List<ExportRow>> Read()
    {
        var rows = new List<ExportRow>();
        await foreach (var row in _channel.ReadHoldingsAsync(TestContext.Current.CancellationToken))
        {
            rows.Add(row);
        }

        return rows;
    }

    private sealed class At(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
