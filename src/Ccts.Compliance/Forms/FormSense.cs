using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using Ccts.Compliance.Years;
using Ccts.Sdk.Quantities;
using NodaTime.Text;

namespace Ccts.Compliance.Forms;

/// <summary>What is stated in a form and cannot be: an agency that is the entity itself, less energy in all than the heat alone, a measure of a later year, a day that no calendar has.</summary>
internal static class FormSense
{
    private static readonly string[] Agencies = ["5", "agency"];

    internal static IEnumerable<FormNotice> Of(FormBasis basis, IReadOnlyList<FormPart> parts)
    {
        var fields = parts.SelectMany(p => p.Fields).Where(f => f.Value is not null).ToDictionary(f => f.Number, StringComparer.Ordinal);
        string? Value(string number) => fields.TryGetValue(number, out var field) ? field.Value : null;
        if (Agencies.Select(Value).FirstOrDefault(a => a is not null && OrganisationName.Same(a, basis.Entity.Name)) is { } agency)
        {
            yield return new($"{agency.Trim()} is the entity itself, and nobody verifies its own report (DPCM s.6).", true);
        }

        // A million kcal is a gigacalorie. Below the whole TOE that somebody may have left off, all energy is no less than a part of it.
        if (Number(Value("B2(viii)")) is { } heat && Number(Value("B2(ix)")) is { } energy && Energy.Of(heat, EnergyUnit.Gigacalorie).In(EnergyUnit.TonneOfOilEquivalent) is var part && energy + 1m < part)
        {
            yield return new($"B2(ix) has {Plain(energy)} TOE of energy in all, and the heat of B2(viii) alone is {Plain(part)} TOE.", true);
        }

        foreach (var measure in fields.Values.Where(f => f.Number.StartsWith("11(", StringComparison.Ordinal) && f.Number.EndsWith(".year", StringComparison.Ordinal) && YearOf(f.Value!) > basis.Year.LastDay.Year))
        {
            yield return new($"{measure.Number} is {measure.Value!.Trim()}, after the year {basis.Year} in which the measures were made.", true);
        }

        foreach (var day in fields.Values.Where(f => f.Number.EndsWith("date", StringComparison.Ordinal) && Regex.IsMatch(f.Value!, "^\\s*[0-9]{4}-[0-9]{2}-[0-9]{2}\\s*$", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)) && !LocalDatePattern.Iso.Parse(f.Value!.Trim()).Success))
        {
            yield return new($"{day.Number} is {day.Value!.Trim()}, which is no day.", true);
        }
    }

    // "2027-28" and "2027" begin with their year; "July 2025" says it elsewhere, and is not read.
    private static int? YearOf(string text) => int.TryParse(text.Trim().Split('-')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : null;

    private static decimal? Number(string? text) => decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string Plain(decimal number) => number.ToString("0.###", CultureInfo.InvariantCulture);
}
