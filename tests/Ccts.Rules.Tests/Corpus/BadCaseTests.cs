using System;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json;
using System.Threading.Tasks;
using Ccts.Rules.Files;
using Ccts.Rules.Rulesets;
using Ccts.Tests.Shared;

namespace Ccts.Rules.Tests.Corpus;

/// <summary>Every mistake of the corpus gets its reviewed answer; the schemas refuse what they can know.</summary>
public sealed class BadCaseTests
{
    public static TheoryData<string> Cases => [.. BadCase.Names];

    public static TheoryData<string> StructuralCases => [.. BadCase.Names.Where(n => BadCase.Load(n) is { IsStructural: true } c && File.Exists(SchemaOf(c.File)))];

    public static TheoryData<string> SemanticJsonCases => [.. BadCase.Names.Where(n => BadCase.Load(n) is { IsStructural: false } c && File.Exists(SchemaOf(c.File)) && c.File.EndsWith(".json", StringComparison.Ordinal) && c.Files().Paths.Contains(c.File, StringComparer.Ordinal))];

    [Fact]
    public void The_base_is_valid() => Assert.Equal("test/2025-26", RulesetReader.Read(RulesetFiles.FromMemory("base", BadCase.Base())).Identity.Id);

    [Theory]
    [InlineData("ruleset.json")]
    [InlineData("parameters.json")]
    [InlineData("targets.csv")]
    public void A_file_saved_as_UTF_16_says_the_same(string file)
    {
        var files = BadCase.Base();
        files[file] = [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(Encoding.UTF8.GetString(files[file]))];

        var (plain, wide) = (RulesetReader.Read(RulesetFiles.FromMemory("base", BadCase.Base())), RulesetReader.Read(RulesetFiles.FromMemory("base", files)));

        Assert.Equal((plain.Identity.Id, plain.Parameters.Count, plain.Assessment.Targets.Count), (wide.Identity.Id, wide.Parameters.Count, wide.Assessment.Targets.Count));
        Assert.NotEqual(plain.Identity.Digest, wide.Identity.Digest);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_answer_is_the_reviewed_one(string name)
    {
        var bad = BadCase.Load(name);

        Assert.False(RulesetReader.TryRead(bad.Files(), out _, out var problems));

        var answer = string.Join("\n", problems.Select(p => p.ToString()));
        if (Environment.GetEnvironmentVariable("CORPUS_ACCEPT") is { Length: > 0 } folder)
        {
            var path = Path.Combine(folder, "cases", name + ".case");
            var text = File.ReadAllText(path);
            File.WriteAllText(path, text[..(text.IndexOf("--- expected\n", StringComparison.Ordinal) + 13)] + answer + "\n");
            return;
        }

        Assert.Equal(bad.Expected, answer);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Every_problem_says_where_and_what_was_expected(string name)
    {
        RulesetReader.TryRead(BadCase.Load(name).Files(), out _, out var problems);

        Assert.NotEmpty(problems);
        Assert.All(problems, p =>
        {
            Assert.NotNull(p.Place.File);
            Assert.True(p.Place.Line > 0 || p.Code == "missing-file");
            Assert.True(p.Expected is not null || p.Hint is not null, p.ToString());
        });
    }

    [Theory]
    [MemberData(nameof(StructuralCases))]
    public void The_schema_refuses_a_structural_mistake_too(string name)
    {
        var bad = BadCase.Load(name);

        Assert.False(SchemaAccepts(bad.File, bad.Files().Find(bad.File)!.Bytes));
    }

    [Theory]
    [MemberData(nameof(SemanticJsonCases))]
    public void What_the_reader_alone_can_tell_the_schema_accepts(string name)
    {
        var bad = BadCase.Load(name);

        Assert.True(SchemaAccepts(bad.File, bad.Files().Find(bad.File)!.Bytes));
    }

    [Fact]
    public async Task The_schemas_accept_every_shipped_file_and_the_base()
    {
        var root = Path.Combine(AppContext.BaseDirectory, "rulesets");
        var files = Directory.GetFiles(root, "*.json", SearchOption.AllDirectories).Where(p => File.Exists(SchemaOf(p))).ToList();
        Assert.True(files.Count >= 8);
        foreach (var path in files)
        {
            Assert.True(SchemaAccepts(path, await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken)), path);
        }

        foreach (var (name, bytes) in BadCase.Base().Where(f => f.Key.EndsWith(".json", StringComparison.Ordinal) && File.Exists(SchemaOf(f.Key))))
        {
            Assert.True(SchemaAccepts(name, bytes), name);
        }
    }

    // A schema that is not there yet is not asked; the reader always is.
    private static string SchemaOf(string file)
    {
        var name = Path.GetFileNameWithoutExtension(file);
        var schema = Path.GetFileName(Path.GetDirectoryName(file)) == "tests" ? "ruleset-cases" : name == "ruleset" ? name : "ruleset-" + name;
        return Path.Combine(AppContext.BaseDirectory, "schemas", schema + ".schema.json");
    }

    private static bool SchemaAccepts(string file, byte[] bytes)
    {
        var schema = SchemaCheck.FromFile(SchemaOf(file));
        try
        {
            // The schema library's own parser forgives comments and trailing commas; a strict one comes first.
            using var _ = JsonDocument.Parse(new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes));
        }
        catch (Exception broken) when (broken is JsonException or ArgumentException)
        {
            return false;
        }

        return schema.Errors(Encoding.UTF8.GetString(bytes)).Count == 0;
    }
}
