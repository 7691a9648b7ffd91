namespace Ccts.Sdk.ProFormas.Formulas;

/// <summary>Reads the characters of a formula one by one. Blanks between parts are ignored.</summary>
internal sealed class FormulaText(string text)
{
    internal int Position { get; private set; }

    internal bool IsAtEnd
    {
        get
        {
            SkipBlanks();
            return Position >= text.Length;
        }
    }

    /// <summary>The next non-blank character, or the character 0 at the end.</summary>
    internal char Peek()
    {
        SkipBlanks();
        return Position < text.Length ? text[Position] : '\0';
    }

    internal bool TryTake(string mark)
    {
        SkipBlanks();
        if (string.CompareOrdinal(text, Position, mark, 0, mark.Length) != 0)
        {
            return false;
        }

        Position += mark.Length;
        return true;
    }

    /// <summary>Takes the character that <see cref="Peek"/> showed.</summary>
    internal char TakeMark() => text[Position++];

    internal string TakeDigits() => Take(c => c is (>= '0' and <= '9') or '.');

    internal string TakeName() => Take(c => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_');

    internal string TakeError() => Take(c => c is (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '#' or '/' or '!');

    /// <summary>The text between double quotes, or null when the closing quote is missing.</summary>
    internal string? TakeQuoted()
    {
        var end = text.IndexOf('"', Position + 1);
        if (end < 0)
        {
            return null;
        }

        var quoted = text.Substring(Position + 1, end - Position - 1);
        Position = end + 1;
        return quoted;
    }

    private string Take(System.Func<char, bool> belongs)
    {
        SkipBlanks();
        var start = Position;
        while (Position < text.Length && belongs(text[Position]))
        {
            Position++;
        }

        return text.Substring(start, Position - start);
    }

    private void SkipBlanks()
    {
        while (Position < text.Length && text[Position] == ' ')
        {
            Position++;
        }
    }
}
