using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Registry.Adapters.Outbox;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Journal;
using Ccts.Sdk.Ledger.Outbox;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Ccts.Registry.Hosting.Tests;

/// <summary>The outbox's options from the host's configuration: every setting reaches it, and none is lost in silence.</summary>
public sealed class OutboxConfigurationTests
{
    [Theory]
    [InlineData("Lese", "00:01:00", "Ccts:Outbox:Lese is not known; expected one of Owner, Lease, LookEvery, TakeAtOnce, SettleAtOnce, LongestAbsence, RestartAfter, LongestOpen.")]
    [InlineData("Lease", "2 minutes", "Ccts:Outbox:Lease is \"2 minutes\"; expected a length of time in hours, minutes and seconds such as 00:00:30, or 3.00:00:00 for three days.")]
    [InlineData("LongestOpen", "30", "Ccts:Outbox:LongestOpen is \"30\"; expected a length of time in hours, minutes and seconds such as 00:00:30, or 3.00:00:00 for three days.")]
    [InlineData("Lease", "00:30", "Ccts:Outbox:Lease is \"00:30\"; expected a length of time in hours, minutes and seconds such as 00:00:30, or 3.00:00:00 for three days.")]
    [InlineData("TakeAtOnce", "-1", "Ccts:Outbox:TakeAtOnce is \"-1\"; expected a whole number, 0 or more.")]
    [InlineData("LongestOpen", "00:00:00", "LongestOpen: above zero.")]
    [InlineData("RestartAfter", "00:00:00.01", "RestartAfter: 100 milliseconds to an hour.")]
    public void What_is_not_understood_is_refused(string setting, string value, string message) =>
        Assert.Contains(message, Assert.Throws<ArgumentException>(() => Services((setting, value))).Message, StringComparison.Ordinal);

    /// <summary>Each is out of its range, which only the dispatcher that it reached can say.</summary>
    [Theory]
    [InlineData("Owner", "201", "The owner has 1 to 200 characters.")]
    [InlineData("Lease", "00:00:01", "The lease: 5 seconds to an hour.")]
    [InlineData("LookEvery", "00:02:00", "every 10 milliseconds to every minute.")]
    [InlineData("TakeAtOnce", "0", "Instructions and outcomes at once: 1 to 10,000.")]
    [InlineData("SettleAtOnce", "10001", "Instructions and outcomes at once: 1 to 10,000.")]
    [InlineData("LongestAbsence", "3651.00:00:00", "The longest absence: zero to 3,650 days.")]
    public void Every_setting_reaches_the_dispatcher(string setting, string value, string message)
    {
        using var services = Services((setting, setting == "Owner" ? new string('x', int.Parse(value, System.Globalization.CultureInfo.InvariantCulture)) : value)).BuildServiceProvider();
        Assert.Contains(message, Assert.Throws<ArgumentException>(() => services.GetRequiredService<OutboxDispatcher>()).Message, StringComparison.Ordinal);
    }

    private static IServiceCollection Services(params (string Setting, string Value)[] settings)
    {
        var section = new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => new KeyValuePair<string, string?>("Ccts:Outbox:" + s.Setting, s.Value))).Build().GetSection("Ccts:Outbox");
        var journal = new InMemoryJournal();
        return new ServiceCollection().AddSingleton<ILedgerJournal>(journal).AddSingleton(new LedgerEngine(journal, LedgerPolicy.Bare)).AddSingleton<IOutboxStore>(new InMemoryOutbox(NodaTime.SystemClock.Instance)).AddCctsOutbox(section);
    }
}
