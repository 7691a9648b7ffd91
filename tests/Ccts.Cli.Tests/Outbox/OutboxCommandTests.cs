using System;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using Ccts.Ledger.Sqlite;
using Ccts.Registry.Adapters.Channels;
using Ccts.Registry.Adapters.Outbox;
using Ccts.Registry.Adapters.Registries;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Blocks;
using Ccts.Sdk.Ledger.Outbox;
using NodaTime;

namespace Ccts.Cli.Tests.Outbox;

/// <summary><c>ccts outbox</c> end to end: what waits is seen, what an operator decides is journaled, what would be unsafe is refused.</summary>
public sealed class OutboxCommandTests : IAsyncLifetime
{
    private static readonly Instant Then = WaitingLedger.Then;

    private readonly string _folder = Directory.CreateTempSubdirectory("outbox").FullName;

    private string Ledger => Path.Combine(_folder, "ledger.db");

    public async ValueTask InitializeAsync()
    {
        await WaitingLedger.Write(Ledger);
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return default;
    }

    [Fact]
    public async Task The_history_of_a_unit_shows_what_became_of_its_instruction()
    {
        var path = Path.Combine(_folder, "history.db");
        var instruction = WaitingLedger.Instruction("retire-1", InstructionKind.Retire);
        using (var journal = SqliteJournal.Open(path))
        {
            var engine = new LedgerEngine(journal, LedgerPolicy.Bare);
            engine.Execute(new IssueUnits("issue", Then, "mill", new Parcel(new UnitLot("icm", instruction.Units.Scope, "ccc", 2025), instruction.Units.Range)));
            engine.Execute(new ReserveUnits("retire-1", Then, "mill", "retire-1", new ChosenUnits(instruction.Units), ReservationPurpose.Other), instruction.ToIntent());
            using var outbox = new SqliteOutbox(journal);
            var lease = (await outbox.TakeAsync("a host", Duration.FromMinutes(1), TestContext.Current.CancellationToken))!;
            var machine = new OutboxMachine(new OutboxPolicy(Duration.FromHours(1)), "a host", lease.Epoch);
            var taken = machine.Take(new IntentPlace(2, 0), instruction.ToIntent(), Then);
            var sent = machine.Send(taken.Next, Then);
            var done = machine.Answered(sent.Next, ChannelOutcome.Confirmed("REG-77"), Then);
            await outbox.WriteAsync(lease, [.. new[] { taken, sent, done }.Select(OutboxText.ToWrite)], TestContext.Current.CancellationToken);
        }

        var serial = $"icm:{instruction.Units.Scope}:{instruction.Units.Start}";
        var run = await CctsTool.Run(null, "ledger", "history", serial, "--journal", path, "--json");
        var told = JsonDocument.Parse(run.Output).RootElement.GetProperty("steps")[1].GetProperty("instructions")[0];
        Assert.Equal(("confirmed", "REG-77"), (told.GetProperty("outcome").GetProperty("state").GetString(), told.GetProperty("outcome").GetProperty("reference").GetString()));
        Assert.Equal(["taken", "send", "done"], told.GetProperty("moves").EnumerateArray().Select(m => m.GetProperty("cause").GetString()));
        Assert.Contains("confirmed", (await CctsTool.Run(null, "ledger", "history", serial, "--journal", path)).Output, StringComparison.Ordinal);
    }

