using System;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Ccts.Credits.Journals;

/// <summary>
/// The end of a journal: its number of lines, and the digest of the last. A copy kept elsewhere shows later whether lines up to it were cut off or
/// rewritten, because each line carries the digest of the one before.
/// </summary>
/// <remarks>Immutable and thread-safe. Written <c>12:sha256:…</c>; of an empty journal <c>0:beginning</c>.</remarks>
/// <param name="Lines">How many lines; 0 or more.</param>
/// <param name="Digest">The digest of the last of them; null for none.</param>
public sealed record JournalHead(long Lines, Digest? Digest)
{
    private const string None = "beginning";

    /// <summary>Reads a head as <see cref="ToString"/> writes it.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out JournalHead? head)
    {
        var at = text?.IndexOf(':') ?? -1;
        head = null;
        if (at > 0 && long.TryParse(text!.Substring(0, at), NumberStyles.None, CultureInfo.InvariantCulture, out var lines))
        {
            var rest = text.Substring(at + 1);
            head = lines == 0 ? rest == None ? new JournalHead(0, null) : null : Journals.Digest.TryParse(rest, out var digest) ? new JournalHead(lines, digest) : null;
        }

        return head is not null;
    }

    /// <summary>The head as text.</summary>
    public override string ToString() => Lines.ToString(CultureInfo.InvariantCulture) + ":" + (Digest?.Text ?? None);
}
