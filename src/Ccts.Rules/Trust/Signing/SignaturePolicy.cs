using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using Ccts.Rules.Files;
using Ccts.Sdk;
using Ccts.Sdk.Problems;
using Ccts.Sdk.Trust.Signatures;
using NodaTime;

namespace Ccts.Rules.Trust.Signing;

/// <summary>
/// A host's policy to accept only signed rulesets: which keys it trusts and which revisions it has accepted. Whatever is
/// unsigned, altered, older or signed by anybody else is refused, each with its own code.
/// </summary>
/// <remarks>Immutable and thread-safe, as far as the verifier is.</remarks>
public sealed class SignaturePolicy
{
    private static readonly IReadOnlyDictionary<string, int> None = new Dictionary<string, int>(StringComparer.Ordinal);
    private static readonly IReadOnlyDictionary<string, string> NoDigests = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>A policy that trusts the keys of a file.</summary>
    public SignaturePolicy(TrustFile trust) => Trust = Require.NotNull(trust);

    /// <summary>The trusted keys.</summary>
    public TrustFile Trust { get; }

    /// <summary>Checks the signatures; the platform's ECDSA unless the host gives another verifier.</summary>
    public ISignatureVerifier Verifier { get; init; } = EcdsaVerifier.Instance;

    /// <summary>The highest revision accepted so far, by ruleset id; anything lower is refused. Empty unless the host remembers.</summary>
    public IReadOnlyDictionary<string, int> LastAccepted { get; init; } = None;

    /// <summary>The digest of the revision in <see cref="LastAccepted"/>, by ruleset id: other content under its number is refused. Empty unless the host remembers.</summary>
    public IReadOnlyDictionary<string, string> LastDigests { get; init; } = NoDigests;

    /// <summary>Checks names, signature, every file and the revision. It does not read the ruleset's contents.</summary>
    /// <param name="files">The files of a ruleset or an overlay.</param>
    /// <param name="on">The day of the check, on which keys must be valid. Pass today's date.</param>
    /// <param name="signature">Who signed what, or null.</param>
    /// <param name="problems">Why it is refused; empty if it is accepted.</param>
    public bool TryAccept(RulesetFiles files, LocalDate on, [NotNullWhen(true)] out RulesetSignature? signature, out IReadOnlyList<Problem> problems)
    {
        var found = new ProblemList();
        var accepted = Check(Require.NotNull(files), on, found);
        if (accepted is not null)
        {
            CheckRevision(LastAccepted, accepted, files.Name, found);
            CheckContents(accepted, files.Name, found);
        }

        problems = found.ToList();
        signature = found.HasErrors ? null : accepted;
        return signature is not null;
    }

    /// <summary>Everything except the revision, because an archive of past years rightly holds older ones.</summary>
    internal RulesetSignature? Check(RulesetFiles files, LocalDate on, ProblemList problems)
    {
        FileNames.Check(files, problems);
        if (problems.HasErrors)
        {
            return null;
        }

        if (files.Find(RulesetFiles.SignatureFileName) is not { } file)
        {
            problems.Error("signature-missing", new SourcePlace(files.Name, 0, 0, ""), $"There is no {RulesetFiles.SignatureFileName}, and only signed rulesets are accepted.", RulesetFiles.SignatureFileName);
            return null;
        }

        var read = SignatureFile.Read(file, problems);
        if (read is null || problems.HasErrors)
        {
            return null;
        }

        var manifest = read.Manifest;
        var key = new SignatureCheck(Trust, Verifier, on, problems).Verify(KeyUse.Rulesets, manifest.Subject, read.Claim, manifest.Message(), file.Start);
        if (key is null)
        {
            return null;
        }

        CheckFiles(files, manifest, file, problems);
        return new RulesetSignature(manifest.Id, manifest.Revision, files.Digest, key.Id, key.Holder);
    }

    internal static void CheckRevision(IReadOnlyDictionary<string, int> lastAccepted, RulesetSignature signed, string name, ProblemList problems)
    {
        if (lastAccepted.TryGetValue(signed.RulesetId, out var last) && signed.Revision < last)
        {
            problems.Error("revision-older", new SourcePlace(name, 0, 0, ""), $"This is revision {signed.Revision} of {signed.RulesetId}; revision {last} was accepted before.", $"revision {last} or a later one");
        }
    }

    /// <summary>An accepted revision has one content, also after the host restarts.</summary>
    internal void CheckContents(RulesetSignature signed, string name, ProblemList problems)
    {
        if (LastAccepted.TryGetValue(signed.RulesetId, out var last) && signed.Revision == last && LastDigests.TryGetValue(signed.RulesetId, out var digest) && digest != signed.Digest)
        {
            problems.Error("duplicate-revision", new SourcePlace(name, 0, 0, ""), $"This is revision {last} of {signed.RulesetId} with the digest {signed.Digest}; the one that was accepted before has {digest}.", "a higher revision with every change");
        }
    }

    /// <summary>A folder must still hold what was accepted from it, or something later, because removing the newest is a rollback too.</summary>
    internal void CheckHighest(IReadOnlyDictionary<string, int> highest, string name, ProblemList problems)
    {
        foreach (var last in LastAccepted.Where(l => !highest.TryGetValue(l.Key, out var here) || here < l.Value))
        {
            problems.Error("revision-older", new SourcePlace(name, 0, 0, ""), $"Revision {last.Value} of {last.Key} was accepted before; neither it nor a later one is here.", $"revision {last.Value} or a later one");
        }
    }

    /// <summary>The day for the validity of keys: the day in India.</summary>
    internal static LocalDate Today(IClock clock) => clock.GetCurrentInstant().WithOffset(Offset.FromHoursAndMinutes(5, 30)).Date;

    private static void CheckFiles(RulesetFiles files, RulesetManifest manifest, RulesetFile file, ProblemList problems)
    {
        var header = new ProblemList();
        var identity = RulesetManifest.IdentityOf(files, header);
        if (identity is { } here && here != (manifest.Id, manifest.Revision))
        {
            problems.Error("signature-of-another", file.Start, $"The signature is for revision {manifest.Revision} of {manifest.Id}; this is revision {here.Revision} of {here.Id}.", "the signature of this ruleset and revision");
            return;
        }

        // An unreadable header was altered, or signed as it is; then its mistakes are the reason.
        ManifestComparison.Check(files, manifest.Files, problems);
        if (identity is null && !problems.HasErrors)
        {
            foreach (var problem in header.ToList())
            {
                problems.Add(problem);
            }
        }
    }
}

/// <summary>Who signed what.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
/// <param name="RulesetId">The id of the ruleset or overlay.</param>
/// <param name="Revision">Its revision.</param>
/// <param name="Digest">The digest of its files.</param>
/// <param name="KeyId">The key.</param>
/// <param name="Holder">Who holds the key, as the trust file says.</param>
public sealed record RulesetSignature(string RulesetId, int Revision, string Digest, string KeyId, string Holder);
