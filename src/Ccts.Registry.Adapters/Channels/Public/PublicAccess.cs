using System;
using System.Linq;

namespace Ccts.Registry.Adapters.Channels.Public;

/// <summary>
/// Permission to read a registry's public search. Without the host's statement of who gave it, nothing is read. A reader identifies itself, asks at
/// most once a second, and imitates no browser. If a registry refuses it for that, the answer is no.
/// </summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class PublicAccess
{
    /// <summary>What a host must know before it states a permission.</summary>
    public const string Sentence =
        "Public searches of registries are not offered for machines: the terms of some forbid automated download, those of others are not known. Ask the registry, and state here who permitted it and when.";

    /// <summary>States the leave.</summary>
    /// <param name="permission">Who permitted it and when, in words, for the host's own record.</param>
    /// <param name="contact">An e-mail address or web page of the host; it is sent with every request.</param>
    /// <exception cref="ArgumentException">One of them is missing.</exception>
    public PublicAccess(string permission, string contact)
    {
        Permission = string.IsNullOrWhiteSpace(permission) ? throw new ArgumentException(Sentence, nameof(permission)) : permission;
        Contact = string.IsNullOrWhiteSpace(contact) || contact.Any(c => c is < ' ' or > '~' or '(' or ')' or '\\')
            ? throw new ArgumentException("The contact is an e-mail address or web page in plain characters.", nameof(contact)) : contact;
    }

    /// <summary>Who permitted it and when.</summary>
    public string Permission { get; }

    /// <summary>Whom the registry can ask.</summary>
    public string Contact { get; }

    /// <summary>The time between two requests; a second or more.</summary>
    public TimeSpan Every { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The most bytes of an answer; 1 KiB to 64 MiB.</summary>
    public int MostBytes { get; init; } = 16 << 20;

    /// <summary>How long one request may take in all; a second to ten minutes.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Pages read at most.</summary>
    public int MostPages { get; init; } = 100_000;

    /// <summary>Whom it was permitted to; no more.</summary>
    public override string ToString() => Contact;

    internal string? Fault() =>
        Every < TimeSpan.FromSeconds(1) ? "Requests: at most one a second."
        : MostBytes is < 1024 or > 64 << 20 ? "Bytes of an answer: 1 KiB to 64 MiB."
        : Timeout < TimeSpan.FromSeconds(1) || Timeout > TimeSpan.FromMinutes(10) ? "The time of a request: a second to ten minutes."
        : MostPages < 1 ? "Pages: at least one."
        : null;
}
