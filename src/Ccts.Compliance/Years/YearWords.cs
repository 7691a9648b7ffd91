using System.Collections.Generic;

namespace Ccts.Compliance.Years;

/// <summary>Roles, stages and moves as files and commands write them: <c>technical-reviewer</c>, <c>under-verification</c>, <c>file-form-a</c>.</summary>
public static class YearWords
{
    /// <summary>Every role by its word.</summary>
    public static IReadOnlyDictionary<string, YearRole> Roles { get; } = KebabWords.All<YearRole>();

    /// <summary>Every stage by its word.</summary>
    public static IReadOnlyDictionary<string, YearStage> Stages { get; } = KebabWords.All<YearStage>();

    /// <summary>Every move by its word.</summary>
    public static IReadOnlyDictionary<string, YearMove> Moves { get; } = KebabWords.All<YearMove>();

    /// <summary>The word of a role.</summary>
    public static string Of(YearRole role) => KebabWords.Of(role.ToString());

    /// <summary>The word of a stage.</summary>
    public static string Of(YearStage stage) => KebabWords.Of(stage.ToString());

    /// <summary>The word of a move.</summary>
    public static string Of(YearMove move) => KebabWords.Of(move.ToString());
}
