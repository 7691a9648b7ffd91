using System;
using System.Linq;
using Ccts.Sdk.Ledger;

namespace Ccts.Sdk.Tests.Ledger;

/// <summary>Texts kept as a byte a character: every one of them, and none that is wider.</summary>
public sealed class NarrowTextTests
{
    private const int Longest = 20;

    [Fact]
    public void Every_character_below_256_is_its_byte_at_every_place()
    {
        for (var length = 0; length <= Longest; length++)
        {
            for (var shift = 0; shift < 256; shift++)
            {
                var text = string.Concat(Enumerable.Range(0, length).Select(i => (char)((i + shift) & 0xFF)));
                var bytes = new byte[length];

                Assert.True(NarrowText.TryWrite(text.AsSpan(), bytes));
                Assert.Equal(text.Select(c => (byte)c), bytes);
            }
        }
    }

    [Theory]
    [InlineData('Ā')]
    [InlineData('स')]
    [InlineData('￿')]
    [InlineData('\uD83C')]
    public void One_wider_character_is_seen_wherever_it_stands(char wide)
    {
        for (var length = 1; length <= Longest; length++)
        {
            for (var at = 0; at < length; at++)
            {
                var text = new string('k', at) + wide + new string('k', length - at - 1);

                Assert.False(NarrowText.TryWrite(text.AsSpan(), new byte[length]));
            }
        }
    }
}
