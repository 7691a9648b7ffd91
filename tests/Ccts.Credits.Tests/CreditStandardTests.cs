using System;
using System.IO;
using System.Linq;
using Ccts.Credits.Attributes;
using Ccts.Credits.Journals;
using Ccts.Sdk.Ledger;
using Xunit;

namespace Ccts.Credits.Tests;

public class CreditStandardTests
{
    [Fact]
    public void A_known_standard_is_itself_however_it_is_spelt_and_another_has_its_own_name()
    {
        Assert.Same(CreditStandard.Vcs, CreditStandard.Of(" vcs "));
        Assert.Equal(CreditStandard.Known, CreditStandard.Known.Select(s => CreditStandard.Of(s.Name.ToUpperInvariant())));
        var other = CreditStandard.Of("Puro");
        Assert.False(other.IsKnown);
        Assert.Equal(("Puro", true, true), (other.Name, other == CreditStandard.Of("PURO"), other != CreditStandard.GoldStandard));
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public void Blank_text_is_no_standard(string blank)
    {
        Assert.Throws<ArgumentException>(() => CreditStandard.Of(blank));
        Assert.Null(new CreditAttributes { Standard = blank }.Standard);
        Assert.Throws<FormatException>(() => CreditFilter.Parse("standard=VCS|_"));
    }

    [Fact]
    public void Files_keep_the_name_and_filters_find_it()
    {
        var filter = CreditFilter.Parse("standard=gs|puro");
        Assert.Equal([CreditStandard.GoldStandard, CreditStandard.Of("Puro")], filter.Standards);
        var lot = new UnitLot("gold-standard", "GS1", "ver", 2024);
        Assert.True(filter.Admits(lot, new CreditAttributes { Standard = CreditStandard.GoldStandard }));
        Assert.False(filter.Admits(lot, new CreditAttributes { Standard = CreditStandard.Vcs }));
        Assert.Null(filter.Admits(lot, null));
    }
}
