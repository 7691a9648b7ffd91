using System.Linq;
using Ccts.Sdk.Problems;

namespace Ccts.Sdk.Tests.Problems;

public class ProblemListTests
{
    [Fact]
    public void What_was_meant_is_not_looked_for_once_problems_are_only_counted()
    {
        var problems = new ProblemList();
        Assert.Equal("Did you mean \"cement\"?", problems.Nearest("cemant", ["steel", "cement"]));
        for (var i = 0; i < ProblemList.Most; i++)
        {
            problems.Error("x", new SourcePlace("f", i, 1, ""), "x");
        }

        Assert.Null(problems.Nearest("cemant", Endless("cement")));
    }

    [Fact]
    public void It_is_looked_for_among_a_bounded_number_of_words() =>
        Assert.Null(new ProblemList().Nearest("cemant", Endless("something")));

    private static System.Collections.Generic.IEnumerable<string> Endless(string word)
    {
        for (var i = 0; i < 10_000; i++)
        {
            yield return i < 5_000 ? word + "-other" : throw new System.InvalidOperationException("Nobody looks so far.");
        }
    }

    [Fact]
    public void No_number_of_warnings_hides_an_error()
    {
        var problems = new ProblemList();
        for (var i = 0; i < ProblemList.Most + 5; i++)
        {
            problems.Warn("remark", default, "Remark " + i);
        }

        Assert.DoesNotContain(problems.ToList(), p => p.Severity == Severity.Error);
        for (var i = 0; i < ProblemList.Most + 5; i++)
        {
            problems.Error("mistake", default, "Mistake " + i);
            Assert.Equal(System.Math.Min(i + 1, ProblemList.Most), problems.ToList().Count(p => p.Code == "mistake"));
        }

        Assert.Equal(ProblemList.Most + 1, problems.ToList().Count);
    }
}
