using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Ccts.Rules.Authoring.Publishing;
using Ccts.Sdk.Problems;

namespace Ccts.Rules.Tests.Publishing;

/// <summary>A kit is published whole or not at all, wherever it fails and wherever the program is ended.</summary>
public sealed class KitFolderTests : IDisposable
{
    private static readonly IReadOnlyList<KitPage> Old = Pages("old");
    private static readonly IReadOnlyList<KitPage> New = Pages("new");

    private readonly string _root = Directory.CreateTempSubdirectory("ccts-kit").FullName;

    public static TheoryData<int, bool> Faults
    {
        get
        {
            var faults = new TheoryData<int, bool>();
            foreach (var step in Enumerable.Range(0, 6))
            {
                faults.Add(step, true);
                faults.Add(step, false);
            }

            return faults;
        }
    }

    private string Kit => Path.Combine(_root, "kit");

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void A_kit_takes_the_place_of_an_earlier_one_and_leaves_nothing_else()
    {
        new KitFolder(Kit).Publish(Old);
        Assert.Equal(Listed("kit", Old), Tree(_root));

        new KitFolder(Kit + Path.DirectorySeparatorChar).Publish(New);
        Assert.Equal(Listed("kit", New), Tree(_root));
    }

    [Fact]
    public void The_steps_are_those_at_which_faults_are_tried()
    {
        var steps = new List<string>();
        new KitFolder(Kit).Publish(Old);
        new KitFolder(Kit, steps.Add).Publish(New);

        Assert.Equal(["written a.html", "written b.html", "written c.html", "read back", "moving in", "in place"], steps);
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public void Where_a_step_fails_the_folder_is_as_it_was(int failing, bool replaces)
    {
        Begin(replaces);
        var step = 0;
        var fault = Assert.Throws<IOException>(() => new KitFolder(Kit, _ => Fail(step++ == failing)).Publish(New));

        Assert.Equal("The disk is full.", fault.Message);
        if (failing < 5)
        {
            Assert.Equal(replaces ? Listed("kit", Old) : [], Tree(_root));
        }
        else
        {
            // Once the new kit is in place it stays, whole.
            Assert.Equal(Listed("kit", New), Tree(Kit).Select(e => "kit/" + e));
        }
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public void Where_the_program_is_ended_one_whole_kit_stands_and_the_next_publishing_finds_it(int ended, bool replaces)
    {
        Begin(replaces);
        var left = Directory.CreateTempSubdirectory("ccts-kit-left").FullName;
        try
        {
            // What is on disk after a step is what the end of the program there would leave.
            var step = 0;
            new KitFolder(Kit, _ => Snapshot(step++ == ended, left)).Publish(New);
            string[] whole = ended == 5 ? Listed("kit", New) : ended == 4 && replaces ? Listed(".kit.earlier", Old) : replaces ? Listed("kit", Old) : [];
            Assert.Equal(whole, Tree(left).Where(e => !e.StartsWith(".kit.unfinished/", StringComparison.Ordinal) && (ended != 5 || !e.StartsWith(".kit.earlier/", StringComparison.Ordinal))));

            var kit = Path.Combine(left, "kit");
            Assert.Throws<IOException>(() => new KitFolder(kit, _ => Fail(true)).Publish(Pages("third")));
            Assert.Equal(ended == 5 ? Listed("kit", New) : replaces ? Listed("kit", Old) : [], Tree(left));

            new KitFolder(kit).Publish(New);
            Assert.Equal(Listed("kit", New), Tree(left));
        }
        finally
        {
            Directory.Delete(left, recursive: true);
        }
    }

    [Fact]
    public void A_page_that_does_not_read_back_is_not_published()
    {
        Begin(replaces: true);
        var written = Path.Combine(_root, ".kit.unfinished", "b.html");
        var fault = Assert.Throws<IOException>(() => new KitFolder(Kit, s => Damage(s == "written c.html", written)).Publish(New));

        Assert.Contains("b.html does not read back", fault.Message, StringComparison.Ordinal);
        Assert.Equal(Listed("kit", Old), Tree(_root));
    }

    [Fact]
    public void A_folder_with_anything_else_in_it_and_a_file_are_refused()
    {
        Directory.CreateDirectory(Path.Combine(Kit, "thesis"));
        File.WriteAllText(Path.Combine(Kit, "thesis", "chapter.txt"), "years of work");
        File.WriteAllText(Path.Combine(_root, "file"), "a file");
        var before = Tree(_root);

        var folder = Assert.Throws<CctsDataException>(() => new KitFolder(Kit).Publish(New)).Problems.Single();
        Assert.Equal("not-a-kit-folder", folder.Code);
        Assert.Contains("\"thesis\"", folder.Message, StringComparison.Ordinal);
        Assert.Equal("not-a-kit-folder", Assert.Throws<CctsDataException>(() => new KitFolder(Path.Combine(_root, "file")).Publish(New)).Problems.Single().Code);
        Assert.Equal(before, Tree(_root));
    }

    [Fact]
    public void A_link_is_followed_and_the_root_of_a_disk_is_refused()
    {
        new KitFolder(Kit).Publish(Old);
        var link = Directory.CreateSymbolicLink(Path.Combine(_root, "link"), Kit).FullName;
        new KitFolder(link).Publish(New);

        Assert.Equal(Kit, new DirectoryInfo(link).LinkTarget);
        Assert.Equal(Listed("kit", New), Tree(Kit).Select(e => "kit/" + e));
        Assert.Equal("not-a-kit-folder", Assert.Throws<CctsDataException>(() => new KitFolder(Path.GetPathRoot(_root)!)).Problems.Single().Code);
    }

    private static IReadOnlyList<KitPage> Pages(string text) => [new("a.html", text + " a"), new("b.html", text + " b"), new("c.html", text + " c")];

    private static string[] Listed(string folder, IReadOnlyList<KitPage> pages) => [.. pages.Select(p => $"{folder}/{p.FileName}: {p.Html}")];

    private static string[] Tree(string root) =>
        [.. Directory.GetFiles(root, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(f => $"{Path.GetRelativePath(root, f).Replace('\\', '/')}: {File.ReadAllText(f)}")];

    private static void Fail(bool now)
    {
        if (now)
        {
            throw new IOException("The disk is full.");
        }
    }

    private static void Damage(bool now, string file)
    {
        if (now)
        {
            File.WriteAllText(file, "new x");
        }
    }

    private void Begin(bool replaces)
    {
        if (replaces)
        {
            new KitFolder(Kit).Publish(Old);
        }
    }

    private void Snapshot(bool now, string to)
    {
        foreach (var file in now ? Directory.GetFiles(_root, "*", SearchOption.AllDirectories) : [])
        {
            var copy = Path.Combine(to, Path.GetRelativePath(_root, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }
}