    /// <summary>An empty list would say that nothing was instructed.</summary>
    [Fact]
    public async Task What_the_ledger_has_committed_and_no_outbox_has_taken_over_is_told()
    {
        var path = Path.Combine(_folder, "committed.db");
        using (var journal = SqliteJournal.Open(path))
        {
            var engine = new LedgerEngine(journal, LedgerPolicy.Bare);
            var (first, second) = (WaitingLedger.Instruction("retire-1", InstructionKind.Retire), WaitingLedger.Instruction("retire-2", InstructionKind.Retire));
            foreach (var instruction in new[] { first, second })
            {
                engine.Execute(new IssueUnits("issue-" + instruction.Key, Then, "mill", new Parcel(new UnitLot("icm", instruction.Units.Scope, "ccc", 2025), instruction.Units.Range)));
            }

            engine.Execute(new ReserveUnits("1", Then, "mill", "1", new ChosenUnits(first.Units), ReservationPurpose.Other), first.ToIntent());
            engine.Execute(new ReserveUnits("2", Then, "mill", "2", new ChosenUnits(second.Units), ReservationPurpose.Other), second.ToIntent());
            using var outbox = new SqliteOutbox(journal);
            var lease = (await outbox.TakeAsync("a host", Duration.FromMinutes(1), TestContext.Current.CancellationToken))!;
            var taken = new OutboxMachine(new OutboxPolicy(Duration.FromHours(1)), "a host", lease.Epoch).Take(new IntentPlace(3, 0), first.ToIntent(), Then);
            await outbox.WriteAsync(lease, [OutboxText.ToWrite(taken)], TestContext.Current.CancellationToken);
        }

        var list = (await Json("list", path)).Output;
        Assert.Equal(["retire-1"], list.GetProperty("instructions").EnumerateArray().Select(i => i.GetProperty("key").GetString()));
        Assert.Equal(["retire-2"], list.GetProperty("waiting").EnumerateArray().Select(i => i.GetProperty("key").GetString()));
        Assert.Contains("no outbox yet: retire-2 to icm", string.Join(' ', (await CctsTool.Run(null, "outbox", "list", path)).Output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        var shown = await CctsTool.Run(null, "outbox", "show", path, "retire-2");
        Assert.Equal(ExitCode.No, shown.ExitCode);
        Assert.Contains("nothing of it was sent", shown.Error + shown.Output, StringComparison.Ordinal);
        Assert.Contains("retire-3", (await CctsTool.Run(null, "outbox", "show", path, "retire-3")) is var none ? none.Error + none.Output : "", StringComparison.Ordinal);
        Assert.DoesNotContain("no outbox yet", (await CctsTool.Run(null, "outbox", "list", Ledger)).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_waits_is_listed_and_shown_with_its_journal()
    {
        var (code, list) = await Json("list", Ledger);
        Assert.Equal(ExitCode.Yes, code);
        Assert.Equal(["garbled parked", "retire-1 unknown", "transfer-1 unknown"], list.GetProperty("instructions").EnumerateArray().Select(i => $"{i.GetProperty("key")} {i.GetProperty("state")}"));
        Assert.Equal(1, (await Json("list", Ledger, "--state", "parked")).Output.GetProperty("instructions").GetArrayLength());
        var shown = (await Json("show", Ledger, "retire-1")).Output;
        Assert.Equal(["taken", "send", "no-answer"], shown.GetProperty("moves").EnumerateArray().Select(m => m.GetProperty("cause").GetString()));
        Assert.StartsWith("sha256:", shown.GetProperty("moves")[1].GetProperty("fingerprint").GetString(), StringComparison.Ordinal);
        Assert.Contains("time-out", (await CctsTool.Run(null, "outbox", "show", Ledger, "retire-1")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_changed_on_the_disk_is_listed_with_what_the_ledger_committed_and_resolved_by_hand()
    {
        var path = Path.Combine(_folder, "changed.db");
        using (var journal = SqliteJournal.Open(path))
        {
            var engine = new LedgerEngine(journal, LedgerPolicy.Bare);
            var instruction = WaitingLedger.Instruction("retire-1", InstructionKind.Retire);
            engine.Execute(new IssueUnits("issue", Then, "mill", new Parcel(new UnitLot("icm", instruction.Units.Scope, "ccc", 2025), instruction.Units.Range)));
            engine.Execute(new ReserveUnits("retire-1", Then, "mill", "retire-1", new ChosenUnits(instruction.Units), ReservationPurpose.Other), instruction.ToIntent());
            using var outbox = new SqliteOutbox(journal);
            var lease = (await outbox.TakeAsync("a host", Duration.FromMinutes(1), TestContext.Current.CancellationToken))!;
            var taken = new OutboxMachine(new OutboxPolicy(Duration.FromHours(1)), "a host", lease.Epoch).Take(new IntentPlace(2, 0), instruction.ToIntent(), Then);
            await outbox.WriteAsync(lease, [OutboxText.ToWrite(taken)], TestContext.Current.CancellationToken);
        }

        using (var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={path};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "UPDATE outbox SET payload = replace(payload, '\"10\"', '\"9\"'), state = replace(state, 'intended', 'not-done')";
            Assert.Equal(1, command.ExecuteNonQuery());
        }

        var told = (await Json("list", path)).Output.GetProperty("instructions")[0];
        Assert.Equal(("row-changed", true, "10"), (told.GetProperty("code").GetString(), told.GetProperty("changed").GetBoolean(), told.GetProperty("end").GetString()));
        Assert.Contains("row-changed", (await CctsTool.Run(null, "outbox", "list", path)).Output, StringComparison.Ordinal);
        Assert.Equal(ExitCode.No, (await CctsTool.Run(null, "ledger", "check", path)).ExitCode);
        Assert.Equal((ExitCode.No, "refused"), await Problem("retry", path, "retire-1", "--by", "asha", "--reason", "x"));
        Assert.Equal((ExitCode.No, "refused"), await Problem("cancel", path, "retire-1", "--by", "asha", "--reason", "x"));
        var resolved = (await Json("resolve", path, "retire-1", "--done", "none", "--by", "asha", "--reason", "the registry shows them held")).Output;
        Assert.Equal(("cancelled", true), (resolved.GetProperty("state").GetString(), resolved.GetProperty("changed").GetBoolean()));
        var moves = (await Json("show", path, "retire-1")).Output.GetProperty("moves").EnumerateArray().Select(m => m.GetProperty("cause").GetString());
        Assert.Equal(["taken", "changed", "resolved-not-done"], moves);
    }

    /// <summary>Not a day that nobody has stated: a registry that settles within an hour would hold the units up for longer.</summary>
    [Fact]
    public async Task The_settling_time_that_the_host_kept_counts_where_none_is_stated()
    {
        var path = Path.Combine(_folder, "kept.db");
        var at = SystemClock.Instance.GetCurrentInstant() - Duration.FromHours(2);
        using (var journal = SqliteJournal.Open(path))
        {
            using var outbox = new SqliteOutbox(journal);
            var lease = (await outbox.TakeAsync("a host", Duration.FromMinutes(1), TestContext.Current.CancellationToken))!;
            foreach (var (key, hours, place) in new[] { ("soon", 1, 1), ("late", 48, 2) })
            {
                var machine = new OutboxMachine(new OutboxPolicy(Duration.FromHours(hours)), "a host", lease.Epoch);
                var taken = machine.Take(new IntentPlace(place, 0), WaitingLedger.Instruction(key, InstructionKind.Retire).ToIntent(), at);
                var sent = machine.Send(taken.Next, at);
                await outbox.WriteAsync(lease, [.. new[] { taken, sent, machine.Answered(sent.Next, ChannelOutcome.Unknown("time-out", "no answer"), at) }.Select(OutboxText.ToWrite)], TestContext.Current.CancellationToken);
            }
        }

        Assert.Equal((ExitCode.No, "refused"), await Problem("resolve", path, "late", "--done", "none", "--by", "asha", "--reason", "seen twice"));
        Assert.Equal("cancelled", (await Json("resolve", path, "soon", "--done", "none", "--by", "asha", "--reason", "seen twice")).Output.GetProperty("state").GetString());
        Assert.True((await Json("show", path, "soon")).Output.GetProperty("givenUp").GetBoolean());
        Assert.Contains("cancelled; given up: ", (await CctsTool.Run(null, "outbox", "show", path, "soon")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_of_an_unknown_key_or_ledger_is_told_as_if_it_were_there()
    {
        Assert.Equal((ExitCode.No, "unknown-instruction"), await Problem("show", Ledger, "retire-2"));
        Assert.Equal((ExitCode.BadInput, "file-not-readable"), await Problem("list", Path.Combine(_folder, "none.db")));
        Assert.False(File.Exists(Path.Combine(_folder, "none.db")));
        Assert.Equal((ExitCode.No, "unknown-instruction"), await Problem("retry", Ledger, "nobody", "--by", "asha", "--reason", "x"));
    }

    [Fact]
    public async Task What_is_resolved_is_journaled_with_who_and_why()
    {
        Assert.Equal(ExitCode.Yes, (await Json("resolve", Ledger, "retire-1", "--done", "1-4", "--settling", "PT1H", "--by", "asha", "--reason", "seen in the portal")).Code);
        var shown = (await Json("show", Ledger, "retire-1")).Output;
        Assert.Equal("cancelled", shown.GetProperty("state").GetString());
        Assert.Equal("4", shown.GetProperty("done")[0].GetProperty("end").GetString());
        var move = shown.GetProperty("moves").EnumerateArray().Last();
        Assert.Equal("asha: seen in the portal (settling time stated: PT1H)", $"{move.GetProperty("actor")}: {move.GetProperty("reason")}");
        Assert.Equal((ExitCode.No, "refused"), await Problem("resolve", Ledger, "retire-1", "--done", "all", "--by", "asha", "--reason", "again"));
    }

    [Fact]
    public async Task What_cannot_be_read_is_cancelled_and_never_retried()
    {
        Assert.Equal((ExitCode.No, "refused"), await Problem("retry", Ledger, "garbled", "--by", "asha", "--reason", "x"));
        Assert.Equal(ExitCode.Yes, (await Json("cancel", Ledger, "garbled", "--by", "asha", "--reason", "it was never sent")).Code);
    }

    [Fact]
    public async Task What_is_in_doubt_is_not_cancelled_at_once()
    {
        Assert.Equal("unknown", (await Json("cancel", Ledger, "retire-1", "--by", "asha", "--reason", "not wanted")).Output.GetProperty("state").GetString());
        Assert.Contains("never sent again", (await CctsTool.Run(null, "outbox", "cancel", Ledger, "retire-1", "--by", "asha", "--reason", "once more")).Output, StringComparison.Ordinal);
        Assert.True((await Json("show", Ledger, "retire-1")).Output.GetProperty("givenUp").GetBoolean());
        Assert.Contains("unknown; given up", (await CctsTool.Run(null, "outbox", "show", Ledger, "retire-1")).Output, StringComparison.Ordinal);
        Assert.Contains("given up", (await CctsTool.Run(null, "outbox", "list", Ledger)).Output, StringComparison.Ordinal);
    }

    /// <summary>A ledger is not called sound over an outbox that was changed: what is sent would not be what was decided.</summary>
    [Theory]
    [InlineData("", "")]
    [InlineData("UPDATE outbox SET payload = replace(payload, 'R-mill', 'R-milk')", "not as entry 2")]
    [InlineData("UPDATE outbox SET payload = replace(payload, 'R-mill', 'R-milk')", "checksum does not fit")]
    [InlineData("UPDATE outbox SET registry = 'verra'", "not as entry 2")]
    [InlineData("UPDATE outbox SET position = 1", "gives none")]
    [InlineData("UPDATE outbox SET state = replace(state, 'unknown', 'not-done')", "checksum does not fit")]
    [InlineData("UPDATE outbox SET state = replace(state, '\"v\":2', '\"v\":9')", "checksum does not fit")]
    [InlineData("UPDATE outbox SET open = 0", "checksum does not fit")]
    [InlineData("DELETE FROM outbox", "was taken over, and has no row")]
    [InlineData("DELETE FROM outbox; DELETE FROM outbox_move", "was taken over, and has no row")]
    [InlineData("DELETE FROM outbox; UPDATE outbox_owner SET taken_position = 0", "has moves, and no row")]
    [InlineData("UPDATE outbox_owner SET taken_position = 0", "has taken over up to 0.0, and has a row at 2.0")]
    [InlineData("DELETE FROM outbox_move WHERE version = 2", "do not follow")]
    [InlineData("DELETE FROM outbox_move WHERE version = 3", "has 2 moves")]
    [InlineData("UPDATE outbox_move SET line = 'x' WHERE version = 3", "not a move")]
    [InlineData("DROP TABLE outbox_move", "outbox_move")]
    public async Task A_changed_outbox_is_told_by_the_check_of_its_ledger(string change, string told)
    {
        var path = Path.Combine(_folder, "changed.db");
        var instruction = WaitingLedger.Instruction("retire-1", InstructionKind.Retire);
        using (var journal = SqliteJournal.Open(path))
        {
            var engine = new LedgerEngine(journal, LedgerPolicy.Bare);
            engine.Execute(new IssueUnits("issue", Then, "mill", new Parcel(new UnitLot("icm", instruction.Units.Scope, "ccc", 2025), instruction.Units.Range)));
            engine.Execute(new ReserveUnits("retire-1", Then, "mill", "retire-1", new ChosenUnits(instruction.Units), ReservationPurpose.Other), instruction.ToIntent());
            using var outbox = new SqliteOutbox(journal);
            var lease = (await outbox.TakeAsync("a host", Duration.FromMinutes(1), TestContext.Current.CancellationToken))!;
            var machine = new OutboxMachine(new OutboxPolicy(Duration.FromHours(1)), "a host", lease.Epoch);
            var taken = machine.Take(new IntentPlace(2, 0), instruction.ToIntent(), Then);
            var sent = machine.Send(taken.Next, Then);
            var unknown = machine.Answered(sent.Next, ChannelOutcome.Unknown("time-out", "x"), Then);
            await outbox.WriteAsync(lease, [.. new[] { taken, sent, unknown }.Select(OutboxText.ToWrite)], TestContext.Current.CancellationToken);
            if (change.Length > 0)
            {
                await journal.Write(c =>
                {
                    using var command = c.CreateCommand();
                    command.CommandText = change;
                    command.ExecuteNonQuery();
                });
            }
        }

        var run = await CctsTool.Run(null, "ledger", "check", path, "--json");
        var findings = string.Join('\n', JsonDocument.Parse(run.Output).RootElement.GetProperty("findings").EnumerateArray().Select(f => f.GetString()));
        Assert.Equal(told.Length == 0 ? ExitCode.Yes : ExitCode.No, run.ExitCode);
        Assert.True(told.Length == 0 ? findings.Length == 0 : findings.Contains(told, StringComparison.Ordinal), findings);
    }

    /// <summary>A host that died while it sent or asked is what an operator is called for; "ask again" would send him away until another host starts.</summary>
    [Theory]
    [InlineData(false, "cancel", "unknown", "taken send owner-lost given-up")]
    [InlineData(true, "cancel", "unknown", "taken send no-answer ask owner-lost given-up")]
    [InlineData(false, "resolve", "confirmed", "taken send owner-lost resolved-done")]
    [InlineData(true, "resolve", "confirmed", "taken send no-answer ask owner-lost resolved-done")]
    public async Task What_a_host_was_at_when_it_died_is_decided_on(bool wasAsking, string verb, string state, string causes)
    {
        var path = Path.Combine(_folder, "died.db");
        var instruction = WaitingLedger.Instruction("retire-1", InstructionKind.Retire);
        using (var journal = SqliteJournal.Open(path))
        {
            using var outbox = new SqliteOutbox(journal);
            var lease = (await outbox.TakeAsync("a host", Duration.FromMinutes(1), TestContext.Current.CancellationToken))!;
            var machine = new OutboxMachine(new OutboxPolicy(Duration.FromHours(1)), "a host", lease.Epoch);
            var taken = machine.Take(new IntentPlace(1, 0), instruction.ToIntent(), Then);
            var sent = machine.Send(taken.Next, Then);
            var unknown = machine.Answered(sent.Next, ChannelOutcome.Unknown("time-out", "x"), Then);
            OutboxStep[] steps = wasAsking ? [taken, sent, unknown, machine.Ask(unknown.Next, Then)] : [taken, sent];
            await outbox.WriteAsync(lease, [.. steps.Select(OutboxText.ToWrite)], TestContext.Current.CancellationToken);
        }

        string[] done = verb == "resolve" ? ["--done", "all"] : [];
        var (code, told) = await Json([verb, path, "retire-1", "--by", "asha", "--reason", "its host is gone", .. done]);
        Assert.Equal((ExitCode.Yes, state), (code, told.GetProperty("state").GetString()));
        Assert.Equal(causes, string.Join(' ', (await Json("show", path, "retire-1")).Output.GetProperty("moves").EnumerateArray().Select(m => m.GetProperty("cause").GetString())));
        Assert.Equal((ExitCode.No, "refused"), await Problem("retry", path, "retire-1", "--by", "asha", "--reason", "x"));
    }

    [Theory]
    [InlineData("1-99")]
    [InlineData("11")]
    public async Task Numbers_of_others_are_refused(string done) =>
        Assert.Equal((ExitCode.No, "refused"), await Problem("resolve", Ledger, "retire-1", "--done", done, "--settling", "PT1H", "--by", "asha", "--reason", "x"));

    [Theory]
    [InlineData("retire-1", "5-1", "PT1H")]
    [InlineData("retire-1", "some", "PT1H")]
    [InlineData("retire-1", "1-5,3-7", "PT1H")]
    [InlineData("retire-1", "9,9", "PT1H")]
    [InlineData("transfer-1", "all", "soon")]
    [InlineData("transfer-1", "all", "P9999999D")]
    [InlineData("transfer-1", "all", "P99999999999999999999D")]
    [InlineData("transfer-1", "all", "PT-5H")]
    [InlineData("transfer-1", "all", "PT59M")]
    public async Task What_is_not_understood_is_bad_input(string key, string done, string settling) =>
        Assert.Equal((ExitCode.BadInput, "bad-option"), await Problem("resolve", Ledger, key, "--done", done, "--by", "asha", "--reason", "x", "--settling", settling));

    /// <summary>Rows of earlier versions do not say under which settling time they were sent; nobody guesses one.</summary>
    [Theory]
    [InlineData("none", null, "bad-option")]
    [InlineData("1-4", null, "bad-option")]
    [InlineData("all", null, "bad-option")]
    [InlineData("all", "PT1M", "")]
    [InlineData("1,200", "PT1M", "bad-option")]
    [InlineData("1,001-1,500", "PT1M", "bad-option")]
    [InlineData("1-1,200-200", "PT1M", "")]
    [InlineData("1,20", "PT1M", "")]
    public async Task What_a_row_does_not_say_is_stated_and_what_may_be_read_in_two_ways_is_refused(string done, string? settling, string code)
    {
        var path = Path.Combine(_folder, "earlier.db");
        var few = WaitingLedger.Instruction("t", InstructionKind.Transfer);
        var instruction = few with { Units = few.Units.With(new BlockRange(1, 5000)) };
        using (var journal = SqliteJournal.Open(path))
        {
            using var outbox = new SqliteOutbox(journal);
            var lease = (await outbox.TakeAsync("a host", Duration.FromMinutes(1), TestContext.Current.CancellationToken))!;
            var machine = new OutboxMachine(new OutboxPolicy(Duration.FromHours(1)), "a host", lease.Epoch);
            var taken = machine.Take(new IntentPlace(1, 0), instruction.ToIntent(), Then);
            var sent = machine.Send(taken.Next, Then);
            sent = sent with { Next = sent.Next with { Attempt = sent.Next.Attempt! with { Settling = null } } };
            var unknown = machine.Answered(sent.Next, ChannelOutcome.Unknown("time-out", "x"), Then);
            await outbox.WriteAsync(lease, [.. new[] { taken, sent, unknown }.Select(OutboxText.ToWrite)], TestContext.Current.CancellationToken);
        }

        string[] given = ["resolve", path, "t", "--done", done, "--by", "asha", "--reason", "x", .. settling is null ? Array.Empty<string>() : ["--settling", settling]];
        Assert.Equal((code.Length == 0 ? ExitCode.Yes : ExitCode.BadInput, code), code.Length == 0 ? ((await Json(given)).Code, "") : await Problem(given));
    }

    [Fact]
    public async Task The_settling_time_that_a_row_keeps_need_not_be_stated_again() =>
        Assert.Equal("confirmed", (await Json("resolve", Ledger, "transfer-1", "--done", "all", "--by", "asha", "--reason", "x")).Output.GetProperty("state").GetString());

    /// <summary>What is called not done is the dangerous side: its units are free at once, and a late copy of the request may still take them.</summary>
    [Fact]
    public async Task What_the_registry_may_still_act_on_is_given_up_only_by_who_says_so()
    {
        // WaitingLedger's attempts are of the past; a settling time that reaches from there to now is not over.
        string[] given = ["resolve", Ledger, "retire-1", "--done", "none", "--by", "asha", "--reason", "the portal shows 1-10 active", "--settling", "P3650D"];
        Assert.Equal((ExitCode.No, "refused"), await Problem(given));
        var (code, told) = await Json([.. given, "--before-settled"]);
        Assert.Equal((ExitCode.Yes, "cancelled"), (code, told.GetProperty("state").GetString()));
        var move = (await Json("show", Ledger, "retire-1")).Output.GetProperty("moves").EnumerateArray().Last();
        Assert.Equal("before-settled", move.GetProperty("code").GetString());
    }

    [Theory]
    [InlineData("resolve", "", "x")]
    [InlineData("resolve", "asha", " ")]
    [InlineData("cancel", " ", "x")]
    [InlineData("retry", "asha", "")]
    public async Task A_decision_without_a_name_or_a_reason_is_bad_input(string verb, string by, string reason)
    {
        string[] done = verb == "resolve" ? ["--done", "all"] : [];
        Assert.Equal((ExitCode.BadInput, "bad-option"), await Problem([verb, Ledger, "retire-1", "--by", by, "--reason", reason, .. done]));
        Assert.Equal("unknown", (await Json("show", Ledger, "retire-1")).Output.GetProperty("state").GetString());
    }

    [Fact]
    public async Task What_was_decided_is_told_with_its_numbers()
    {
        var told = await CctsTool.Run(null, "outbox", "resolve", Ledger, "retire-1", "--done", "1-4", "--settling", "PT1H", "--by", "asha", "--reason", "seen");
        Assert.Contains("retire-1 is cancelled; done: 1-4; given up: 5-10.", told.Output, StringComparison.Ordinal);
        Assert.Contains("release that in the ledger by hand", (await CctsTool.Run(null, "outbox", "cancel", Ledger, "garbled", "--by", "asha", "--reason", "never sent")).Output.ReplaceLineEndings(" "), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_taken_over_and_has_no_row_is_not_told_as_one_that_waits()
    {
        var path = Path.Combine(_folder, "gone.db");
        var instruction = WaitingLedger.Instruction("retire-1", InstructionKind.Retire);
        using (var journal = SqliteJournal.Open(path))
        {
            var engine = new LedgerEngine(journal, LedgerPolicy.Bare);
            engine.Execute(new IssueUnits("issue", Then, "mill", new Parcel(new UnitLot("icm", instruction.Units.Scope, "ccc", 2025), instruction.Units.Range)));
            engine.Execute(new ReserveUnits("retire-1", Then, "mill", "retire-1", new ChosenUnits(instruction.Units), ReservationPurpose.Other), instruction.ToIntent());
            using var outbox = new SqliteOutbox(journal);
            var lease = (await outbox.TakeAsync("a host", Duration.FromMinutes(1), TestContext.Current.CancellationToken))!;
            await outbox.WriteAsync(lease, [OutboxText.ToWrite(new OutboxMachine(new OutboxPolicy(Duration.FromHours(1)), "a host", lease.Epoch).Take(new IntentPlace(2, 0), instruction.ToIntent(), Then))], TestContext.Current.CancellationToken);
            await journal.Write(c =>
            {
                using var command = c.CreateCommand();
                command.CommandText = "DELETE FROM outbox";
                command.ExecuteNonQuery();
            });
        }

        await IsMissing();

        // In a file of a version that did not keep how far it had come, the moves are what is left.
        using (var journal = SqliteJournal.Open(path))
        {
            await journal.Write(c =>
            {
                using var command = c.CreateCommand();
                command.CommandText = "UPDATE outbox_owner SET taken_position = 0, taken_number = 0";
                command.ExecuteNonQuery();
            });
        }

        await IsMissing();

        async Task IsMissing()
        {
            var (code, list) = await Json("list", path);
            Assert.Equal((ExitCode.No, 0), (code, list.GetProperty("waiting").GetArrayLength()));
            Assert.Equal("retire-1", Assert.Single(list.GetProperty("lost").EnumerateArray()).GetProperty("key").GetString());
            var told = await CctsTool.Run(null, "outbox", "list", path);
            Assert.Equal(ExitCode.No, told.ExitCode);
            Assert.Contains("row-missing", told.Output, StringComparison.Ordinal);
            Assert.DoesNotContain("none waits", told.Output, StringComparison.Ordinal);
            Assert.Equal((ExitCode.No, "row-missing"), await Problem("show", path, "retire-1"));
        }
    }

    [Fact]
    public async Task While_a_host_has_the_ledger_open_it_is_read_and_not_decided_on()
    {
        using var journal = SqliteJournal.Open(Ledger);
        Assert.Equal(ExitCode.Yes, (await Json("list", Ledger)).Code);
        Assert.Equal(ExitCode.BadInput, (await Problem("cancel", Ledger, "garbled", "--by", "asha", "--reason", "x")).Code);
    }

    private static async Task<(int Code, JsonElement Output)> Json(params string[] args)
    {
        var run = await CctsTool.Run(null, ["outbox", .. args, "--json"]);
        using var document = JsonDocument.Parse(run.Output);
        return (run.ExitCode, document.RootElement.Clone());
    }

    private static async Task<(int Code, string? Problem)> Problem(params string[] args)
    {
        var (code, output) = await Json(args);
        return (code, output.GetProperty("problems")[0].GetProperty("code").GetString());
    }
}
