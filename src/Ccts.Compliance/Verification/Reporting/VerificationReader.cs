using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.Problems;
using Ccts.Sdk.Quantities;

namespace Ccts.Compliance.Verification.Reporting;

/// <summary>Reads an agency's record of a verification from JSON, after <c>schemas/verification.schema.json</c>.</summary>
/// <remarks>Thread-safe.</remarks>
public static class VerificationReader
{
    /// <summary>The format's name and version.</summary>
    public const string Format = "ccts-verification/1";

    /// <summary>The words of opinions.</summary>
    public static IReadOnlyDictionary<string, VerificationOpinion> Opinions { get; } = new Dictionary<string, VerificationOpinion>(StringComparer.Ordinal)
    {
        ["positive"] = VerificationOpinion.Positive,
        ["adverse"] = VerificationOpinion.Adverse,
        ["scope-limited"] = VerificationOpinion.ScopeLimited,
    };

    /// <summary>Reads the record.</summary>
    /// <param name="utf8">The JSON.</param>
    /// <param name="file">Its name for messages, or null.</param>
    /// <exception cref="CctsDataException">It cannot be read; the exception lists every reason.</exception>
    public static VerificationRecord Read(byte[] utf8, string? file = null)
    {
        var problems = new ProblemList();
        var record = LocatedJson.Read(Require.NotNull(utf8), file, problems) is { } root ? Read(new ObjectReader(root, problems), problems) : null;
        return problems.HasErrors ? throw new CctsDataException(problems.ToList()) : record!;
    }

    private static VerificationRecord Read(ObjectReader file, ProblemList problems)
    {
        file.OptionalText("$schema");
        if (file.Text("format") is { } format && format != Format)
        {
            problems.Error("bad-value", file.Node.Member("format")!.Place, $"The format is \"{ShownText.Short(format)}\".", Format);
        }

        var read = new VerificationRecord
        {
            Agency = Text(file, "agency"),
            Accreditation = Text(file, "accreditation"),
            Entity = Text(file, "entity"),
            Year = file.Value<ComplianceYear>("complianceYear", ComplianceYear.TryParse) ?? default,
            Illustrative = file.OptionalText("illustrative"),
            PreContractReview = file.OptionalText("preContractReview"),
            Team = Items(file, "team", r => new TeamMember(Text(r, "person"), r.OptionalFlag("lead") ?? false)),
            Reviewer = file.OptionalText("reviewer"),
            SiteVisits = Items(file, "siteVisits", r => new SiteVisit(r.Date("on") ?? default, Text(r, "place"), Text(r, "by"))),
            Interactions = Items(file, "interactions", r => new Interaction(r.Date("on") ?? default, Text(r, "with"), Text(r, "about"))),
            Misstatements = Items(file, "misstatements", r => new Misstatement(Text(r, "id"), Text(r, "text"), r.Value<Co2e>("effect", Co2e.TryParse) ?? default, r.OptionalFlag("corrected") ?? false)),
            NonConformities = Items(file, "nonConformities", r => new NonConformity(Text(r, "id"), Text(r, "text"), r.OptionalFlag("corrected") ?? false)),
            Limitations = Items(file, "limitations", Limitation),
            Opinion = file.Choice("opinion", Opinions, required: false),
            Reasoning = file.OptionalText("reasoning"),
            Conclusion = file.OptionalText("conclusion"),
            Check = Check(file),
        };
        file.Done();
        foreach (var twice in read.Misstatements.Select(m => m.Id).Concat(read.NonConformities.Select(n => n.Id)).Concat(read.Limitations.Select(l => l.Id)).GroupBy(i => i, StringComparer.Ordinal).Where(g => g.Count() > 1))
        {
            problems.Error("duplicate-id", file.Node.Place, $"Two findings have the number \"{ShownText.Short(twice.Key)}\".", "each number once");
        }

        return read;
    }

    private static CertificateCheck? Check(ObjectReader file)
    {
        if (file.OptionalObject("check") is not { } fields)
        {
            return null;
        }

        var read = new CertificateCheck(Text(fields, "firstAgency"), fields.OptionalDate("notified"), fields.OptionalText("unfairAdvantage"), fields.OptionalText("liability"), fields.OptionalText("cost"));
        fields.Done();
        return read;
    }

    private static ScopeLimitation Limitation(ObjectReader reader)
    {
        var read = new ScopeLimitation(Text(reader, "id"), Text(reader, "text"), reader.Date("reported") ?? default, reader.OptionalDate("cured"));
        if (read.Cured < read.Reported)
        {
            reader.Problems.Error("bad-value", reader.Node.Member("cured")!.Place, "It was cured before it was reported.", "a day that is not before \"reported\"");
        }

        return read;
    }

    private static string Text(ObjectReader reader, string key) => reader.Text(key) ?? "";

    private static List<T> Items<T>(ObjectReader file, string key, Func<ObjectReader, T> read) => [.. file.OptionalList(key).Select(node =>
    {
        var reader = new ObjectReader(node, file.Problems);
        var item = read(reader);
        reader.Done();
        return item;
    })];
}
