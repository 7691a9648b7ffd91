using System;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using Ccts.Registry.Adapters.Serials;
using Ccts.Sdk.Problems;
using Ccts.Tests.Shared;

namespace Ccts.Registry.Adapters.Tests.Serials;

/// <summary>Grammar files: shipped ones are sound, a host's own join without a new build, faulty ones are refused with the place.</summary>
public class GrammarFilesTests
{
    private const string Good = """
        { "grammar": "own", "registry": "mine", "title": "Mine", "status": "documented", "unit": "tCO2e", "source": "house rules",
          "form": ["MINE-", { "field": "country", "upper": "2" }, "-", { "field": "start", "number": "1-9" }, "-", { "field": "end", "number": "1-9" }],
          "examples": ["MINE-IN-1-5"] }
        """;

    [Fact]
    public async Task Shipped_files_follow_the_schema()
    {
        var schema = SchemaCheck.FromFile(Path.Combine(AppContext.BaseDirectory, "Schemas", "serial-grammar.schema.json"));
        foreach (var file in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Grammars"), "*.json"))
        {
            Assert.Empty(schema.Errors(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)));
        }
    }

    [Fact]
    public void A_directory_gives_the_same_grammars_as_the_package() =>
        Assert.Equal(
            SerialGrammars.BuiltIn.All.Select(g => g.Id),
            SerialGrammars.FromDirectory(Path.Combine(AppContext.BaseDirectory, "Grammars")).All.Select(g => g.Id),
            StringComparer.Ordinal);

    [Fact]
    public void Every_corpus_registry_and_every_one_without_serials_has_a_grammar() =>
        Assert.Equal(
            ["acr", "arb", "art-trees", "biocarbon", "car", "cdm", "cercarbono", "escert", "gold-standard", "icm", "isometric", "itmo", "markit-mer", "plan-vivo", "puro", "socialcarbon", "verra"],
            SerialGrammars.BuiltIn.Registries);

    [Fact]
    public void No_two_shipped_grammars_share_a_text() => Assert.Empty(GrammarLint.Overlaps(SerialGrammars.BuiltIn));

    [Fact]
    public void A_hosts_grammar_joins_and_replaces()
    {
        var all = SerialGrammars.BuiltIn.With(Load(Good));
        Assert.Equal("mine", all.Read("MINE-IN-1-5").Registry);
        Assert.Equal("verra", all.Read("19385-941467007-941467431-VCS-VCU-1507-VER-ET-14-1340-01012020-31122020-1").Registry);
        var changed = all.With(Load(Good.Replace("MINE-", "OURS-", StringComparison.Ordinal)));
        Assert.False(changed.TryRead("MINE-IN-1-5", out _, out _));
        Assert.Equal("OURS-IN", changed.Read("OURS-IN-1-5").Scope);
    }

    [Fact]
    public void Lint_finds_a_text_two_grammars_take_and_precedence_decides()
    {
        var loose = Good.Replace("\"own\"", "\"loose\"", StringComparison.Ordinal).Replace("\"MINE-\"", "{ \"field\": \"program\", \"upper\": \"2-5\" }, \"-\"", StringComparison.Ordinal);
        var open = Load(Good, loose);
        var overlap = Assert.Single(GrammarLint.Overlaps(open));
        Assert.False(overlap.HasPrecedence);
        Assert.Equal(2, GrammarLint.Takers(open, overlap.Witness).Count);

        var stated = Load(Good, loose.Replace("\"form\"", "\"yieldsTo\": [\"own\"], \"form\"", StringComparison.Ordinal));
        Assert.True(Assert.Single(GrammarLint.Overlaps(stated)).HasPrecedence);
        Assert.Equal("own", stated.Read("MINE-IN-1-5").Grammar.Id);

        var apart = Load(Good, loose.Replace("\"upper\": \"2-5\"", "\"upper\": \"2-5\", \"except\": [\"MINE\"]", StringComparison.Ordinal).Replace("MINE-IN", "YOUR-IN", StringComparison.Ordinal));
        Assert.Empty(GrammarLint.Overlaps(apart));
        Assert.Equal("loose", apart.Read("YOUR-IN-1-5").Grammar.Id);
    }

    [Theory]
    [InlineData("\"status\": \"documented\"", "\"status\": \"certain\"", "unknown-word")]
    [InlineData("\"title\"", "\"titel\"", "unknown-key")]
    [InlineData("\"upper\": \"2\"", "\"upper\": \"2-1\"", "bad-width")]
    [InlineData("\"upper\": \"2\"", "\"upper\": \"200\"", "bad-width")]
    [InlineData("\"upper\": \"2\"", "\"letters\": \"2\"", "bad-step")]
    [InlineData("{ \"field\": \"end\", \"number\": \"1-9\" }", "{ \"field\": \"last\", \"number\": \"1-9\" }", "block-fields")]
    [InlineData("{ \"field\": \"end\", \"number\": \"1-9\" }", "{ \"field\": \"start\", \"number\": \"1-9\" }", "duplicate-field")]
    [InlineData("{ \"field\": \"start\", \"number\"", "{ \"field\": \"start\", \"digits\"", "block-fields")]
    [InlineData("MINE-IN-1-5", "MINE-IN-5-1", "example")]
    [InlineData("\"form\": [", "\"scope\": \"{batch}\", \"form\": [", "scope")]
    [InlineData("\"form\": [", "\"project\": [\"batch\"], \"form\": [", "unknown-field")]
    [InlineData("\"form\": [", "\"yieldsTo\": [\"own\"], \"form\": [", "circular-precedence")]
    [InlineData("\"-\", { \"field\": \"end\"", "{ \"optional\": [\"x\"] }, { \"field\": \"end\"", "group-without-field")]
    [InlineData("{ \"field\": \"country\", \"upper\": \"2\" }", "{ \"repeat\": \"start\" }", "bad-step")]
    public void A_faulty_file_is_refused_with_the_place(string good, string bad, string code)
    {
        Assert.Contains(good, Good, StringComparison.Ordinal);
        var refused = Assert.Throws<CctsDataException>(() => Load(Good.Replace(good, bad, StringComparison.Ordinal)));
        Assert.Contains(refused.Problems, p => p.Code == code);
    }

    [Fact]
    public void Matching_a_serial_allocates_nothing()
    {
        var serials = CorpusLine.All.Select(l => (l.Registry, l.Serial)).ToArray();
        var fields = new FieldSlice[SerialGrammar.MaxFields];
        var units = Sum(serials, fields);
        var again = 0L;
        var allocated = Allocations.Of(() => again = Sum(serials, fields));
        Assert.Equal((units, 0L), (again, allocated));
    }

    private static long Sum((string Registry, string Serial)[] serials, FieldSlice[] fields)
    {
        long units = 0;
        foreach (var (registry, serial) in serials)
        {
            units += SerialGrammars.BuiltIn.TryMatch(serial, fields, out var found) && found.Grammar.HasBlock ? (long)found.Range.Count.ToUInt64() : 0;
            units += SerialGrammars.BuiltIn.TryMatch(registry, serial, fields, out var match) ? match.Project.Length + match.Country.Length : 0;
            units += match.TryGetVintage(out var first, out var last) ? last.Year - first.Year : 0;
        }

        return units;
    }

    private static SerialGrammars Load(params string[] files) =>
        SerialGrammars.FromFiles(files.Select((text, i) => ($"{i}.json", (Stream)new MemoryStream(Encoding.UTF8.GetBytes(text)))));
}
