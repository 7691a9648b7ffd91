using System;
using System.Diagnostics;
using Ccts.Sdk.Ledger;

namespace Ccts.Sdk.Tests.Ledger;

/// <summary>Idempotency keys come from strangers: whatever they end on, noting one more stays cheap, and all are found again.</summary>
public sealed class KeyBookTests
{
    private const int Keys = 60_000;

    // A hundred times what it takes; a walk over all keys with the same beginning takes minutes.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    [Theory]
    [InlineData(false, 1)]
    [InlineData(false, 8)]
    [InlineData(false, 16)]
    [InlineData(true, 1)]
    [InlineData(true, 8)]
    [InlineData(true, 16)]
    public void Keys_of_one_beginning_with_any_two_characters_after_it_do_not_crowd(bool isShare, int step)
    {
        var book = new KeyBook(isShare);
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < Keys && watch.Elapsed < Patience; i++)
        {
            Assert.True(book.TryAdd(Key(i, step), new KeyMark(0, i, i)));
        }

        Assert.True(book.Count == Keys, $"{book.Count} keys of {Keys} were noted in {Patience}.");
        for (var i = 0; i < Keys; i++)
        {
            Assert.True(book.TryGet(Key(i, step), out var mark) && mark.Position == i);
            Assert.False(book.TryAdd(Key(i, step), mark));
        }

        Assert.Equal(Keys / 2, book.ForgetBefore(Keys / 2));
        Assert.False(book.TryGet(Key(0, step), out _));
        Assert.True(book.TryGet(Key(Keys - 1, step), out _));
    }

    private static string Key(int i, int step) => "x" + (char)(0x1000 + (step * (i / 1500))) + (char)(0x1000 + (step * (i % 1500)));
}
