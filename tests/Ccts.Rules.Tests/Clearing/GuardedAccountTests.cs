using Ccts.Rules.Clearing;
using Ccts.Rules.Decisions;

namespace Ccts.Rules.Tests.Clearing;

/// <summary>An export writes an apostrophe before a name that a spreadsheet would run as a formula. It is the same account as the exchange's trades name.</summary>
public sealed class GuardedAccountTests
{
    [Theory]
    [InlineData("=1+1")]
    [InlineData("-5")]
    [InlineData("@mill")]
    public void A_guarded_name_is_the_account_that_trades(string account)
    {
        var proof = ClearingProof.Of(
            Sessions.Read(
                trades: $"trade,at,seller,buyer,tonnes,price,kind\nA,2026-11-23T05:00:00Z,{account},steel,100,900 INR,ccc\n",
                holdings: $"account,registry,scope,start,end,vintage,kind,status,issued,expires\n'{account},icm,s,1,100,2025,ccc,free,2026-11-01,\n",
                statement: $"account,registry,scope,start,end,status,issued,expires\n'{account},icm,s,1,100,held,,\n"),
            Sessions.WithValidity);

        Assert.Equal(Outcome.Permit, Assert.Single(proof.Trades).Outcome);
        Assert.Empty(proof.Differences);
    }
}
