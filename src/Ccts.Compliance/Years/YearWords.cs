using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace Ccts.Compliance.Years;

/// <summary>Roles, stages and moves as files and commands write them: <c>technical-reviewer</c>, <c>under-verification</c>, <c>file-form-a</c>.</summary>
public static class YearWords
{
    /// <summary>Every role by its word.</summary>
    public static IReadOnlyDictionary<string, YearRole> Roles { get; } = Words<YearRole>();

    /// <summary>Every stage by its word.</summary>
    public static IReadOnlyDictionary<string, YearStage> Stages { get; } = Words<YearStage>();

    /// <summary>Every move by its word.</summary>
    public static IReadOnlyDictionary<string, YearMove> Moves { get; } = Words<YearMove>();

    /// <summary>The word of a role.</summary>
    public static string Of(YearRole role) => Kebab(role.ToString());

    /// <summary>The word of a stage.</summary>
    public static string Of(YearStage stage) => Kebab(stage.ToString());

    /// <summary>The word of a move.</summary>
    public static string Of(YearMove move) => Kebab(move.ToString());

    private static Dictionary<string, T> Words<T>()
        where T : struct, Enum => typeof(T).GetEnumNames().ToDictionary(Kebab, name => Enum.TryParse<T>(name, out var value) ? value : default, StringComparer.Ordinal);

    private static string Kebab(string name)
    {
        var word = new StringBuilder();
        foreach (var letter in name)
        {
            if (char.IsUpper(letter) && word.Length > 0)
            {
                word.Append('-');
            }

            word.Append(char.ToLowerInvariant(letter));
        }

        return word.ToString();
    }
}
