using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading.Tasks;
using Ccts.Compliance.Accounts;
using Ccts.Compliance.Forms;
using Ccts.Compliance.Pages;
using Ccts.Compliance.Plans;
using Ccts.Rules.Authoring.Publishing;
using Ccts.Rules.Files;
using Ccts.Rules.Rulesets;
using Ccts.Sdk.Assessments;
using Ccts.Sdk.Assessments.Certificates;
using Ccts.Sdk.Assessments.Position;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.History;
using Ccts.Sdk.Monitoring.Reading;
using Ccts.Sdk.Quantities;
using NodaTime;

namespace Ccts.Browser.Tests;

/// <summary>Serves the kit of the shipped years, an account and a form on loopback, with a page that measures them in a frame, and remembers what was asked for.</summary>
public sealed class KitServer : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly Dictionary<string, string> _pages;

    public KitServer()
    {
        _pages = Pages().Concat(AccountPages()).Append(GatePage()).ToDictionary(p => "/" + p.FileName, p => p.Html, StringComparer.Ordinal);
        Address = $"http://127.0.0.1:{FreePort()}/";
        _listener.Prefixes.Add(Address);
        _listener.Start();
        _ = Serve();
    }

    internal string Address { get; }

    internal ConcurrentBag<string> Asked { get; } = [];

    internal static IReadOnlyList<string> Names { get; } = ["index.html", "index.hi.html", "gazette.html", "gazette.hi.html", "assessment.html", "assessment.hi.html", "form-e2.html", "position.html", "account.html", "account.hi.html", "group.html", "group.hi.html", "plan.html", "gate.html"];

    /// <summary>A page that frames another, measures it when it has loaded, and shows the answer as its only text.</summary>
    internal string Measuring(string page, int width, string script)
    {
        // The script stands in an attribute in double quotes.
        var path = "/measure/" + Guid.NewGuid().ToString("N");
        _pages[path] = $$"""
            <!doctype html><link rel="icon" href="data:,"><style>iframe{border:0;width:{{width}}px;height:4000px}</style>
            <iframe src="/{{page}}" onload="const d=this.contentDocument,w=this.contentWindow;this.replaceWith(String((()=>{ {{script}} })()))"></iframe>
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

    private static IEnumerable<KitPage> AccountPages()
    {
        var report = MonitoringReportReader.Read(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "samples", "kotputli-2025-26.json")), "kotputli-2025-26.json");
        var rules = RulesetReader.Read(RulesetFiles.FromDirectory(Path.Combine(AppContext.BaseDirectory, "rulesets", "in-ccts", "2025-26-revision-1"))).Assessment;
        var assessment = Assessor.Assess(report, rules, new AssessmentOptions { Steps = true });
        const string digest = "sha256:0000000000000000000000000000000000000000000000000000000000000000";
        yield return new("assessment.html", AssessmentPage.Write(assessment, PageLanguage.English, digest));
        yield return new("assessment.hi.html", AssessmentPage.Write(assessment, PageLanguage.Hindi, digest));
        yield return new("form-e2.html", FormPage.Write(EnergyForm.Make(report, assessment, new Dictionary<string, string>())));
        var position = PositionCalculator.Of(assessment, rules.Certificates);
        Inr[] prices = [Inr.FromRupees(600m), Inr.FromRupees(900m)];
        var costs = CostScenarios.Of(-position.Net!.Value, prices, [0m, 1m], rules.Certificates);
        yield return new("position.html", PositionPage.Write(position, assessment, costs));
        var account = new EntityAccount
        {
            Assessment = assessment,
            Position = position,
            Performance = Performance.Of(assessment, new RatingScale("a host, made up", [("behind", -1m)])),
            Trajectory = Trajectory.Of([rules.Targets["CMTOE085RJ"]], new Dictionary<ComplianceYear, EmissionIntensity> { [report.Year] = assessment.Intensity.Achieved }),
            Balance = new YearlyKind { Kind = UnitKinds.Ccc, Opening = 12000, Bought = 8000, Surrendered = 19797 },
            Values = EntityAccount.Value(position, prices),
            Scenarios = costs,
            Entries = Accruals.Entries(new Accrued(new LocalDate(2025, 12, 31), -15000, prices[0]), new Accrued(new LocalDate(2026, 3, 31), position.Net.Value, prices[0])),
        };
        yield return new("account.html", AccountPage.Write(account, PageLanguage.English, digest));
        yield return new("account.hi.html", AccountPage.Write(account, PageLanguage.Hindi, digest));
        var other = assessment with { Entity = assessment.Entity with { Registration = null, Name = "Another plant with a long name, made up" } };
        var group = GroupAccount.Of("A group", [new(assessment, position), new(other, position with { Projected = 25000, Low = 20000, High = 30000 })], prices[0]);
        yield return new("group.html", GroupPage.Write(group));
        yield return new("group.hi.html", GroupPage.Write(group, PageLanguage.Hindi));
        yield return new("plan.html", FormPage.Write(PlanForm.Make(MonitoringPlanReader.Read(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "samples", "kotputli-v2.json"))))));
    }

    // The live page with one state that shows everything it can show.
    private static KitPage GatePage() => new("gate.html", File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "gate", "page.html")).Replace("\nlook();", "\nshow(" + GateState + ");", StringComparison.Ordinal));

    private const string GateState = """
        {"session":{"name":"gate 2026-11-29","open":true,"year":"2025-26","ruleset":"in-ccts/2025-26"},"orders":{"accepted":30,"refused":2,"referred":1},
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
