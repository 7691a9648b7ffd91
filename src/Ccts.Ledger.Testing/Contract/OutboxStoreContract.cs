using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Ledger.Outbox;
using NodaTime;

namespace Ccts.Ledger.Testing.Contract;

/// <summary>One outbox, initially empty, that a case of <see cref="OutboxStoreContract"/> opens, closes and opens again. Disposing removes it.</summary>
public abstract class OutboxStoreFixture : IDisposable
{
    /// <summary>Opens the outbox. Only one is open at a time; it is disposed, if disposable, before the next is opened.</summary>
    public abstract IOutboxStore Open();

    /// <summary>Whether its content survives closing and reopening.</summary>
    public virtual bool Lasts => true;

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Removes the outbox.</summary>
    protected virtual void Dispose(bool disposing)
    {
    }
}

/// <summary>One requirement of an outbox store.</summary>
/// <remarks>Thread-safe. A test framework runs each case as a test of its own.</remarks>
public sealed class OutboxStoreCase
{
    private readonly Action<OutboxStoreFixture> _run;

    internal OutboxStoreCase(string name, Action<OutboxStoreFixture> run) => (Name, _run) = (name, run);

    /// <summary>What it is, in words; stable.</summary>
    public string Name { get; }

    /// <summary>Makes an outbox, and tries it.</summary>
    /// <exception cref="ContractBrokenException">The store does not meet the contract.</exception>
    public void Run(Func<OutboxStoreFixture> make)
    {
        using var fixture = (make ?? throw new ArgumentNullException(nameof(make)))();
        _run(fixture);
    }

    /// <inheritdoc/>
    public override string ToString() => Name;
}

/// <summary>The contract of an outbox store. A store that passes may be given to an <c>OutboxDispatcher</c>.</summary>
public static class OutboxStoreContract
{
    private static readonly Duration Long = Duration.FromMinutes(10);

    /// <summary>The cases, independent of each other, in any order.</summary>
    public static IReadOnlyList<OutboxStoreCase> Cases { get; } =
    [
        new("an empty outbox has nothing", f => With(f, store =>
        {
            Expect.True(store.Taken == default && store.Holder is null && !store.All().Any() && !store.Open().Any());
            Expect.True(store.Find("none") is null && !store.Moves("none").Any());
        })),
        new("what was written is read, in order of place", Read),
        new("what was written is there when it is opened again", Reopened),
        new("an instruction moves only from the version it is at", Versions),
        new("a transaction is written whole or not at all", Whole),
        new("a key is taken once", Keys),
        new("while a lease runs nobody else gets one", Leases),
        new("whoever has lost the lease cannot write", Fenced),
        new("any text comes back as it was", Texts),
        new("thousands of instructions are read page by page", Many),
    ];

    private static OutboxRow Row(long position, int number, string key, long version = 1, bool isOpen = true) =>
        new(new IntentPlace(position, number), key, "icm", "{\"key\":\"" + key + "\"}", version, isOpen, "{\"version\":" + version + "}");

    private static OutboxWrite Write(OutboxRow row) => new(row, "move " + row.Version);

    private static void Read(OutboxStoreFixture fixture) => With(fixture, store =>
    {
        var lease = Take(store);
        Put(store, lease, Row(3, 0, "c"), Row(1, 1, "b"), Row(1, 0, "a"));
        Put(store, lease, Row(1, 1, "b", 2, isOpen: false));
        Expect.Same([Row(1, 0, "a"), Row(1, 1, "b", 2, isOpen: false), Row(3, 0, "c")], store.All(), "all");
        Expect.Same([Row(1, 0, "a"), Row(3, 0, "c")], store.Open(), "open");
        Expect.Same(["move 1", "move 2"], store.Moves("b"), "moves");
        Expect.True(store.Taken == new IntentPlace(3, 0));
        Expect.True(store.Find("b") == Row(1, 1, "b", 2, isOpen: false));
    });

    private static void Reopened(OutboxStoreFixture fixture)
    {
        if (!fixture.Lasts)
        {
            return;
        }

        var epoch = With(fixture, store =>
        {
            var lease = Take(store);
            Put(store, lease, Row(1, 0, "a"), Row(1, 0, "a", 2));
            return lease.Epoch;
        });
        With(fixture, store =>
        {
            Expect.Same([Row(1, 0, "a", 2)], store.Open(), "open");
            Expect.Same(["move 1", "move 2"], store.Moves("a"), "moves");
            Expect.True(Take(store).Epoch > epoch);
            Expect.Throws<OutboxFencedException>(() => Put(store, new OutboxLease(epoch, "before", Long), Row(1, 0, "a", 3)), "the owner before");
        });
    }

