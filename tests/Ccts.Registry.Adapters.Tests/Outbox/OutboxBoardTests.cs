using Ccts.Registry.Adapters.Channels;
using Ccts.Registry.Adapters.Outbox;
using Ccts.Registry.Adapters.Registries;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Blocks;
using Ccts.Sdk.Ledger.Outbox;
using NodaTime;

namespace Ccts.Registry.Adapters.Tests.Outbox;

/// <summary>What the open instructions keep from each other: numbers whose fate is not known are sent by nobody else, and no instruction is worked on twice at a time.</summary>
public class OutboxBoardTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 12, 1, 0, 0);

    [Fact]
    public void A_parked_instruction_holds_up_what_overlaps_it_and_nothing_else()
    {
        var board = Board(out var first, out _);
        board.Replace(first with { State = InstructionState.Parked, Due = null });
        Assert.Equal("beside", board.BeginForRegistry("icm", Now)?.Key);
        Assert.Null(board.BeginForRegistry("icm", Now));
    }

    [Fact]
    public void The_rest_of_what_was_done_in_part_holds_up_what_overlaps_it()
    {
        var board = Board(out var first, out _);
        board.Replace(first with { State = InstructionState.Partial, Done = BlockSet.Of(new BlockRange(1, 4)), Due = null });
        Assert.Equal("beside", board.BeginForRegistry("icm", Now)?.Key);
        Assert.Null(board.BeginForRegistry("icm", Now));
    }

    /// <summary>Numbers 5 and 6 are done: they are free for the next, and the rest is not.</summary>
    [Fact]
    public void What_was_done_in_part_holds_up_nothing_more()
    {
        var board = Board(out var first, out _);
        board.Replace(first with { State = InstructionState.Partial, Done = BlockSet.Of(new BlockRange(5, 6)), Due = null });
        Assert.Equal("over", board.BeginForRegistry("icm", Now)?.Key);
    }

    [Fact]
    public void No_instruction_is_worked_on_twice_at_a_time()
    {
        var board = Board(out _, out var beside);
        Assert.Equal("beside", board.Begin("beside")?.Key);
        Assert.Null(board.Begin("beside"));
        Assert.Null(board.BeginForRegistry("icm", Now));
        board.Free(beside.Place);
        Assert.NotNull(board.Begin("beside"));
    }

    /// <summary>Three instructions: numbers 1 to 10, being sent; 5 and 6 of them, which wait; and 20 to 21 beside them.</summary>
    private static OutboxBoard Board(out OutboxRecord first, out OutboxRecord beside)
    {
        var board = new OutboxBoard();
        first = Record("first", 1, 1, 10) with { State = InstructionState.Sending };
        beside = Record("beside", 3, 20, 21);
        Assert.True(board.Add(first) && board.Add(Record("over", 2, 5, 6)) && board.Add(beside));
        Assert.Equal("first", board.Begin("first")?.Key);
        return board;
    }

    private static OutboxRecord Record(string key, long position, ulong start, ulong end)
    {
        var units = new SerialBlock("icm", "s", new BlockRange(start, end));
        var instruction = new UnitInstruction { Key = key, Kind = InstructionKind.Retire, Units = units, FromAccount = "R-mill", Ledger = new LedgerEffect("mill", key) };
        return new OutboxRecord { Place = new IntentPlace(position, 0), Key = key, Registry = "icm", Payload = "", Instruction = instruction, State = InstructionState.Intended, Due = Now };
    }
}
