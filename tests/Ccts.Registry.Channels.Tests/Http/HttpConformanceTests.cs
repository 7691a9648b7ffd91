using System.Linq;
using System.Threading.Tasks;
using Ccts.Registry.Testing;

namespace Ccts.Registry.Channels.Tests.Http;

/// <summary>The HTTP channel keeps the contract of channels, with every fault the stub registry knows.</summary>
public sealed class HttpConformanceTests
{
    public static TheoryData<string> Names => [.. ChannelContract.Cases.Select(c => c.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task It_keeps_the_contract(string name) =>
        Assert.Null(await ChannelContract.Cases.Single(c => c.Name == name).RunAsync(StubFixture.MakeAsync));
}
