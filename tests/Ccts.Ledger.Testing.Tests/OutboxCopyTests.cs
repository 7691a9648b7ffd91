using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Ccts.Sdk.Ledger.Outbox;
using Ccts.Sdk.Problems;
using NodaTime;

namespace Ccts.Ledger.Testing.Tests;

/// <summary>An outbox that moves house has every instruction where it stood, or nothing.</summary>
public sealed class OutboxCopyTests
{
    private static readonly Duration Long = Duration.FromMinutes(1);

    [Fact]
    public async Task Every_instruction_comes_along_with_all_its_moves()
    {
        var source = await Filled();
        var target = new InMemoryOutbox(SystemClock.Instance);
        Assert.Equal(2, await OutboxCopy.CopyAsync(source, target, TestContext.Current.CancellationToken));
        Assert.Equal(source.All(), target.All());
        Assert.Equal(source.Open(), target.Open());
        Assert.All(source.All(), r => Assert.Equal(source.Moves(r.Key), target.Moves(r.Key)));
        Assert.Equal(source.Taken, target.Taken);
        Assert.Null(target.Holder);
    }

    [Fact]
    public async Task Into_one_that_is_not_empty_or_is_worked_off_nothing_is_copied()
    {
        var source = await Filled();
        Assert.Equal("file-exists", (await Assert.ThrowsAsync<CctsDataException>(() => OutboxCopy.CopyAsync(source, source, TestContext.Current.CancellationToken))).Problems[0].Code);
        var busy = new InMemoryOutbox(SystemClock.Instance);
        await busy.TakeAsync("another", Long, TestContext.Current.CancellationToken);
        Assert.Equal("outbox-in-use", (await Assert.ThrowsAsync<CctsDataException>(() => OutboxCopy.CopyAsync(source, busy, TestContext.Current.CancellationToken))).Problems[0].Code);
        Assert.Empty(busy.All());
    }

    /// <summary>The place of the last instruction says that there was one more: the copy would forget it, and another owner would send it again.</summary>
    [Fact]
    public async Task An_outbox_whose_last_row_was_deleted_is_not_copied()
    {
        var target = new InMemoryOutbox(SystemClock.Instance);
        var damaged = new WithoutRow(await Filled(), "b");
        var refused = Assert.Single((await Assert.ThrowsAsync<CctsDataException>(() => OutboxCopy.CopyAsync(damaged, target, TestContext.Current.CancellationToken))).Problems);
        Assert.Equal(("outbox-damaged", $"Instructions were taken over up to {damaged.Taken}, and rows go to {new IntentPlace(1, 0)}."), (refused.Code, refused.Message));
        Assert.Empty(target.All());
    }

    private static async Task<InMemoryOutbox> Filled()
    {
        var outbox = new InMemoryOutbox(SystemClock.Instance);
        var lease = (await outbox.TakeAsync("test", Long))!;
        OutboxRow Row(string key, long position, long version, bool isOpen = true) => new(new IntentPlace(position, 0), key, "icm", "{}", version, isOpen, "state " + version);
        await outbox.WriteAsync(lease, new[] { Row("a", 1, 1), Row("a", 1, 2), Row("b", 4, 1), Row("a", 1, 3, isOpen: false) }.Select(r => new OutboxWrite(r, $"{r.Key} {r.Version}")).ToList());
        return outbox;
    }

    /// <summary>An outbox from which somebody has deleted a row by hand.</summary>
    private sealed class WithoutRow(IStoredOutbox whole, string key) : IStoredOutbox
    {
        public IntentPlace Taken => whole.Taken;

        public IEnumerable<OutboxRow> Open() => whole.Open().Where(r => r.Key != key);

        public IEnumerable<OutboxRow> All() => whole.All().Where(r => r.Key != key);

        public OutboxRow? Find(string of) => of == key ? null : whole.Find(of);

        public IEnumerable<string> Moves(string of) => whole.Moves(of);
    }
}
