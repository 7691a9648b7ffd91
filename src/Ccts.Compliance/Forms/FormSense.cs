using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using Ccts.Compliance.Sources;
using Ccts.Sdk.Quantities;

namespace Ccts.Compliance.Forms;

/// <summary>Finds stated values that cannot be right: an agency that is the entity itself, a name that says nothing, total energy below the heat alone, specific energy other than energy over product, a measure of a later year or with higher emissions after it, a day that does not exist.</summary>
internal static class FormSense
{
    private const string After = ".after";
    private const string Product = "B1(viii)";
    private static readonly string[] Agencies = ["5", "agency"];
    private static readonly string[] Names = [.. Agencies, "notification", "notification.date", "signatory", "designation", "date"];
    private static readonly (string Specific, string Energy)[] Specifics = [("B3(i)", "B2(ix)"), ("B3(ii)", "B2(x)")];

    // Forms of a year that is over; the report of a verification is checked by itself.
    private static readonly string[] OfTheYear = ["a", "b", "c", "d", "e2"];
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(1);

    internal static IEnumerable<FormNotice> Of(string id, FormBasis basis, IReadOnlyList<FormPart> parts)
    {
        var fields = parts.SelectMany(p => p.Fields).Where(f => f.Value is not null).ToDictionary(f => f.Number, StringComparer.Ordinal);
        string? Value(string number) => fields.TryGetValue(number, out var field) ? field.Value : null;
        var isOfTheYear = Array.IndexOf(OfTheYear, id) >= 0;
        if (isOfTheYear && Agencies.Select(Value).FirstOrDefault(a => a is not null) is { } agency && IsEntity(agency, basis) is var own && own != false)
        {
            yield return new(own is null ? $"{agency.Trim()} may be {basis.Entity.Name}, the entity itself, and nobody verifies its own report (DPCM s.6)." : $"{agency.Trim()} is the entity itself, and nobody verifies its own report (DPCM s.6).", true);
        }

        foreach (var silent in isOfTheYear ? fields.Values.Where(f => Array.IndexOf(Names, f.Number) >= 0 && (IsDay(f.Number) ? SaidText.IsSilentDay(f.Value) : SaidText.IsSilent(f.Value))) : [])
        {
            yield return new($"{silent.Number} is \"{ShownText.Short(silent.Value!)}\", which says nothing; leave it out until it is known.", true);
        }

        // A million kcal is a gigacalorie. Total energy cannot be below its heat part; a difference of up to 1 TOE is allowed for rounding.
        if (Number(Value("B2(viii)")) is { } heat && Number(Value("B2(ix)")) is { } energy && Energy.Of(heat, EnergyUnit.Gigacalorie).In(EnergyUnit.TonneOfOilEquivalent) is var part && energy + 1m < part)
        {
            yield return new($"B2(ix) has {Plain(energy)} TOE of energy in all, and the heat of B2(viii) alone is {Plain(part)} TOE.", true);
        }

        foreach (var notice in Specifics.SelectMany(s => Specific(s.Specific, s.Energy, parts.SelectMany(p => p.Fields).ToList())))
        {
            yield return notice;
        }

        foreach (var after in fields.Values.Where(f => f.Number.StartsWith("11(", StringComparison.Ordinal) && f.Number.EndsWith(After, StringComparison.Ordinal)))
        {
            var before = Value(after.Number.Substring(0, after.Number.Length - After.Length) + ".before");
            if (Amount(before) is var (was, unit) && Amount(after.Value) is var (now, other) && string.Equals(unit, other, StringComparison.OrdinalIgnoreCase) && now > was)
            {
                yield return new($"{after.Number} is {after.Value!.Trim()}, more than {before!.Trim()} before the measure, which is one that reduces emissions.", true);
            }
        }

        foreach (var measure in fields.Values.Where(f => f.Number.StartsWith("11(", StringComparison.Ordinal) && f.Number.EndsWith(".year", StringComparison.Ordinal) && YearsOf(f.Value!).Any(y => y > basis.Year.LastDay.Year)))
        {
            yield return new($"{measure.Number} is {measure.Value!.Trim()}, after the year {basis.Year} in which the measures were made.", true);
        }

        foreach (var day in fields.Values.Where(f => IsDay(f.Number)))
        {
            if (WrittenDay.Of(day.Value!, out var isRead) is not { } read)
            {
                if (isRead || !SaidText.IsSilentDay(day.Value))
                {
                    yield return new($"{day.Number} is {ShownText.Short(day.Value!.Trim())}, {(isRead ? "which is no day" : "in which no day can be read; write it as 2026-07-20 or 20 July 2026")}.", true);
                }
            }
            else if (isOfTheYear && day.Number == "date" && read <= basis.Year.LastDay)
            {
                yield return new($"{day.Number} is {day.Value!.Trim()}, and the year of the form runs until {NodaTime.Text.LocalDatePattern.Iso.Format(basis.Year.LastDay)}.", true);
            }
        }
    }

