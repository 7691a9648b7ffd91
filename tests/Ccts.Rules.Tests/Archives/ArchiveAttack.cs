using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using Ccts.Rules.Files;
using Ccts.Rules.Tests.Signing;
using Ccts.Rules.Trust.Archives;

namespace Ccts.Rules.Tests.Archives;

/// <summary>An archive that must be refused, and the code it must be refused with.</summary>
internal sealed record ArchiveAttack(string Name, string Code, Func<byte[]> Bytes)
{
    private const uint LinkMode = 0xA1FFu << 16;

    internal static IReadOnlyList<ArchiveAttack> All { get; } =
    [
        new("truncated", "archive-truncated", () => Good()[..^40]),
        new("bytes after the end", "archive-trailing-bytes", () => [.. Good(), .. new byte[100]]),
        new("no archive", "not-an-archive", () => "{}  "u8.ToArray()),
        new("two files of one name", "archive-duplicate-entry", () => With(new ForgedEntry("ruleset.json", "{}"u8.ToArray()))),
        new("path that leads outside", "name-traversal", () => With(new ForgedEntry("../../etc/cron.d/law", []))),
        new("symbolic link", "archive-link", () => With(new ForgedEntry("tests/link.json", "/etc/passwd"u8.ToArray()) { Attributes = LinkMode })),
        new("zip bomb", "archive-compressed", Bomb),
        new("overlapping bomb", "archive-overlap", Overlapping),
        new("archive beyond bounds", "archive-too-large", () => new byte[ArchiveReader.MaxBytes + 1]),
        new("file beyond bounds", "archive-file-too-large", () => ForgedZip.Write([new ForgedEntry("a.json", new byte[RulesetLimits.MaxFileBytes + 1])])),
        new("files beyond bounds together", "archive-sum-too-large", TooLargeTogether),
        new("list of files elsewhere", "archive-list-misplaced", () => ForgedZip.Write(Entries(), directorySize: 46)),
        new("another number of files", "archive-list-miscounted", () => ForgedZip.Write(Entries(), count: 3)),
        new("comment at the end", "archive-comment", () => ForgedZip.Write(Entries(), comment: "read me"u8.ToArray())),
        new("sizes after the bytes", "archive-streamed", () => With(new ForgedEntry("tests/z.json", "{}"u8.ToArray()) { Flags = 8 })),
        new("extras in the list", "archive-extra", () => With(new ForgedEntry("tests/z.json", "{}"u8.ToArray()) { Extra = [1, 0, 0, 0] })),
        new("too many files", "archive-too-many-files", () => ForgedZip.Write(Enumerable.Range(0, RulesetLimits.MaxFiles + 1).Select(i => new ForgedEntry("f" + i, [])))),
        new("64-bit form", "archive-zip64", () => ForgedZip.Write(Entries(), count: ushort.MaxValue)),
        new("encrypted", "archive-encrypted", () => With(new ForgedEntry("tests/secret.json", []) { Flags = 1 })),
        new("two names for one file", "archive-header-mismatch", () => With(new ForgedEntry("tests/a.json", []) { LocalName = "tests/b.json" })),
        new("wrong checksum", "archive-damaged", () => With(new ForgedEntry("tests/a.json", "{}"u8.ToArray()) { Crc = 1 })),
        new("folder of its own", "archive-folder", () => With(new ForgedEntry("tests/", []))),
        new("another writer's bytes", "archive-not-canonical", () => With(new ForgedEntry("tests/z.json", "{}"u8.ToArray()) { Time = 1 })),
        new("names that differ by case", "name-case-collision", () => With(new ForgedEntry("RULESET.json", "{}"u8.ToArray()))),
        new("names that Unicode makes equal", "name-unicode", () => With(new ForgedEntry("tests/caf\u00E9.json", []))),
        new("name of a device", "name-device", () => With(new ForgedEntry("tests/com7.json", []))),
        new("name that is not plain", "name-form", () => With(new ForgedEntry("tests/a;b.json", []))),
    ];

    internal static byte[] Good() => RulesetArchive.Write(SignedRulesets.Revision(3));

    internal static IEnumerable<ForgedEntry> Entries() =>
        SignedRulesets.Open(SignedRulesets.Revision(3)).OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => new ForgedEntry(f.Key, f.Value));

    internal static byte[] With(ForgedEntry entry) => ForgedZip.Write(Entries().Append(entry));

    // Seven thousand bytes that would unfold to seven million, just inside the bound for one file.
    private static byte[] Bomb()
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        using (var entry = zip.CreateEntry("ruleset.json", CompressionLevel.SmallestSize).Open())
        {
            for (var i = 0; i < 7; i++)
            {
                entry.Write(new byte[1024 * 1024]);
            }
        }

        return bytes.ToArray();
    }

    // No file and not the archive itself is beyond its bound; so nothing else refuses it.
    private static byte[] TooLargeTogether()
    {
        const int Whole = RulesetLimits.MaxTotalBytes / RulesetLimits.MaxFileBytes;
        return ForgedZip.Write(Enumerable.Range(0, Whole + 1).Select(i => new ForgedEntry($"f{i}.json", new byte[i < Whole ? RulesetLimits.MaxFileBytes : 1])));
    }

    // Many entries of the directory that all share the bytes of the first.
    private static byte[] Overlapping()
    {
        var kernel = new byte[1024];
        return ForgedZip.Write(Enumerable.Range(0, 100).Select(i => new ForgedEntry($"f{i:000}", i == 0 ? kernel : []) { Size = 1024, Crc = Crc32.Of(kernel), Offset = 0 }));
    }
}
