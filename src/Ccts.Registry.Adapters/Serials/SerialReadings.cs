using System;
using System.Collections.Generic;
using Ccts.Sdk.Ledger.Blocks;
using NodaTime;

namespace Ccts.Registry.Adapters.Serials;

/// <summary>Makes a reading from a match: strings, dates, warnings.</summary>
internal static class SerialReadings
{
    internal static SerialReading Of(string input, string text, SerialGrammar grammar, ReadOnlySpan<FieldSlice> fields, BlockRange range, ReadingSlips slips)
    {
        var span = text.AsSpan();
        var canonical = CanonicalSerial.Text(grammar, span, fields);
        var scope = CanonicalSerial.Scope(grammar, span, fields);
        var hasVintage = grammar.TryVintage(span, fields, out var first, out var last);
        var warnings = Warnings(text, grammar, fields, canonical, slips);
        if (hasVintage && last < first)
        {
            warnings.Add(SerialWarning.VintageOrder);
        }

        return new SerialReading(input, grammar)
        {
            Scope = scope,
            Block = grammar.HasBlock ? new SerialBlock(grammar.Registry, scope, range) : null,
            Project = Project(text, grammar, fields),
            VintageStart = hasVintage ? first : null,
            VintageEnd = hasVintage ? last : null,
            Country = Country(text, grammar, fields, warnings),
            IsExAnte = IsExAnte(text, grammar, fields),
            ConvertedFrom = ConvertedFrom(text, grammar, fields),
            Fields = Named(text, grammar, fields),
            Canonical = canonical,
            Warnings = warnings,
        };
    }

    private static List<string> Warnings(string text, SerialGrammar grammar, ReadOnlySpan<FieldSlice> fields, string canonical, ReadingSlips slips)
    {
        var warnings = new List<string>();
        Add(grammar.Status == GrammarStatus.Provisional, SerialWarning.Provisional);
        if (string.Equals(text, canonical, StringComparison.Ordinal) && slips == ReadingSlips.None)
        {
            return warnings;
        }

        var padded = 0;
        foreach (var element in grammar.Form)
        {
            if (element.Field < 0 || element.Kind == ElementKind.Repeat || !fields[element.Field].IsPresent)
            {
                continue;
            }

            var raw = SerialGrammar.Slice(text.AsSpan(), fields[element.Field]);
            var proper = CanonicalSerial.Field(grammar, element.Field, text.AsSpan(), fields);
            slips |= element.IsNumeric && raw.IndexOfAny('O', 'o') >= 0 ? ReadingSlips.LetterO : ReadingSlips.None;
            slips |= !element.IsNumeric && !raw.SequenceEqual(proper.AsSpan()) && raw.Equals(proper.AsSpan(), StringComparison.OrdinalIgnoreCase)
                ? ReadingSlips.LetterCase : ReadingSlips.None;
            padded += element.IsNumber && raw.Length != proper.Length ? 1 : 0;
        }

        Add((slips & ReadingSlips.LetterO) != ReadingSlips.None, SerialWarning.LetterO);
        Add((slips & ReadingSlips.LetterCase) != ReadingSlips.None, SerialWarning.LetterCase);
        Add((slips & ReadingSlips.Space) != ReadingSlips.None, SerialWarning.StraySpace);
        Add((slips & ReadingSlips.Digit) != ReadingSlips.None, SerialWarning.NonAsciiDigit);
        Add((slips & ReadingSlips.Dash) != ReadingSlips.None, SerialWarning.NonAsciiDash);
        Add(padded > 0, SerialWarning.ZeroPadding);
        Add(IsPlaceholder(text, grammar, fields), SerialWarning.Placeholder);
        return warnings;

        void Add(bool applies, string warning)
        {
            if (applies)
            {
                warnings.Add(warning);
            }
        }
    }

    private static bool IsPlaceholder(string text, SerialGrammar grammar, ReadOnlySpan<FieldSlice> fields)
    {
        foreach (var field in grammar.NeverPadded)
        {
            if (fields[field].Length < 2 || text[fields[field].Start] != '0')
            {
                return false;
            }
        }

        return grammar.NeverPadded.Length > 0;
    }

    private static string? Project(string text, SerialGrammar grammar, ReadOnlySpan<FieldSlice> fields)
    {
        if (grammar.ProjectFirst < 0)
        {
            return null;
        }

        var (first, last) = (fields[grammar.ProjectFirst], fields[grammar.ProjectLast]);
        return text.Substring(first.Start, last.Start + last.Length - first.Start);
    }

    private static string? Country(string text, SerialGrammar grammar, ReadOnlySpan<FieldSlice> fields, List<string> warnings)
    {
        if (grammar.CountryField < 0 || !fields[grammar.CountryField].IsPresent)
        {
            return null;
        }

        var written = text.Substring(fields[grammar.CountryField].Start, fields[grammar.CountryField].Length);
        if (Countries.CodeOf(written) is { } code)
        {
            return code;
        }

        warnings.Add(SerialWarning.UnknownCountry);
        return written;
    }

    private static bool IsExAnte(string text, SerialGrammar grammar, ReadOnlySpan<FieldSlice> fields)
    {
        foreach (var (field, values) in grammar.ExAnte)
        {
            if (Array.IndexOf(values, CanonicalSerial.Field(grammar, field, text.AsSpan(), fields)) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    private static string? ConvertedFrom(string text, SerialGrammar grammar, ReadOnlySpan<FieldSlice> fields)
    {
        var (field, from) = grammar.Conversion;
        var value = field < 0 || !fields[field].IsPresent ? "" : CanonicalSerial.Field(grammar, field, text.AsSpan(), fields);
        foreach (var (mark, registry) in from)
        {
            if (string.Equals(mark, value, StringComparison.Ordinal))
            {
                return registry;
            }
        }

        return null;
    }

    private static KeyValuePair<string, string>[] Named(string text, SerialGrammar grammar, ReadOnlySpan<FieldSlice> fields)
    {
        var named = new List<KeyValuePair<string, string>>(grammar.FieldNames.Length);
        for (var i = 0; i < grammar.FieldNames.Length; i++)
        {
            if (fields[i].IsPresent)
            {
                named.Add(new KeyValuePair<string, string>(grammar.FieldNames[i], text.Substring(fields[i].Start, fields[i].Length)));
            }
        }

        return named.ToArray();
    }
}
