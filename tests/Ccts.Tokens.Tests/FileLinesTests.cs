using System.IO;
using System.Linq;
using Ccts.Credits.Journals;
using Ccts.Tokens.Supply;

namespace Ccts.Tokens.Tests;

public class FileLinesTests
{
    [Fact]
    public void A_file_keeps_supply_and_a_torn_line_was_never_answered()
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            var bridge = new Bridge(new FileLines(path));
            Assert.True(bridge.Desk.Mint(Bridge.Mint("m", 1, 10)).IsAccepted);
            File.AppendAllText(path, "{\"after\":\"torn");
            var again = new Bridge(new FileLines(path), bridge);
            Assert.Equal(10, again.Supply.Tonnes(TokenStanding.Live));
            Assert.True(again.Desk.Mint(Bridge.Mint("n", 11, 20)).IsAccepted);
            Assert.Equal("already-minted", bridge.Desk.Mint(Bridge.Mint("o", 20, 21)).Refusal?.Code);
            Assert.Equal(2, File.ReadLines(path).Count());
            Assert.False(new FileLines(path).TryAppend(1, "late"));
        }
        finally
        {
            File.Delete(path);
        }
    }
}
