using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Ccts.Sdk.Problems;

namespace Ccts.Compliance.Forms;

/// <summary>Fills a form: computed fields from figures, the others from what is stated. A stated value may repeat a computed one and never replace it.</summary>
internal sealed class FormBuilder(IReadOnlyDictionary<string, string> stated)
{
    private readonly HashSet<string> _numbers = new(StringComparer.Ordinal);
    private readonly List<FormPart> _parts = [];
    private readonly ProblemList _problems = new();
    private List<FormField> _fields = [];
    private PreviousColumn? _previous;

    internal FormBuilder Part(string title) => Part(title, null, []);

    /// <summary>A part that the form prints as a table: its fields stand row by row under these headings.</summary>
    internal FormBuilder Table(string title, params string[] columns) => Part(title, null, columns);

    /// <summary>A part that prints the year before beside the current one. What that year's form does not have is stated as <c>B2(i).previous</c>.</summary>
    internal FormBuilder TwoYears(string title, FormDocument? before) => Part(title, new PreviousColumn(before), []);

    internal FormBuilder Computed(string number, string label, decimal? value, string? unit, string? remark = null) =>
        Computed(number, label, value?.ToString("0.############################", CultureInfo.InvariantCulture), unit, remark);

    internal FormBuilder Computed(string number, string label, string? value, string? unit = null, string? remark = null)
    {
        if (value is null)
        {
            return Stated(number, label, unit, remark);
        }

        if (stated.TryGetValue(number, out var other))
        {
            Repeats(number, other, value);
        }

        return Add(new FormField(number, label, value, unit, FormOrigin.Computed, remark));
    }

    /// <summary>A figure that is computed or unknown, and cannot be stated.</summary>
    internal FormBuilder Known(string number, string label, decimal? value, string unit, string? remark = null)
    {
        if (value is null && stated.TryGetValue(number, out var other) && other.Trim().Length > 0)
        {
            _problems.Error("form-mismatch", SourcePlace.At("/" + number), $"{number} is stated as \"{ShownText.Short(other)}\", and is computed alone.", "the figures that it is computed from", remark);
        }

        return value is null ? Add(new FormField(number, label, null, unit, FormOrigin.Empty, remark) { IsComputedAlone = true }) : Computed(number, label, value, unit, remark);
    }

    /// <summary>A field that nobody computes; one with a unit is a plain number of zero or more.</summary>
    internal FormBuilder Stated(string number, string label, string? unit = null, string? remark = null)
    {
        if (unit is not null)
        {
            _ = Number(number, StatedText(number));
        }

        var value = stated.TryGetValue(number, out var text) && text.Trim().Length > 0 ? text : null;
        return Add(new FormField(number, label, value, unit, value is null ? FormOrigin.Empty : FormOrigin.Stated, remark));
    }

    /// <summary>A line of Form E2's part B2, by the label and unit that the form prints there; stated where nothing computes it.</summary>
    internal FormBuilder Energy(string number, decimal? value, string? remark = null) =>
        Computed(number, ProcedureWords.EnergyLines[number].Label, value, ProcedureWords.EnergyLines[number].Unit, remark);

    /// <summary>A printed text that is signed unchanged.</summary>
    internal FormBuilder Printed(string number, string text)
    {
        if (stated.TryGetValue(number, out var other) && other.Trim().Length > 0)
        {
            _problems.Error("form-mismatch", SourcePlace.At("/" + number), $"{number} is stated as \"{ShownText.Short(other)}\", and is the form's own text.", "nothing: it is signed as it is printed", "Leave it out.");
        }

        return Add(new FormField(number, text, null, null, FormOrigin.Printed));
    }

    /// <summary>What is stated for a field, to be put into a text that the form prints; null while it is empty.</summary>
    internal string? StatedText(string number) => stated.TryGetValue(number, out var text) && text.Trim().Length > 0 ? text.Trim() : null;

