using System;
using System.Globalization;
using System.Linq;
using Ccts.Rules.Files;
using Ccts.Rules.Rulesets;
using Ccts.Sdk.Problems;
using Ccts.Tests.Shared;

namespace Ccts.Rules.Tests.Corpus;

/// <summary>
/// Random damage gives clean errors or a valid ruleset, never an exception. A few thousand seeds by default;
/// <c>RULESET_MUTATIONS=1000000</c> runs the long form.
/// </summary>
public sealed class MutationTests
{
    [Fact]
    public void Damaged_rulesets_give_clean_errors_or_are_valid()
    {
        var count = int.Parse(Environment.GetEnvironmentVariable("RULESET_MUTATIONS") ?? "4000", CultureInfo.InvariantCulture);
        var files = BadCase.Base();
        var (valid, refused) = (0, 0);
        for (var seed = 0; seed < count; seed++)
        {
            var damaged = Mutation.Apply(files, seed);
            try
            {
                if (RulesetReader.TryRead(RulesetFiles.FromMemory("damaged", damaged), out var ruleset, out var problems))
                {
                    valid++;
                    _ = ruleset.Assessment;
                }
                else
                {
                    refused++;
                    Assert.Contains(problems, p => p.Severity == Severity.Error);
                    Assert.All(problems, p => Assert.False(string.IsNullOrWhiteSpace(p.Message)));
                }
            }
            catch (Exception fault) when (fault is not Xunit.Sdk.IAssertionException)
            {
                Assert.Fail($"Seed {seed}: {fault}");
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{valid} valid, {refused} refused of {count}");
        Assert.True(valid > count / 100 && refused > count / 2, $"{valid} valid, {refused} refused: the damage is too light or too heavy to prove anything.");
    }
}
