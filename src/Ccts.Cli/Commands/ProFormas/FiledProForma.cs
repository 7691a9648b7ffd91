using System.Collections.Generic;
using System.CommandLine;
using System.Linq;
using Ccts.Cli.Input;
using Ccts.Rules.Rulesets;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.Problems;
using Ccts.Sdk.ProFormas;
using Ccts.Workbooks;
using Ccts.Workbooks.ProFormas;

namespace Ccts.Cli.Commands.ProFormas;

/// <summary>A filing as it was read from a file, JSON or a workbook, with the form and the ruleset that it belongs to.</summary>
/// <param name="Ruleset">The ruleset of its year.</param>
/// <param name="Form">Its form.</param>
/// <param name="Filing">What it states.</param>
/// <param name="Notices">What was seen while it was read and does not prevent an answer.</param>
internal sealed record FiledProForma(Ruleset Ruleset, ProForma Form, ProFormaFiling Filing, IReadOnlyList<Problem> Notices)
{
    /// <exception cref="CctsDataException">It cannot be read, with every reason.</exception>
    internal static FiledProForma Read(string path, ProFormaOfYear forms, ParseResult parsed)
    {
        return SheetInput.Workbook(path) is { } found ? OfWorkbook(found.Workbook, forms, parsed) : OfJson(Inputs.Read(path, LocatedJson.DefaultMaxBytes), Inputs.NameOf(path), forms, parsed);
    }

    private static FiledProForma OfJson(byte[] bytes, string? name, ProFormaOfYear forms, ParseResult parsed)
    {
        var (id, year) = ProFormaFilingReader.Peek(bytes);
        var (ruleset, form, isGuessed) = forms.Find(parsed, id, year);
        return Of(ruleset, form, ProFormaFilingReader.Read(bytes, name, form), [], isGuessed);
    }

    private static FiledProForma OfWorkbook(Workbook workbook, ProFormaOfYear forms, ParseResult parsed)
    {
        var newest = forms.Find(parsed, form: null, stated: null).Ruleset.ProFormas;
        var (id, year) = ProFormaWorkbook.Peek(workbook, newest.Ids.Select(newest.Find).OfType<ProForma>());
        var (ruleset, form, isGuessed) = forms.Find(parsed, id, year);
        return ProFormaWorkbook.TryRead(workbook, form, out var filing, out var problems) ? Of(ruleset, form, filing, problems, isGuessed) : throw new CctsDataException(problems);
    }

    private static FiledProForma Of(Ruleset ruleset, ProForma form, ProFormaFiling filing, IReadOnlyList<Problem> told, bool isGuessed) => new(ruleset, form, filing, isGuessed ? [.. told, Guessed(ruleset.Year, filing)] : told);

    private static Problem Guessed(ComplianceYear year, ProFormaFiling filing) => new("year-not-stated", Severity.Info, $"The filing does not say its compliance year; the newest with this form is taken, {year}.", filing.Place) { Hint = "State \"complianceYear\", or give --year." };
}
