using System;
using Ccts.Registry.Adapters.Serials;

namespace Ccts.Registry.Adapters.Tests.Serials;

/// <summary>What people do to serials is forgiven and said; what makes them something else is refused, with the place.</summary>
public class SlipsTests
{
    private const string Verra = "19385-941467007-941467431-VCS-VCU-1507-VER-ET-14-1340-01012020-31122020-1";

    [Theory]
    [InlineData("15312-681393912-681394011-VCS-VCU-997-VER-IN-1-1976-01012019-31122019-O", "15312-681393912-681394011-VCS-VCU-997-VER-IN-1-1976-01012019-31122019-0", SerialWarning.LetterO)]
    [InlineData("19385-9414670O7-941467431-VCS-VCU-1507-VER-ET-14-1340-01012020-31122020-1", Verra, SerialWarning.LetterO)]
    [InlineData("19385-941467007-941467431-VCS-VCU-1507-VER-ET-14-1340-O1012020-31122020-1", Verra, SerialWarning.LetterO)]
    [InlineData("19385-941467007-941467431-vcs-vcu-1507-ver-et-14-1340-01012020-31122020-1", Verra, SerialWarning.LetterCase)]
    [InlineData("  19385-941467007-941467431-VCS-VCU-1507-VER-ET-14-1340-01012020-31122020-1\t", Verra, SerialWarning.StraySpace)]
    [InlineData("19385 - 941467007 - 941467431-VCS-VCU-1507-VER-ET-14-1340-01012020-31122020-1", Verra, SerialWarning.StraySpace)]
    [InlineData("19385–941467007–941467431–VCS–VCU–1507–VER–ET–14–1340–01012020–31122020–1", Verra, SerialWarning.NonAsciiDash)]
    [InlineData("١٩٣٨٥-941467007-941467431-VCS-VCU-1507-VER-ET-14-1340-01012020-31122020-1", Verra, SerialWarning.NonAsciiDigit)]
    [InlineData("19385-0941467007-941467431-VCS-VCU-1507-VER-ET-14-1340-01012020-31122020-1", Verra, SerialWarning.ZeroPadding)]
    [InlineData("CAR-1-US-443-4-207-MI-2025-9734-1  to 25500", "CAR-1-US-443-4-207-MI-2025-9734-1 to 25500", SerialWarning.StraySpace)]
    [InlineData("CAR-1-US-443-4-207-MI-2025-9734-1 TO 25500", "CAR-1-US-443-4-207-MI-2025-9734-1 to 25500", SerialWarning.LetterCase)]
    [InlineData("BCR-CO-261-14-001-2-2101-2112-268596-269574", "BCR-CO-261-14-001-2-2101-2112-0268596-0269574", SerialWarning.ZeroPadding)]
    [InlineData("PURO_PR_CORC_NO_310958_2022_0BC9A654-5C1C-4B09-808A-B5CB831499C2_1-2", "PURO_PR_CORC_NO_310958_2022_0bc9a654-5c1c-4b09-808a-b5cb831499c2_1-2", SerialWarning.LetterCase)]
    [InlineData("PV-RPVC-MZ-110200000000034-01052022-30042023-1-2550-SPG", "PV-rPVC-MZ-110200000000034-01052022-30042023-1-2550-SPG", SerialWarning.LetterCase)]
    public void One_slip_is_one_warning(string written, string canonical, string warning)
    {
        var reading = SerialGrammars.BuiltIn.Read(written);
        Assert.Equal(canonical, reading.Canonical);
        Assert.Equal([warning], reading.Warnings);
        Assert.Equal(written, reading.Input);
        Assert.Equal(SerialGrammars.BuiltIn.Read(canonical).Block, reading.Block);
    }

    [Theory]
    [InlineData("", "empty", 0)]
    [InlineData(" \t ", "empty", 0)]
    [InlineData("hello world", "not-recognised", 0)]
    [InlineData("19385-941467007-941467431-VCS-VCU-1507-VER-ET-14-1340-31022020-31122020-1", "date", 54)]
    [InlineData("19385-941467431-941467007-VCS-VCU-1507-VER-ET-14-1340-01012020-31122020-1", "range-order", 16)]
    [InlineData("19385-941467007-941467431-VCS-VCU-1507-VER-ET-14-1340-01012020-31122020-2", "field", 72)]
    [InlineData("19385-941467007-941467431-VCS-VCU-1507-VER-ET-14-1340-01012020-31122020-1x", "trailing-text", 73)]
    [InlineData("19385-941467007-941467431-VCS-VCU-1507-VER-ET-14-1340-01012020", "truncated", 62)]
    [InlineData("19385-941467007-941467431-VCS-VCU-1507-VER-ET-14-1340-01…", "truncated", 56)]
    [InlineData("19385-941467007-999999999999999999999999999999999999999-VCS-VCU-1507-VER-ET-14-1340-01012020-31122020-1", "number-too-large", 16)]
    [InlineData("BR-5-85316059-1-1-0-8 / BR-5-85448545-1-1-0-9", "repeat-differs", 44)]
    [InlineData("GS1-1-IND-GS817-4-2012-1303-93-4644", "separator", 8)]
    public void A_near_miss_says_where(string text, string code, int position)
    {
        Assert.False(SerialGrammars.BuiltIn.TryRead(text, out _, out var error));
        Assert.Equal((code, position), (error.Code, error.Position));
    }

