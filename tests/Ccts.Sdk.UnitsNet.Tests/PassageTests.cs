using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Ccts.Sdk.Quantities;
using Ccts.Tests.Shared;
using FsCheck;
using FsCheck.Fluent;
using Theirs = UnitsNet;

namespace Ccts.Sdk.UnitsNet.Tests;

public static class PassageTests
{
    public static IEnumerable<TheoryDataRow<SharedQuantity>> Quantities => SharedQuantity.All.Select(q => new TheoryDataRow<SharedQuantity>(q) { Label = q.Name });

    [Theory]
    [MemberData(nameof(Quantities))]
    public static void Every_unit_of_UnitsNet_either_means_the_same_here_or_is_refused_with_a_reason(SharedQuantity quantity)
    {
        foreach (var unit in quantity.Units)
        {
            var (value, reason) = quantity.Read(1, unit, BinaryPassage.Exact);
            if (value is null)
            {
                Assert.Contains($"in {unit} cannot pass", reason, StringComparison.Ordinal);
                Assert.Equal(reason, quantity.Write(1m, unit, BinaryPassage.Exact).Reason);
                continue;
            }

            // UnitsNet says what the unit is worth in its base unit; the factor here has to agree with it.
            var one = Theirs.Quantity.From(1, unit);
            var theirs = one.As(one.QuantityInfo.BaseUnitInfo.Value);
            Assert.Equal(theirs, (double)(value.Value * quantity.CanonicalInBase), Math.Abs(theirs) * 1e-12);
        }

        Assert.Equal(quantity.UnitsThatPass, quantity.Passing.Count());
    }

    [Theory]
    [MemberData(nameof(Quantities))]
    public static void Numbers_that_both_hold_come_back_as_they_went(SharedQuantity quantity) =>
        Prop.ForAll(Arb.From(BinaryFractions), Arb.From(Gen.Elements(quantity.Passing.ToArray())), (number, unit) =>
        {
            var read = quantity.Read((double)number, unit, BinaryPassage.Exact).Value!.Value;
            var written = quantity.Write(read, unit, BinaryPassage.Exact).Value!;
            Assert.Equal((double)number, (double)written.Value);
            Assert.Equal(unit, written.Unit);
        }).Holds();

    [Theory]
    [MemberData(nameof(Quantities))]
    public static void Fifteen_digits_come_back_as_they_went_where_the_closest_will_do(SharedQuantity quantity) =>
        Prop.ForAll(Arb.From(FifteenDigits), Arb.From(Gen.Elements(quantity.Passing.ToArray())), (number, unit) =>
        {
            var one = quantity.Read(1, unit, BinaryPassage.Exact).Value!.Value;
            var written = quantity.Write(number * one, unit, BinaryPassage.Closest).Value!;
            Assert.Equal(number * one, quantity.Read((double)written.Value, unit, BinaryPassage.Closest).Value);
        }).Holds();

    [Theory]
    [MemberData(nameof(Quantities))]
    public static void A_tenth_is_refused_both_ways_unless_the_closest_will_do(SharedQuantity quantity)
    {
        foreach (var unit in quantity.Passing)
        {
            var one = quantity.Read(1, unit, BinaryPassage.Exact).Value!.Value;
            Assert.Contains("BinaryPassage.Closest", quantity.Read(0.1, unit, BinaryPassage.Exact).Reason, StringComparison.Ordinal);
            Assert.Contains("BinaryPassage.Closest", quantity.Write(one / 10m, unit, BinaryPassage.Exact).Reason, StringComparison.Ordinal);
            Assert.Equal(one / 10m, quantity.Read(0.1, unit, BinaryPassage.Closest).Value);
            Assert.Equal(0.1, (double)quantity.Write(one / 10m, unit, BinaryPassage.Closest).Value!.Value);
        }
    }

    [Theory]
    [MemberData(nameof(Quantities))]
    public static void What_a_decimal_cannot_hold_is_refused_however_it_is_asked(SharedQuantity quantity)
    {
        foreach (var unit in quantity.Passing)
        {
            foreach (var passage in new[] { BinaryPassage.Exact, BinaryPassage.Closest })
            {
                Assert.All([1e29, -1e29, 1e-29, double.MaxValue, double.Epsilon], v => Assert.NotNull(quantity.Read(v, unit, passage).Reason));
                Assert.Equal(0m, quantity.Read(-0.0, unit, passage).Value);
            }
        }
    }

