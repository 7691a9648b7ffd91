using Ccts.Ledger.Testing.Contract;
using System.Linq;
using Ccts.Sdk.Ledger.Outbox;
using NodaTime;

namespace Ccts.Ledger.Testing.Tests;

/// <summary>The outbox in memory does what every store of one must.</summary>
public sealed class MemoryOutboxTests
{
    public static TheoryData<string> Names => [.. OutboxStoreContract.Cases.Select(c => c.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void It_does_what_every_store_must(string name) => OutboxStoreContract.Cases.Single(c => c.Name == name).Run(() => new Fixture());

    private sealed class Fixture : OutboxStoreFixture
    {
        public override bool Lasts => false;

        public override IOutboxStore Open() => new InMemoryOutbox(SystemClock.Instance);
    }
}
