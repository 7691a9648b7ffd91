using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading.Tasks;
using Ccts.Rules.Authoring.Publishing;
using Ccts.Rules.Files;
using Ccts.Rules.Rulesets;

namespace Ccts.Browser.Tests;

/// <summary>Serves the kit of the shipped years, an account and a form on loopback, with a page that measures them in a frame, and remembers what was asked for.</summary>
public sealed class KitServer : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly Dictionary<string, string> _pages;

    public KitServer()
    {
        _pages = !Chromium.IsThere ? [] : Pages().Concat(SignedPages.All()).Append(GatePage()).Append(SilentGatePage()).Append(ReconciliationPage()).ToDictionary(p => "/" + p.FileName, p => p.Html, StringComparer.Ordinal);
        Address = $"http://127.0.0.1:{FreePort()}/";
        _listener.Prefixes.Add(Address);
        _listener.Start();
        _ = Serve();
    }

    internal string Address { get; }

    internal ConcurrentBag<string> Asked { get; } = [];

    internal static IReadOnlyList<string> Names { get; } = ["index.html", "index.hi.html", "gazette.html", "gazette.hi.html", .. SignedPages.Names, "gate.html", "gate-silent.html", "reconciliation.html"];

    /// <summary>A page that frames another, measures it when it has loaded, and shows the answer as its only text.</summary>
    internal string Measuring(string page, int width, string script)
    {
        // The script stands in an attribute in double quotes.
        var path = "/measure/" + Guid.NewGuid().ToString("N");
        _pages[path] = $$"""
            <!doctype html><link rel="icon" href="data:,"><style>iframe{border:0;width:{{width}}px;height:4000px}</style>
            <iframe src="/{{page}}" onload="const f=this,d=this.contentDocument,w=this.contentWindow;this.replaceWith(String((()=>{ {{script}} })()))"></iframe>
            """;
        return Address.TrimEnd('/') + path;
    }

    public void Dispose() => _listener.Close();

    private static IReadOnlyList<KitPage> Pages()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "rulesets", "in-ccts");
        var (old, @new) = (RulesetFiles.FromDirectory(Path.Combine(folder, "2025-26")), RulesetFiles.FromDirectory(Path.Combine(folder, "2026-27")));
        return ConsultationKit.Make(RulesetReader.Read(@new), @new, RulesetReader.Read(old), old);
    }

    // The live page with one state that shows everything it can show.
    private static KitPage GatePage() => new("gate.html", File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "gate", "page.html")).Replace("\nlook();", "\nshow(" + GateState + ");", StringComparison.Ordinal));

    // The same page when the gate has answered once and then no more.
    private static KitPage SilentGatePage() => new("gate-silent.html", GatePage().Html.Replace("\n</script>", "\ndocument.body.className = 'stale'; say('session', 'The gate does not answer. What follows is as it was last.');\n</script>", StringComparison.Ordinal));

    // The page of the tool, which has no other way to be made.
    private static KitPage ReconciliationPage()
    {
        var (folder, page) = (Path.Combine(AppContext.BaseDirectory, "samples"), Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N") + ".html"));
        var start = new ProcessStartInfo("dotnet", ["exec", Path.Combine(AppContext.BaseDirectory, "ccts.dll"), "reconcile", "--ledger", Path.Combine(folder, "own.csv"), "--registry", Path.Combine(folder, "verra.csv"), "--html", page])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false,
        };
        try
        {
            using var process = Process.Start(start)!;
            var errors = process.StandardError.ReadToEndAsync();
            process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return new("reconciliation.html", File.Exists(page) ? File.ReadAllText(page) : throw new InvalidOperationException(errors.Result));
        }
        finally
        {
            File.Delete(page);
        }
    }

    private const string GateState = """
        {"session":{"name":"gate 2026-11-29","open":true,"year":"2025-26","ruleset":"in-ccts/2025-26"},"members":["cement-1","textile-1"],"orders":{"accepted":30,"refused":2,"referred":1},
        "instructions":{"open":3,"effects":27,"sent":31},"registries":[{"registry":"icm","open":false,"paused":true,"running":2}],
        "watch":{"asOf":"2026-11-29T09:29:11.0159797Z","claimedTonnes":1000000,"confirmedTonnes":999000,"inFlightTonnes":300,
        "differences":[{"class":"MissingAtRegistry","scope":"2025","start":"1","end":"1000","localTonnes":1000,"registryTonnes":0}]},"raised":1,"faults":{"ThrottledWithRetryAfter":2,"DroppedAfterActing":1},
        "proof":{"clean":true,"verifies":true},"last":[
        {"id":"a-rather-long-id-of-an-order-2026-11-29-000000000001","seller":"paper-1","buyer":"textile-1","tonnes":9000000,"price":900,"answer":"refused","reasons":[{"code":"x","message":"The seller has 0 tCO2e on offer already; 9000000 tCO2e more exceed its registry balance of 200000 tCO2e.","clause":"CERC-2026 Reg 12"}],"state":""},
        {"id":"order-2","seller":"paper-1","buyer":"textile-1","tonnes":1,"price":900,"answer":"referred","reasons":[{"code":"x","message":"It cannot be said.","clause":null}],"state":""},
        {"id":"order-1","seller":"cement-1","buyer":"textile-1","tonnes":3000,"price":900,"answer":"accepted","reasons":[],"state":"confirmed"}]}
        """;

    private static int FreePort()
    {
        using var socket = new TcpListener(IPAddress.Loopback, 0);
        socket.Start();
        return ((IPEndPoint)socket.LocalEndpoint).Port;
    }

    private async Task Serve()
    {
        while (_listener.IsListening)
        {
            try
            {
                var context = await _listener.GetContextAsync();
                var path = context.Request.Url!.AbsolutePath;
                Asked.Add(path);
                var found = _pages.TryGetValue(path, out var html);
                context.Response.StatusCode = found ? 200 : 404;
                context.Response.ContentType = "text/html; charset=utf-8";
                await context.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(html ?? ""));
                context.Response.Close();
            }
            catch (Exception closed) when (closed is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }
}
