using System;
using System.Globalization;
using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.Tests.Quantities;

/// <summary>The grammar, what is refused and with what words.</summary>
public sealed class TextTests
{
    public static TheoryData<string> Kinds => QuantityKind.Names;

    [Theory]
    [InlineData("12500 t", "12500 t")]
    [InlineData("12500.000 t", "12500 t")]
    [InlineData("+12500 t", "12500 t")]
    [InlineData("-0.50 t", "-0.5 t")]
    [InlineData("-0 t", "0 t")]
    [InlineData("-0.000 t", "0 t")]
    [InlineData("007 t", "7 t")]
    [InlineData("12.5 kt", "12500 t")]
    [InlineData("1 g", "0.000001 t")]
    [InlineData("79228162514264337593543950335 t", "79228162514264337593543950335 t")]
    [InlineData("-0.0000000000000000000000000001 t", "-0.0000000000000000000000000001 t")]
    [InlineData("0.00000000000000000000000000010000 t", "0.0000000000000000000000000001 t")]
    [InlineData("0000000000000000000000000000000000000001.5 t", "1.5 t")]
    public void Plain_decimals_are_read_and_written_plainly(string text, string written) =>
        Assert.Equal(written, Mass.Parse(text).ToString());

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("t")]
    [InlineData("+ t")]
    [InlineData("12500 ")]
    [InlineData(" 12500 t")]
    [InlineData("12500  t")]
    [InlineData("12500t")]
    [InlineData("12500\tt")]
    [InlineData("12500\u00A0t")]
    [InlineData("12,500 t")]
    [InlineData("12,5 t")]
    [InlineData("12_500 t")]
    [InlineData("1.2.3 t")]
    [InlineData(".5 t")]
    [InlineData("-.5 t")]
    [InlineData("5. t")]
    [InlineData("1e3 t")]
    [InlineData("1E+3 t")]
    [InlineData("--5 t")]
    [InlineData("+-5 t")]
    [InlineData("(5) t")]
    [InlineData("0x10 t")]
    [InlineData("NaN t")]
    [InlineData("Infinity t")]
    [InlineData("−5 t")]
    [InlineData("१२ t")]
    [InlineData("１２ t")]
    [InlineData("\uFEFF5 t")]
    public void Anything_but_a_plain_decimal_one_space_and_a_unit_is_refused(string text)
    {
        Assert.False(Mass.TryParse(text, out var value, out var reason));
        Assert.Equal(default, value);
        Assert.Contains("is not a plain decimal number, one space and a unit", reason, StringComparison.Ordinal);
        Assert.EndsWith("expected text such as \"12.5 t\"; units: t, kt, Mt, kg, g.", reason, StringComparison.Ordinal);
        Assert.Equal(reason, Assert.Throws<FormatException>(() => Mass.Parse(text)).Message);
    }

    [Fact]
    public void A_number_without_a_unit_is_told_so()
    {
        Assert.False(Mass.TryParse("12500", out _, out var reason));
        Assert.Equal("\"12500\" has no unit; expected text such as \"12.5 t\"; units: t, kt, Mt, kg, g.", reason);
    }

    /// <summary>MT is written for tonnes and for millions of them, so that it is never taken.</summary>
    [Theory]
    [InlineData("5 T", "write \"t\"")]
    [InlineData("5 MT", "a tonne is \"t\", and \"Mt\" is a million of them")]
    [InlineData("5 mt", "a tonne is \"t\", and \"Mt\" is a million of them")]
    [InlineData("5 tonnes", "a tonne is \"t\", and \"Mt\" is a million of them")]
    [InlineData("5 short tons", "a tonne is \"t\"; a short ton is 0.90718474 t, a long ton 1.0160469088 t")]
    [InlineData("5 kT", "write \"kt\"")]
    public void What_a_unit_was_probably_meant_to_be_is_told_and_not_taken(string text, string meant)
    {
        Assert.False(Mass.TryParse(text, out _, out var reason));
        Assert.StartsWith($"\"{text[2..]}\" is not a unit of mass ({meant}); expected", reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Electricity_and_gas_are_told_in_the_same_way()
    {
        Assert.False(ElectricalEnergy.TryParse("5 units", out _, out var reason));
        Assert.Contains("(a unit of electricity is a \"kWh\")", reason, StringComparison.Ordinal);
        Assert.False(GasVolume.TryParse("5 Sm³", out _, out reason));
        Assert.Contains("(write \"Sm3\")", reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("5 t ", "(leave out the blank beside it)")]
    [InlineData("16 097 t", "is not a plain decimal number, one space and a unit (no thousands separators")]
    public void A_blank_too_many_is_told_so(string text, string said)
    {
        Assert.False(Mass.TryParse(text, out _, out var reason));
        Assert.Contains(said, reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("5 GJ")]
    [InlineData("5 t CO2")]
    public void A_unit_of_something_else_or_in_other_letters_is_refused(string text)
    {
        Assert.False(Mass.TryParse(text, out _, out var reason));
        Assert.Equal(
            $"\"{text[2..]}\" is not a unit of mass; expected text such as \"12.5 t\"; units: t, kt, Mt, kg, g.", reason);
    }

    [Theory]
    [InlineData("79228162514264337593543950336 t")]
    [InlineData("79228162514264337593543951 kt")]
    [InlineData("0.00000000000000000000000000001 t")]
    [InlineData("0.0000000000000000000000000001 kg")]
    [InlineData("7.9228162514264337593543950336 t")]
    [InlineData("123456789012345678901234567.8912 t")]
    public void What_would_overflow_or_be_rounded_is_refused(string text)
    {
        Assert.False(Mass.TryParse(text, out var value, out var reason));
        Assert.Equal(default, value);
        Assert.Contains("cannot be held exactly in t", reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_refused_as_nothing()
    {
        Assert.False(Mass.TryParse(null, out _, out var reason));
        Assert.StartsWith("mass is missing; expected", reason, StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>(() => Mass.Parse(null!));
        Assert.Throws<ArgumentNullException>(() => EmissionIntensity<Mass>.Parse(null!));
    }

    /// <summary>Megabytes of digits, and control characters meant for a terminal, do not reach the message.</summary>
    [Fact]
    public void A_refusal_is_short_and_printable_whatever_the_text()
    {
        string[] hostile = [new('9', 5_000_000), new string('9', 5_000_000) + " t", "5 \u001b[2J" + new string('x', 1_000_000)];
        foreach (var text in hostile)
        {
            Assert.False(Mass.TryParse(text, out _, out var reason));
            Assert.InRange(reason.Length, 1, 250);
            Assert.DoesNotContain(reason, char.IsControl);
        }
    }

    /// <summary>No culture of the host shows through: comma decimals, other signs, other digits' grouping.</summary>
    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_culture_reads_and_writes_the_same(string name)
    {
        var kind = QuantityKind.Named(name);
        var before = CultureInfo.CurrentCulture;
        var other = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        other.NumberFormat.NumberDecimalSeparator = ",";
        other.NumberFormat.NumberGroupSeparator = ".";
        other.NumberFormat.NegativeSign = "~";
        other.NumberFormat.PositiveSign = "#";
        var text = "-1234567.25 " + kind.Symbol;
        try
        {
            CultureInfo.CurrentCulture = other;
            Assert.Equal("-1234567,25", (-1234567.25m).ToString(CultureInfo.CurrentCulture).Replace('~', '-'));
            Assert.Equal(text, kind.Write(kind.Parse(text)));
            Assert.False(kind.TryParse("~1234567,25 " + kind.Symbol, out _, out _));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void An_intensity_on_another_basis_is_refused_by_name()
    {
        Assert.False(EmissionIntensity<Mass>.TryParse("0.8 tCO2e/MWh", out _, out var reason));
        Assert.Equal("\"0.8 tCO2e/MWh\" is on another output basis; expected the unit tCO2e/t.", reason);
    }
}