    private static bool IsDay(string number) => number.EndsWith("date", StringComparison.Ordinal);

    // As in BEE's cement workbook: energy over equivalent product, to the precision of the stated digits. Computed values are the workbook's own and are not checked.
    private static IEnumerable<FormNotice> Specific(string number, string energy, List<FormField> fields)
    {
        FormField? Line(string of) => fields.Find(f => f.Number == of);
        if (Line(number) is not { Origin: not FormOrigin.Computed } line)
        {
            yield break;
        }

        foreach (var (column, of) in new (string, Func<FormField?, string?>)[] { ("", f => f?.Value), (PreviousColumn.Suffix, f => f?.Previous) })
        {
            if (Number(of(line)) is { } stated && Number(of(Line(energy))) is { } toe && Number(of(Line(Product))) is { } product && product > 0m && Math.Abs(stated - (toe / product)) > LastDigit(stated))
            {
                yield return new($"{number}{column} is {stated.ToString(CultureInfo.InvariantCulture)} TOE/t, and {energy}{column} over {Product}{column} comes to {(toe / product).ToString("0.######", CultureInfo.InvariantCulture)}.", true);
            }
        }
    }

    // One in the last place that is written: 0.01 of 0.07.
    private static decimal LastDigit(decimal number) => new(1, 0, 0, false, (byte)((decimal.GetBits(number)[3] >> 16) & 0x7F));

    // "1200 t", "1200"; other words are not compared.
    private static (decimal Number, string Unit)? Amount(string? text) =>
        text is not null && Regex.Match(text, @"^\s*(?<n>[0-9]{1,20}(?:\.[0-9]{1,8})?)\s*(?<u>[^0-9.,\s][^,]*)?$", RegexOptions.CultureInvariant, Limit) is { Success: true } match
            ? (decimal.Parse(match.Groups["n"].Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture), match.Groups["u"].Value.Trim()) : null;

    private static bool? IsEntity(string agency, FormBasis basis) =>
        OrganisationName.Same(agency, basis.Entity.Name) || (basis.Entity.Registration is { } number && PlainName.Same(agency, number.Text)) ? true
        : OrganisationName.MayBeOne(agency, basis.Entity.Name) ? null
        : false;

    // Every year in the text: "2027-28", "March 2035", "01-04-2035" and "FY35".
    private static IEnumerable<int> YearsOf(string text) =>
        Regex.Matches(text, @"(?<![0-9])(?:(?:19|20)[0-9]{2}(?![0-9])|FY\s*'?(?<short>[0-9]{2})(?![0-9]))", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, Limit).Cast<Match>()
            .Select(m => m.Groups["short"] is { Success: true } two ? 2000 + Whole(two.Value) : Whole(m.Value));

    private static int Whole(string digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    private static decimal? Number(string? text) => decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string Plain(decimal number) => number.ToString("0.###", CultureInfo.InvariantCulture);
}
