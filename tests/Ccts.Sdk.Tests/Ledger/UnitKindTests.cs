using System;
using Ccts.Sdk.Ledger;

namespace Ccts.Sdk.Tests.Ledger;

public sealed class UnitKindTests
{
    [Fact]
    public void The_known_kinds_have_the_names_that_files_write_and_a_host_says_another()
    {
        Assert.Equal(["ccc", "offset-ccc"], [UnitKind.Ccc.Name, UnitKind.OffsetCcc.Name]);
        Assert.Same(UnitKind.Ccc, UnitKind.Of("ccc"));
        Assert.True(UnitKind.OffsetCcc.IsKnown);

        var own = UnitKind.Of("steel-futures");
        Assert.False(own.IsKnown);
        Assert.Equal(("steel-futures", "steel-futures"), (own.Name, own.ToString()));
        Assert.Equal(own, UnitKind.Of("steel-futures"));
        Assert.NotEqual(own, UnitKind.Of("Steel-futures"));
        Assert.True(new UnitLot("icm", "s", own, 2025).Equals(new UnitLot("icm", "s", "steel-futures", 2025)));
    }

    [Fact]
    public void A_text_is_a_kind_where_one_is_asked_for_and_null_stays_null()
    {
        UnitKind kind = "ccc";
        string name = kind;
        Assert.Equal((UnitKind.Ccc, "ccc"), (kind, name));
        Assert.Null((UnitKind?)(string?)null);
        Assert.Null((string?)(UnitKind?)null);
        Assert.True(kind == "ccc" && kind != "offset-ccc" && kind != null);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public void A_blank_name_is_none(string name) => Assert.Equal("name", Assert.Throws<ArgumentException>(() => UnitKind.Of(name)).ParamName);
}
