using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Ccts.Credits.Journals;
using Ccts.Sdk.Ledger;
using Ccts.Tokens.Supply;

namespace Ccts.Tokens.Tests;

/// <summary>Random histories against a model that knows nothing but one entry for each unit.</summary>
public class SupplyModelTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public async Task Supply_is_what_one_entry_for_each_unit_says(int seed)
    {
        var random = new Random(seed);
        var bridge = new Bridge();
        var model = new Dictionary<ulong, (string Wallet, TokenStanding Standing)>();
        for (var step = 0; step < 150; step++)
        {
            var start = (ulong)random.Next(1, 60);
            var end = start + (ulong)random.Next(0, 8);
            var (wallet, other) = ("w" + random.Next(3), "w" + random.Next(3));
            var units = Enumerable.Range((int)start, (int)(end - start) + 1).Select(n => (ulong)n).ToList();
            bool All(TokenStanding standing) => units.TrueForAll(u => model.TryGetValue(u, out var at) && at == (wallet, standing));
            var (accepted, expected, to) = random.Next(7) switch
            {
                0 or 1 => (bridge.Desk.Mint(Bridge.Mint("k" + step, start, end, wallet)).IsAccepted, units.TrueForAll(u => !model.ContainsKey(u)), (wallet, TokenStanding.Live)),
                2 => (bridge.Desk.Transfer(Bridge.Transfer("k" + step, wallet, other, start, end)).IsAccepted, wallet != other && All(TokenStanding.Live), (other, TokenStanding.Live)),
                3 => (bridge.Desk.Stake("k" + step, Bridge.Now, wallet, [Bridge.Block(start, end)]).IsAccepted, All(TokenStanding.Live), (wallet, TokenStanding.Staked)),
                4 => (bridge.Desk.ClawBack("k" + step, Bridge.Now, wallet, other, [Bridge.Block(start, end)], "why").IsAccepted, All(TokenStanding.Live), (other, TokenStanding.ClawedBack)),
                5 => ((await bridge.Desk.SlashAsync("k" + step, Bridge.Now, wallet, [Bridge.Block(start, end)], "why", TestContext.Current.CancellationToken)).IsAccepted, All(TokenStanding.Staked), (wallet, TokenStanding.Slashed)),
                _ => ((await bridge.Desk.BurnAsync(Bridge.Burn("k" + step, wallet, start, end), TestContext.Current.CancellationToken)).IsAccepted, All(TokenStanding.Live), (wallet, TokenStanding.Burned)),
            };
            Assert.Equal(expected, accepted);
            foreach (var unit in accepted ? units : [])
            {
                model[unit] = to;
            }
        }

        foreach (var standing in Enum.GetValues<TokenStanding>())
        {
            Assert.Equal(model.Values.Count(v => v.Standing == standing), bridge.Supply.Tonnes(standing));
        }

        // Ended tokens took their units with them, every other one has its unit free behind it.
        Assert.Empty(TokenAudit.Findings(bridge.Supply, bridge.Ledger.Account("backing"), Bridge.Custody));
        Assert.Equal(1000 - model.Values.Count(v => v.Standing is TokenStanding.Burned or TokenStanding.Slashed), bridge.Ledger.Account("backing")!.Tonnes(UnitKinds.Ccc, ShadowAccount.Free));

        // The journal alone gives the same supply.
        Assert.Equal(bridge.Supply.Runs(), new TokenSupply(bridge.Lines).Runs());
    }

    [Fact]
    public void A_doctored_journal_is_not_believed()
    {
        var bridge = new Bridge();
        bridge.Desk.Mint(Bridge.Mint("m", 1, 10));
        bridge.Desk.Transfer(Bridge.Transfer("t", "w1", "w2", 1, 5));
        bridge.Desk.Mint(Bridge.Mint("n", 11, 20));
        var lines = bridge.Lines.Read(0).ToList();
        Assert.Equal(3, Damage([lines[0], lines[2], lines[1]], at: 2) + 1);
        Damage([lines[0].Replace("\"10\"", "\"11\"", StringComparison.Ordinal), lines[1], lines[2]], at: 2);
        Damage([lines[0], lines[0]], at: 2);
        Damage([lines[1]], at: 1);
        Damage([lines[0], "{}"], at: 2);
        Damage([lines[0], "not json"], at: 2);
        Damage([lines[0], lines[1][..20]], at: 2);
        Damage([lines[0].Replace("\"w1\"", "\"w1\",\"wallet\":\"w9\"", StringComparison.Ordinal)], at: 1);
    }

    [Fact]
    public void A_line_that_could_not_have_been_accepted_is_found_even_where_the_chain_was_made_anew()
    {
        var bridge = new Bridge();
        bridge.Desk.Mint(Bridge.Mint("m", 1, 10));
        var first = bridge.Lines.Read(0).Single();
        var second = first.Replace("\"after\":\"beginning\"", $"\"after\":\"{Digest.Of(first)}\"", StringComparison.Ordinal).Replace("\"key\":\"m\"", "\"key\":\"n\"", StringComparison.Ordinal);
        Assert.NotEqual(first, second);
        Damage([first, second], at: 2);
    }

    private static int Damage(IEnumerable<string> lines, int at)
    {
        var damage = Assert.Throws<JournalDamagedException>(() => new TokenSupply(new InMemoryLines(lines)).Runs());
        Assert.Equal(at, damage.Line);
        return at;
    }
}