    private static void Versions(OutboxStoreFixture fixture) => With(fixture, store =>
    {
        var lease = Take(store);
        Put(store, lease, Row(1, 0, "a"));
        Expect.Throws<OutboxConflictException>(() => Put(store, lease, Row(1, 0, "a", 3)), "a version left out");
        Expect.Throws<OutboxConflictException>(() => Put(store, lease, Row(2, 0, "b", 2)), "a move of what is not there");
        Put(store, lease, Row(1, 0, "a", 2));
        Expect.Throws<OutboxConflictException>(() => Put(store, lease, Row(1, 0, "a", 2)), "a version once more");
        Expect.Same(["move 1", "move 2"], store.Moves("a"), "moves");
    });

    private static void Whole(OutboxStoreFixture fixture) => With(fixture, store =>
    {
        var lease = Take(store);
        Put(store, lease, Row(1, 0, "a"));
        Expect.Throws<OutboxConflictException>(() => Put(store, lease, Row(2, 0, "b"), Row(1, 0, "a", 2), Row(9, 0, "none", 7)), "a bad one among good ones");
        Expect.Same([Row(1, 0, "a")], store.All(), "all");
        Expect.Same(["move 1"], store.Moves("a"), "moves");
        Put(store, lease, Row(2, 0, "b"), Row(2, 0, "b", 2));
        Expect.Same([Row(1, 0, "a"), Row(2, 0, "b", 2)], store.All(), "two moves of one in a transaction");
    });

    private static void Keys(OutboxStoreFixture fixture) => With(fixture, store =>
    {
        var lease = Take(store);
        Put(store, lease, Row(1, 0, "a"));
        Expect.Throws<OutboxConflictException>(() => Put(store, lease, Row(2, 0, "a")), "the key of another instruction");
        Expect.Same([Row(1, 0, "a")], store.All(), "all");
    });

    private static void Leases(OutboxStoreFixture fixture) => With(fixture, store =>
    {
        var lease = Take(store);
        Expect.True(store.Holder == lease);
        Expect.True(store.TakeAsync("second", Long).GetAwaiter().GetResult() is null);
        Expect.True(store.RenewAsync(lease).GetAwaiter().GetResult());
        store.ReturnAsync(lease).GetAwaiter().GetResult();
        Expect.True(store.Holder is null);
        Expect.True(!store.RenewAsync(lease).GetAwaiter().GetResult());
        Expect.True(Take(store).Epoch > lease.Epoch);
    });

    private static void Fenced(OutboxStoreFixture fixture) => With(fixture, store =>
    {
        var first = Take(store);
        Put(store, first, Row(1, 0, "a"));
        store.ReturnAsync(first).GetAwaiter().GetResult();
        var second = Take(store);
        Expect.Throws<OutboxFencedException>(() => Put(store, first, Row(1, 0, "a", 2)), "the first owner");
        Expect.Same([Row(1, 0, "a")], store.All(), "all");
        Put(store, second, Row(1, 0, "a", 2));
        Expect.True(!store.RenewAsync(first).GetAwaiter().GetResult());
        store.ReturnAsync(first).GetAwaiter().GetResult();
        Expect.True(store.Holder == second);
    });

    private static void Texts(OutboxStoreFixture fixture) => With(fixture, store =>
    {
        var lease = Take(store);
        var row = Row(1, 0, "कार्बन 'k' \"é\" \U0001F33F") with { Payload = "{\"a\":\"b\\n; DROP TABLE outbox\"}", State = new string('x', 20_000) };
        Put(store, lease, row);
        Expect.Same([row], store.All(), "all");
    });

    private static void Many(OutboxStoreFixture fixture) => With(fixture, store =>
    {
        var lease = Take(store);
        var rows = Enumerable.Range(1, 3000).Select(i => Row(i / 3, i % 3, "k" + i, isOpen: i % 2 == 0)).ToArray();
        Put(store, lease, rows);
        Expect.Same(rows, store.All(), "all");
        Expect.Same(rows.Where(r => r.IsOpen), store.Open(), "open");
    });

    private static OutboxLease Take(IOutboxStore store) =>
        store.TakeAsync("owner", Long).GetAwaiter().GetResult() ?? throw new ContractBrokenException("A lease was to be had, and was not given.");

    private static void Put(IOutboxStore store, OutboxLease lease, params OutboxRow[] rows) =>
        store.WriteAsync(lease, rows.Select(Write).ToList()).GetAwaiter().GetResult();

    private static void With(OutboxStoreFixture fixture, Action<IOutboxStore> work) => With(fixture, store =>
    {
        work(store);
        return true;
    });

    private static T With<T>(OutboxStoreFixture fixture, Func<IOutboxStore, T> work)
    {
        var store = fixture.Open();
        try
        {
            return work(store);
        }
        finally
        {
            (store as IDisposable)?.Dispose();
        }
    }
}
