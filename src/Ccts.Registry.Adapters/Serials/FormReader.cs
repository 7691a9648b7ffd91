using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.Problems;

namespace Ccts.Registry.Adapters.Serials;

/// <summary>Compiles the <c>form</c> list of a grammar file: texts, fields, optional groups, in their order.</summary>
internal sealed class FormReader
{
    private const int MaxSteps = 64;
    private const int MaxWidth = 80;

    private readonly ProblemList _problems;
    private readonly List<FormElement> _steps = [];
    private readonly List<string> _fields = [];

    internal FormReader(ProblemList problems) => _problems = problems;

    internal IReadOnlyList<string> Fields => _fields;

    internal FormElement[] Read(IReadOnlyList<LocatedNode> form)
    {
        ReadSteps(form);
        if (form.Count > 0 && (_steps.Count > MaxSteps || _fields.Count > SerialGrammar.MaxFields))
        {
            _problems.Error("grammar-too-long", form[0].Place, "The form is too long.", $"at most {MaxSteps} steps and {SerialGrammar.MaxFields} fields");
        }

        for (var i = 0; i < _steps.Count; i++)
        {
            _steps[i].IsOpenEnded = _steps[i].Kind == ElementKind.Run && SharesNext(i + 1, _steps[i].Set);
        }

        return _steps.ToArray();
    }

    private void ReadSteps(IReadOnlyList<LocatedNode> nodes)
    {
        foreach (var node in nodes)
        {
            if (node.Kind == LocatedKind.String)
            {
                Add(node, node.Value is { Length: > 0 } text ? new FormElement { Kind = ElementKind.Literal, Texts = [text] } : null, "text of one character or more");
            }
            else
            {
                ReadStep(new ObjectReader(node, _problems));
            }
        }
    }

    private void ReadStep(ObjectReader step)
    {
        if (step.Node.Member("optional") is not null)
        {
            ReadGroup(step);
        }
        else if (step.Node.Member("separator") is not null)
        {
            Add(step.Node, new FormElement { Kind = ElementKind.Choice, Texts = Texts(step.List("separator")) }, null);
        }
        else if (step.Node.Member("repeat") is not null)
        {
            var field = _fields.IndexOf(step.Text("repeat") ?? "");
            Add(step.Node, field < 0 ? null : new FormElement { Kind = ElementKind.Repeat, Field = field }, "the name of an earlier field");
        }
        else
        {
            ReadField(step);
        }

        step.Done();
    }

    private void ReadGroup(ObjectReader step)
    {
        var prefers = step.OptionalText("prefer");
        if (prefers is not (null or "absent" or "present"))
        {
            _problems.Error("unknown-word", step.Node.Place, $"\"{prefers}\" is not a preference.", "absent or present");
        }

        var group = new FormElement { Kind = ElementKind.Optional, PrefersAbsent = prefers == "absent" };
        var fieldsBefore = _fields.Count;
        _steps.Add(group);
        ReadSteps(step.List("optional"));
        group.After = _steps.Count;
        if (_fields.Count == fieldsBefore)
        {
            _problems.Error("group-without-field", step.Node.Place, "What may be left out has no field, so a reading could not show whether it was there.", "at least one field");
        }
    }

    private void ReadField(ObjectReader step)
    {
        var name = step.Text("field");
        if (name is null)
        {
            return;
        }

        if (_fields.Contains(name, StringComparer.Ordinal))
        {
            _problems.Error("duplicate-field", step.Node.Place, $"There is already a field \"{name}\".", "a name of its own");
            return;
        }

        _fields.Add(name);
        Add(step.Node, Field(step, _fields.Count - 1), "one of number, digits, upper, chars with width, name, oneOf or date");
    }

    private FormElement? Field(ObjectReader step, int field)
    {
        var except = step.OptionalList("except").Select(v => v.Value ?? "").ToArray();
        if (step.OptionalText("number") is { } number && TryWidth(step, number, out var min, out var max))
        {
            var pad = step.Node.Member("pad") is null ? 0 : step.Integer("pad") ?? 0;
            return new FormElement { Kind = ElementKind.Digits, Field = field, Min = min, Max = max, IsNumber = true, Pad = pad };
        }

        if (step.OptionalText("digits") is { } digits && TryWidth(step, digits, out min, out max))
        {
            return new FormElement { Kind = ElementKind.Digits, Field = field, Min = min, Max = max };
        }

        if (step.OptionalText("date") is { } date)
        {
            return DateForm.All.TryGetValue(date, out var form)
                ? new FormElement { Kind = ElementKind.Date, Field = field, Min = form.Width, Max = form.Width, Date = form }
                : null;
        }

        if (step.Optional("oneOf") is not null)
        {
            return new FormElement { Kind = ElementKind.Choice, Field = field, Texts = Texts(step.List("oneOf")) };
        }

        return Run(step, field, except);
    }

    private FormElement? Run(ObjectReader step, int field, string[] except)
    {
        var set = CharSet.Upper;
        string? width;
        if (step.OptionalText("name") is { } name)
        {
            (set, width) = (CharSet.Name, name);
        }
        else if (step.OptionalText("chars") is { } chars)
        {
            if (chars.Length == 0 || chars.Any(c => c >= 128))
            {
                return null;
            }

            (set, width) = (CharSet.Parse(chars), step.Text("width"));
        }
        else
        {
            width = step.OptionalText("upper");
        }

        return width is not null && TryWidth(step, width, out var min, out var max)
            ? new FormElement { Kind = ElementKind.Run, Field = field, Set = set, Min = min, Max = max, Except = except }
            : null;
    }

    private bool TryWidth(ObjectReader step, string width, out int min, out int max)
    {
        var dash = width.IndexOf('-');
        var first = dash < 0 ? width : width.Substring(0, dash);
        var last = dash < 0 ? width : width.Substring(dash + 1);
        max = 0;
        if (int.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out min)
            && int.TryParse(last, NumberStyles.None, CultureInfo.InvariantCulture, out max)
            && min >= 1 && min <= max && max <= MaxWidth)
        {
            return true;
        }

        _problems.Error("bad-width", step.Node.Place, $"\"{width}\" is not a width.", $"a number such as \"2\" or a span such as \"1-9\", at most {MaxWidth}");
        return false;
    }

    private string[] Texts(IReadOnlyList<LocatedNode> values)
    {
        var texts = values.Select(v => v.Value ?? "").ToArray();
        if (texts.Length == 0 || texts.Any(t => t.Length == 0))
        {
            _problems.Error("bad-value", values.Count > 0 ? values[0].Place : default, "A list of texts is empty or has an empty one.", "one text or more");
            return ["?"];
        }

        return texts;
    }

    private void Add(LocatedNode node, FormElement? step, string? expected)
    {
        if (step is null)
        {
            _problems.Error("bad-step", node.Place, "This step of the form cannot be read.", expected);
        }
        else
        {
            _steps.Add(step);
        }
    }

    // Whether a character of the set may follow the field: then the field may end before its characters do.
    private bool SharesNext(int step, CharSet set)
    {
        foreach (var (next, _) in FormStates.Moves(_steps.ToArray(), new FormState(step, 0, 0), out _))
        {
            if (next.FirstShared(set) is not null)
            {
                return true;
            }
        }

        return false;
    }
}
