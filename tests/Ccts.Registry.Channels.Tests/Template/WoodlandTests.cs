using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Ccts.Registry.Testing;

namespace Ccts.Registry.Channels.Tests.Template;

/// <summary>The channel of docs/writing-a-channel.md compiles, is the one printed there, and keeps the contract.</summary>
public sealed class WoodlandTests
{
    public static TheoryData<string> Names => [.. ChannelContract.Cases.Select(c => c.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task It_keeps_the_contract(string name)
    {
        var why = await ChannelContract.Cases.Single(c => c.Name == name).RunAsync(() => Task.FromResult<ChannelFixture>(new WoodlandFixture()));
        Assert.True(why is null or "This cannot happen to the channel.", why);
    }

    [Fact]
    public void The_page_prints_what_is_compiled()
    {
        var (folder, page) = (Path.Combine(AppContext.BaseDirectory, "Template"), File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Template", "writing-a-channel.md")));
        foreach (var (file, fence) in new[] { ("WoodlandChannel.cs.txt", "```csharp\n"), ("woodland.traits.json", "```json\n") })
        {
            var from = page.IndexOf(fence, StringComparison.Ordinal) + fence.Length;
            Assert.Equal(File.ReadAllText(Path.Combine(folder, file)).ReplaceLineEndings("\n").Trim(), page[from..page.IndexOf("```", from, StringComparison.Ordinal)].ReplaceLineEndings("\n").Trim());
        }
    }
}
