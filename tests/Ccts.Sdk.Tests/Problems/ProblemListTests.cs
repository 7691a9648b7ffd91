using System.Linq;
using Ccts.Sdk.Problems;

namespace Ccts.Sdk.Tests.Problems;

public class ProblemListTests
{
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
