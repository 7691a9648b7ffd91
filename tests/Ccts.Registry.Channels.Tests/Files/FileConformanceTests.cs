using System.Linq;
using System.Threading.Tasks;
using Ccts.Registry.Testing;

namespace Ccts.Registry.Channels.Tests.Files;

/// <summary>The file channel keeps the contract, as far as it can happen to files.</summary>
public sealed class FileConformanceTests
{
    public static TheoryData<string> Names => [.. ChannelContract.Cases.Select(c => c.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task It_keeps_the_contract(string name)
    {
        var why = await ChannelContract.Cases.Single(c => c.Name == name).RunAsync(FileFixture.MakeAsync);
        Assert.True(why is null or "This cannot happen to the channel.", why);
    }

    /// <summary>Of what cannot happen to files: throttling, dropped connections, tokens, redirects and pages.</summary>
    [Fact]
    public async Task Most_of_the_contract_is_tried()
    {
        var tried = 0;
        foreach (var one in ChannelContract.Cases)
        {
            tried += await one.RunAsync(FileFixture.MakeAsync) is null ? 1 : 0;
        }

        Assert.InRange(tried, 29, ChannelContract.Cases.Count);
    }
}
