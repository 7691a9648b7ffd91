using System;
using System.Linq;
using Ccts.Registry.Adapters.Serials;

namespace Ccts.Registry.Adapters.Tests.Serials;

/// <summary>The quick way to read a straight form and the one that explains agree, on every published serial and on damaged ones.</summary>
public class StraightFormTests
{
    private const int Damages = 20;

    [Fact]
    public void The_quick_way_reads_what_the_explaining_way_reads()
    {
        var straight = SerialGrammars.BuiltIn.All.Select(g => (Grammar: g, Form: StraightForm.Of(g.Form))).Where(g => g.Form is not null).ToArray();
        Assert.Contains(straight, g => g.Grammar.Id == "verra-13");
        Assert.Contains(straight, g => g.Grammar.Id == "gold-standard-cer-pair");
        var random = new Random(4);
        var taken = 0;
        foreach (var serial in CorpusLine.All.Select(l => l.Serial).Concat(SerialGrammars.BuiltIn.All.SelectMany(g => g.Examples)))
        {
            foreach (var text in Enumerable.Range(0, Damages).Select(i => i == 0 ? serial : Damaged(serial, random)))
            {
                foreach (var (grammar, form) in straight)
                {
                    var (quick, full) = (new FieldSlice[SerialGrammar.MaxFields], new FieldSlice[SerialGrammar.MaxFields]);
                    var expected = new FormMatcher(grammar.Form, text.AsSpan(), full, forgiving: false).Run();
                    Assert.Equal(expected, form!.TryMatch(text.AsSpan(), quick));
                    Assert.True(!expected || quick.AsSpan().SequenceEqual(full), text);
                    taken += expected ? 1 : 0;
                }
            }
        }

        Assert.True(taken > 1000, $"only {taken} were read");
    }

    private static string Damaged(string serial, Random random)
    {
        var at = random.Next(serial.Length);
        return random.Next(4) switch
        {
            0 => serial.Remove(at, 1),
            1 => serial.Insert(at, serial.Substring(random.Next(serial.Length), 1)),
            2 => serial[..at],
            _ => serial[..at] + "0123456789- _AZO"[random.Next(16)] + serial[(at + 1)..],
        };
    }
}
