using System;
using NodaTime;

namespace Ccts.Registry.Adapters.Serials;

/// <content>The vintage, from one field or two.</content>
public sealed partial class SerialGrammar
{
    internal bool TryVintage(ReadOnlySpan<char> text, ReadOnlySpan<FieldSlice> fields, out LocalDate first, out LocalDate last)
    {
        var from = VintageField >= 0 ? VintageField : VintageStartField;
        var to = VintageField >= 0 ? VintageField : VintageEndField;
        if (from < 0 || !fields[from].IsPresent || !fields[to].IsPresent)
        {
            (first, last) = (default, default);
            return false;
        }

        var hasFirst = DateOf(from).TryRead(Slice(text, fields[from]), out first, out _);
        var hasLast = DateOf(to).TryRead(Slice(text, fields[to]), out _, out last);
        return hasFirst && hasLast;
    }

    private DateForm DateOf(int field)
    {
        foreach (var element in _form)
        {
            if (element.Field == field && element.Date is { } form)
            {
                return form;
            }
        }

        throw new InvalidOperationException($"The reader of grammars lets no vintage field through that is not a date: {_fieldNames[field]}.");
    }
}
