using Ccts.Sdk.Problems;
using Ccts.Sdk.Quantities;
using System;
using System.Collections.Generic;

namespace Ccts.Sdk.ProFormas.Formulas;

/// <summary>
/// Reads formulas as workbooks write them: <c>iferror((@33 + @35)/@34, 0)</c>. A field is <c>@row</c> of the same sheet, or
/// <c>Sheet@row</c>; a suffix such as <c>[baseline]</c> names another column. The grammar is in docs/pro-formas.md.
/// </summary>
internal sealed class FormulaParser(FormulaScope scope, string sheet)
{
    /// <summary>The most levels of nested brackets. Nobody could check a deeper formula.</summary>
    internal const int Deepest = 40;

    internal const int Longest = 4000;

    private static readonly (string Mark, ComparisonOperator How)[] Comparisons =
    [
        ("<=", ComparisonOperator.LessOrEqual), ("<>", ComparisonOperator.NotEqual), ("<", ComparisonOperator.Less),
        (">=", ComparisonOperator.GreaterOrEqual), (">", ComparisonOperator.Greater), ("=", ComparisonOperator.Equal),
    ];

    private static readonly string[] Errors = ["#REF!", "#DIV/0!", "#N/A", "#VALUE!"];

    private FormulaText _text = new("");
    private FieldPlace _named;
    private int _depth;

    /// <summary>Why the last formula could not be read.</summary>
    internal string Reason { get; private set; } = "";

    internal string? Hint { get; private set; }

    /// <summary>The formula, or null with the reason in <see cref="Reason"/>.</summary>
    internal FormulaNode? Parse(string formula)
    {
        (_text, _depth, Reason, Hint) = (new FormulaText(formula), 0, "", null);
        if (formula.Length > Longest)
        {
            return Fail($"The formula has {formula.Length} characters; {Longest} are the most.");
        }

        var node = Comparison();
        return node is null || _text.IsAtEnd ? node : Fail($"At character {_text.Position + 1} is \"{_text.Peek()}\", where the formula could end.");
    }

    private FormulaNode? Comparison()
    {
        if (++_depth > Deepest)
        {
            return Fail($"The formula is more than {Deepest} brackets deep.");
        }

        var left = Sum();
        foreach (var (mark, how) in Comparisons)
        {
            if (left is not null && _text.TryTake(mark))
            {
                left = Sum() is { } right ? new ComparisonNode(how, left, right) : null;
                break;
            }
        }

        _depth--;
        return left;
    }

    private FormulaNode? Sum()
    {
        var left = Product();
        while (left is not null && _text.Peek() is '+' or '-')
        {
            var how = _text.TakeMark() == '+' ? ArithmeticOperator.Add : ArithmeticOperator.Subtract;
            left = Product() is { } right ? new ArithmeticNode(how, left!, right) : null;
        }

        return left;
    }

    private FormulaNode? Product()
    {
        var left = Signed();
        while (left is not null && _text.Peek() is '*' or '/')
        {
            var how = _text.TakeMark() == '*' ? ArithmeticOperator.Multiply : ArithmeticOperator.Divide;
            left = Signed() is { } right ? new ArithmeticNode(how, left!, right) : null;
        }

        return left;
    }

    private FormulaNode? Signed()
    {
        if (!_text.TryTake("-"))
        {
            return Primary();
        }

        return Primary() is { } of ? new NegationNode(of) : null;
    }

    private FormulaNode? Primary() => _text.Peek() switch
    {
        '\0' => Fail("The formula ends where a number, a field or a function should be."),
        '(' => Bracket(),
        '"' => _text.TakeQuoted() is { } text ? new LiteralNode(CellValue.Of(text)) : Fail("A text is not closed with a double quote."),
        '#' => Error(_text.TakeError()),
        '@' => Reference(sheet),
        >= '0' and <= '9' => Number(_text.TakeDigits()),
        _ => Named(_text.TakeName()),
    };

    private FormulaNode? Bracket()
    {
        _text.TryTake("(");
        var inner = Comparison();
        return inner is null || _text.TryTake(")") ? inner : Fail($"At character {_text.Position + 1} a bracket is not closed.");
    }

    private FormulaNode? Error(string code) => Array.IndexOf(Errors, code) >= 0 ? new LiteralNode(CellValue.Error(code)) : Fail($"\"{code}\" is no error that a workbook prints.");

    private FormulaNode? Number(string digits) => ExactText.TryParse(digits, out var value) ? new LiteralNode(CellValue.Of(value)) : Fail($"\"{digits}\" is no number.");

