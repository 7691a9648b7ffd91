using Ccts.Sdk.Blocks;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Journal;
using NodaTime;

namespace Ccts.Ledger.Sqlite.Tests;

/// <summary>Short words. Registry, scope and figures are made up.</summary>
internal static class Made
{
    internal static readonly Instant Noon = Instant.FromUtc(2026, 10, 15, 6, 30);

    internal static IssueUnits Issue(string key, ulong start, ulong end, string account = "mill") =>
        new(key, Noon, account, new Parcel(new UnitLot("icm", "s", "ccc", 2025), new BlockRange(start, end)));

    internal static ReserveUnits Reserve(string key, long tonnes) => new(key, Noon, "mill", key, new OldestUnits("ccc", tonnes), ReservationPurpose.Sale);

    internal static RegistryIntent Intent(string key) => new(key, "icm", "{\"retire\":\"" + key + "\"}");
}
