using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Ccts.Credits.Attributes;
using Ccts.Credits.Journals;
using Ccts.Credits.Offsets;
using Ccts.Credits.Offsets.Moves;
using Ccts.Credits.Projects;
using NodaTime;

namespace Ccts.Credits.Tests;

/// <summary>Random events by random roles against a model that knows a word for the project, one for each report and one for each number; the page draws the same machine.</summary>
public class OffsetModelTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public void Projects_are_what_one_word_for_each_thing_says(int seed)
    {
        var (random, lines) = (new Random(seed), new InMemoryLines());
        var (book, model) = (new OffsetBook(lines), new Model());
        for (var step = 0; step < 1500; step++)
        {
            var asked = Ask(random, step);
            var expected = model.Takes(asked);
            var answer = book.Take(asked, OffsetTests.Procedure);
            Assert.True(expected == answer.IsAccepted, $"{step}, {asked.Move} of {asked.Project} by {asked.Actor.Role}: {answer.Refusal?.Message ?? "accepted"}");
        }

        foreach (var now in book.Projects)
        {
            Assert.Equal(model.Status[now.Project.Id], now.Status);
            Assert.Equal(now.Issued, now.Free + now.Buffer + now.MadeGood + now.Retired + now.Cancelled);
            foreach (var (place, tonnes) in new[] { (OffsetUnitPlace.Free, now.Free), (OffsetUnitPlace.Buffer, now.Buffer), (OffsetUnitPlace.MadeGood, now.MadeGood), (OffsetUnitPlace.Retired, now.Retired), (OffsetUnitPlace.Cancelled, now.Cancelled) })
            {
                Assert.Equal(model.Units.Values.Count(u => u == (now.Project.Id, place)), tonnes);
            }
        }

        Assert.Contains(model.Units.Values, u => u.Place == OffsetUnitPlace.Retired);

        // The journal alone gives the same projects.
        var (again, first) = (new OffsetBook(lines), book);
        Assert.Equal(first.Projects.Select(p => (p.Project.Id, p.Status, p.Free, p.Buffer, p.Retired, p.Events.Count)), again.Projects.Select(p => (p.Project.Id, p.Status, p.Free, p.Buffer, p.Retired, p.Events.Count)));
    }

    [Fact]
    public void A_move_is_one_role_s_and_leads_from_a_stage_to_one_place()
    {
        var steps = OffsetTests.Procedure.Steps;
        Assert.All(steps.Projects.GroupBy(t => (t.From, t.Move)), s => Assert.Single(s));
        Assert.All(steps.Reports.GroupBy(t => (t.From, t.Move)), s => Assert.Single(s));
        Assert.Equal(OffsetMove.Known.Select(m => m.Word).Order(StringComparer.Ordinal), steps.Roles.Select(r => r.Move.Word).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_page_draws_the_machine()
    {
        var steps = OffsetTests.Procedure.Steps;
        var drawn = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "docs", "offset-projects.md")).Where(l => (l.StartsWith("| `", StringComparison.Ordinal) && !l.StartsWith("| `offset.", StringComparison.Ordinal)) || l.StartsWith("| – | `", StringComparison.Ordinal)).Select(l => l.TrimEnd());
        string By(OffsetMove move) => string.Join(", ", steps.RolesOf(move));
        string Row<T>(OffsetTransition<T> t)
            where T : class => $"| {(t.From is { } from ? $"`{from}`" : "–")} | `{t.Move}` | {By(t.Move)} | {(t.To is { } to ? $"`{to}`" : "where it stood before")} | {Source(t.Source)} |";
        string Unit(OffsetMove move, OffsetUnitPlace from, OffsetUnitPlace to) => $"| `{Place(from)}` | `{move}` | {By(move)} | `{Place(to)}` | {Source(steps.Roles.Single(r => r.Move == move).Source)} |";
        Assert.Equal(
        [
            .. steps.Projects.Select(Row), .. steps.Reports.Select(Row),
            Unit(OffsetMove.Reverse, OffsetUnitPlace.Buffer, OffsetUnitPlace.MadeGood), Unit(OffsetMove.Retire, OffsetUnitPlace.Free, OffsetUnitPlace.Retired), Unit(OffsetMove.CancelUnits, OffsetUnitPlace.Free, OffsetUnitPlace.Cancelled),
        ], drawn);
    }

    private static string Place(OffsetUnitPlace place) => place == OffsetUnitPlace.MadeGood ? "made-good" : place.ToString().ToLowerInvariant();

    private static string Source(string source) => source.StartsWith("CCTS-SDK", StringComparison.Ordinal) ? "not read" : source;

    private static readonly OffsetRole[] Roles = [OffsetRole.Proponent, OffsetRole.Agency, OffsetRole.Bee, OffsetRole.NscIcm, OffsetRole.Registry];

    private static readonly OffsetMove[] Rare = [OffsetMove.Amend, OffsetMove.Renew, OffsetMove.Suspend, OffsetMove.Resume, OffsetMove.Refuse, OffsetMove.Return];

    private static readonly OffsetMove[] Usual =
        [OffsetMove.Register, OffsetMove.Validate, OffsetMove.Begin, OffsetMove.Resume, OffsetMove.Report, OffsetMove.Verify, OffsetMove.Verify, OffsetMove.Review, OffsetMove.Recommend, OffsetMove.Issue, OffsetMove.Issue, OffsetMove.Issue, OffsetMove.Reverse, OffsetMove.Retire, OffsetMove.CancelUnits];

    private static OffsetEvent Ask(Random random, int step)
    {
        // Moves that make progress come more often, or little would ever be issued.
        var move = random.Next(60) == 0 ? OffsetMove.Known[random.Next(OffsetMove.Known.Count)] : random.Next(8) == 0 ? Rare[random.Next(Rare.Length)] : Usual[random.Next(Usual.Length)];
        var may = OffsetTests.Procedure.Steps.RolesOf(move)[0];
        var role = random.Next(8) == 0 ? Roles[random.Next(5)] : may;
        var (project, report, month) = ("P" + random.Next(2), "R" + random.Next(8), random.Next(1, 13));
        var start = (ulong)random.Next(1, 80);
        var units = Given.Block(start, start + (ulong)random.Next(0, 6));
        var e = new OffsetEvent { Key = "k" + step, At = Given.Now, Move = move, Project = project, Actor = OffsetTests.Actor(role) };
        return move.Word switch
        {
            OffsetMove.RegisterWord => e with { Description = OffsetTests.Described(project), CreditType = CreditType.Removal, From = new LocalDate(2024, 1, 1), Until = new LocalDate(2030, 12, 31) },
            OffsetMove.AmendWord => e with { Description = OffsetTests.Described(project) },
            OffsetMove.RenewWord => e with { From = new LocalDate(2031, 1, 1), Until = new LocalDate(2032, 12, 31) },
            OffsetMove.ReportWord => e with { Report = report, From = new LocalDate(2025, month, 1), Until = new LocalDate(2025, month, 28), Tonnes = 40 },
            OffsetMove.VerifyWord => e with { Report = report, Tonnes = random.Next(20, 42), Document = Digest.Of("v") },
            OffsetMove.ReviewWord or OffsetMove.RecommendWord => e with { Report = report },
            OffsetMove.RefuseWord or OffsetMove.ReturnWord => e with { Report = report, Note = "why" },
            OffsetMove.IssueWord => e with { Report = report, Units = [units], Buffer = random.Next(2) == 0 ? [Given.Block(100 + start, 100 + start)] : [] },
            OffsetMove.ReverseWord => e with { Tonnes = random.Next(0, 4), Buffer = random.Next(3) == 0 ? [] : [Given.Block(100 + start, 100 + start)] },
            OffsetMove.RetireWord or OffsetMove.CancelUnitsWord => e with { Units = [units], Note = "why" },
            _ => e with { Note = "why" },
        };
    }

    private sealed class Model
    {
        private readonly Dictionary<(string Project, string Report), (string Stage, int Month, long Verified, long Issued)> _reports = [];
        private readonly Dictionary<string, ProjectStatus> _before = [];
        private readonly HashSet<string> _renewed = [];
        private readonly Dictionary<string, long> _reversed = [];

        internal Dictionary<string, ProjectStatus> Status { get; } = [];

        internal Dictionary<ulong, (string Project, OffsetUnitPlace Place)> Units { get; } = [];

        internal bool Takes(OffsetEvent e)
        {
            var (p, key) = (e.Project, (e.Project, e.Report ?? ""));
            var stands = Status.TryGetValue(p, out var status) ? status.Word : "";
            var stage = _reports.TryGetValue(key, out var report) ? report.Stage : "";
            bool In(params string[] any) => any.Contains(stands);
            bool By(OffsetRole role) => e.Actor.Role == role;
            bool To(bool isAllowed, ProjectStatus to)
            {
                if (isAllowed)
                {
                    Status[p] = to;
                }

                return isAllowed;
            }

            bool Stage(bool isAllowed, string to, long? verified = null)
            {
                if (isAllowed)
                {
                    _reports[key] = report with { Stage = to, Verified = verified ?? report.Verified };
                }

                return isAllowed;
            }

            var works = In("operational");
            switch (e.Move.Word)
            {
                case OffsetMove.RegisterWord: return To(stands.Length == 0 && By(OffsetRole.Bee), ProjectStatus.Registered);
                case OffsetMove.AmendWord: return In("registered", "validated", "operational", "suspended") && By(OffsetRole.Proponent);
                case OffsetMove.ValidateWord: return To(In("registered") && By(OffsetRole.Agency), ProjectStatus.Validated);
                case OffsetMove.BeginWord: return To(In("validated") && By(OffsetRole.Proponent), ProjectStatus.Operational);
                case OffsetMove.RenewWord: return works && By(OffsetRole.Bee) && _renewed.Add(p);
                case OffsetMove.SuspendWord:
                    _before[p] = In("suspended") ? _before[p] : status!;
                    return To(In("registered", "validated", "operational") && By(OffsetRole.Bee), ProjectStatus.Suspended);
                case OffsetMove.ResumeWord: return To(In("suspended") && By(OffsetRole.Bee), _before.GetValueOrDefault(p)!);
                case OffsetMove.CompleteWord: return To(works && By(OffsetRole.Proponent) && _reports.Where(r => r.Key.Project == p).All(r => r.Value.Stage == "refused" || (r.Value.Stage == "issued" && r.Value.Issued == r.Value.Verified)), ProjectStatus.Completed);
                case OffsetMove.CancelWord: return To(In("registered", "validated", "operational", "suspended") && By(OffsetRole.Bee), ProjectStatus.Cancelled);
                case OffsetMove.ReportWord:
                    report = (stage, e.From!.Value.Month, 0, 0);
                    return Stage(works && stage.Length == 0 && By(OffsetRole.Proponent) && !_reports.Any(r => r.Key.Project == p && r.Value.Month == e.From!.Value.Month && r.Value.Stage != "refused"), "filed");
                case OffsetMove.VerifyWord: return Stage(works && stage == "filed" && By(OffsetRole.Agency) && e.Tonnes <= 40, "verified", e.Tonnes);
                case OffsetMove.RefuseWord: return Stage(works && stage == "filed" && By(OffsetRole.Agency), "refused");
                case OffsetMove.ReviewWord: return Stage(works && stage == "verified" && By(OffsetRole.Bee), "reviewed");
                case OffsetMove.ReturnWord: return Stage(works && stage == "verified" && By(OffsetRole.Bee), "filed", 0);
                case OffsetMove.RecommendWord: return Stage(works && stage == "reviewed" && By(OffsetRole.NscIcm), "recommended");
                case OffsetMove.IssueWord:
                    var (free, buffer) = (Numbers(e.Units), Numbers(e.Buffer));
                    if (!works || stage is not ("recommended" or "issued") || !By(OffsetRole.Bee) || report.Issued + free.Count + buffer.Count > report.Verified || free.Concat(buffer).Any(Units.ContainsKey))
                    {
                        return false;
                    }

                    free.ForEach(n => Units[n] = (p, OffsetUnitPlace.Free));
                    buffer.ForEach(n => Units[n] = (p, OffsetUnitPlace.Buffer));
                    _reports[key] = report with { Stage = "issued", Issued = report.Issued + free.Count + buffer.Count };
                    return true;
                case OffsetMove.ReverseWord:
                    var reversed = _reversed.GetValueOrDefault(p) + e.Tonnes!.Value;
                    if (stands.Length == 0 || !By(OffsetRole.Bee) || reversed > Units.Values.Count(u => u.Project == p) || !All(e.Buffer, OffsetUnitPlace.Buffer) || (e.Tonnes == 0 && e.Buffer.Count == 0)
                        || Units.Values.Count(u => u == (p, OffsetUnitPlace.MadeGood)) + Numbers(e.Buffer).Count > reversed)
                    {
                        return false;
                    }

                    _reversed[p] = reversed;
                    Numbers(e.Buffer).ForEach(n => Units[n] = (p, OffsetUnitPlace.MadeGood));
                    return true;
                default:
                    if (stands.Length == 0 || !By(OffsetRole.Registry) || !All(e.Units, OffsetUnitPlace.Free))
                    {
                        return false;
                    }

                    Numbers(e.Units).ForEach(n => Units[n] = (p, e.Move == OffsetMove.Retire ? OffsetUnitPlace.Retired : OffsetUnitPlace.Cancelled));
                    return true;
            }

            bool All(IReadOnlyList<Sdk.Ledger.Blocks.SerialBlock> blocks, OffsetUnitPlace place) => Numbers(blocks).TrueForAll(n => Units.TryGetValue(n, out var unit) && unit == (p, place));
        }

        private static List<ulong> Numbers(IReadOnlyList<Sdk.Ledger.Blocks.SerialBlock> blocks) =>
            [.. blocks.SelectMany(b => Enumerable.Range((int)b.Start.ToUInt64(), (int)b.Count.ToUInt64()).Select(n => (ulong)n))];
    }
}
