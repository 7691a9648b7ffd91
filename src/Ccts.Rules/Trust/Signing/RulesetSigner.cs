using System;
using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography;
using Ccts.Rules.Files;
using Ccts.Sdk;
using Ccts.Sdk.Problems;
using Ccts.Sdk.Trust.Signatures;

namespace Ccts.Rules.Trust.Signing;

/// <summary>Signs rulesets and overlays: a list of every file with its digest, and a signature over the list.</summary>
/// <remarks>Thread-safe as far as the key is. The form is described in docs/signing.md.</remarks>
public static class RulesetSigner
{
    /// <summary>The same files with a new <c>signature.json</c>. An existing signature is replaced.</summary>
    /// <param name="files">The files of a ruleset or an overlay.</param>
    /// <param name="key">The key to sign with.</param>
    /// <exception cref="CctsDataException">The files do not say which ruleset they are, hold links, or have names that an archive cannot hold.</exception>
    /// <exception cref="CryptographicException">The key did not return a P-256 signature.</exception>
    public static RulesetFiles Sign(RulesetFiles files, ISigningKey key)
    {
        Require.NotNull(files);
        Require.NotNull(key);
        var problems = new ProblemList();
        FileNames.Check(files, problems);
        var identity = RulesetManifest.IdentityOf(files, problems);
        if (identity is null || problems.HasErrors)
        {
            throw new CctsDataException(problems.ToList());
        }

        var manifest = RulesetManifest.Of(files, identity.Value.Id, identity.Value.Revision, P256.Algorithm, key.Id);
        var signature = P256.Normalise(key.Sign(manifest.Message()));
        return files.With(RulesetFiles.SignatureFileName, new SignatureFile(manifest, Convert.ToBase64String(signature)).Bytes());
    }
}
