using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using Ccts.Registry.Adapters.Exports;
using Ccts.Registry.Adapters.Reconciliation;
using Ccts.Tests.Shared;

namespace Ccts.Registry.Adapters.Tests.Reconciliation;

/// <summary>What is held grows with the number of blocks alone, by no more than 40 bytes each: not with the text of the rows.</summary>
[Collection(nameof(Alone))]
public class HeldMemoryTests
{
    private const int Rows = 8_192;

    [Theory]
    [InlineData(0)]
    [InlineData(2000)]
    public void A_block_costs_forty_bytes_however_long_its_row_is(int noise)
    {
        HeldMemory.CostsEach(Rows, 4 * Rows, rows => Held(rows, noise), 20, 40);
    }

    [Fact]
    public void Serials_that_cannot_be_read_are_not_kept_either()
    {
        var reconciler = new Reconciler();
        foreach (var row in new ExportReader().Read(new MadeUpRows(5000, i => $"no-serial-{i:00000}-{new string('x', 100)},1,held,\n"), "ledger.csv"))
        {
            reconciler.Add(StatementSide.Local, row.Entry!);
        }

        var told = reconciler.Findings().ToArray();
        Assert.Equal((5000, 5000m), (told.Length, told.Sum(f => f.LocalTonnes)));
        Assert.All(told, f => Assert.Equal(ReconciliationClass.Unparsable, f.Class));
        Assert.Equal(1000, told.Count(f => f.Scope.Length > 0));
        Assert.Equal(Enumerable.Range(2, 5000), told.Select(f => f.Local!.Value.Line));
    }

    [Fact]
    public void Looking_for_double_counts_keeps_no_text()
    {
        Assert.Empty(Finder(100).Find());
        HeldMemory.CostsEach(Rows, 4 * Rows, Finder, 40, 100);
    }

    private static Reconciler Held(int rows, int noise)
    {
        var reconciler = new Reconciler();
        foreach (var row in new ExportReader().Read(new MadeUpRows(rows, i => Block(i, noise)), "ledger.csv"))
        {
            reconciler.Add(StatementSide.Local, row.Entry!);
        }

        Assert.Equal(rows * 10m, reconciler.Totals().Of(StatementSide.Local));
        return reconciler;
    }

    private static DoubleCountFinder Finder(int rows)
    {
        var finder = new DoubleCountFinder();
        foreach (var row in new ExportReader().Read(new MadeUpRows(rows, i => Block(i, 500)), "ledger.csv"))
        {
            finder.Add(row.Entry!);
        }

        return finder;
    }

    private static string Block(int i, int noise) => string.Create(
        CultureInfo.InvariantCulture,
        $"100-{(i * 10) + 1}-{(i * 10) + 10}-VCS-VCU-1-VER-US-1-1528-01012009-31122009-0,10,held,{new string('n', noise)}\n");

    /// <summary>An export that is made as it is read.</summary>
    private sealed class MadeUpRows(int rows, Func<int, string> row) : Stream
    {
        private byte[] _text = Encoding.UTF8.GetBytes("serial,quantity,state,note\n");
        private int _at;
        private int _next;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            if (_at == _text.Length)
            {
                if (_next == rows)
                {
                    return 0;
                }

                (_text, _at) = (Encoding.UTF8.GetBytes(row(_next++)), 0);
            }

            var given = Math.Min(count, _text.Length - _at);
            Array.Copy(_text, _at, buffer, offset, given);
            _at += given;
            return given;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}

/// <summary>Tests that measure the memory of the whole process, while no other test runs.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
