using System;
using System.Linq;
using Ccts.Tests.Shared;
using FsCheck;
using FsCheck.Fluent;

namespace Ccts.Sdk.Tests.Quantities;

/// <summary>Text and value lead back to each other, for every quantity in every unit.</summary>
public sealed class RoundTripTests
{
    private static readonly Gen<int> Word = Gen.OneOf(Gen.Choose(int.MinValue, int.MaxValue), Gen.Choose(0, 9));

    /// <summary>Decimals of up to 15 digits, 12 of them decimals: exact in every unit there is; a Btu has twelve digits of its own.</summary>
    private static readonly Gen<decimal> Ordinary =
        from low in Word
        from middle in Gen.OneOf(Gen.Constant(0), Gen.Choose(0, 0xFFFF))
        from scale in Gen.Choose(0, 12)
        from negative in Gen.Elements(true, false)
        select new decimal(low, middle, 0, negative, (byte)scale);

    /// <summary>Every decimal there is: any 96 bits, any scale, either sign.</summary>
    private static readonly Gen<decimal> Any =
        from bits in Word.ArrayOf(3)
        from scale in Gen.Choose(0, 28)
        from negative in Gen.Elements(true, false)
        select new decimal(bits[0], bits[1], bits[2], negative, (byte)scale);

    public static TheoryData<string> Kinds => QuantityKind.Names;

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Value_to_text_to_value(string name)
    {
        var kind = QuantityKind.Named(name);
        Prop.ForAll(Ordinary.ToArbitrary(), number =>
        {
            var value = kind.Of(number);
            Assert.Equal(number, kind.In(value));
            Assert.Equal(value, kind.Parse(kind.Write(value)));
            Assert.Equal(value, kind.Parse(value.ToString()!));
        }).Holds();
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Text_to_value_to_text(string name)
    {
        var kind = QuantityKind.Named(name);
        Prop.ForAll(Ordinary.ToArbitrary(), number =>
        {
            var text = PlainText.Of(number) + " " + kind.Symbol;
            Assert.Equal(text, kind.Write(kind.Parse(text)));
        }).Holds();
    }

    /// <summary>Whatever the digits, a value either keeps all of them or is refused, with the reason from both twins.</summary>
    [Theory]
    [MemberData(nameof(Kinds))]
    public void Any_decimal_is_kept_whole_or_refused(string name)
    {
        var kind = QuantityKind.Named(name);
        Prop.ForAll(Any.ToArbitrary(), number =>
        {
            var text = PlainText.Of(number) + " " + kind.Symbol;
            if (kind.TryParse(text, out var value, out var reason))
            {
                Assert.Null(reason);
                Assert.Equal(kind.Of(number), value);
                Assert.Equal(number, kind.In(value));
                Assert.Equal(text, kind.Write(value));
                Assert.Equal(value, kind.Parse(value.ToString()!));
            }
            else
            {
                Assert.Contains("exactly", reason, StringComparison.Ordinal);
                Assert.Throws<OverflowException>(() => kind.Of(number));
                Assert.Throws<FormatException>(() => kind.Parse(text));
            }
        }).Holds();
    }

    /// <summary>In its canonical unit no value is ever refused.</summary>
    [Fact]
    public void Every_decimal_is_held_in_the_canonical_unit()
    {
        foreach (var kind in QuantityKind.Types.Select(t => QuantityKind.All.First(k => k.Type == t)))
        {
            Prop.ForAll(Any.ToArbitrary(), number =>
            {
                var value = kind.Of(number);
                Assert.Equal(number, value.CanonicalValue);
                Assert.Equal(PlainText.Of(number) + " " + value.CanonicalUnit, value.ToString());
                Assert.Equal(value, kind.Parse(value.ToString()!));
            }).Holds();
        }
    }
}
