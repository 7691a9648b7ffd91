using System;
using Ccts.Sdk.ProFormas;

namespace Ccts.ProFormas.Tests;

/// <summary>What an assessment of the sample takes of memory, which is most of its time: it doubled unseen before, when checks were added.</summary>
public sealed class AllocationTests
{
    private const long Most = 500_000;

    [Fact]
    public void Every_figure_of_a_filing_takes_little_memory()
    {
        var (filing, options) = (Cement.Read(Cement.Sample()), new ProFormaOptions { Account = false, Printed = false });
        void Assess() => ProFormaAssessor.Assess(filing, Cement.Form, Cement.Ruleset.Assessment, options);
        Assess();
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assess();
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 1, Most);
    }
}
