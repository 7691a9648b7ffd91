using System;
using System.Text;
using Ccts.Sdk.Problems;

namespace Ccts.Sdk.Formats.Files;

/// <summary>What a file is and how its text is encoded, by its bytes. Every reader of the product asks this before it reads.</summary>
/// <remarks>
/// Immutable and thread-safe. Pure: it looks at bytes, never at a name. It examines the first 64 KiB; what follows may still not be text.
/// </remarks>
public sealed record FileContent
{
    /// <summary>The code of the problem that says a file is of another kind than was asked for.</summary>
    public const string WrongKind = "file-kind";

    /// <summary>How many bytes of a file are looked at.</summary>
    public const int HeadBytes = 64 * 1024;

    private FileContent(ContentKind kind, TextForm form) => (Kind, Form) = (kind, form);

    /// <summary>What it is.</summary>
    public ContentKind Kind { get; }

    /// <summary>How its characters are encoded; <see cref="TextForm.Utf8"/> if it is not text.</summary>
    public TextForm Form { get; }

    /// <summary>How to decode it. Invalid bytes throw a <see cref="DecoderFallbackException"/>; of <see cref="TextForm.SingleByte"/> every letter beyond ASCII does.</summary>
    public Encoding Encoding => TextForms.EncodingOf(Form);

    /// <summary>Whether it is plain text or JSON.</summary>
    public bool IsText => Kind is ContentKind.Text or ContentKind.Json or ContentKind.Empty;

    /// <summary>What it is, in words that go on after "this is": <c>an Excel workbook</c>.</summary>
    public string Words => ContentWords.Of(Kind);

    /// <summary>Looks at the beginning of a file.</summary>
    /// <param name="head">Its first bytes; all of them when there are no more than <see cref="HeadBytes"/>.</param>
    public static FileContent Of(ReadOnlySpan<byte> head)
    {
        var all = head;
        head = head.Slice(0, Math.Min(head.Length, HeadBytes));
        if (Signatures.KindOf(head) is { } kind)
        {
            // If the whole file is given, the directory of an old Office file is found anywhere in it.
            return new FileContent(kind == ContentKind.OldOffice ? CompoundFile.KindOf(all) : kind, TextForm.Utf8);
        }

        var form = TextForms.Of(head);
        var text = new FirstCharacters(head, form);
        return new FileContent(text.HasControls ? ContentKind.Binary : text.Kind(), form);
    }

    /// <summary>Says that a file is not what was asked for, and how to save it.</summary>
    /// <param name="file">Its name, or null.</param>
    /// <param name="asked">What was asked for, with its article: <c>a CSV table</c>.</param>
    public Problem NotThis(string? file, string asked) =>
        new(WrongKind, Severity.Error, $"This is {Words}.", new SourcePlace(file, 1, 1, "")) { Expected = asked, Hint = ContentWords.HowToSave(Kind) };
}
