using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using System.Threading.Tasks;
using Ccts.Registry.Adapters.Channels;
using Ccts.Registry.Adapters.Channels.Files;
using Ccts.Registry.Adapters.Channels.Icm;
using Ccts.Registry.Adapters.Exports;
using Ccts.Registry.Adapters.Registries;
using Ccts.Sdk.Ledger.Blocks;

namespace Ccts.Registry.Channels.Tests.Files;

/// <summary>Files that contradict themselves, are of another encoding, are exchanged or lie where others are meant: none of them is a yes or a no.</summary>
public sealed class FileAttackTests : IDisposable
{
    private const string AnswerHeader = "reference,status,code,message,id,start,end,time\r\n";
    private const string StatementHeader = "scope,start,end,account,state,reference,serial\r\n";
    private const string Statement = "statement-20261129T090400Z.csv";

    private static readonly UnitInstruction Retire = new() { Key = "k", Kind = InstructionKind.Retire, Units = new SerialBlock("icm", "s", new BlockRange(1, 10)), FromAccount = "R-mill" };

    private readonly FileRegistry _registry = new();
    private readonly FileChannel _channel;

    public FileAttackTests()
    {
        _channel = IcmChannels.OverFiles(new FileDrop(_registry.Instructions, _registry.Answers, "R-mill"), time: _registry.Clock);
        _registry.Issue("s", new BlockRange(1, 100), "R-mill");
    }

    public void Dispose() => _registry.Dispose();

    [Theory]
    [InlineData("k,REJECTED,not-permitted,,,,,\r\nk,REJECTED,units-elsewhere,,,,,")]
    [InlineData("k,COMPLETED,,,R-1,1,5,\r\nk,COMPLETED,,,R-2,6,10,")]
    [InlineData("k,COMPLETED,,,R-1,1,5,2026-11-29T09:00:00Z\r\nk,COMPLETED,,,R-1,6,10,2026-11-29T09:00:01Z")]
    [InlineData("k,COMPLETED,,,,1,5,\r\nk,PENDING,,,,6,10,")]
    [InlineData("k,COMPLETED,,,,1,5,\r\nother,COMPLETED,,,,6,10,")]
    [InlineData("k,COMPLETED,,,,1,6,\r\nk,COMPLETED,,,,5,10,")]
    [InlineData("k,COMPLETED,,,,1,10,\r\nk,COMPLETED,,,,1,10,")]
    [InlineData("k,COMPLETED,,,,,,\r\nk,COMPLETED,,,,1,5,")]
    [InlineData("k,COMPLETED,,,,,,\r\nk,COMPLETED,,,,,,")]
    [InlineData("k,COMPLETED,,,,1,11,")]
    [InlineData("k,COMPLETED,,,,10,1,")]
    [InlineData("k,COMPLETED,,,,1,,")]
    [InlineData("k,COMPLETED,,,,1,10,29-11-2026")]
    [InlineData("k,COMPLETED,,,,1,10,2026-11-29T14:30:00+05:30")]
    [InlineData("k,COMPLETED,,,,1,10,2999-01-01T00:00:00Z")]
    [InlineData("K,COMPLETED,,,,1,10,")]
    [InlineData("k,completed,,,,1,10,")]
    [InlineData("k,COMPLETED,malformed,,,1,10,")]
    [InlineData("k,COMPLETED,Not-Permitted,,,1,10,")]
    [InlineData("k,COMPLETED,NOT_PERMITTED,,,1,10,")]
    [InlineData("k,COMPLETED,units-not-found,,,1,10,")]
    [InlineData("k,COMPLETED,,rejected by the custodian,,1,10,")]
    [InlineData("")]
    public async Task An_answer_that_is_not_understood_whole_is_neither_yes_nor_no(string rows)
    {
        _registry.Put(AnswerName("k"), AnswerHeader + rows + "\r\n");
        await SaysNothing();
    }

