using System.Linq;
using Ccts.Rules.Decisions.Requests;
using Ccts.Rules.Rules.Vocabulary;
using Ccts.Rules.Rulesets.Catalogs;

namespace Ccts.Rules.Tests.Engines;

/// <summary>Typed requests and the published vocabularies say the same.</summary>
public sealed class StandardFactTests
{
    [Theory]
    [InlineData("in-ccts/2025-26")]
    [InlineData("in-ccts/2026-27")]
    public void Typed_requests_state_every_fact_of_the_vocabulary_by_its_kind(string id)
    {
        var facts = RulesetCatalog.Default.Find(id)!.Rules.Vocabulary.Facts.Where(f => f.Name is not (FactVocabulary.Date or FactVocabulary.Year));

        Assert.Equal(facts.Select(f => (f.Name, f.Type.Kind, f.Type.Unit)).Order(), StandardFacts.All.Select(f => (f.Name, f.Kind, f.Unit)).Order());
        Assert.Equal(StandardFacts.All.Count, System.Enum.GetValues<StandardFact>().Length);
        Assert.All(System.Enum.GetValues<StandardFact>(), f => Assert.Equal(StandardFacts.All[(int)f].Name.Replace(".", "").Replace("-", ""), f.ToString(), ignoreCase: true));
    }
}
