namespace Ccts.Rules.Rules.Vocabulary;

/// <summary>Bounds on vocabularies and facts. Documented in docs/rules.md.</summary>
internal static class VocabularyLimits
{
    /// <summary>Facts of a vocabulary.</summary>
    internal const int MaxFacts = 1_000;

    /// <summary>Words of a choice or a set.</summary>
    internal const int MaxWords = 1_000;
}