    [Fact]
    public void A_near_miss_names_the_field_and_what_was_expected()
    {
        Assert.False(SerialGrammars.BuiltIn.TryRead("19385-941467007-941467431-VCS-VCU-x-VER-ET-14-1340-01012020-31122020-1", out _, out var error));
        Assert.Equal("verra-13: expected 1 to 9 digits in field \"vvb\", found \"x-VER-ET-14-…\".", error.Message);
    }

    [Fact]
    public void A_text_too_long_to_be_a_serial_is_not_searched()
    {
        Assert.False(SerialGrammars.BuiltIn.TryRead(new string('1', 2_000_000), out _, out var error));
        Assert.Equal("too-long", error.Code);
    }

    [Fact]
    public void A_registry_given_is_the_only_one_tried()
    {
        Assert.False(SerialGrammars.BuiltIn.TryRead(Verra, out _, out var error, registry: "car"));
        Assert.Equal(("not-recognised", "\"car\" writes no serials like this; it is one of \"verra\"."), (error.Code, error.Message));
        Assert.False(SerialGrammars.BuiltIn.TryRead(Verra, out _, out var unknown, registry: "vera"));
        Assert.Equal("unknown-registry", unknown.Code);
    }

    [Fact]
    public void Namibia_is_a_country_and_xx_is_not()
    {
        Assert.Equal("NA", SerialGrammars.BuiltIn.Read(Verra.Replace("-ET-", "-NA-", StringComparison.Ordinal)).Country);
        var unknown = SerialGrammars.BuiltIn.Read(Verra.Replace("-ET-", "-XX-", StringComparison.Ordinal));
        Assert.Equal(("XX", SerialWarning.UnknownCountry), (unknown.Country, Assert.Single(unknown.Warnings)));
        Assert.Equal("US", SerialGrammars.BuiltIn.Read("SCU-SOCIALCARBON-8-USA-2023-09042024101700-68-68").Country);
    }

    [Theory]
    [InlineData("PV-fPVC-GT-110200000000070-01012024-31122044-85668-117878-SPG", true)]
    [InlineData("PV-rPVC-MZ-110200000000034-01052022-30042023-1-2550-SPG", false)]
    [InlineData("CFS-VER-AR-100000000000390-01012017-31122017-1028-5885-MER-1-A", true)]
    [InlineData("VCS-VER-BR-100000000000142-01012007-15032007-4437769-4437771-MER-1-P", false)]
    [InlineData("WCC-PIU-GB-100000000000390-01012017-31122017-1028-5885-MER-0-B", true)]
    public void Units_promised_for_the_future_are_known(string serial, bool isExAnte) =>
        Assert.Equal(isExAnte, SerialGrammars.BuiltIn.Read(serial).IsExAnte);

    [Theory]
    [InlineData("CDC_1_1_1_321_14_1_2009_BF", "2009", "1", null)]
    [InlineData("CDC_29_7_29_321_14_R1_XX_CO_1_4_BFC_2013", "2013", "4", "CO")]
    [InlineData("CDC_8_1_1_321_14_CO_1_1_BF", null, "1", "CO")]
    [InlineData("CDC_8_1_1_321_14_XX_XA_CO_2_12_2019", "2019", "12", "CO")]
    [InlineData("BCR2CDC_106_7_1_321_14_CO_1_2_2019", "2019", "2", "CO")]
    public void Cercarbono_leaves_out_what_it_likes(string serial, string? year, string verification, string? country)
    {
        var reading = SerialGrammars.BuiltIn.Read(serial);
        Assert.Equal((year, country), (reading.VintageStart?.Year.ToString(System.Globalization.CultureInfo.InvariantCulture), reading.Country));
        Assert.Contains(reading.Fields, f => f.Key == "verification" && f.Value == verification);
        Assert.Null(reading.Quantity);
    }
}
