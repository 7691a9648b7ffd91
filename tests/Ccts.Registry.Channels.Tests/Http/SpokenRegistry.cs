using System;
using System.Net.Http;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace Ccts.Registry.Channels.Tests.Http;

/// <summary>A registry over HTTP that answers each address with what a test has it say.</summary>
internal sealed class SpokenRegistry(Func<Uri, string> says) : HttpMessageHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var address = request.RequestUri!;
        var body = address.AbsolutePath == "/token" ? """{"access_token":"t","token_type":"bearer","expires_in":3600}""" : says(address);
        return Task.FromResult(new HttpResponseMessage { Content = new StringContent(body, Encoding.UTF8, "application/json"), RequestMessage = request });
    }
}
