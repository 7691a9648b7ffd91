using Ccts.Cli.Commands.Ledger;

namespace Ccts.Cli.Tests.Ledger;

public sealed class SpellingsTests
{
    /// <summary>A name is held against each before it: "BROKER AG" is not the first of its words, and is the second.</summary>
    [Fact]
    public void A_third_name_may_be_the_second()
    {
        var seen = new Spellings([], OrganisationName.Key);
        Assert.Null(seen.OtherOf("Broker SA"));
        Assert.Null(seen.OtherOf("Broker AG"));
        Assert.Equal("Broker AG", seen.OtherOf("BROKER AG"));
        Assert.Null(seen.OtherOf("Broker SA"));
    }
}
