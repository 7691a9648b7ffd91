using System;
using System.Globalization;
using System.Linq;
using System.Text;
using Ccts.Registry.Adapters.Serials;
using Ccts.Sdk.Ledger.Blocks;

namespace Ccts.Registry.Adapters.Tests.Serials;

/// <summary>Serials nobody has published yet read just as well, and damaged ones never break anything.</summary>
public class UnseenSerialsTests
{
    private const int PerGrammar = 300;

    public static TheoryData<string> Grammars => new(SerialGrammars.BuiltIn.All.Select(g => g.Id));

    [Theory]
    [MemberData(nameof(Grammars))]
    public void Other_ranges_countries_projects_and_dates_read_just_as_well(string id)
    {
        var grammar = SerialGrammars.BuiltIn.Find(id)!;
        var madeUp = new MadeUpSerials(seed: 20261122);
        for (var i = 0; i < PerGrammar; i++)
        {
            var serial = madeUp.Of(grammar);
            Assert.True(SerialGrammars.BuiltIn.TryRead(serial, out var reading, out var error), serial + ": " + error?.Message);
            Assert.Equal(id, reading.Grammar.Id);
            Assert.Equal(serial, reading.Canonical);
            Assert.Equal(grammar.Status == GrammarStatus.Provisional ? [SerialWarning.Provisional] : [], reading.Warnings);
            if (reading.Block is { } block)
            {
                Assert.Equal(block.End - block.Start + BlockNumber.One, reading.Quantity);
                Assert.DoesNotContain(block.Scope, c => c == '{');
            }
        }
    }

    [Theory]
    [MemberData(nameof(Grammars))]
    public void A_part_of_a_block_keeps_its_scope(string id)
    {
        var grammar = SerialGrammars.BuiltIn.Find(id)!;
        var serial = new MadeUpSerials(seed: 7).Of(grammar);
        var whole = SerialGrammars.BuiltIn.Read(serial);
        if (whole.Block is not { } block)
        {
            return;
        }

        var fields = new FieldSlice[SerialGrammar.MaxFields];
        Assert.True(grammar.TryMatch(serial, fields, out _));
        var end = fields[grammar.EndField];
        var pad = grammar.Form.First(e => e.Field == grammar.EndField).Pad;
        var part = string.Concat(serial.AsSpan(0, end.Start), block.Start.ToString().PadLeft(pad, '0'), serial.AsSpan(end.Start + end.Length));
        Assert.Equal(block.With(new BlockRange(block.Start, block.Start)), SerialGrammars.BuiltIn.Read(part).Block);
    }

    [Fact]
    public void A_relabelled_verra_block_still_collides_and_a_gold_standard_batch_does_not()
    {
        Assert.True(Block("19385-941467007-941467431-VCS-VCU-1507-VER-ET-14-1340-01012020-31122020-1")
            .Overlaps(Block("99999-941467431-941467999-VCU-003-APX-IN-1-101-01042006-18032007-0")));
        Assert.False(Block("GS1-1-IN-GS817-4-2012-1303-93-4644").Overlaps(Block("GS1-1-IN-GS817-4-2012-1304-93-4644")));
        Assert.False(Block("BCR-CO-261-14-001-2-2301-2312-0000001-0004538").Overlaps(Block("BCR-CO-261-14-001-R-2301-2312-0000001-0004538")));
    }

    [Fact]
    public void Damaged_serials_are_refused_or_read_and_never_throw()
    {
        // SERIAL_MUTATIONS=10000000 is the long form.
        var count = int.Parse(Environment.GetEnvironmentVariable("SERIAL_MUTATIONS") ?? "20000", CultureInfo.InvariantCulture);
        var random = new Random(4);
        var seeds = CorpusLine.All.Select(l => l.Serial).ToArray();
        for (var i = 0; i < count; i++)
        {
            var text = Damage(seeds[random.Next(seeds.Length)], random);
            if (SerialGrammars.BuiltIn.TryRead(text, out var reading, out var error))
            {
                Assert.Null(error);
                Assert.True(SerialGrammars.BuiltIn.TryRead(reading.Canonical, out var again, out _), reading.Canonical);
                Assert.Equal((reading.Block, reading.Canonical), (again.Block, again.Canonical));
            }
            else
            {
                Assert.InRange(error!.Position, 0, text.Length);
                Assert.NotEmpty(error.Message);
            }
        }
    }

    private static SerialBlock Block(string serial) => SerialGrammars.BuiltIn.Read(serial).Block!.Value;

    private static string Damage(string serial, Random random)
    {
        const string odd = "\0 -_–O0lI9Aa…\uD800\u0660\u200B\"';=";
        var text = new StringBuilder(serial);
        for (var i = random.Next(1, 5); i > 0 && text.Length > 0; i--)
        {
            var at = random.Next(text.Length);
            switch (random.Next(5))
            {
                case 0:
                    text.Remove(at, 1);
                    break;
                case 1:
                    text.Insert(at, odd[random.Next(odd.Length)]);
                    break;
                case 2:
                    text[at] = odd[random.Next(odd.Length)];
                    break;
                case 3:
                    text.Length = at;
                    break;
                default:
                    text.Insert(at, text.ToString(at, Math.Min(20, text.Length - at)));
                    break;
            }
        }

        return text.ToString();
    }
}
