using System.Text.Json;
using Ccts.Registry.Adapters.Channels.Http;

namespace Ccts.Registry.Adapters.Tests.Channels;

/// <summary>What a registry or a gateway writes back of the host's secrets is taken out before anybody reads it.</summary>
public class EchoedSecretsTests
{
    [Theory]
    [InlineData("token s3cr3t-of-the-host here", "token *** here")]
    [InlineData("tokens3cr3t-of-the-hostexpired", "token***expired")]
    [InlineData("s3cr3t-of-the-hosts3cr3t-of-the-host", "******")]
    [InlineData("pin=1234.", "pin=***.")]
    [InlineData("account 51234567", "account 51234567")]
    public void A_long_secret_is_taken_out_wherever_it_stands_and_a_short_one_as_a_word(string told, string left)
    {
        using var body = JsonDocument.Parse(JsonSerializer.Serialize(new { message = told }));
        var reply = EchoedSecrets.Without(new HttpReply(400, body.RootElement, "", ""), ["s3cr3t-of-the-host", "1234"]);
        Assert.Equal(left, reply.Body!.Value.GetProperty("message").GetString());
    }
}