    [Theory]
    [InlineData("latin1", "reference,status,message\r\nk,COMPLETED,\u00e9\r\n")]
    [InlineData("utf-8", "")]
    [InlineData("utf-8", "<!doctype html><html></html>")]
    [InlineData("utf-8", "reference;status\r\nk;COMPLETED\r\n")]
    [InlineData("utf-8", "reference,status,status\r\nk,COMPLETED,REJECTED\r\n")]
    [InlineData("utf-8", "reference,status\r\nk,COMPLETED,REJECTED\r\n")]
    [InlineData("utf-8", "reference,status,errorMessage\r\nk,COMPLETED,account blocked\r\n")]
    public async Task An_answer_in_another_form_is_neither_yes_nor_no(string encoding, string text)
    {
        _registry.Put(AnswerName("k"), Encoding.GetEncoding(encoding).GetBytes(text));
        await SaysNothing();
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public async Task What_a_byte_order_mark_announces_is_understood(string encoding)
    {
        var form = Encoding.GetEncoding(encoding);
        _registry.Put(AnswerName("k"), [.. form.GetPreamble(), .. form.GetBytes(AnswerHeader + "k,COMPLETED,,,R-1,1,10,\r\n")]);
        Assert.Equal((OutcomeKind.Confirmed, "R-1"), (await Send()) is var told ? (told.Kind, told.Reference) : default);
    }

    /// <summary>Exchanged while it is read, or one of the two put there alone.</summary>
    [Theory]
    [InlineData("")]
    [InlineData("older")]
    [InlineData("of another file")]
    [InlineData("cut")]
    [InlineData("longer")]
    [InlineData("a folder")]
    public async Task A_checksum_that_is_not_of_this_file_makes_it_say_nothing(string checksum)
    {
        var (name, bytes) = (AnswerName("k"), Encoding.UTF8.GetBytes(AnswerHeader + "k,COMPLETED,,,R-1,1,10,\r\n"));
        _registry.Put(name, bytes);
        var (path, line) = (Path.Combine(_registry.Answers, name + ".sha256"), $"{Hex(bytes)}  {name}\n");
        File.Delete(path);
        switch (checksum)
        {
            case "older":
                File.WriteAllText(path, $"{Hex([1])}  {name}\n");
                break;
            case "of another file":
                File.WriteAllText(path, $"{Hex(bytes)}  {AnswerName("l")}\n");
                break;
            case "cut":
                File.WriteAllText(path, line[..40]);
                break;
            case "longer":
                File.WriteAllText(path, line + new string(' ', 600));
                break;
            case "a folder":
                Directory.CreateDirectory(path);
                break;
        }

        await SaysNothing();
        if (Directory.Exists(path))
        {
            Directory.Delete(path);
        }

        File.WriteAllText(path, line);
        Assert.Equal(OutcomeKind.Confirmed, (await Send()).Kind);
    }

    [Theory]
    [InlineData("")]
    [InlineData(StatementHeader + "s,1,100,R-mill,ACTIVE,,\r\ns,50,60,R-other,ACTIVE,,\r\n#total,2,111,,,,\r\n")]
    [InlineData(StatementHeader + "s,1,100,R-mill,ACTIVE,,\r\ns,1,10,R-mill,RETIRED,k,\r\n#total,2,110,,,,\r\n")]
    [InlineData(StatementHeader + "s,1,100,R-mill,ACTIVE,,\r\n#total,1,100,,,,\r\ns,200,210,R-mill,ACTIVE,,\r\n")]
    [InlineData(StatementHeader + "s,1,100,R-mill,ACTIVE,,\r\n")]
    public async Task A_statement_that_is_not_understood_whole_says_nothing(string text)
    {
        _registry.Put(Statement, text);
        Assert.True((await Ask()).IsUnknown);
        Assert.NotNull(Assert.Single(await Read()).Problem);
        Assert.Equal("no-statement", (await Probe()).Code);
    }

    [Fact]
    public async Task Names_that_differ_in_case_or_are_too_long_are_nobodys()
    {
        var answer = AnswerHeader + "k,COMPLETED,,,R-1,1,10,\r\n";
        _registry.Put(AnswerName("k").ToUpperInvariant(), answer);
        _registry.Put(AnswerName("k") + ".csv", answer);
        _registry.Put(Statement.ToUpperInvariant(), StatementHeader + "s,1,5,R-mill,ACTIVE,,\r\n#total,1,5,,,,\r\n");
        _registry.Put("statement-" + new string('2', 200) + ".csv", "nonsense");
        Assert.Equal("dropped", (await Send()).Code);
        Assert.Equal(100, (await Read()).Sum(r => r.Entry!.Quantity));
    }

    [Fact]
    public async Task A_folder_that_is_gone_is_told()
    {
        var answers = _registry.Answers;
        Directory.Delete(answers, recursive: true);
        Assert.Contains("folder", (await Ask()).Reason, StringComparison.Ordinal);
        Assert.Contains("folder", Assert.Single(await Read()).Problem!.Message, StringComparison.Ordinal);
        Assert.Equal("no-statement", (await Probe()).Code);
        Assert.Equal("dropped", (await Send()).Code);
    }

    /// <summary>Whoever carries it on may have taken its checksum away already; another one of this key it is not.</summary>
    [Fact]
    public async Task An_instruction_that_lies_there_without_its_checksum_may_have_been_sent()
    {
        await Send();
        File.Delete(Directory.GetFiles(_registry.Instructions, "*.sha256").Single());
        Assert.Equal((OutcomeKind.Unknown, "perhaps-dropped"), (await Send()) is var told ? (told.Kind, told.Code) : default);
    }

    [Theory]
    [InlineData("\n=1+1")]
    [InlineData("\t=1+1")]
    [InlineData("\r=1+1")]
    public async Task What_a_spreadsheet_would_run_behind_a_blank_is_not_dropped(string purpose)
    {
        var outcome = await _channel.SendAsync(Retire with { Purpose = purpose }, TestContext.Current.CancellationToken);
        Assert.Equal((OutcomeKind.Rejected, "not-sendable"), (outcome.Kind, outcome.Code));
    }

    [Fact]
    public void One_folder_in_two_spellings_is_one() => Assert.Throws<ArgumentException>(() => new FileDrop(_registry.Root, _registry.Root + "/"));

    private async Task SaysNothing()
    {
        Assert.Equal(OutcomeKind.Unknown, (await Send()).Kind);
        // It may be a yes: the outbox takes nothing for not done while it lies there.
        Assert.Equal(OutcomeKind.Unknown, (await Ask()).Value!.Status!.Kind);
        Assert.Empty(Directory.GetFiles(_registry.Instructions));
    }

    private static string AnswerName(string key) => "answer-" + Hex(Encoding.UTF8.GetBytes(key)) + ".csv";

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private Task<ChannelOutcome> Send() => _channel.SendAsync(Retire, TestContext.Current.CancellationToken);

    private Task<RegistryOutcome<UnitsAnswer>> Ask() => _channel.AskAsync(Retire, null, TestContext.Current.CancellationToken);

    private Task<ChannelOutcome> Probe() => _channel.ProbeAsync(TestContext.Current.CancellationToken);

    private async Task<List<ExportRow>> Read()
    {
        var rows = new List<ExportRow>();
        await foreach (var row in _channel.ReadHoldingsAsync(TestContext.Current.CancellationToken))
        {
            rows.Add(row);
        }

        return rows;
    }
}
