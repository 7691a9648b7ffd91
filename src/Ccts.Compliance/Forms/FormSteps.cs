using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Compliance.Deadlines;
using Ccts.Compliance.Years;
using NodaTime;
using NodaTime.Text;

namespace Ccts.Compliance.Forms;

/// <summary>Where a form says another thing than the journal of its year: another entity, agency or report, a certificate without its opinion, a step that was not made, another file than the one that was filed.</summary>
/// <remarks>Pure and thread-safe.</remarks>
public static class FormSteps
{
    private static readonly Dictionary<string, YearMove> FiledBy = new(StringComparer.Ordinal) { ["a"] = YearMove.FileFormA, ["d"] = YearMove.FileFormD };

    /// <summary>Each such point; none where form and journal agree.</summary>
    /// <param name="form">The form.</param>
    /// <param name="year">The year's journal.</param>
    /// <param name="report">The digest of the report from which the form is filled, <c>sha256:…</c>; null where it is not at hand.</param>
    /// <param name="file">The digest of the form's own file; null where it is not at hand.</param>
    /// <param name="calendar">The days of the year's ruleset, whose row has the entity's number and its name; null where it is not at hand.</param>
    public static IReadOnlyList<FormNotice> Contradictions(FormDocument form, YearState year, string? report = null, string? file = null, DueCalendar? calendar = null)
    {
        Require.NotNull(form);
        Require.NotNull(year);
        var names = year.Names.Concat(calendar?.NamesOf(year) ?? []).ToList();
        if (form.Year != year.Year || !names.Exists(n => OrganisationName.Same(n, form.Entity.Name) || (form.Entity.Registration is { } number && PlainName.Same(n, number.Text))))
        {
            return [Gap($"The form is of {form.Entity.Name}, {form.Year}, and the journal of {year.Entity}, {year.Year}.")];
        }

        return [.. Report(year, report), .. Agency(form, year), .. Steps(form, year), .. File(form, year, file)];
    }

    private static IEnumerable<FormNotice> Report(YearState year, string? report) =>
        report is not null && year.Events.LastOrDefault(e => e.Move == YearMove.SubmitReport) is { Document: { } submitted } last && submitted != report
            ? [Gap($"The report that was submitted on {Day(last.On)} is {submitted} in the journal, and the figures here are of {report}.")]
            : [];

    private static IEnumerable<FormNotice> Agency(FormDocument form, YearState year)
    {
        var isCheck = form.Id == "c";
        var stated = Value(form, "5") ?? Value(form, "agency");
        var acted = isCheck ? year.Events.LastOrDefault(e => e.Actor.Role == YearRole.CheckVerifier)?.Actor.Organisation : year.Verifying;
        if (stated is null)
        {
            yield break;
        }

        if (isCheck && year.Verifying is { } first && (OrganisationName.Same(first, stated) || OrganisationName.MayBeOne(first, stated)))
        {
            yield return Gap($"{stated.Trim()} {(OrganisationName.Same(first, stated) ? "verified" : "may be " + first.Trim() + ", which verified")} this year by the journal, and another agency makes a check verification (DPCM s.7).");
        }

        if (acted is not null && !OrganisationName.Same(acted, stated))
        {
            yield return Gap($"The form names {stated.Trim()} as the agency; by the journal {acted.Trim()} {(isCheck ? "checked" : "verified")} this year.");
        }
    }

    private static IEnumerable<FormNotice> Steps(FormDocument form, YearState year)
    {
        bool Has(YearMove move) => year.LastDayOf(move) is not null;
        YearMove? Last(params YearMove[] moves) => year.Events.LastOrDefault(e => moves.Contains(e.Move))?.Move;
        if (form.Id is "a" or "b" && !(Last(YearMove.FindPositive, YearMove.FindAdverse) == YearMove.FindPositive && Last(YearMove.FindPositive, YearMove.BeginVerification, YearMove.ReturnOpinion, YearMove.ConfirmOpinion) == YearMove.ConfirmOpinion))
        {
            yield return Gap("The journal has no positive opinion that was confirmed, which this form rests on (DPCM s.6(1), s.6(16)).");
        }

        if (form.Id == "c" && !Has(YearMove.OrderCheck))
        {
            yield return Gap("The journal has no order of a check verification (DPCM s.7(2)).");
        }

        if (form.Id == "d" && Value(form, "6")?.Trim() is { } said && (said.StartsWith("not", StringComparison.OrdinalIgnoreCase) || string.Equals(said, "no", StringComparison.OrdinalIgnoreCase)) == Has(YearMove.FileFormA))
        {
            yield return Gap($"Field 6 says \"{ShownText.Short(said)}\", and by the journal Form A was {(Has(YearMove.FileFormA) ? "filed on " + Day(year.LastDayOf(YearMove.FileFormA)!.Value) : "not filed")}.");
        }
    }

    // Only the filed file has its digest: a copy edited later, or the form's PDF, has another.
    private static IEnumerable<FormNotice> File(FormDocument form, YearState year, string? file) =>
        file is not null && FiledBy.TryGetValue(form.Id, out var move) && year.Events.LastOrDefault(e => e.Move == move) is { Document: { } filed } step && filed != file
            ? [Gap($"The file that was filed on {Day(step.On)} is {filed} in the journal, and this one is {file}: it was changed since, or another file was filed, such as its PDF.")]
            : [];

    private static string? Value(FormDocument form, string number) => form.Fields.FirstOrDefault(f => f.Number == number)?.Value;

    private static FormNotice Gap(string text) => new(text, IsGap: true);

    private static string Day(LocalDate day) => LocalDatePattern.Iso.Format(day);
}
