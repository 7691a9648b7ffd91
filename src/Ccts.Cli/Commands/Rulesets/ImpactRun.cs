using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using Ccts.Cli.Input;
using Ccts.Cli.Output;
using Ccts.Rules.Authoring.Impact;
using Ccts.Rules.Decisions.Requests;
using Ccts.Rules.Rulesets;
using Ccts.Sdk.Formats.Files;
using Ccts.Sdk.Problems;

namespace Ccts.Cli.Commands.Rulesets;

/// <summary>Streams entities or orders through a study. With any error there is no report: half of a sector would mislead.</summary>
internal static class ImpactRun
{
    private const int MostBytesOfALine = DecisionRequestReader.MaxBytes;

    internal static ImpactReport Entities(Ruleset old, Ruleset @new, string path, string? each, int most)
    {
        var study = new ImpactStudy(old, @new, most);
        var refused = new ProblemList();
        var progress = new Progress(Console.Error, Console.IsErrorRedirected);
        using var stream = FoundText.Open(path, "entities as CSV or .xlsx, or as one JSON object a line", isTable: true);
        using var text = new StreamReader(stream, new UTF8Encoding(false, true));
        using var side = each is null ? null : new ImpactSideBySide(each);
        var reader = new ImpactEntityReader(text, Inputs.NameOf(path));
        var count = 0;
        foreach (var entity in reader.Read())
        {
            progress.Tell(++count);
            try
            {
                var impact = study.Add(entity);
                side?.Write(impact);
            }
            catch (CctsDataException bad)
            {
                bad.Problems.ToList().ForEach(refused.Add);
            }
        }

        progress.Done();
        Refuse([.. reader.Problems, .. refused.ToList()]);
        side?.Keep();
        return study.Report();
    }

    internal static OrderReport Orders(Ruleset old, Ruleset @new, string path, int most)
    {
        var study = new OrderStudy(old, @new, most);
        var problems = new ProblemList();
        var progress = new Progress(Console.Error, Console.IsErrorRedirected);
        using var stream = new PeekedStream(FoundText.Open(path, "one request a line, as JSON, or a row, as CSV or .xlsx", isTable: true));
        var rows = stream.Content.Kind == ContentKind.Text ? Rows(stream, Inputs.NameOf(path)) : null;
        var number = 0;
        foreach (var (impact, bad) in InputOrder.Select(rows?.Select(r => r.Bytes) ?? BoundedLines.Read(stream, MostBytesOfALine), line => Ask(study, line, Inputs.NameOf(path), old)))
        {
            progress.Tell(++number);
            bad.ToList().ForEach(p => problems.Add(rows?[number - 1].Place(p) ?? p with { Place = p.Place with { File = Inputs.NameOf(path), Line = number } }));
            if (impact is not null)
            {
                study.Add(impact);
            }
        }

        progress.Done();
        Refuse(problems.ToList());
        return study.Report();
    }

    // A table is read whole.
    private static IReadOnlyList<RequestInput> Rows(Stream stream, string? name)
    {
        using var whole = new MemoryStream();
        stream.CopyTo(whole);
        return RequestInput.Split(whole.ToArray(), name);
    }

    // Nothing of an empty line.
    private static (OrderImpact? Impact, IReadOnlyList<Problem> Bad) Ask(OrderStudy study, byte[] line, string? name, Ruleset old)
    {
        if (line.Length == 0)
        {
            return (null, []);
        }

        try
        {
            return DecisionRequestReader.TryRead(line, name, old.Rules.Vocabulary, out var request, out var problems) ? (study.Ask(request), []) : (null, problems);
        }
        catch (CctsDataException bad)
        {
            return (null, bad.Problems);
        }
    }

    private static void Refuse(IReadOnlyList<Problem> problems)
    {
        if (problems.Any(p => p.Severity == Severity.Error))
        {
            throw new CctsDataException(problems);
        }
    }
}