    private FormulaNode? Named(string name)
    {
        if (name.Length == 0)
        {
            return Fail($"At character {_text.Position + 1} is \"{_text.Peek()}\", which no formula has.");
        }

        if (_text.Peek() == '@')
        {
            return Reference(name);
        }

        if (_text.Peek() == '(')
        {
            return Function(name);
        }

        if (scope.Tables.TryGetValue(name, out var rows))
        {
            return Lookup(name, rows);
        }

        return scope.Constants.TryGetValue(name, out var constant) ? new LiteralNode(CellValue.Of(constant))
            : scope.Choices.Contains(name) ? new ChoiceNode(name)
            : Unknown(name);
    }

    private FormulaNode? Lookup(string table, IReadOnlyDictionary<string, Exact> rows)
    {
        if (!_text.TryTake("["))
        {
            return Fail($"\"{table}\" is a table; the name of a row follows it in square brackets.");
        }

        var quoted = _text.Peek() == '"';
        var (text, choice) = quoted ? (_text.TakeQuoted(), "") : (null, _text.TakeName());
        if (!_text.TryTake("]"))
        {
            return Fail($"At character {_text.Position + 1} a square bracket is not closed.");
        }

        if (quoted)
        {
            return rows.TryGetValue(text!, out var value) ? new LiteralNode(CellValue.Of(value)) : Fail($"The table \"{table}\" has no row \"{text}\".", Nearest.Hint(text!, rows.Keys));
        }

        return scope.Choices.Contains(choice) ? new LookupNode(rows, new ChoiceNode(choice)) : Unknown(choice);
    }

    private FormulaNode? Function(string name)
    {
        if (!FunctionNode.All.TryGetValue(name, out var function))
        {
            return Unknown(name);
        }

        _text.TryTake("(");
        var arguments = new List<FormulaNode>();
        do
        {
            if (name is "sum" or "average" ? !TakeParts(arguments) : !TakePart(arguments))
            {
                return null;
            }
        }
        while (_text.TryTake(","));

        if (!_text.TryTake(")"))
        {
            return Fail($"At character {_text.Position + 1} the bracket of {name}(…) is not closed.");
        }

        return arguments.Count >= function.Least && arguments.Count <= function.Most
            ? function.Make([.. arguments])
            : Fail(function.Least == function.Most ? $"{name}(…) takes {function.Least} parts, not {arguments.Count}." : $"{name}(…) takes {function.Least} to {function.Most} parts, not {arguments.Count}.");
    }

    private bool TakePart(List<FormulaNode> arguments)
    {
        if (Comparison() is not { } part)
        {
            return false;
        }

        arguments.Add(part);
        return true;
    }

    /// <summary>Reads an argument of a sum: a single value, or a range of fields or of columns.</summary>
    private bool TakeParts(List<FormulaNode> arguments)
    {
        if (!TakePart(arguments) || !_text.TryTake(":"))
        {
            return Reason.Length == 0;
        }

        var from = _named;
        if (arguments[arguments.Count - 1] is not ReferenceNode || Primary() is not ReferenceNode)
        {
            Fail(Reason.Length > 0 ? Reason : "A range goes from one field to another.");
            return false;
        }

        arguments.RemoveAt(arguments.Count - 1);
        var before = arguments.Count;
        arguments.AddRange(FormulaRange.Of(scope, from, _named));
        if (arguments.Count == before)
        {
            Fail("The range holds no field.", "It goes from a lower row to a higher one of the same sheet, or from one column to a later one of the same row.");
        }

        return arguments.Count > before;
    }

    private FormulaNode? Reference(string of)
    {
        _text.TryTake("@");
        var digits = _text.TakeDigits();
        if (!int.TryParse(digits, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var row) || !scope.TryFind(of, row, out var field))
        {
            return Fail($"The sheet {of} has no field in row {digits}.");
        }

        ProFormaColumn? column = null;
        if (_text.TryTake("["))
        {
            var word = _text.TakeName();
            if (!ColumnWords.All.TryGetValue(word, out var named) || !_text.TryTake("]"))
            {
                return Fail($"\"{word}\" is no column.", "The columns are " + string.Join(", ", ColumnWords.All.Keys) + ".");
            }

            column = named;
        }

        _named = new FieldPlace(of, row, column);
        return new ReferenceNode(field, column);
    }

    private FormulaNode? Unknown(string name) => Fail($"\"{ShownText.Short(name)}\" is no constant, table, choice or function of this form.", Nearest.Hint(name, scope.Names));

    private FormulaNode? Fail(string reason, string? hint = null)
    {
        (Reason, Hint) = (reason, hint);
        return null;
    }
}
