using System;
using System.Diagnostics.CodeAnalysis;
using System.Collections.Generic;
using System.Globalization;
using System.Text.Json.Nodes;
using Ccts.Credits.Journals;
using Ccts.Sdk;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Problems;
using Ccts.Sdk.Trust.Signatures;

namespace Ccts.Tokens.Verification;

/// <summary>An agency's signed statement as a JSON file: <c>project</c>, <c>vintage</c>, <c>tonnes</c>, <c>report</c>, <c>agency</c>, <c>key</c>, <c>signature</c>.</summary>
/// <remarks>Thread-safe. Strict. <see cref="SignedSignal.Fault"/> checks the signature.</remarks>
public static class SignedSignalFile
{
    /// <summary>The format's name and version.</summary>
    public const string Format = "ccts-verification-signal/1";

    /// <summary>The file's text.</summary>
    public static string Write(SignedSignal signed) => new JsonObject
    {
        ["format"] = JsonValue.Create(Format),
        ["project"] = JsonValue.Create(Require.NotNull(signed).Signal.Project),
        ["vintage"] = JsonValue.Create(signed.Signal.Vintage.ToString()),
        ["tonnes"] = JsonValue.Create(signed.Signal.Tonnes.ToString(CultureInfo.InvariantCulture)),
        ["report"] = JsonValue.Create(signed.Signal.Report.Text),
        ["agency"] = JsonValue.Create(signed.Signal.Agency),
        ["key"] = JsonValue.Create(signed.Signature.KeyId),
        ["signature"] = JsonValue.Create(signed.Signature.Value),
    }.ToJsonString();

    /// <summary>Reads what <see cref="Write"/> writes.</summary>
    /// <param name="utf8">The JSON.</param>
    /// <param name="name">What messages call it, or null.</param>
    /// <param name="signed">The signed signal, or null.</param>
    /// <param name="problems">Why not, each with its place.</param>
    public static bool TryRead(byte[] utf8, string? name, [NotNullWhen(true)] out SignedSignal? signed, out IReadOnlyList<Problem> problems)
    {
        var found = new ProblemList();
        var read = LocatedJson.Read(Require.NotNull(utf8), name, found) is { } root ? Read(new ObjectReader(root, found)) : null;
        problems = found.ToList();
        signed = found.HasErrors ? null : read;
        return signed is not null;
    }

    private static SignedSignal? Read(ObjectReader json)
    {
        if (json.Text("format") is { } format && format != Format)
        {
            json.Problems.Error("bad-value", json.Node.Member("format")!.Place, $"The format is \"{ShownText.Short(format)}\".", Format);
        }

        var (project, agency, key, signature) = (json.Text("project"), json.Text("agency"), json.Text("key"), json.Text("signature"));
        var (vintage, tonnes, report) = (json.Value<ComplianceYear>("vintage", ComplianceYear.TryParse), json.Value<long>("tonnes", TryTonnes), json.Text("report"));
        if (report is not null && (!Digest.TryParse(report, out var read) || read.SaysNothing))
        {
            json.Problems.Error("bad-value", json.Node.Member("report")!.Place, $"\"{ShownText.Short(report)}\" is no SHA-256 digest of a report.", "64 hexadecimal digits, the digest of the report and not of an empty file");
        }

        json.Done();
        return project is null || agency is null || key is null || signature is null || vintage is not { } year || tonnes is not { } count || !Digest.TryParse(report, out var digest) ? null
            : new SignedSignal(new VerificationSignal(project, year, count, digest, agency), new StatementSignature(key, signature));
    }

    private static bool TryTonnes(string text, out long value, out string? reason)
    {
        reason = $"a whole number of tonnes in double quotes, 1 to {LedgerState.MostTonnes}";
        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value) && value is >= 1 and <= LedgerState.MostTonnes;
    }
}
