using System;
using System.IO;
using System.IO.Compression;
using System.Linq;
using Ccts.Rules.Files;
using Ccts.Rules.Rulesets.Catalogs;
using Ccts.Rules.Tests.Signing;
using Ccts.Rules.Trust.Archives;
using Ccts.Rules.Trust.Signing;
using Ccts.Sdk.Problems;
using Ccts.Tests.Shared;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace Ccts.Rules.Tests.Archives;

/// <summary>One form for one set of files; everything else is refused by name, and no bytes make the reader stumble.</summary>
public sealed class ArchiveTests : IDisposable
{
    private static readonly LocalDate Day = new(2026, 11, 22);
    private readonly string _folder = Directory.CreateTempSubdirectory("ccts-archives").FullName;

    public static TheoryData<string> Names => [.. ArchiveAttack.All.Select(a => a.Name)];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_same_files_give_the_same_bytes_and_come_back_whole()
    {
        var files = SignedRulesets.Plain(3);
        var archive = RulesetArchive.Write(SignedRulesets.Files(files));

        Assert.Equal(archive, RulesetArchive.Write(SignedRulesets.Files(files.Reverse().ToDictionary(f => f.Key, f => f.Value))));
        Assert.Equal(files.OrderBy(f => f.Key, StringComparer.Ordinal), SignedRulesets.Open(RulesetArchive.Read(archive, "a")).OrderBy(f => f.Key, StringComparer.Ordinal));
        Assert.Equal(archive, ForgedZip.Write(files.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => new ForgedEntry(f.Key, f.Value))));
    }

    [Fact]
    public void Two_signatures_differ_in_nothing_but_the_signature()
    {
        var (one, other) = (RulesetArchive.Read(ArchiveAttack.Good(), "a"), RulesetArchive.Read(ArchiveAttack.Good(), "b"));

        Assert.Equal(one.Digest, other.Digest);
        var (left, right) = (SignatureOf(one), SignatureOf(other));
        Assert.Equal(left.Manifest.Message(), right.Manifest.Message());
        Assert.Equal(left.Bytes().Length, right.Bytes().Length);
    }

    [Fact]
    public void Any_other_program_can_unpack_it()
    {
        using var zip = new ZipArchive(new MemoryStream(ArchiveAttack.Good()));

        Assert.Equal(SignedRulesets.Revision(3).Paths, zip.Entries.Select(e => e.FullName));
        using var content = zip.GetEntry("ruleset.json")!.Open();
        using var bytes = new MemoryStream();
        content.CopyTo(bytes);
        Assert.Equal(SignedRulesets.Plain(3)["ruleset.json"], bytes.ToArray());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void An_attack_is_refused_and_the_ruleset_in_force_stays(string name)
    {
        var attack = ArchiveAttack.All.Single(a => a.Name == name);
        File.WriteAllBytes(Path.Combine(_folder, "a.cctsrules"), RulesetArchive.Write(SignedRulesets.Revision(2)));
        var policy = new SignaturePolicy(TestKeys.Trust(TestKeys.Entry(TestKeys.Regulator)));
        var live = new LiveCatalog(RulesetCatalog.FromDirectory(_folder, policy, Day), policy, new FixedClock(Day));
        var before = live.Current;
        File.WriteAllBytes(Path.Combine(_folder, "b.cctsrules"), attack.Bytes());

        Assert.False(RulesetArchive.TryRead(attack.Bytes(), "offered.cctsrules", out var files, out var problems));
        var refused = Assert.Throws<CctsDataException>(() => RulesetCatalog.FromDirectory(_folder, policy, Day));

        Assert.Null(files);
        Assert.Equal([attack.Code], problems.Select(p => p.Code).Distinct());
        Assert.Contains(attack.Code, refused.Problems.Select(p => p.Code));
        Assert.Same(before, live.Current);
    }

    [Fact]
    public void Every_attack_has_its_own_code() =>
        Assert.Equal(ArchiveAttack.All.Count, ArchiveAttack.All.Select(a => a.Code).Distinct(StringComparer.Ordinal).Count());

    [Theory]
    [InlineData("..")]
    [InlineData("a/../b")]
    [InlineData("/etc/passwd")]
    [InlineData("a\\b")]
    [InlineData("C:law.json")]
    [InlineData("a//b")]
    [InlineData("")]
    [InlineData("a\0b")]
    public void No_name_leads_outside(string name) => Refused("name-traversal", name);

    [Theory]
    [InlineData("con")]
    [InlineData("Prn.json")]
    [InlineData("tests/aux.tar.gz")]
    [InlineData("nul/a.json")]
    [InlineData("LPT1")]
    [InlineData("CONIN$")]
    [InlineData("NUL .json")]
    public void No_name_is_a_device(string name) => Refused("name-device", name);

    [Theory]
    [InlineData("Tests/a.json", "tests/b.json")]
    [InlineData("tests", "tests/b.json")]
    [InlineData("tests/B.json", "tests/b.json")]
    public void No_two_names_fall_together(string one, string other) => Refused("name-case-collision", one, other);

    [Theory]
    [InlineData("a.")]
    [InlineData("a b")]
    [InlineData("a\u001b[2J")]
    [InlineData("1/2/3/4/5")]
    public void A_name_is_plain(string name) => Refused("name-form", name);

    /// <summary>Forms that honest programs write too, and lies that only a reader who trusts one half of an archive would believe.</summary>
    public static TheoryData<string, string> OddForms => new()
    {
        { "size in the 64-bit fields", "archive-zip64" },
        { "place in the 64-bit fields", "archive-zip64" },
        { "extras of the 64-bit form", "archive-extra" },
        { "comment of a file", "archive-extra" },
        { "extras before the bytes only", "archive-header-mismatch" },
        { "bytes after a comment", "archive-trailing-bytes" },
        { "comment announced and not there", "archive-comment" },
        { "one byte after the end", "archive-trailing-bytes" },
        { "an archive after an archive", "archive-list-misplaced" },
        { "an archive after other bytes", "not-an-archive" },
    };

    [Theory]
    [MemberData(nameof(OddForms))]
    public void An_odd_form_is_refused_by_its_own_name(string form, string code)
    {
        var file = new ForgedEntry("tests/z.json", "{}"u8.ToArray());
        byte[] zip64 = [1, 0, 16, 0, 2, 0, 0, 0, 0, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0];
        var good = ArchiveAttack.Good();
        var bytes = form switch
        {
            "size in the 64-bit fields" => ArchiveAttack.With(file with { Size = uint.MaxValue }),
            "place in the 64-bit fields" => ArchiveAttack.With(file with { Offset = uint.MaxValue }),
            "extras of the 64-bit form" => ArchiveAttack.With(file with { Extra = zip64, LocalExtra = zip64 }),
            "comment of a file" => ArchiveAttack.With(file with { Comment = "hello"u8.ToArray() }),
            "extras before the bytes only" => ArchiveAttack.With(file with { LocalExtra = [1, 0, 0, 0] }),
            "bytes after a comment" => [.. ForgedZip.Write(ArchiveAttack.Entries(), comment: "a"u8.ToArray()), 0],
            "comment announced and not there" => [.. good[..^2], 7, 0],
            "one byte after the end" => [.. good, 0],
            "an archive after an archive" => [.. good, .. good],
            _ => [.. "#!/bin/sh\n"u8, .. good],
        };

        Assert.False(RulesetArchive.TryRead(bytes, "odd.cctsrules", out _, out var problems));
        Assert.Contains(code, problems.Select(p => p.Code).Take(1));
    }

    [Theory]
    [InlineData("a/", "archive-folder")]
    [InlineData("tests/figures/", "archive-folder")]
    [InlineData("../", "archive-folder", "name-traversal")]
    [InlineData("/", "archive-folder", "name-traversal")]
    [InlineData("a//", "archive-folder", "name-traversal")]
    [InlineData("C:/", "archive-folder", "name-traversal")]
    [InlineData("nul/", "archive-folder", "name-device")]
    public void A_folder_is_called_a_folder_and_what_leads_outside_is_still_named(string name, params string[] codes)
    {
        Assert.False(RulesetArchive.TryRead(ArchiveAttack.With(new ForgedEntry(name, [])), "foreign.cctsrules", out _, out var problems));

        Assert.Equal(codes, problems.Select(p => p.Code).Order(StringComparer.Ordinal));
        Assert.Contains("ccts ruleset pack", problems.Single(p => p.Code == "archive-folder").Hint, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_hides_bytes_is_no_file_either()
    {
        Assert.False(RulesetArchive.TryRead(ArchiveAttack.With(new ForgedEntry("tests/", "{}"u8.ToArray())), "foreign.cctsrules", out _, out var problems));
        Assert.Equal("archive-folder", Assert.Single(problems).Code);
    }

    [Fact]
    public void Every_beginning_of_an_archive_is_refused()
    {
        var archive = ArchiveAttack.Good();
        for (var length = 0; length < archive.Length; length += 97)
        {
            Assert.False(RulesetArchive.TryRead(archive[..length], "cut", out _, out var problems));
            Assert.NotEmpty(problems);
        }
    }

    [Fact]
    public void No_single_altered_byte_is_let_through()
    {
        var archive = ArchiveAttack.Good();
        var policy = new SignaturePolicy(TestKeys.Trust(TestKeys.Entry(TestKeys.Regulator)));
        var sample = Enumerable.Range(0, archive.Length).Where(i => i % 101 == 0 || i > archive.Length - 900);
        foreach (var at in sample)
        {
            var altered = archive.ToArray();
            altered[at] ^= 0x20;
            Assert.False(RulesetArchive.TryRead(altered, "altered", out var files, out _) && policy.TryAccept(files, Day, out _, out _), $"byte {at}");
        }
    }

    [Fact]
    public void Random_bytes_and_random_damage_get_an_answer_and_never_an_unexpected_exception()
    {
        var archive = ArchiveAttack.Good();
        var random = ArbMap.Default.GeneratorFor<byte[]>();
        var damaged = from edits in Gen.Choose(1, 8)
                      from places in Gen.Choose(0, archive.Length - 1).ArrayOf(edits)
                      from values in Gen.Choose(0, 255).ArrayOf(edits)
                      from cut in Gen.Choose(0, 3)
                      select Damage(archive, places, values, cut);
        var policy = new SignaturePolicy(TestKeys.Trust(TestKeys.Entry(TestKeys.Regulator)));
        Prop.ForAll(Gen.OneOf(random, damaged).ToArbitrary(), bytes =>
            !RulesetArchive.TryRead(bytes, "fuzz", out var files, out var problems)
                ? problems.Count > 0
                : bytes.AsSpan().SequenceEqual(archive) == policy.TryAccept(files, Day, out _, out _)).Holds(2000);
    }

    private static byte[] Damage(byte[] archive, int[] places, int[] values, int cut)
    {
        var bytes = archive.ToArray();
        for (var i = 0; i < places.Length; i++)
        {
            bytes[places[i]] = (byte)values[i];
        }

        return cut == 0 ? bytes[places[0]..] : cut == 1 ? bytes[..places[0]] : bytes;
    }

    private static void Refused(string code, params string[] names)
    {
        Assert.False(RulesetArchive.TryRead(ForgedZip.Write(names.Select(n => new ForgedEntry(n, []))), "names", out _, out var problems));
        Assert.Equal([code], problems.Select(p => p.Code).Distinct());
        Assert.All(problems, p => Assert.DoesNotContain(p.Place.File!, char.IsControl));
    }

    private static SignatureFile SignatureOf(RulesetFiles files) => SignatureFile.Read(files.Find(SignedRulesets.SignatureFile)!, new ProblemList())!;
}
