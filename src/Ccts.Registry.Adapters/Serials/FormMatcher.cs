using System;

namespace Ccts.Registry.Adapters.Serials;

/// <summary>
/// Matches a form against a text and fills field slices. It goes straight ahead; only optional steps and fields that may contain their own
/// separator are tried in more than one way. Allocates nothing. It records how far it came, to explain a near miss.
/// </summary>
internal ref partial struct FormMatcher
{
    private readonly FormElement[] _form;
    private readonly ReadOnlySpan<char> _text;
    private readonly Span<FieldSlice> _fields;
    private readonly bool _forgiving;

    internal FormMatcher(FormElement[] form, ReadOnlySpan<char> text, Span<FieldSlice> fields, bool forgiving)
    {
        _form = form;
        _text = text;
        _fields = fields;
        _forgiving = forgiving;
        Slips = ReadingSlips.None;
        FurthestPosition = -1;
        FurthestStep = 0;
    }

    internal ReadingSlips Slips { get; private set; }

    internal int FurthestPosition { get; private set; }

    internal int FurthestStep { get; private set; }

    internal bool Run() => Match(0, 0);

    private bool Match(int step, int position)
    {
        for (; step < _form.Length; step++)
        {
            var element = _form[step];
            switch (element.Kind)
            {
                case ElementKind.Literal:
                    if (!TryText(element.Text, step, ref position))
                    {
                        return false;
                    }

                    break;
                case ElementKind.Digits:
                case ElementKind.Run:
                    SkipSpace(ref position);
                    if (element.IsOpenEnded)
                    {
                        return MatchOpenEnded(element, step, position);
                    }

                    var length = RunLength(element, position);
                    if (length < element.Min || (element.Except.Length > 0 && element.Excludes(_text.Slice(position, length))))
                    {
                        return Fail(step, position + length);
                    }

                    _fields[element.Field] = new FieldSlice(position, length);
                    position += length;
                    break;
                case ElementKind.Date:
                    SkipSpace(ref position);
                    if (RunLength(element, position) < element.Min)
                    {
                        return Fail(step, position + RunLength(element, position));
                    }

                    if (!element.Date!.IsValid(_text.Slice(position, element.Min)))
                    {
                        return Fail(step, position);
                    }

                    _fields[element.Field] = new FieldSlice(position, element.Min);
                    position += element.Min;
                    break;
                case ElementKind.Choice:
                    if (!TryChoice(element, step, ref position))
                    {
                        return false;
                    }

                    break;
                case ElementKind.Repeat:
                    var earlier = _fields[element.Field];
                    if (!_text.Slice(position).StartsWith(_text.Slice(earlier.Start, earlier.Length)))
                    {
                        return Fail(step, position);
                    }

                    position += earlier.Length;
                    break;
                default:
                    return MatchOptional(element, step, position);
            }
        }

        SkipSpace(ref position);
        return position == _text.Length || Fail(step, position);
    }

    private bool MatchOptional(FormElement group, int step, int position)
    {
        var slips = Slips;
        var first = group.PrefersAbsent ? group.After : step + 1;
        if (first == group.After)
        {
            Forget(step, group.After);
        }

        if (Match(first, position))
        {
            return true;
        }

        Slips = slips;
        Forget(step, group.After);
        return Match(group.PrefersAbsent ? step + 1 : group.After, position);
    }

    private bool MatchOpenEnded(FormElement element, int step, int position)
    {
        var slips = Slips;
        var longest = RunLength(element, position);
        if (longest < element.Min)
        {
            return Fail(step, position + longest);
        }

        for (var length = element.Min; length <= longest; length++)
        {
            _fields[element.Field] = new FieldSlice(position, length);
            if (Match(step + 1, position + length))
            {
                return true;
            }

            Slips = slips;
        }

        return false;
    }

    private readonly int RunLength(FormElement element, int position)
    {
        var limit = Math.Min(_text.Length - position, element.Max);
        if (_forgiving)
        {
            return ForgivingLength(element, position, limit);
        }

        var run = _text.Slice(position, limit);
        var length = 0;
        if (element.Kind == ElementKind.Run)
        {
            while (length < run.Length && element.Set.Contains(run[length]))
            {
                length++;
            }
        }
        else
        {
            while (length < run.Length && run[length] is >= '0' and <= '9')
            {
                length++;
            }
        }

        return length;
    }

    private bool TryChoice(FormElement element, int step, ref int position)
    {
        SkipSpace(ref position);
        var furthest = position;
        foreach (var text in element.Texts)
        {
            var end = position;
            var slips = Slips;
            if (TryText(text, step, ref end))
            {
                if (element.Field >= 0)
                {
                    _fields[element.Field] = new FieldSlice(position, end - position);
                }

                position = end;
                return true;
            }

            Slips = slips;
        }

        return Fail(step, furthest);
    }

    private bool TryText(string expected, int step, ref int position)
    {
        if (position < _text.Length && _text[position] == expected[0] && expected.Length == 1)
        {
            position++;
            return true;
        }

        if (_text.Slice(position).StartsWith(expected.AsSpan()))
        {
            position += expected.Length;
            return true;
        }

        return _forgiving ? TryTextForgivingly(expected, step, ref position) : Fail(step, position + Common(expected, position));
    }

    private readonly int Common(string expected, int position)
    {
        var same = 0;
        while (same < expected.Length && position + same < _text.Length && _text[position + same] == expected[same])
        {
            same++;
        }

        return same;
    }

    private readonly void Forget(int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (_form[i].Field >= 0 && _form[i].Kind != ElementKind.Repeat)
            {
                _fields[_form[i].Field] = default;
            }
        }
    }

    private bool Fail(int step, int position)
    {
        if (position > FurthestPosition)
        {
            FurthestPosition = position;
            FurthestStep = step;
        }

        return false;
    }
}
