namespace Ccts.Cli.Tests.Ledger;

public sealed class SpellingsTests
{
    /// <summary>A name is held against each before it: "BROKER AG" is not the first of its words, and is the second.</summary>
    [Fact]
    public void A_third_name_may_be_the_second()
    {
        var seen = new Spellings(OrganisationName.Key);
        Assert.Null(seen.OtherOf("Broker SA"));
        Assert.Null(seen.OtherOf("Broker AG"));
        Assert.Equal("Broker AG", seen.OtherOf("BROKER AG"));
        Assert.Null(seen.OtherOf("Broker SA"));
    }

    /// <summary>0 for O and 1 for l are slips of whoever copies a code; digits that something parts stay apart.</summary>
    [Theory]
    [InlineData("OM Steel", "0M Steel", true)]
    [InlineData("CMTOE085RJ", "CMT0E085RJ", true)]
    [InlineData("Alpha", "A1pha", true)]
    [InlineData("Plant 1-1", "Plant 11", false)]
    [InlineData("Plant 10", "Plant 1", false)]
    public void A_digit_that_is_drawn_as_a_letter_is_told(string first, string second, bool isTold)
    {
        var seen = new Spellings(OrganisationName.Key);
        Assert.Null(seen.OtherOf(first));
        Assert.Equal(isTold ? first : null, seen.OtherOf(second));
    }
}