    /// <summary>A stated field that figures are computed from: a plain number of zero or more; null while it is empty.</summary>
    internal decimal? Figure(string number, string label, string unit, string? remark = null, decimal? most = null)
    {
        var value = StatedText(number);
        Add(new FormField(number, label, value, unit, value is null ? FormOrigin.Empty : FormOrigin.Stated, remark));
        return Number(number, value, most);
    }

    private decimal? Number(string number, string? text, decimal? most = null)
    {
        if (text is null)
        {
            return null;
        }

        if (decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var figure) && !(figure > most))
        {
            return figure;
        }

        _problems.Error("bad-value", SourcePlace.At("/" + number), $"{number} is stated as \"{ShownText.Short(text)}\".", most is { } whole ? $"a plain number from 0 to {whole.ToString(CultureInfo.InvariantCulture)}" : "a plain number of zero or more, such as 0.25", text.Contains(',') ? "Without commas: 19797 for 19,797." : null);
        return null;
    }

    /// <summary>A stated share, at most <paramref name="whole"/>, so that 93 is refused as a clinker factor; null is not checked.</summary>
    internal FormBuilder Share(string number, string label, decimal? whole, string? remark = null)
    {
        if (whole is not null && StatedText(number) is { } text && !(decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var share) && share <= whole))
        {
            _problems.Error("bad-value", SourcePlace.At("/" + number), $"{number} is stated as \"{ShownText.Short(text)}\".", $"a plain number from 0 to {whole.Value.ToString(CultureInfo.InvariantCulture)}");
        }

        return Stated(number, label, remark: remark);
    }

    /// <exception cref="CctsDataException">A stated value contradicts a computed one, or belongs to no field.</exception>
    internal IReadOnlyList<FormPart> Done()
    {
        foreach (var unknown in stated.Keys.Where(k => !_numbers.Contains(k)).OrderBy(k => k, StringComparer.Ordinal))
        {
            _problems.Error("unknown-field", SourcePlace.At("/" + unknown), $"The form has no field \"{ShownText.Short(unknown)}\".", string.Join(", ", _numbers.OrderBy(n => n, StringComparer.Ordinal)), _problems.Nearest(unknown, _numbers));
        }

        return _problems.HasErrors ? throw new CctsDataException(_problems.ToList()) : _parts;
    }

    private FormBuilder Add(FormField field)
    {
        if (!_numbers.Add(field.Number))
        {
            throw new InvalidOperationException($"The form has two fields {field.Number}.");
        }

        _fields.Add(_previous is { } column ? field with { Previous = Previous(column, field) } : field);
        return this;
    }

    private string? Previous(PreviousColumn column, FormField field)
    {
        var number = field.Number + PreviousColumn.Suffix;
        _numbers.Add(number);
        var value = column.Of(field);
        if (!stated.TryGetValue(number, out var text) || text.Trim().Length == 0)
        {
            return value;
        }

        if (value is not null)
        {
            Repeats(number, text, value);
        }
        else if (field.Unit is not null)
        {
            _ = Number(number, text.Trim());
        }

        return value ?? text;
    }

    private FormBuilder Part(string title, PreviousColumn? previous, IReadOnlyList<string> columns)
    {
        (_fields, _previous) = ([], previous);
        _parts.Add(new FormPart(title, _fields) { HasPrevious = previous is not null, Columns = columns });
        return this;
    }

    private void Repeats(string number, string other, string value)
    {
        if (!IsSame(other, value))
        {
            _problems.Error("form-mismatch", SourcePlace.At("/" + number), $"{number} is stated as \"{ShownText.Short(other)}\" and computed as {value}.", value, "Leave it out; or correct the report that it is computed from.");
        }
    }

    // Figures are compared as numbers, so 1.50 equals 1.5; other text is compared exactly.
    internal static bool IsSame(string one, string other) =>
        decimal.TryParse(one, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var a)
        && decimal.TryParse(other, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var b)
            ? a == b
            : string.Equals(one.Trim(), other, StringComparison.Ordinal);
}