    [Fact]
    public static void The_throwing_twins_say_what_the_others_return()
    {
        var calories = Theirs.Energy.FromKilocalories(1);
        Assert.False(calories.TryToCctsEnergy(BinaryPassage.Exact, out var energy, out var reason));
        Assert.Equal(default, energy);
        Assert.Equal(reason, Assert.Throws<UnitsNetConversionException>(() => calories.ToCctsEnergy()).Message);
        Assert.Contains("4.1868 J", reason, StringComparison.Ordinal);
        Assert.Throws<UnitsNetConversionException>(() => Mass.FromTonnes(0.1m).ToUnitsNet());
        Assert.Equal(Theirs.Mass.FromTonnes(12500), Mass.FromTonnes(12500m).ToUnitsNet());
    }

    [Fact]
    public static void A_passage_that_is_none_is_a_mistake_of_the_caller()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Mass.FromTonnes(1m).ToUnitsNet(passage: (BinaryPassage)7));
        Assert.Throws<ArgumentOutOfRangeException>(() => Theirs.Mass.FromTonnes(1).ToCctsMass((BinaryPassage)7));
    }

    [Fact]
    public static void Digits_lost_in_another_unit_are_not_lost_silently()
    {
        var fine = Mass.FromTonnes(0.0000000000000000000000000001m);
        Assert.False(fine.TryToUnitsNet(Theirs.Units.MassUnit.Kilotonne, BinaryPassage.Exact, out _, out var reason));
        Assert.Contains("too many digits", reason, StringComparison.Ordinal);
        Assert.False(Mass.FromTonnes(decimal.MaxValue).TryToUnitsNet(Theirs.Units.MassUnit.Gram, BinaryPassage.Closest, out _, out _));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public static void What_is_no_number_is_refused(double number)
    {
        Assert.False(BinaryNumber.TryTo(number, BinaryPassage.Exact, out _, out _));
        Assert.False(BinaryNumber.TryTo(number, BinaryPassage.Closest, out _, out var reason));
        Assert.Equal("it is not a finite number", reason);
    }

    [Fact]
    public static void Every_bit_of_a_long_binary_fraction_is_kept()
    {
        Assert.True(BinaryNumber.TryTo(Math.Pow(2, -28), BinaryPassage.Exact, out var small, out _));
        Assert.Equal(0.0000000037252902984619140625m, small);
        Assert.True(BinaryNumber.TryTo(Math.Pow(2, 95), BinaryPassage.Exact, out var large, out _));
        Assert.Equal(39614081257132168796771975168m, large);
        Assert.False(BinaryNumber.TryTo(Math.Pow(2, 96), BinaryPassage.Exact, out _, out _));
        Assert.False(BinaryNumber.TryTo(Math.Pow(2, -29), BinaryPassage.Exact, out _, out _));
    }

    [Fact]
    public static void Any_double_read_exactly_is_that_double() =>
        Prop.ForAll(ArbMap.Default.ArbFor<double>(), number =>
        {
            if (BinaryNumber.TryTo(number, BinaryPassage.Exact, out var exact, out _))
            {
                Assert.True(BinaryNumber.TryFrom(exact, BinaryPassage.Exact, out var back, out _));
                Assert.Equal(number, back);
            }

            if (BinaryNumber.TryTo(number, BinaryPassage.Closest, out var closest, out _))
            {
                Assert.Equal(number, double.Parse(closest.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture));
            }
        }).Holds();

    private static Gen<decimal> BinaryFractions =>
        from whole in Gen.Choose(-1_000_000_000, 1_000_000_000)
        from eighths in Gen.Choose(0, 7)
        select whole + (eighths / 8m);

    private static Gen<decimal> FifteenDigits =>
        from high in Gen.Choose(-9_999_999, 9_999_999)
        from low in Gen.Choose(0, 99_999_999)
        from scale in Gen.Choose(0, 12)
        select (high * 100_000_000m + low) / (decimal)Math.Pow(10, scale);
}
